import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ResidenceRuleTests {
  @Test(arguments: terms) func judgesTerms(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: stays) func judgesStays(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: conditions) func judgesConditions(_ row: RuleRow) throws { try row.check() }

  static let terms: [RuleRow] = [
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2025-03-01, passportExpiryDate 2025-03-01", [],
      "the same day"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2025-03-02, passportExpiryDate 2025-03-01",
      [.error], "a day over"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2024-12-31, passportExpiryDate 2025-03-01", [],
      "the example of the dossier"),
    RuleRow(
      "TRP-PASSPORT-EXPIRY", .refuse, "validUntil 2025-04-01, passportExpiryDate 2025-03-01", [],
      "a refusal is not blocked"),

    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workPermitRequired true, workPermitUntil 2024-06-10, validUntil 2024-06-10",
      [], "the same day"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workPermitRequired true, workPermitUntil 2024-06-10, validUntil 2024-06-11",
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
      "stayPurpose employment, certificateUntil 2026-04-01, validFrom 2025-04-01, validUntil 2026-04-01",
      [], "both end together"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      "stayPurpose employment, certificateUntil 2026-04-01, validFrom 2025-04-02, validUntil 2026-04-02",
      [.warning], "a day over the certificate"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      "stayPurpose employment, certificateUntil 2028-04-01, validFrom 2025-04-01, validUntil 2026-04-02",
      [.warning], "longer than a year"),
    RuleRow(
      "TRP-QUAL-CERT", .grant,
      "stayPurpose employment, workPermitRequired true, certificateUntil 2026-04-01", [],
      "a work permit goes before"),

    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      "stayPurpose employment, workPermitRequired false, contractUntil 2026-03-31, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "a year within the contract"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      "stayPurpose employment, workPermitRequired false, contractUntil 2026-03-31, validFrom 2024-04-01, validUntil 2025-04-02",
      [.error], "a day over the year"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      "stayPurpose employment, workPermitRequired false, contractUntil 2024-12-31, validFrom 2024-04-01, validUntil 2025-01-01",
      [.error], "a day over the contract"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .extend,
      "stayPurpose employment, workPermitRequired false, validFrom 2024-04-01, validUntil 2025-04-02",
      [.error], "over the year, the contract not given"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant,
      "stayPurpose family-reunification, contractUntil 2024-12-31, validFrom 2024-04-01, validUntil 2025-04-01",
      [.error], "the family of a worker"),
    RuleRow(
      "TRP-NO-PERMIT-1Y", .grant, "stayPurpose employment, workPermitRequired true", [],
      "a permit is needed: another rule"),

    RuleRow(
      "TRP-AIFC-1Y", .grant,
      "aifc activity, stayPurpose employment, contractUntil 2026-03-31, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "a year"),
    RuleRow(
      "TRP-AIFC-1Y", .grant,
      "aifc activity, stayPurpose employment, contractUntil 2026-04-01, validFrom 2024-04-01, validUntil 2026-04-01",
      [.error], "two years"),
    RuleRow(
      "TRP-AIFC-1Y", .grant,
      "aifc activity, stayPurpose employment, contractUntil 2024-12-31, validFrom 2024-04-01, validUntil 2025-04-01",
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
      "stayPurpose missionary, requestedUntil 2025-04-01, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "a year, as petitioned"),
    RuleRow(
      "TRP-MISSIONARY", .grant,
      "stayPurpose missionary, requestedUntil 2025-10-01, validFrom 2024-04-01, validUntil 2025-10-01",
      [.error], "18 months"),
    RuleRow(
      "TRP-MISSIONARY", .grant,
      "stayPurpose missionary, requestedUntil 2024-10-01, validFrom 2024-04-01, validUntil 2024-10-02",
      [.error], "a day over the petition"),

    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      "stayPurpose permanent-residence-applicant, prApplicationDate 2021-01-01, validFrom 2024-04-01, validUntil 2024-06-30",
      [], "90 days"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      "stayPurpose permanent-residence-applicant, prApplicationDate 2021-01-01, validFrom 2024-04-01, validUntil 2024-07-01",
      [.error], "91 days"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      "stayPurpose permanent-residence-applicant, prApplicationDate 2021-02-09, validFrom 2021-02-09, validUntil 2021-03-09",
      [], "applied on the same day"),
    RuleRow(
      "TRP-PR-APPLICANT", .grant,
      "stayPurpose permanent-residence-applicant, prApplicationDate 2021-02-10, validFrom 2021-02-10, validUntil 2021-03-10",
      [.error], "not applied yet"),
  ]

  static let stays: [RuleRow] = [
    RuleRow(
      "TRP-FAMILY", .grant,
      "stayPurpose family-reunification, @familyTerm 12, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "within the cap"),
    RuleRow(
      "TRP-FAMILY", .grant,
      "stayPurpose family-reunification, @familyTerm 12, validFrom 2024-04-01, validUntil 2025-04-02",
      [.error], "a day over the cap"),
    RuleRow(
      "TRP-FAMILY", .grant,
      "stayPurpose family-reunification, validFrom 2024-04-01, validUntil 2025-04-01", [.warning],
      "no cap is set"),
    RuleRow(
      "TRP-FAMILY", .grant, "stayPurpose family-reunification, workPermitUntil 2024-06-10", [],
      "the family of a worker goes by the worker's rule"),

    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      "aifc investor, petitionerKind aifc-administration, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "the first year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      "aifc investor, petitionerKind aifc-administration, validFrom 2024-04-01, validUntil 2025-04-02",
      [.error], "longer than a year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      "aifc investor, petitionerKind aifc-administration, firstValidFrom 2020-04-01, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "the fifth year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      "aifc investor, petitionerKind aifc-administration, firstValidFrom 2019-04-01, validFrom 2024-04-01, validUntil 2024-04-02",
      [.error], "the sixth year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      "aifc investor-family, residentUntil 2025-04-01, petitionerKind aifc-administration, validFrom 2024-04-01, validUntil 2025-04-01",
      [], "the family with the resident"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      "aifc investor-family, residentUntil 2025-03-31, petitionerKind aifc-administration, validFrom 2024-04-01, validUntil 2025-04-01",
      [.error], "a day longer than the resident"),

    RuleRow(
      "TRP-BUSINESS", .extend,
      "stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2024-04-01, validFrom 2026-04-01, validUntil 2027-04-01",
      [], "the third year"),
    RuleRow(
      "TRP-BUSINESS", .extend,
      "stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2024-04-01, validFrom 2026-04-02, validUntil 2027-04-02",
      [.error], "a day into the fourth"),
    RuleRow(
      "TRP-BUSINESS", .extend,
      "stayPurpose business, petitionerKind local-executive-body, @paper 2023-04-01..2024-04-01, @paper 2024-04-01..2025-04-01 kind:kind, validFrom 2026-01-01, validUntil 2026-04-02",
      [.error], "the register knows the first day"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2025-10-01",
      [.error], "18 months at a time"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2021-04-01, validFrom 2024-04-01, validUntil 2024-05-01",
      [.error], "a new permit, the whole stay over three years"),

    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-10-01",
      [], "six months"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-10-02",
      [.error], "a day over"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-10-01, validUntil 2025-01-01",
      [], "extended by three months"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-10-01, validUntil 2025-02-01",
      [.error], "extended by four"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, @paper 2024-04-01..2024-10-01, @paper 2024-10-01..2025-01-01, validFrom 2025-01-01, validUntil 2025-04-01",
      [.warning], "extended again: the act is silent"),
  ]

  static let conditions: [RuleRow] = [
    RuleRow("TRP-EXEMPT-VISA", .grant, "entryBasis visa-free", [], "visa-free"),
    RuleRow("TRP-EXEMPT-VISA", .grant, "entryBasis visa", [.error], "on a visa"),
    RuleRow("TRP-EXEMPT-VISA", .refuse, "entryBasis visa", [], "a refusal is not blocked"),
    RuleRow("TRP-EXEMPT-DIPLOMATIC", .grant, "passportKind ordinary", [], "ordinary"),
    RuleRow("TRP-EXEMPT-DIPLOMATIC", .grant, "passportKind diplomatic", [.error], "diplomatic"),
    RuleRow("TRP-EXEMPT-DIPLOMATIC", .grant, "passportKind service", [.error], "service"),

    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant, "birthDate 2008-03-24, issueDate 2024-03-24", [],
      "16 on that day"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant, "birthDate 2008-03-25, issueDate 2024-03-24", [.error],
      "16 the day after"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant, "birthDate 2009-01-01, issueDate 2024-03-24", [.error], "15"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant, "birthDate 2008-02-29, issueDate 2024-02-29", [],
      "born on a leap day"),

    RuleRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2008-04-01, applicationDate 2024-04-11, issueDate 2024-04-12", [], "ten days"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2008-04-01, applicationDate 2024-04-12, issueDate 2024-04-12", [.warning],
      "eleven days"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2008-04-01, applicationDate 2024-09-12, issueDate 2024-09-12, borderCrossingDate 2024-09-01",
      [], "came to the country later"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2008-04-01, applicationDate 2024-09-12, issueDate 2024-09-12, borderCrossingDate 2024-03-01",
      [.warning], "was in the country on the birthday"),
    RuleRow(
      "TRP-AGE16-10D", .grant, "birthDate 1985-03-12, issueDate 2024-04-12", [],
      "an adult: nothing is missing"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2007-04-01, applicationDate 2024-04-12, issueDate 2024-04-12", [],
      "17: the birthday is long past"),

    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose education, petitionerKind education-organisation", [],
      "a school"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose missionary, petitionerKind natural-person", [.error],
      "a private person for a missionary"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose missionary, petitionerKind religious-organisation", [],
      "a religious organisation"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose employment, petitionerKind legal-person", [], "a firm"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose employment, petitionerKind education-organisation",
      [.error], "a school for a worker"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose family-reunification, petitionerKind natural-person",
      [], "a relative"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose family-reunification, petitionerKind legal-person",
      [.error], "a firm for a relative"),
    RuleRow(
      "TRP-PETITIONER", .grant,
      "stayPurpose family-reunification, workPermitUntil 2024-06-10, petitionerKind legal-person",
      [], "a firm for the family of its worker"),
    RuleRow(
      "TRP-PETITIONER", .grant,
      "stayPurpose inpatient-treatment, petitionerKind health-organisation", [], "a hospital"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose business, petitionerKind legal-person", [.error],
      "a firm for a business immigrant"),
    RuleRow(
      "TRP-PETITIONER", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body", [], "an akimat"),
    RuleRow(
      "TRP-PETITIONER", .grant, "stayPurpose permanent-residence-applicant", [], "nobody has to"),
    RuleRow(
      "TRP-PETITIONER", .grant,
      "aifc investor, stayPurpose business, petitionerKind aifc-administration", [], "the AIFC"),
    RuleRow(
      "TRP-PETITIONER", .grant,
      "aifc investor, stayPurpose business, petitionerKind local-executive-body", [.error],
      "an akimat for an AIFC resident"),

    RuleRow("TRP-IIN", .grant, "iin 850312399993", [], "twelve digits"),
    RuleRow("TRP-IIN", .grant, "", [.warning], "none"),
    RuleRow("TRP-IIN", .grant, "iin ''", [.warning], "blank"),
    RuleRow("TRP-IIN", .grant, "iin 85031239999", [.warning], "eleven digits"),
    RuleRow("TRP-IIN", .refuse, "", [], "a refusal is not blocked"),

    RuleRow("TRP-FINGERPRINT", .grant, "fingerprintRegistered true", [], "registered"),
    RuleRow("TRP-FINGERPRINT", .grant, "fingerprintRegistered false", [.error], "not registered"),
    RuleRow("TRP-CHECKS", .grant, "checksDone true", [], "done"),
    RuleRow("TRP-CHECKS", .grant, "checksDone false", [.warning], "not done"),

    RuleRow("TRP-DOMESTIC-COUNT", .grant, "", [], "no domestic worker"),
    RuleRow(
      "TRP-DOMESTIC-COUNT", .grant, "domesticWorkersOfEmployer 5, @domesticLimit 5", [],
      "at the limit"),
    RuleRow(
      "TRP-DOMESTIC-COUNT", .grant, "domesticWorkersOfEmployer 6, @domesticLimit 5", [.warning],
      "one above"),
    RuleRow(
      "TRP-DOMESTIC-COUNT", .grant, "workKind construction, @domesticLimit 5", [], "other work"),

    RuleRow("TRP-INSURANCE", .grant, "citizenship RUS", [], "EAEU, none"),
    RuleRow("TRP-INSURANCE", .grant, "citizenship UZB, medicalInsurance true", [], "insured"),
    RuleRow("TRP-INSURANCE", .grant, "citizenship UZB, medicalInsurance false", [.error], "none"),

    RuleRow("TRP-LATE", .grant, "", [], "the stay has not expired"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-01", [], "the last day"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-07, article517Case true",
      [], "six days, a case"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-11, article517Case true",
      [], "ten days, a case"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-12, article517Case true",
      [.error], "eleven days, a case"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-02, article517Case false",
      [.error], "one day, no case"),
    RuleRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-30, failureAct true", [],
      "a failure of the systems"),

    RuleRow(
      "TRP-DECISION-1WD", .grant, "acceptanceDate 2024-04-01, decisionDate 2024-04-02", [],
      "Monday to Tuesday"),
    RuleRow(
      "TRP-DECISION-1WD", .grant, "acceptanceDate 2024-04-01, decisionDate 2024-04-03", [.warning],
      "Wednesday"),
    RuleRow("TRP-FREE", .grant, "", [.information], "said for the record"),
    RuleRow(
      "TRP-ADDRESS-3WD", .inform, "addressChangeDate 2024-04-01, applicationDate 2024-04-04", [],
      "Monday to Thursday"),
    RuleRow(
      "TRP-ADDRESS-3WD", .inform, "addressChangeDate 2024-04-01, applicationDate 2024-04-05",
      [.warning], "Friday"),
    RuleRow("TRP-VICTIM-NO-EXPULSION", .revoke, "isTraffickingVictim true", [], "no shorter stay"),
    RuleRow(
      "TRP-VICTIM-NO-EXPULSION", .revoke, "newStayUntil 2024-04-01, isTraffickingVictim true",
      [.error], "a shorter stay of a victim"),
    RuleRow(
      "TRP-VICTIM-NO-EXPULSION", .revoke, "newStayUntil 2024-04-01, isTraffickingVictim false", [],
      "of somebody else"),
  ]
}
