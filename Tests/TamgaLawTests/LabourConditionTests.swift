import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct LabourConditionTests {
  @Test(arguments: conditions) func judgesConditions(_ row: RuleRow) throws { try row.check() }

  static let conditions: [RuleRow] = [
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-01-20", [], "crossed before"),
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-02-09", [], "on the issue date"),
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-02-10", [.error], "not yet here"),
    RuleRow("LIM-LEGAL-ENTRY", .refuse, "", [], "a refusal is not blocked"),

    RuleRow("LIM-VISA-FREE", .grant, "citizenship UZB, @visaFree UZB+KGZ", [], "in the list"),
    RuleRow("LIM-VISA-FREE", .grant, "citizenship IND, @visaFree UZB+KGZ", [.error], "not in it"),
    RuleRow("LIM-VISA-FREE", .refuse, "citizenship IND, @visaFree UZB", [], "a refusal"),

    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 3", [], "as many"),
    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 4", [], "more"),
    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 2", [.error], "one month short"),
    RuleRow("LIM-TAX-COVERS", .extend, "termMonths 3, taxPaidMonths 1", [.error], "on extension"),

    RuleRow("LIM-CHECKS", .grant, "hasConviction false, isWanted false", [], "both negative"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction false, isWanted true", [.error], "wanted"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction true, isWanted false", [.warning], "convicted"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction true, isWanted true", [.error, .warning], "both"),
    RuleRow("LIM-CHECKS", .grant, "isWanted true", [.error], "wanted, the other check not given"),
    RuleRow("LIM-CHECKS", .extend, "", [], "an extension without results"),
    RuleRow("LIM-CHECKS", .extend, "isWanted true", [.error], "an extension for a wanted person"),
    RuleRow("LIM-CHECKS", .extend, "hasConviction true", [.warning], "an extension, convicted"),
    RuleRow("LIM-CHECKS", .refuse, "isWanted true", [], "a refusal is not blocked"),

    RuleRow("LIM-FINGERPRINT", .grant, "fingerprintCertificate true", [], "a certificate"),
    RuleRow("LIM-FINGERPRINT", .grant, "fingerprintCertificate false", [.error], "none"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2020, applicationDate 2021-02-08", [],
      "a permit in the year before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant, "previousPermitYear 2020, applicationDate 2021-02-08", [],
      "then the certificate is not asked for"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2019, applicationDate 2021-02-08",
      [.error], "two years before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2018, applicationDate 2021-02-08",
      [.error], "the example of rules.md"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2021, applicationDate 2021-10-08",
      [.warning], "the same year: the act is silent"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, @paper 2020-10-01..2020-12-31, applicationDate 2021-02-08",
      [], "the register knows the permit"),
    RuleRow("LIM-FINGERPRINT", .extend, "fingerprintCertificate false", [], "only the first"),

    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 1975, employerAddress Алматы", [], "all three"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName '', employerBirthYear 1975, employerAddress ''", [.error, .error], "two blank"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 2022, employerAddress Алматы", [.error],
      "born after the issue date"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 75, employerAddress Алматы", [.error], "no year"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 1900, employerAddress Алматы", [], "the first year"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 1899, employerAddress Алматы", [.error], "before it"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 2021, employerAddress Алматы", [],
      "the year of issue: a number, not a judgement of age"),
    RuleRow("LIM-EXT-EMPLOYER", .grant, "employerName ''", [], "only on extension"),

    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned true, employerSigned true",
      [], "both"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned true, employerSigned false",
      [.error], "only the applicant"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned false, employerSigned false",
      [.error, .error], "nobody"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, employerSigned false", [.error],
      "one is false, the other absent"),
    RuleRow("LIM-EXT-PORTAL-SIGS", .extend, "channel state-corporation", [], "not the portal"),

    RuleRow("LIM-PORTAL-ONLY-EXT", .extend, "channel portal", [], "an extension"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .grant, "channel portal", [.error], "a first permit"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .duplicate, "channel portal", [.error], "a duplicate"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .grant, "channel state-corporation", [], "not the portal"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .refuse, "channel portal", [], "a refusal is not blocked"),

    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind natural-person, workKind domestic", [], "household"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind legal-entity, workKind domestic", [.error], "a firm"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind natural-person, workKind construction", [.error],
      "other work"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind legal-entity", [.error], "the kind of work absent"),
    RuleRow("LIM-CATEGORY", .grant, "workKind construction", [.error], "the employer absent"),

    RuleRow("LIM-QUOTA", .grant, "quotaLeft 5", [], "five left"),
    RuleRow("LIM-QUOTA", .grant, "quotaLeft 1", [], "the last"),
    RuleRow("LIM-QUOTA", .grant, "quotaLeft 0", [.error], "used up"),
    RuleRow("LIM-QUOTA", .extend, "quotaLeft 0", [], "an extension takes none"),
  ]
}
