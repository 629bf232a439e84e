import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct LabourTermTests {
  @Test(arguments: terms) func judgesTerms(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: chains) func judgesChains(_ row: RuleRow) throws { try row.check() }

  static let terms: [RuleRow] = [
    RuleRow(
      "LIM-PERMIT-TERM", .grant,
      "@unreadable termMonths, validFrom 2021-02-10, validUntil 2021-03-10", [.error],
      "what is no number is no listed one"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-10", [],
      "the corresponding day"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-09", [],
      "the day before it"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-11",
      [.error], "a day longer"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-08",
      [.error], "two days shorter"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-15",
      [.error], "the example of rules.md"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-01-31, validUntil 2021-02-28", [],
      "the last day of a short month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-01-31, validUntil 2021-03-01",
      [.error], "past a short month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 3, validFrom 2021-11-30, validUntil 2022-02-28", [],
      "over a new year"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 4, validFrom 2021-02-10, validUntil 2021-06-10",
      [.error], "four months"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 0, validFrom 2021-02-10, validUntil 2021-02-10",
      [.error], "no month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 3, validFrom 9999-11-10, validUntil 9999-12-31", [],
      "the calendar ends: no trap"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 6, validFrom 2021-02-10, validUntil 2021-08-10", [],
      "another edition may allow it", parameters: ["months": .counts([6])]),
    RuleRow("LIM-PERMIT-TERM", .extend, "termMonths 4", [], "extensions have their own rule"),

    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 3, validFrom 2021-03-11, validUntil 2021-06-11", [],
      "three months"),
    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 6, validFrom 2021-03-11, validUntil 2021-09-11",
      [.error], "six months"),
    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 3, validFrom 2021-03-11, validUntil 2021-06-12",
      [.error], "a day longer"),
    RuleRow("LIM-EXT-TERM", .grant, "termMonths 6", [], "first permits have their own rule"),

    RuleRow("LIM-TERM-AS-REQUESTED", .grant, "termMonths 2, requestedMonths 2", [], "as asked"),
    RuleRow("LIM-TERM-AS-REQUESTED", .grant, "termMonths 3, requestedMonths 1", [.error], "longer"),
    RuleRow(
      "LIM-TERM-AS-REQUESTED", .extend, "termMonths 1, requestedMonths 2", [.error], "shorter"),
    RuleRow("LIM-TERM-AS-REQUESTED", .refuse, "requestedMonths 2", [], "a refusal gives no term"),
  ]

  static let chains: [RuleRow] = [
    RuleRow(
      "LIM-TOTAL-CAP", .grant, "validFrom 2021-02-10, validUntil 2022-02-10", [],
      "the last day of twelve months"),
    RuleRow(
      "LIM-TOTAL-CAP", .grant, "validFrom 2021-02-10, validUntil 2022-02-11", [.error], "a day over"
    ),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "firstValidFrom 2021-02-10, validFrom 2022-01-10, validUntil 2022-02-10", [],
      "the chain ends on its anniversary"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "firstValidFrom 2021-02-10, validFrom 2022-02-10, validUntil 2022-03-10", [.error],
      "the example of rules.md"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, @paper 2021-05-11..2021-08-11, validUntil 2022-02-10", [],
      "the register knows the first day"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, @paper 2021-05-11..2021-08-11, validUntil 2022-02-13",
      [.error], "3+3+3+3 months, each from the next day (H.16)"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, firstValidFrom 2021-03-10, validUntil 2021-08-11", [.error],
      "a fact contradicts the register"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, previousValidFrom 2021-02-11, validUntil 2021-08-11",
      [.error], "the first day of the previous paper contradicts the register"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-08-10..2021-11-10 kind:kind, firstValidFrom 2021-02-10, validUntil 2022-03-10",
      [.error], "the register's part begins with an extension of an outside paper"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend, "previousValidFrom 2021-02-10, validUntil 2022-02-11", [.error],
      "the previous paper is the first"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend, "previousValidFrom 2021-02-10, validUntil 2021-04-11", [.error],
      "an edition with two months", parameters: ["months": .count(2)]),

    RuleRow("LIM-GAP-30", .grant, "validFrom 2021-02-10", [], "no permit before"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-05-01, validFrom 2021-05-01", [], "31 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-30, validFrom 2021-05-01", [.warning],
      "30 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-29, validFrom 2021-05-01", [.error],
      "29 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-20, validFrom 2021-05-20", [.error],
      "issued after 20 days, though valid later"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-05-20, validFrom 2021-04-20", [.error],
      "valid before it is issued"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2021-01-01..2021-03-31, issueDate 2021-04-20, validFrom 2021-04-20", [.error],
      "the register knows the permit"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2021-01-01..2021-03-31, previousValidUntil 2021-02-28, validFrom 2021-06-01",
      [.error], "a fact contradicts the register"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2020-01-01..2021-03-31 service:temporary-residence-permit, validFrom 2021-04-10", [],
      "a paper of another service"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-11, validFrom 2021-04-11", [],
      "an edition with ten days", parameters: ["days": .count(10)]),
    RuleRow(
      "LIM-GAP-30", .extend, "previousValidUntil 2021-03-31, validFrom 2021-04-01", [],
      "an extension waits for nothing"),

    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-11", [],
      "the next day"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-10", [],
      "the last day itself"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-12",
      [.warning], "a day later"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-09",
      [.warning], "a day earlier"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "@paper 2021-02-10..2021-03-10, validFrom 2021-03-20",
      [.warning], "the register knows the end"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend,
      "@paper 2021-02-10..2021-03-10, previousValidUntil 2021-03-19, validFrom 2021-03-20",
      [.error], "a fact contradicts the register"),

    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "previousValidUntil 2020-12-31, leftInTime true", [], "left"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "previousValidUntil 2020-12-31, leftInTime false", [.error],
      "stayed"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "@paper 2020-10-01..2020-12-31, leftInTime false", [.error],
      "the register knows the permit"),
    RuleRow("LIM-LEFT-IN-TIME", .grant, "leftInTime false", [], "no permit before"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .refuse, "previousValidUntil 2020-12-31, leftInTime false", [],
      "a refusal is not blocked"),
  ]
}
