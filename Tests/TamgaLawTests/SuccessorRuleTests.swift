import TamgaDomain
import Testing

@testable import TamgaLaw

/// Who issues, whom the papers serve, and the papers that hang on an earlier one.
@Suite struct SuccessorRuleTests {
  private static let police: [String: RuleParameter] = [
    "bodies": .texts(["police", "internal-affairs"])
  ]

  static let rows: [RuleRow] = [
    RuleRow("GEN-ISSUER", .grant, "@body police", [], "police", parameters: police),
    RuleRow(
      "GEN-ISSUER", .grant, "@body internal-affairs", [], "by another name", parameters: police),
    RuleRow(
      "GEN-ISSUER", .grant, "@body local-executive-body", [.error], "akimat", parameters: police),
    RuleRow(
      "GEN-ISSUER", .apply, "@body local-executive-body", [.warning], "a form only",
      parameters: police),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship UZB", [], "a foreigner"),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship XXA", [], "stateless"),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship KAZ", [.error], "a citizen"),
    RuleRow("EXIT-CITIZEN", .grant, "citizenship KAZ", [], "a citizen"),
    RuleRow("EXIT-CITIZEN", .grant, "citizenship RUS", [.error], "a foreigner"),

    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@paper 2021-02-10..2021-05-10, previous A-1", [], "held"),
    RuleRow("GEN-SUCCESSOR-NAMED", .extend, "", [.error], "no number at all"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .revoke, "permitNumber A-1", [.warning], "a printed number only"),
    RuleRow("GEN-SUCCESSOR-NAMED", .grant, "", [], "a first paper"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1", [.warning], "outside, not checked"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1, previousChecked true", [],
      "outside, checked"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1, previousChecked false", [.error],
      "outside, not found"),

    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend, "@paper 2021-02-10..2021-05-10, @same true", [], "same"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend, "@paper 2021-02-10..2021-05-10, @same false", [.error],
      "a stranger's"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend, "@paper 2021-02-10..2021-05-10", [], "nothing to compare"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @same false, cause name-changed", [.warning], "a new name"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "previousBirthDate 1990-05-17, birthDate 1990-05-17, previousCitizenship UZB, citizenship UZB",
      [], "outside, the same"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend, "previousBirthDate 1990-05-17, birthDate 1990-05-18",
      [.error], "outside, born on another day"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .duplicate, "previousFullName KARIMOV, latinFullName PETROV",
      [.error],
      "outside, another name"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "previousFullName KARIMOV, latinFullName PETROV, previousPassportSeriesNumber A1, "
        + "passportSeriesNumber A1", [], "outside, the same passport"),

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
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, @person 2021-05-11..2021-08-11 extends:1 serial:2",
      [.error], "extended already"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, "
        + "@person 2021-05-11..2021-08-11 extends:1 serial:2 status:1", [],
      "that extension is revoked"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:2, @person 2021-02-10..2021-05-10 extends:1 serial:2",
      [], "the last link"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended true", [.error], "outside, extended"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended false", [], "outside, not extended"),

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
      "LIM-PASSPORT", .grant,
      "passportExpiryDate 2021-05-10, applicationDate 2021-02-08, validUntil 2021-05-10", [],
      "to the last day"),
    RuleRow(
      "LIM-PASSPORT", .grant,
      "passportExpiryDate 2021-05-09, applicationDate 2021-02-08, validUntil 2021-05-10",
      [.warning], "a day less"),
    RuleRow(
      "LIM-PASSPORT", .grant, "passportExpiryDate 2021-02-07, applicationDate 2021-02-08", [.error],
      "expired the day before"),
    RuleRow("LIM-PASSPORT", .grant, "applicationDate 2021-02-08", [], "not known"),

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

    RuleRow("QC-COMMISSION", .refuse, "requestedAction reissue", [], "no commission sat"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2", [.error], "a commission without minutes"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2, basis хаттама", [], "with minutes"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction extend, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [.warning],
      "an extension refused on the fifth day"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction reissue, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [],
      "a reissue has a rule of its own"),
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
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
