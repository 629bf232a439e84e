import TamgaDomain
import Testing

@testable import TamgaLaw

/// Documents, ages and circumstances of the person, with the second revision of the rules.
@Suite struct PersonConditionTests {
  private static let person =
    "latinFullName KARIMOV ANVAR, passportSeriesNumber FA1, citizenship UZB, birthDate 1990-05-17"

  static let rows: [RuleRow] = [
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind stateless, citizenship XXA", [], "stateless"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind stateless, citizenship RUS", [.warning],
      "a document of the stateless, and a citizenship"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship XXA", [], "a foreign passport of a stateless person"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship XXB", [.warning], "a refugee"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship AFG", [.warning], "a refugee of a state"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship XXA", [.warning], "a refugee without a state"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship XXC", [.warning], "a refugee with a passport"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship RUS", [], "a foreigner"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .refuse,
      "passportKind refugee, citizenship XXB", [], "a refusal is not blocked"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2025-03-31",
      [], "a year, both ends in"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2025-03-30",
      [.warning], "a day less"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-06-01, passportExpiryDate 2024-06-01",
      [], "the passport ends it"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose family-reunification, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-05-01",
      [.warning], "a month for the family"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-09-30",
      [], "six months, both ends in"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-09-29",
      [.warning], "a day less"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workBasis contract, workPermitRequired true, validUntil 2024-06-10",
      [.error], "two bases that exclude each other"),
    RuleRow(
      "TRP-LATE", .extend,
      "previousValidUntil 2024-04-01, applicationDate 2024-04-02", [.error],
      "after the end of the earlier permit"),
    RuleRow(
      "TRP-LATE", .extend,
      "previousValidUntil 2024-04-01, applicationDate 2024-04-01", [],
      "on the last day of the earlier permit"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2003, isMarried false", [.warning], "18 or 17, single"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2004, isMarried false", [.error], "17 or 16, single"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2002", [], "18 whatever the day"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005", [.warning], "15 or 16"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005-02", [.warning], "16 within the month"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005-03", [.error], "16 next month"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2010, applicationDate 2024-04-01, childConsent false", [.warning], "13 or 14"),
    RuleRow(
      "GEN-EDITION", .grant,
      "@edition 2021-01-30+2021-02-08, @inUse 2021-02-09", [.warning],
      "an ended form on the last day of its use"),
    RuleRow(
      "GEN-EDITION", .grant,
      "@edition 2021-01-30+2021-02-08, @inUse 2021-02-08", [.error], "the day after"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2014-03-14, @edition 2013-01-19+2014-03-13, @inUse 2014-03-14", [.warning],
      "an ended form in use"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2014-03-14, @edition 2013-01-19+2014-03-13", [.error], "an ended form"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2013-01-18, @edition 2013-01-19+2014-03-13, @inUse 2014-03-14", [.error],
      "a form before its time"),
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
    RuleRow(
      "LIM-PASSPORT", .grant, "passportExpiryDate 2021-02-08, applicationDate 2021-02-08", [],
      "it ends with the day"),
    RuleRow("LIM-PASSPORT", .grant, "applicationDate 2021-02-08", [], "not known"),
    RuleRow("QC-COMMISSION", .refuse, "requestedAction reissue", [], "no commission sat"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2", [.error], "a commission without minutes"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2, basis хаттама", [], "with minutes"),
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
