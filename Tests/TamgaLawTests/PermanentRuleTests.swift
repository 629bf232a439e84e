import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct PermanentRuleTests {
  @Test(arguments: grants) func judgesGrants(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: grounds) func judgesGrounds(_ row: RuleRow) throws { try row.check() }

  static let grants: [RuleRow] = [
    RuleRow(
      "PR-PASSPORT-180", .grant, "applicationDate 2024-04-01, passportExpiryDate 2024-12-01", [],
      "244 days"),
    RuleRow(
      "PR-PASSPORT-180", .grant, "applicationDate 2024-04-01, passportExpiryDate 2024-09-29", [],
      "181 days"),
    RuleRow(
      "PR-PASSPORT-180", .grant, "applicationDate 2024-04-01, passportExpiryDate 2024-09-28",
      [.error], "180 days: more is asked"),
    RuleRow("PR-PASSPORT-180", .refuse, "", [], "a refusal is not blocked"),

    RuleRow(
      "PR-DOCS-180", .grant,
      """
      applicationDate 2024-04-01, solvencyDate 2023-12-01, criminalRecordDate 2023-12-01, \
      medicalDate 2023-10-04
      """,
      [], "122 and 180 days"),
    RuleRow(
      "PR-DOCS-180", .grant,
      """
      applicationDate 2024-04-01, solvencyDate 2023-12-01, criminalRecordDate 2023-12-01, \
      medicalDate 2023-10-03
      """,
      [.error], "181 days"),
    RuleRow(
      "PR-DOCS-180", .grant,
      """
      applicationDate 2024-04-01, solvencyDate 2023-09-01, criminalRecordDate 2023-09-01, \
      medicalDate 2023-09-01
      """,
      [.error, .error, .error], "213 days, each"),
    RuleRow(
      "PR-DOCS-180", .grant, "applicationDate 2024-04-01, medicalDate 2023-09-01", [.error],
      "one is old, the others absent"),
    RuleRow(
      "PR-DOCS-180", .grant, "applicationDate 2024-04-01, exCitizenThroughMission true", [],
      "a reduced set asks for none"),
    RuleRow(
      "PR-DOCS-180", .grant, "applicationDate 2024-04-01, accompaniedMinor true", [],
      "the other reduced set"),
    RuleRow(
      "PR-DOCS-180", .grant,
      """
      applicationDate 2024-04-01, exemptGroup ethnic-kazakh, citizenship CHN, \
      medicalDate 2024-03-01
      """,
      [], "an ethnic Kazakh from China: the medical paper only"),

    RuleRow(
      "PR-LEASE-180", .grant, "dwellingFrom 2024-04-01, dwellingUntil 2024-09-28", [], "180 days"),
    RuleRow(
      "PR-LEASE-180", .grant, "dwellingFrom 2024-04-01, dwellingUntil 2024-09-27", [.error],
      "179 days"),
    RuleRow(
      "PR-LEASE-180", .grant, "dwellingFrom 2024-04-01, dwellingUntil 2024-06-30", [.error],
      "90 days"),
    RuleRow("PR-LEASE-180", .grant, "exemptGroup former-compatriot", [], "solvency is not asked"),
    RuleRow("PR-LEASE-180", .grant, "exCitizenThroughMission true", [], "a reduced set"),

    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2009-01-01, applicationDate 2024-04-01, childConsent true", [], "15, a consent"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2009-01-01, applicationDate 2024-04-01, childConsent false", [.error], "15, none"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2010-04-01, applicationDate 2024-04-01, childConsent false", [.error],
      "14 on that day"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant, "birthDate 2010-04-02, applicationDate 2024-04-01", [],
      "14 the day after"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2006-04-02, applicationDate 2024-04-01, childConsent false", [.error],
      "18 the day after"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant, "birthDate 2006-04-01, applicationDate 2024-04-01", [],
      "18 on that day"),

    RuleRow("PR-PHOTO", .grant, "photo true", [], "given"),
    RuleRow("PR-PHOTO", .grant, "photo false", [.warning], "not given"),
    RuleRow("PR-FINGERPRINT", .grant, "fingerprintRegistered true", [], "registered"),
    RuleRow("PR-FINGERPRINT", .grant, "fingerprintRegistered false", [.error], "not registered"),
    RuleRow("PR-FINGERPRINT", .grant, "accompaniedMinor true", [], "a reduced set, not told"),
    RuleRow(
      "PR-DOCS-180", .grant,
      "applicationDate 2024-05-06, solvencyDate 2024-03-11, medicalDate 2024-04-22, "
        + "exemptGroup in-demand-profession+refugee", [], "a refugee has no record paper"),
    RuleRow(
      "PR-FINGERPRINT", .grant, "fingerprintRegistered false, accompaniedMinor true", [.warning],
      "a reduced set does not list it"),
    RuleRow(
      "PR-FINGERPRINT", .grant, "fingerprintRegistered false, accompaniedMinor false", [.error],
      "no reduced set"),
    RuleRow("PR-FEE", .grant, "dutyPaidMci 4", [], "four"),
    RuleRow("PR-FEE", .grant, "dutyPaidMci 3", [.error], "three"),
    RuleRow("PR-FEE", .grant, "dutyPaidMci 1", [.error], "the example of rules.md"),
    RuleRow("PR-PAPER-ONLY", .grant, "channel service-provider", [], "at the police"),
    RuleRow("PR-PAPER-ONLY", .grant, "channel portal", [.error], "on the portal"),
    RuleRow("PR-PAPER-ONLY", .refuse, "channel portal", [], "a refusal is not blocked"),
    RuleRow(
      "PR-DECISION-45D", .grant, "acceptanceDate 2024-04-01, decisionDate 2024-05-16", [],
      "45 days"),
    RuleRow(
      "PR-DECISION-45D", .refuse, "acceptanceDate 2024-04-01, decisionDate 2024-05-17", [.warning],
      "46 days"),
    RuleRow(
      "PR-DECISION-45D", .refuse, "acceptanceDate 2024-04-01, decisionDate 2024-03-31", [.warning],
      "before the acceptance"),
  ]

  static let grounds: [RuleRow] = [
    RuleRow("PR-GROUND10-NO-REASON", .refuse, "groundIds PR-G10", [], "neutral"),
    RuleRow(
      "PR-GROUND10-NO-REASON", .annul, "groundIds PR-G4+PR-G10, refusalDetail мәлімет", [.error],
      "a reason beside it"),
    RuleRow(
      "PR-GROUND10-NO-REASON", .refuse, "groundIds PR-G4, refusalDetail мәлімет", [], "PR-G4"),

    RuleRow(
      "PR-G15-G17-EXEMPT", .refuse, "groundIds PR-G17, exemptGroup ethnic-kazakh", [.error],
      "PR-G17 for an ethnic Kazakh"),
    RuleRow(
      "PR-G15-G17-EXEMPT", .annul, "groundIds PR-G15+PR-G9+PR-G17, exemptGroup ussr-passport-1974",
      [.error, .error], "both"),
    RuleRow(
      "PR-G15-G17-EXEMPT", .refuse, "groundIds PR-G9, exemptGroup ethnic-kazakh", [],
      "PR-G9 for an ethnic Kazakh"),
    RuleRow(
      "PR-G15-G17-EXEMPT", .refuse, "groundIds PR-G17, exemptGroup former-compatriot", [],
      "a group of another ground"),
    RuleRow("PR-G15-G17-EXEMPT", .refuse, "groundIds PR-G17", [], "no group"),
    RuleRow(
      "PR-G4-EXEMPT", .refuse, "groundIds PR-G4, exemptGroup ethnic-kazakh", [.error],
      "for an ethnic Kazakh"),
    RuleRow(
      "PR-G4-EXEMPT", .refuse, "groundIds PR-G4, exemptGroup in-demand-profession", [.error],
      "for a profession in demand"),
    RuleRow("PR-G4-EXEMPT", .refuse, "groundIds PR-G4", [], "no group"),
    RuleRow(
      "PR-G4-EXEMPT", .refuse, "groundIds PR-G4, exemptGroup married-women-convention", [],
      "a group of another ground"),

    RuleRow(
      "PR-G13-5Y", .refuse, "groundIds PR-G13, expulsionDate 2021-05-01, decisionDate 2024-04-01",
      [], "three years"),
    RuleRow(
      "PR-G13-5Y", .refuse, "groundIds PR-G13, expulsionDate 2019-04-01, decisionDate 2024-04-01",
      [], "five years to the day"),
    RuleRow(
      "PR-G13-5Y", .refuse, "groundIds PR-G13, expulsionDate 2019-03-31, decisionDate 2024-04-01",
      [.error], "a day more"),
    RuleRow(
      "PR-G13-5Y", .refuse, "groundIds PR-G13, expulsionDate 2018-05-01, decisionDate 2024-04-01",
      [.error], "the example of rules.md"),
    RuleRow("PR-G13-5Y", .refuse, "groundIds PR-G9", [], "another ground"),
    RuleRow("PR-G15-183", .annul, "groundIds PR-G15, residenceDays12Months 182", [], "182 days"),
    RuleRow(
      "PR-G15-183", .annul, "groundIds PR-G15, residenceDays12Months 183", [.error], "183 days"),
    RuleRow(
      "PR-G15-183", .refuse, "groundIds PR-G15, residenceDays12Months 183", [.error], "refused"),
    RuleRow("PR-G15-183", .refuse, "groundIds PR-G15", [], "a refusal without days"),
    RuleRow("PR-G15-REFUSAL", .refuse, "groundIds PR-G9+PR-G15", [.warning], "on a refusal"),
    RuleRow("PR-G15-REFUSAL", .annul, "groundIds PR-G15", [], "on an annulment"),
  ]
}
