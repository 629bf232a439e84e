import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ResidenceConditionTests {
  @Test(arguments: conditions) func judgesConditions(_ row: RuleRow) throws { try row.check() }

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
      "birthDate 2008-04-01, applicationDate 2024-04-12, issueDate 2024-04-01", [.warning],
      "issued on the birthday, though the application is late"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      """
      birthDate 2008-04-01, applicationDate 2024-09-12, issueDate 2024-09-12, \
      borderCrossingDate 2024-09-01
      """,
      [], "came to the country later"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      """
      birthDate 2008-04-01, applicationDate 2024-09-12, issueDate 2024-09-12, \
      borderCrossingDate 2024-03-01
      """,
      [.warning], "was in the country on the birthday"),
    RuleRow(
      "TRP-AGE16-10D", .grant,
      """
      birthDate 2008-04-01, applicationDate 2024-09-12, issueDate 2024-09-12, \
      borderCrossingDate 2024-04-01
      """, [.warning], "came on the birthday"),
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
      """
      TRP-PETITIONER
      """,
      .grant, "stayPurpose employment, petitionerKind legal-person", [], "a firm"),
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
      "TRP-ADDRESS-3WD", .apply, "@form, addressChangeDate 2024-04-01", [], "to be dated by hand"),
    RuleRow("TRP-ADDRESS-3WD", .apply, "@form", [], "a blank form"),
    RuleRow(
      "TRP-ADDRESS-3WD", .apply,
      "@form, addressChangeDate 2024-04-01, applicationDate 2024-04-05", [.warning],
      "a form with both days"),
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
