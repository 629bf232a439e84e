import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSeal
import TamgaTemplates
import Testing

@testable import TamgaIssue

@Suite struct BatchReportTests {
  static let sentence = Message(kk: "мәтін", ru: "текст", en: "text")

  static func result(
    _ outcome: DecisionResult.Outcome, _ findings: [Finding] = []
  ) -> DecisionResult {
    DecisionResult(
      line: 1, source: nil, id: "D-1", outcome: outcome, document: "labour-immigrant-permit",
      paper: outcome == .issued
        ? .init(
          document: "labour-immigrant-permit", number: "N-1", file: "documents/x/N-1.pdf",
          sha256: [1, 2], pages: 2) : nil, also: [],
      findings: findings)
  }

  static func summary(_ batch: String = "B") throws -> BatchSummary {
    BatchSummary(
      batch: batch, office: "KZ-XX", root: "00", zone: try #require(OfficeZone("Asia/Almaty")))
  }

  struct Exit: Sendable, CustomTestStringConvertible {
    let outcomes: [DecisionResult.Outcome]
    let code: Int32
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Exit(outcomes: [], code: 0, why: "nothing to do"),
    Exit(outcomes: [.issued, .alreadyIssued], code: 0, why: "all have their papers"),
    Exit(outcomes: [.issued, .rejected], code: 2, why: "some are rejected"),
    Exit(outcomes: [.rejected, .failed], code: 1, why: "a failure weighs more"),
  ]) func theExitStatusFollowsTheOutcomes(_ row: Exit) throws {
    var summary = try Self.summary()
    for outcome in row.outcomes { summary.add(ReportedResult(Self.result(outcome))) }
    #expect(summary.exitCode == row.code)
    #expect(summary.records == row.outcomes.count)
  }

  @Test func aRuleCountsOnceForARecord() throws {
    var summary = try Self.summary()
    let error = Finding("REC-DATE", .error, at: "/fields/a", Self.sentence)
    let twice = Finding("REC-DATE", .error, at: "/fields/b", Self.sentence)
    let absent = Finding(
      "LIM-QUOTA", .information, at: "/facts/quotaLeft", Self.sentence, notChecked: true)
    summary.add(ReportedResult(Self.result(.rejected, [error, twice, absent])))
    summary.add(ReportedResult(Self.result(.rejected, [error])))
    #expect(summary.rules["REC-DATE"]?[.error] == 2)
    #expect(summary.notChecked == ["LIM-QUOTA": 1])
    #expect(summary.rules["LIM-QUOTA"] == nil)
  }

  @Test func theReportHoldsNoMarkupOfOthers() throws {
    var summary = try Self.summary("<script>&\"")
    let message = Message(kk: "<b>", ru: "<b>", en: "<b>")
    summary.add(
      ReportedResult(Self.result(.rejected, [Finding("R", .error, at: "/fields/<i>", message)])))
    let html = BatchReport(
      summary, library: try TemplateLibrary.read(folder: Repository.templates), language: .kk
    ).html
    #expect(!html.contains("<b>") && !html.contains("<i>"))
    #expect(html.contains("&lt;script&gt;&amp;&quot;"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("http"), "it opens without network")
  }

  @Test func aResultHasTheMembersOfTheContract() {
    let finding = Finding(
      "LIM-GAP-30", .warning, at: "/fields/validFrom", Self.sentence,
      citation: Citation("MIA order 76", "para 8"))
    #expect(
      JSONWriter.text(Self.result(.issued, [finding]).json)
        == #"{"line":1,"id":"D-1","outcome":"issued","document":"labour-immigrant-permit","#
        + #""number":"N-1","file":"documents/x/N-1.pdf","sha256":"0102","pages":2,"findings":["#
        + #"{"rule":"LIM-GAP-30","level":"warning","place":"/fields/validFrom","message":"#
        + #"{"kk":"мәтін","ru":"текст","en":"text"},"citation":{"act":"MIA order 76","#
        + #""place":"para 8"}}]}"#)
  }
}
