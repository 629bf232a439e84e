import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ResidenceTermTests {
  @Test(arguments: terms) func judgesTerms(_ row: RuleRow) throws { try row.check() }

  static let terms: [RuleRow] = [
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2025-03-01, passportExpiryDate 2025-03-01", [],
      "the same day"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2025-03-02, passportExpiryDate 2025-03-01",
      [.error], "a day over"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2024-12-31, passportExpiryDate 2025-03-01", [],
      "the example of rules.md"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .refuse, "validUntil 2025-04-01, passportExpiryDate 2025-03-01", [],
      "a refusal is not blocked"),

    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      """
      stayPurpose employment, workPermitRequired true, workPermitUntil 2024-06-10, \
      validUntil 2024-06-10
      """,
      [], "the same day"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      """
      stayPurpose employment, workPermitRequired true, workPermitUntil 2024-06-10, \
      validUntil 2024-06-11
      """,
      [.error], "a day over"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workPermitUntil 2024-06-10, validUntil 2024-06-09", [.warning],
      "a day less"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose family-reunification, workPermitUntil 2024-06-10, validUntil 2024-09-10",
      [.error], "the family of a worker"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workPermitRequired false, validUntil 2024-06-11", [],
      "no permit is needed: another rule"),
    RuleRow("TRP-WORK-PERMIT", .grant, "stayPurpose education", [], "another purpose"),

    RuleRow(
      "TRP-QUAL-CERT", .grant,
      """
      stayPurpose employment, certificateUntil 2026-04-01, validFrom 2025-04-01, \
      validUntil 2026-04-01
      """,
      [], "both end together"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      """
      stayPurpose employment, certificateUntil 2026-04-01, validFrom 2025-04-02, \
      validUntil 2026-04-02
      """,
      [.warning], "a day over the certificate"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      """
      stayPurpose employment, certificateUntil 2028-04-01, validFrom 2025-04-01, \
      validUntil 2026-04-02
      """,
      [], "the year is asked by another rule"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, certificateUntil 2028-04-01, validFrom 2025-04-01, \
      validUntil 2026-04-02
      """,
      [.error], "longer than a year on a certificate"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workPermitRequired false, workBasis journalist-accreditation, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      [], "a journalist needs no contract"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workBasis secondment-order, basisUntil 2024-12-31, \
      validFrom 2024-04-01, validUntil 2025-01-01
      """,
      [.warning], "a day over the order"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      "stayPurpose employment, workPermitRequired true, certificateUntil 2026-04-01", [],
      "a work permit goes before"),

    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workPermitRequired false, contractUntil 2026-03-31, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      [], "a year within the contract"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workPermitRequired false, contractUntil 2026-03-31, \
      validFrom 2024-04-01, validUntil 2025-04-02
      """,
      [.error], "a day over the year"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workPermitRequired false, contractUntil 2024-12-31, \
      validFrom 2024-04-01, validUntil 2025-01-01
      """,
      [.error], "a day over the contract"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .extend,
      """
      stayPurpose employment, workPermitRequired false, validFrom 2024-04-01, \
      validUntil 2025-04-02
      """,
      [.error], "over the year, the contract not given"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose family-reunification, contractUntil 2024-12-31, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [.error], "the family of a worker"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant, "stayPurpose employment, workPermitRequired true", [],
      "a permit is needed: another rule"),

    RuleRow(
      "TRP-AIFC-1Y", .grant,
      """
      aifc activity, stayPurpose employment, contractUntil 2026-03-31, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [], "a year"),
    RuleRow(
      "TRP-AIFC-1Y", .grant,
      """
      aifc activity, stayPurpose employment, contractUntil 2026-04-01, validFrom 2024-04-01, \
      validUntil 2026-04-01
      """,
      [.error], "two years"),
    RuleRow(
      "TRP-AIFC-1Y", .grant,
      """
      aifc activity, stayPurpose employment, contractUntil 2024-12-31, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [.error], "over the contract"),
    RuleRow(
      "TRP-AIFC-1Y", .grant, "stayPurpose employment, workPermitRequired false", [], "no AIFC"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant, "aifc activity, stayPurpose employment", [],
      "AIFC goes by its own rule"),

    RuleRow(
      "TRP-STUDY-1Y", .grant,
      "stayPurpose education, studyUntil 2025-06-30, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "a year within the studies"),
    RuleRow(
      "TRP-STUDY-1Y", .grant,
      "stayPurpose education, studyUntil 2024-12-31, validFrom 2024-04-01, validUntil 2025-01-01",
      [.error], "a day over the studies"),
    RuleRow(
      "TRP-STUDY-1Y", .grant,
      "stayPurpose education, studyUntil 2028-06-30, validFrom 2024-04-01, validUntil 2025-04-02",
      [.error], "a day over the year"),
    RuleRow("TRP-STUDY-1Y", .grant, "stayPurpose business", [], "another purpose"),

    RuleRow(
      "TRP-TREATMENT", .grant,
      "stayPurpose inpatient-treatment, treatmentUntil 2024-05-15, validUntil 2024-05-15", [],
      "to the last day"),
    RuleRow(
      "TRP-TREATMENT", .grant,
      "stayPurpose inpatient-treatment, treatmentUntil 2024-05-15, validUntil 2024-05-16", [.error],
      "a day over"),

    RuleRow(
      "TRP-MISSIONARY", .grant,
      """
      stayPurpose missionary, requestedUntil 2025-04-01, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [], "a year, as petitioned"),
    RuleRow(
      "TRP-MISSIONARY", .grant,
      """
      stayPurpose missionary, requestedUntil 2025-10-01, validFrom 2024-04-01, \
      validUntil 2025-10-01
      """,
      [.error], "18 months"),
    RuleRow(
      "TRP-MISSIONARY", .grant,
      """
      stayPurpose missionary, requestedUntil 2024-10-01, validFrom 2024-04-01, \
      validUntil 2024-10-02
      """,
      [.error], "a day over the petition"),

    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      """
      stayPurpose permanent-residence-applicant, prApplicationDate 2021-01-01, \
      validFrom 2024-04-01, validUntil 2024-06-30
      """,
      [], "90 days"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      """
      stayPurpose permanent-residence-applicant, prApplicationDate 2021-01-01, \
      validFrom 2024-04-01, validUntil 2024-07-01
      """,
      [.error], "91 days"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      """
      stayPurpose permanent-residence-applicant, prApplicationDate 2021-02-09, \
      validFrom 2021-02-09, validUntil 2021-03-09
      """,
      [], "applied on the same day"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      """
      stayPurpose permanent-residence-applicant, prApplicationDate 2021-02-10, \
      validFrom 2021-02-10, validUntil 2021-03-10
      """,
      [.error], "not applied yet"),
  ]
}
