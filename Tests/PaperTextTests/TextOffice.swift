import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaInput
import TamgaIssue
import TamgaOptics
import TamgaSeal
import TamgaTemplates
import TamgaVerify
import Testing

/// A temporary office that issues records and verifies what it issued, all in this process.
final class TextOffice: Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let library = Result {
    try TemplateLibrary.read(folder: root.appending(path: "Templates").path())
  }

  /// 2026-05-27: later than every synthetic decision.
  private static let now: Int64 = 1_779_868_800

  private let folder: String
  private let office: Office

  init() throws {
    folder = NSTemporaryDirectory() + "tamga-text-" + UUID().uuidString
    let configuration = try String(
      contentsOf: Self.root.appending(path: "Tests/Fixtures/contract/office.yaml"), encoding: .utf8)
    _ = try Office.make(folder + "/office", configuration: configuration, now: Self.now)
    office = try Office.open(
      folder + "/office", library: Self.library.get(), now: { Self.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What came of one record.
  struct Issued: Sendable {
    let id: String
    let document: String
    let outcome: String
    /// Rule and place of the errors.
    let errors: [String]
    /// The PDF of an issued paper.
    var pdf: [UInt8] = []
  }

  /// Issues records, one a line.
  func issue(_ records: [[UInt8]]) async throws -> [Issued] {
    let path = folder + "/\(UUID().uuidString).jsonl"
    try Data(records.joined(separator: [0x0A])).write(to: URL(filePath: path))
    let run = BatchRun(office: office, output: folder + "/out", jobs: 2, agent: "test")
    let (_, batch) = try await run.run([RecordSource(path: path)]) { _ in }
    let results = try Data(contentsOf: URL(filePath: batch + "/results.jsonl"))
    return try results.split(separator: 0x0A).map { line in
      let value = try JSONReader.strictValue(of: Array(line))
      var issued = Issued(
        id: value["id"]?.text ?? "", document: value["document"]?.text ?? "",
        outcome: value["outcome"]?.text ?? "", errors: Self.errors(of: value))
      if let file = value["file"]?.text {
        issued.pdf = Array(try Data(contentsOf: URL(filePath: batch + "/" + file)))
      }
      return issued
    }
  }

  private static func errors(of result: JSONValue) -> [String] {
    guard case .array(let findings)? = result["findings"] else { return [] }
    return findings.filter { $0["level"]?.text == "error" }.map { finding in
      "\(finding["rule"]?.text ?? "") \(finding["place"]?.text ?? "")"
    }
  }

  /// What an inspector is told of a paper.
  struct Seen: Sendable {
    let outcome: Outcome
    let reasons: [Reason]
    /// What a reader of the file copies out.
    let text: String

    /// Genuine, and its text found to be the sealed one.
    var isWhole: Bool {
      outcome < .altered && !reasons.contains(.textNotChecked) && !reasons.contains(.pagesNotRead)
    }
  }

  /// Verifies papers, each alone.
  func verify(_ papers: [[UInt8]]) async throws -> [Seen] {
    let verifier = Verifier(
      trust: TrustState(try office.exportBundle(agent: "clerk")), now: Self.now)
    return try await withThrowingTaskGroup(of: (Int, Seen).self) { group in
      var seen = [Seen?](repeating: nil, count: papers.count)
      var next = 0
      func add() {
        guard next < papers.count else { return }
        let (index, paper) = (next, papers[next])
        group.addTask { (index, try Self.seen(paper, by: verifier)) }
        next += 1
      }
      for _ in 0..<2 { add() }
      while let (index, one) = try await group.next() {
        seen[index] = one
        add()
      }
      return seen.compactMap(\.self)
    }
  }

  private static func seen(_ pdf: [UInt8], by verifier: Verifier) throws -> Seen {
    let contents = try InputReader.contents(of: pdf, fonts: verifier.fonts)
    let verdicts = verifier.verdicts(on: contents)
    let verdict = try #require(verdicts.first)
    #expect(verdicts.count == 1)
    var text = ""
    if case .document(let document) = contents {
      text = document.pages.compactMap(\.text).joined(separator: "\n")
    }
    return Seen(outcome: verdict.outcome, reasons: verdict.reasons, text: text)
  }
}
