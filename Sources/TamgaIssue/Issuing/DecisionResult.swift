public import TamgaDomain
public import TamgaFormats
import TamgaRegister
import TamgaSeal

/// What came of one input record (contract `commands.md`).
public struct DecisionResult: Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case issued
    case alreadyIssued = "already-issued"
    case rejected
    case failed
    /// Of a check or a dry run: nothing forbids the paper.
    case lawful
  }

  public let line: Int
  /// The input's name, when there are several.
  public let source: String?
  public let id: String?
  public let outcome: Outcome
  public let document: String?
  public let paper: Paper?
  /// The other papers of a decision that makes several.
  public let also: [Paper]
  public private(set) var findings: [Finding]
  /// The code of the body that issues the paper; nil where the record names none.
  var issuingBody: String?
  /// The holder fetches the paper, and nobody prints it.
  var isFetched = false

  /// The paper of an issued decision.
  public struct Paper: Hashable, Sendable {
    public let document: String
    public let number: String
    /// Relative to the batch folder; nil where the store alone has it.
    public let file: String?
    public let sha256: [UInt8]
    public let pages: Int
  }

  /// The same result with other findings.
  func with(_ findings: [Finding]) -> DecisionResult {
    var result = self
    result.findings = findings
    return result
  }

  /// One line of `results.jsonl`, without the line feed.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("line", .integer(Int64(line)))]
    if let source { members.append(.init("source", .text(source))) }
    members.append(.init("id", id.map { .text($0) } ?? .null))
    members.append(.init("outcome", .text(outcome.rawValue)))
    members.append(.init("document", document.map { .text($0) } ?? .null))
    if let paper {
      members.append(.init("number", .text(paper.number)))
      if let file = paper.file { members.append(.init("file", .text(file))) }
      members.append(.init("sha256", .text(Hex.text(paper.sha256))))
      members.append(.init("pages", .integer(Int64(paper.pages))))
    }
    if !also.isEmpty { members.append(.init("also", .array(also.map(\.json)))) }
    members.append(.init("findings", .array(findings.map(\.json))))
    return .object(members)
  }
}

extension DecisionResult.Paper {
  fileprivate var json: JSONValue {
    .object(
      [.init("document", .text(document)), .init("number", .text(number))]
        + (file.map { [.init("file", .text($0))] } ?? []) + [
          .init("sha256", .text(Hex.text(sha256))), .init("pages", .integer(Int64(pages))),
        ])
  }
}
