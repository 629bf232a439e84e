import TamgaAccounts
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaTemplates

/// What a caller may have decided: for which bodies, about whose papers, and whether alone.
struct Mandate: Sendable {
  let office: Office
  let caller: Caller

  /// Programs hand over what was decided elsewhere, and so do operators. At the counter nobody ends a paper alone.
  private var endsAlone: Bool { caller.isClient || caller.account?.role == .operator }

  /// Refuses a record that ends a paper without a second person.
  ///
  /// - Throws: ``WebProblem``
  func checkEnding(_ document: String?) throws(WebProblem) {
    if !endsAlone, let action = document.flatMap(office.library.kind)?.action,
      [.revoke, .annul].contains(action)
    {
      throw WebProblem.endsAlone
    }
  }

  /// Refuses a record for a body that is not the caller's, and one that follows or ends a paper of such a body. Blocks.
  ///
  /// - Throws: ``WebProblem``, or `RegisterError`.
  func check(_ record: JSONValue) throws {
    // A record that names no body is refused by its own rules.
    if let body = record["issuingBody"]?.text, !caller.covers(body) {
      throw WebProblem.foreignBody
    }
    guard !caller.bodies.isEmpty else { return }
    let papers = try office.predecessors(of: record)
    // As if it were not there.
    guard papers.allSatisfy({ caller.covers($0.issuingBody) }) else { throw WebProblem.notFound }
  }

  /// A result about a record, without the numbers of papers that the caller may not see: what is found says that there is a
  /// paper, and not which. Blocks.
  ///
  /// - Throws: `RegisterError`.
  func veiled(_ result: JSONValue, about record: JSONValue) throws -> JSONValue {
    guard !caller.bodies.isEmpty, case .array(let findings)? = result["findings"],
      !findings.isEmpty
    else { return result }
    let numbers = Set(
      try office.papersBeside(record).filter { !caller.covers($0.issuingBody) }
        .flatMap { [$0.number.description, $0.number.number] })
    guard !numbers.isEmpty else { return result }
    // The longer one first: a copy's number begins with its original's.
    let hidden = numbers.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let veiled = findings.map { $0.replacingTexts { Self.veil($0, hidden, in: $1) } }
    return .object(
      (result.members ?? []).map {
        $0.key == "findings" ? .init("findings", .array(veiled)) : $0
      })
  }

  private static func veil(_ text: String, _ numbers: [String], in language: String) -> String {
    let instead = ["kk": "(басқа орган)", "ru": "(другой орган)", "en": "(another body)"]
    return numbers.reduce(text) { $0.replacing($1, with: instead[language] ?? "…") }
  }

  /// The same for every record of a file that is handed in; what cannot be read is for the run to say.
  func check(file path: String) throws {
    guard !caller.bodies.isEmpty else { return }
    var reader = try RecordSource(path: path).records()
    while let record = try reader.next() {
      guard case .bytes(let bytes) = record.content,
        let value = try? JSONReader.strictValue(of: bytes)
      else { continue }
      try check(value)
    }
  }
}

extension JSONValue {
  /// The value with other texts; `change` gets a text and the name of the member in which it stands.
  fileprivate func replacingTexts(
    _ change: (String, String) -> String, of name: String = ""
  ) -> JSONValue {
    switch self {
    case .text(let text): .text(change(text, name))
    case .array(let items): .array(items.map { $0.replacingTexts(change, of: name) })
    case .object(let members):
      .object(members.map { .init($0.key, $0.value.replacingTexts(change, of: $0.key)) })
    default: self
    }
  }
}
