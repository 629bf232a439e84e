import TamgaDomain
import Testing

@testable import TamgaLaw

/// A case that passes, from which each needed input is taken away in turn.
struct AbsenceRow: Sendable, CustomTestStringConvertible {
  let rule: String
  let action: DecisionAction
  let inputs: String
  let needed: [String]

  init(_ rule: String, _ action: DecisionAction, _ inputs: String, _ needed: String) {
    self.rule = rule
    self.action = action
    self.inputs = inputs
    self.needed = needed.split(separator: " ").map(String.init)
  }

  var testDescription: String { "\(rule) without \(needed.joined(separator: ", "))" }
}

extension AbsenceRow {
  private static let portal =
    "channel portal, receivedAt 2021-03-01T10:00, decidedAt 2021-03-01T10:25"

  static let all = rows + ExitRuleTests.absences

  private static let rows: [AbsenceRow] = [
    AbsenceRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-10",
      "termMonths validFrom validUntil"),
    AbsenceRow(
      "LIM-EXT-TERM", .extend, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-10",
      "termMonths validFrom validUntil"),
    AbsenceRow(
      "LIM-TERM-AS-REQUESTED", .grant, "termMonths 2, requestedMonths 2",
      "termMonths requestedMonths"),
    AbsenceRow(
      "LIM-TOTAL-CAP", .extend, "firstValidFrom 2021-02-10, validUntil 2022-02-10",
      "firstValidFrom validUntil"),
    AbsenceRow(
      "LIM-GAP-30", .grant,
      "previous A-1, previousValidUntil 2020-03-31, validFrom 2021-05-01", "previousValidUntil"),
    AbsenceRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-11",
      "previousValidUntil validFrom"),
    AbsenceRow(
      "LIM-LEFT-IN-TIME", .grant, "previousPermitYear 2019, leftInTime true", "leftInTime"),
    AbsenceRow(
      "LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-01-20", "borderCrossingDate"),
    AbsenceRow("LIM-VISA-FREE", .grant, "citizenship UZB, @visaFree UZB", "citizenship"),
    AbsenceRow(
      "LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 3", "termMonths taxPaidMonths"),
    AbsenceRow(
      "LIM-CHECKS", .grant, "hasConviction false, isWanted false", "hasConviction isWanted"),
    AbsenceRow("LIM-FINGERPRINT", .grant, "fingerprintCertificate true", "fingerprintCertificate"),
    AbsenceRow(
      "LIM-FINGERPRINT", .grant, "previousPermitYear 2020, applicationDate 2021-02-08",
      "applicationDate"),
    AbsenceRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А, employerBirthYear 1975, employerAddress Б",
      "employerName employerBirthYear employerAddress"),
    AbsenceRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned true, employerSigned true",
      "channel applicantSigned employerSigned"),
    AbsenceRow("LIM-PORTAL-ONLY-EXT", .grant, "channel state-corporation", "channel"),
    AbsenceRow(
      "LIM-CATEGORY", .grant, "employerKind natural-person, workKind domestic",
      "employerKind workKind"),
    AbsenceRow("LIM-QUOTA", .grant, "quotaLeft 5", "quotaLeft"),
    AbsenceRow("LIM-LATIN-NAME", .grant, "latinFullName KARIMOV", "latinFullName"),
    AbsenceRow("LIM-TWO-COPIES", .extend, "@copies 1, channel portal", "channel"),
    AbsenceRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-01, decisionDate 2021-03-02",
      "acceptanceDate decisionDate"),
    AbsenceRow("LIM-PORTAL-30MIN", .extend, portal, "channel receivedAt decidedAt"),
    AbsenceRow(
      "LIM-FALSE-30MIN", .refuse, "groundIds LIM-R1, " + portal, "receivedAt decidedAt"),
    AbsenceRow(
      "LIM-DUPLICATE", .duplicate, "validUntil 2021-03-01, applicationDate 2021-02-08, cause lost",
      "validUntil applicationDate cause"),
    AbsenceRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-01, decisionDate 2021-03-04",
      "informationReceivedDate decisionDate"),

    AbsenceRow(
      "TRP-PASSPORT-EXPIRY", .grant, "validUntil 2025-03-01, passportExpiryDate 2025-03-01",
      "validUntil passportExpiryDate"),
    AbsenceRow("TRP-EXEMPT-VISA", .grant, "entryBasis visa-free", "entryBasis"),
    AbsenceRow("TRP-EXEMPT-DIPLOMATIC", .grant, "passportKind ordinary", "passportKind"),
    AbsenceRow("TRP-EXEMPT-UNDER16", .grant, "birthDate 1990-01-01", "birthDate"),
    AbsenceRow(
      "TRP-AGE16-10D", .grant,
      "birthDate 2008-04-01, applicationDate 2024-04-11, issueDate 2024-04-12", "applicationDate"),
    AbsenceRow(
      "TRP-WORK-PERMIT", .grant,
      """
      stayPurpose employment, workPermitRequired true, workPermitUntil 2024-06-10, \
      validUntil 2024-06-10
      """,
      "stayPurpose workPermitUntil validUntil"),
    AbsenceRow(
      "TRP-NO-PERMIT-1Y", .grant,
      """
      stayPurpose employment, workPermitRequired false, contractUntil 2026-03-31, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      "stayPurpose workPermitRequired contractUntil validFrom validUntil"),
    AbsenceRow(
      "TRP-AIFC-INVESTOR", .extend,
      """
      aifc investor-family, residentUntil 2025-04-01, petitionerKind aifc-administration, \
      firstValidFrom 2024-04-01, validFrom 2024-04-01, validUntil 2025-04-01
      """,
      "residentUntil petitionerKind firstValidFrom"),
    AbsenceRow(
      "TRP-STUDY-1Y", .grant,
      "stayPurpose education, studyUntil 2025-06-30, validFrom 2024-04-01, validUntil 2025-04-01",
      "studyUntil"),
    AbsenceRow(
      "TRP-TREATMENT", .grant,
      "stayPurpose inpatient-treatment, treatmentUntil 2024-05-15, validUntil 2024-05-15",
      "treatmentUntil"),
    AbsenceRow(
      "TRP-BUSINESS", .grant,
      """
      stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      "petitionerKind"),
    AbsenceRow(
      "TRP-MISSIONARY", .grant,
      """
      stayPurpose missionary, requestedUntil 2025-04-01, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      "requestedUntil"),
    AbsenceRow(
      "TRP-TRAFFICKING", .grant,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, \
      validUntil 2024-10-01
      """,
      "petitionerKind"),
    AbsenceRow(
      "TRP-PR-APPLICANT", .grant,
      """
      stayPurpose permanent-residence-applicant, prApplicationDate 2021-01-01, \
      validFrom 2024-04-01, validUntil 2024-06-30
      """,
      "prApplicationDate"),
    AbsenceRow(
      "TRP-PETITIONER", .grant, "stayPurpose education, petitionerKind education-organisation",
      "stayPurpose petitionerKind"),
    AbsenceRow("TRP-FINGERPRINT", .grant, "fingerprintRegistered true", "fingerprintRegistered"),
    AbsenceRow("TRP-CHECKS", .grant, "checksDone true", "checksDone"),
    AbsenceRow(
      "TRP-DOMESTIC-COUNT", .grant,
      "workKind domestic, domesticWorkersOfEmployer 1, @domesticLimit 5",
      "domesticWorkersOfEmployer"),
    AbsenceRow(
      "TRP-INSURANCE", .grant, "citizenship UZB, medicalInsurance true",
      "citizenship medicalInsurance"),
    AbsenceRow(
      "TRP-LATE", .grant, "stayUntil 2024-04-01, applicationDate 2024-04-07, article517Case true",
      "applicationDate article517Case"),
    AbsenceRow(
      "TRP-ADDRESS-3WD", .inform, "addressChangeDate 2024-04-01, applicationDate 2024-04-04",
      "addressChangeDate applicationDate"),
    AbsenceRow(
      "TRP-VICTIM-NO-EXPULSION", .revoke, "newStayUntil 2024-04-01, isTraffickingVictim false",
      "isTraffickingVictim"),

    AbsenceRow(
      "PR-PASSPORT-180", .grant, "applicationDate 2024-04-01, passportExpiryDate 2025-12-01",
      "applicationDate passportExpiryDate"),
    AbsenceRow(
      "PR-DOCS-180", .grant,
      """
      applicationDate 2024-04-01, solvencyDate 2024-03-01, criminalRecordDate 2024-03-01, \
      medicalDate 2024-03-01
      """,
      "applicationDate solvencyDate criminalRecordDate medicalDate"),
    AbsenceRow(
      "PR-LEASE-180", .grant, "dwellingFrom 2024-04-01, dwellingUntil 2025-04-01",
      "dwellingFrom dwellingUntil"),
    AbsenceRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2009-01-01, applicationDate 2024-04-01, childConsent true",
      "birthDate applicationDate childConsent"),
    AbsenceRow("PR-PHOTO", .grant, "photo true", "photo"),
    AbsenceRow("PR-FINGERPRINT", .grant, "fingerprintRegistered true", "fingerprintRegistered"),
    AbsenceRow("PR-FEE", .grant, "dutyPaidMci 4", "dutyPaidMci"),
    AbsenceRow("PR-PAPER-ONLY", .grant, "channel service-provider", "channel"),
    AbsenceRow(
      "PR-DECISION-45D", .refuse, "acceptanceDate 2024-04-01, decisionDate 2024-04-02",
      "acceptanceDate decisionDate"),
    AbsenceRow(
      "PR-G13-5Y", .refuse, "groundIds PR-G13, expulsionDate 2021-05-01, decisionDate 2024-04-01",
      "expulsionDate decisionDate"),
    AbsenceRow(
      "PR-G15-183", .annul, "groundIds PR-G15, residenceDays12Months 100", "residenceDays12Months"),

    AbsenceRow(
      "QC-FIRST-TERM", .grant, "validFrom 2026-02-01, validUntil 2026-05-01", "validFrom validUntil"
    ),
    AbsenceRow(
      "QC-EXT-TERM", .extend,
      "contractUntil 2028-01-31, validFrom 2026-05-02, validUntil 2028-01-31", "contractUntil"),
    AbsenceRow(
      "QC-EXT-DOCS", .extend,
      """
      applicationDate 2026-04-01, contractUntil 2028-01-31, previousCertificateNumber 1/2, \
      employerName А, employerIinBin 1
      """,
      "applicationDate contractUntil previousCertificateNumber employerName employerIinBin"),
    AbsenceRow(
      "QC-REISSUE-NEW-NUMBER", .reissue,
      "certificateNumber 57/2, previousCertificateNumber 12/2", "previousCertificateNumber"),
    AbsenceRow("QC-REISSUE-CAUSE", .reissue, "cause name-changed", "cause"),
    AbsenceRow(
      "QC-DUPLICATE", .duplicate,
      "cause lost, changeDate 2026-03-02, applicationDate 2026-03-06",
      "cause changeDate applicationDate"),
    AbsenceRow(
      "QC-SAME-VALIDITY", .reissue,
      """
      previousValidFrom 2026-02-10, previousValidUntil 2026-05-10, validFrom 2026-02-10, \
      validUntil 2026-05-10
      """,
      "previousValidFrom previousValidUntil"),
    AbsenceRow("QC-PROFESSION", .grant, "professionListed true", "professionListed"),
    AbsenceRow("QC-SCORE-6", .grant, "score 6", "score"),
    AbsenceRow(
      "QC-COMMISSION", .grant, "minutesNumber 14, minutesDate 2021-02-05",
      "minutesNumber minutesDate"),
    AbsenceRow(
      "QC-REVOKE-ACT", .revoke, "inspectionActNumber 7, inspectionActDate 2021-02-01",
      "inspectionActNumber inspectionActDate"),
    AbsenceRow(
      "QC-EXPIRED", .extend, "previousValidUntil 2026-05-01", "previousValidUntil"),
  ]
}
