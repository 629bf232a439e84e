import TamgaDomain
import Testing

@testable import TamgaLaw

/// What a paper is changed by, and when no more.
@Suite struct SuccessorStateTests {
  static let rows: [RuleRow] = [
    RuleRow("GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10", [], "valid"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10 status:1", [.error], "revoked"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke, "@paper 2021-02-01..2021-05-10 status:1", [.error], "again"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke, "@paper 2021-02-01..2021-05-10 status:2", [], "suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10 status:2", [.error],
      "suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .duplicate, "@paper 2021-02-01..2021-05-10 status:3", [.error],
      "replaced"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-10..2021-05-10 issued:2021-02-09", [],
      "issued the same day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-10..2021-05-10 issued:2021-02-10", [.error],
      "issued the day after"),
    RuleRow("GEN-SUCCESSOR-STATE", .extend, "previousStatus valid", [], "outside, valid"),
    RuleRow("GEN-SUCCESSOR-STATE", .extend, "previousStatus annulled", [.error], "outside, ended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@paper 2021-02-01..2021-02-09", [], "a permit on its last day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@paper 2021-02-01..2021-02-08", [.warning], "a permit the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, @paper 2021-02-01..2021-02-09", [],
      "a certificate on its last day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, @paper 2021-02-01..2021-02-08", [.error],
      "a certificate the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, previousValidUntil 2021-02-08", [.error],
      "outside, a certificate the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "previousStatus suspended", [], "outside, suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "@paper 2021-02-01..2021-05-10, previousStatus revoked", [.error],
      "the record contradicts the register"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "previousIssueDate 2021-02-10", [.error], "outside, issued the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "previousIssueDate 2021-02-09", [], "outside, issued the same day"),

    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.error], "extended already"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, "
        + "@link 2021-05-11..2021-08-11 extends:1 serial:2 status:1", [],
      "that extension is revoked"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-05-11..2021-08-11 serial:2, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "the last link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:3, @link 2021-02-10..2021-05-10 replaces:1 serial:3, "
        + "@link 2021-05-11..2021-08-11 extends:1 serial:2", [.error],
      "a duplicate of what is extended"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .reissue,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "a reissue of an earlier link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .duplicate,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "a duplicate of any link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, previousExtended true", [.error],
      "the record contradicts the register"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended true", [.error], "outside, extended"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended false", [], "outside, not extended"),

    RuleRow(
      "GEN-REVOKES-CHAIN", .revoke,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "an earlier link"),
    RuleRow(
      "GEN-REVOKES-CHAIN", .annul,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "an earlier link, annulled"),
    RuleRow(
      "GEN-REVOKES-CHAIN", .revoke,
      "@paper 2021-05-11..2021-08-11 serial:2, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "the last link"),
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
