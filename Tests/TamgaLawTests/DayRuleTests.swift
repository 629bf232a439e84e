import TamgaDomain
import Testing

@testable import TamgaLaw

/// Days of a decision: their order, the start of a term, and when an extension is asked for.
@Suite struct DayRuleTests {
  static let rows: [RuleRow] = [
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-09, validUntil 2021-05-09, decisionDate 2021-02-09", [],
      "from the day of the decision"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-08, validUntil 2021-05-08, decisionDate 2021-02-09", [.warning],
      "from the day before"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-08, validUntil 2021-05-08", [.warning],
      "the issue date where no decision is dated"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-11, validUntil 2021-06-11", [], "thirty days after"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-12, validUntil 2021-06-12", [.warning], "thirty-one days after"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-12, validUntil 2021-06-12, @termStart 31", [], "as the office has it"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-01-05, validUntil 2021-02-08", [.error], "over the day before"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-01-05, validUntil 2021-02-09, decisionDate 2021-01-04", [], "over on the day"),
    RuleRow(
      "GEN-TERM-START", .extend,
      "validFrom 2021-05-11, validUntil 2021-08-11, previousValidUntil 2021-05-10", [],
      "the day after the previous end"),
    RuleRow(
      "GEN-TERM-START", .extend,
      "validFrom 2021-05-12, validUntil 2021-08-12, previousValidUntil 2021-05-10", [.warning],
      "two days after it"),
    RuleRow(
      "GEN-TERM-START", .duplicate,
      "validFrom 2021-01-05, validUntil 2021-02-05", [], "a duplicate keeps its days"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-15, validUntil 2021-05-10, issueDate 2021-03-04", [], "shortened"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "validUntil 2021-05-10, issueDate 2021-03-04", [.error], "not said"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "validUntil 2021-05-10, issueDate 2021-03-04, isTraffickingVictim true", [], "of a victim"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-10, validUntil 2021-05-10, issueDate 2021-03-04", [.warning],
      "the old end"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-09, validUntil 2021-05-10, issueDate 2021-03-04", [],
      "the day before it"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-11, validUntil 2021-05-10, issueDate 2021-03-04", [.error], "later"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-04-02, stayUntil 2021-04-01, validUntil 2021-05-10, issueDate 2021-03-04",
      [.error], "later than the stay"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-04-01, stayUntil 2021-04-01, validUntil 2021-05-10, issueDate 2021-03-04",
      [.warning], "the end of the stay"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-03, validUntil 2021-05-10, issueDate 2021-03-04", [.warning],
      "before the notice"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-04, validUntil 2021-05-10, issueDate 2021-03-04", [],
      "the day of the notice"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021", [], "born in the year of issue"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021-02", [], "born in the month of issue"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021-03", [.error], "born in the next month"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "issueDate 2021-02-09, applicationDate 2021-02-09", [],
      "applied on the day"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "issueDate 2021-02-09, applicationDate 2021-02-10", [.error],
      "applied a day after"),
    RuleRow(
      "GEN-DATE-ORDER", .inform,
      "issueDate 2021-02-09, acceptanceDate 2021-02-08, resultDateTime 2021-02-08T10:00", [],
      "result on the day of acceptance"),
    RuleRow(
      "GEN-DATE-ORDER", .inform,
      "issueDate 2021-02-09, acceptanceDate 2021-02-08, resultDateTime 2021-02-07T10:00", [.error],
      "result before acceptance"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "passportIssueDate 2020-01-01, passportExpiryDate 2020-01-01",
      [.error], "a passport of no day"),
    RuleRow(
      "GEN-DATE-ORDER", .duplicate, "issueDate 2021-02-09, originalIssueDate 2021-02-10", [.error],
      "the original is later"),
    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "previousValidUntil 2021-05-10, applicationDate 2021-05-10", [],
      "on the last day"),
    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "previousValidUntil 2021-05-10, applicationDate 2021-05-11",
      [.error], "a day after"),
    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "@paper 2021-02-10..2021-05-10, applicationDate 2021-05-11",
      [.error], "by the register"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend, "previousValidUntil 2025-04-02, applicationDate 2025-04-02", [],
      "on the last day"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend, "previousValidUntil 2025-04-02, applicationDate 2025-04-03",
      [.error], "a day after"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-04-12, article517Case true", [],
      "ten days and liability"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-04-13, article517Case true", [.error],
      "eleven days and liability"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-05-13, failureAct true", [],
      "a failure of the systems"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend, "previousValidUntil 2025-04-02, validFrom 2025-04-03", [],
      "the day after"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend, "previousValidUntil 2025-04-02, validFrom 2025-04-04",
      [.warning], "two days after"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend,
      "@paper 2024-04-02..2025-04-02, previousValidUntil 2025-04-03, validFrom 2025-04-03",
      [.error], "the register says otherwise"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend, "previousValidUntil 2026-05-10, validFrom 2026-05-10", [],
      "on the last day"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend, "previousValidUntil 2026-05-10, validFrom 2026-06-20",
      [.warning], "a gap"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend,
      "@paper 2026-02-10..2026-05-10, previousValidUntil 2026-05-09, validFrom 2026-05-10",
      [.error], "the register says otherwise"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction extend, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [.warning],
      "an extension refused on the fifth day"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction reissue, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [],
      "a reissue has a rule of its own"),
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
