/// What a fact may hold (contract `facts.md`).
public enum FactType: Hashable, Sendable {
  /// An ISO date.
  case date
  /// ISO 8601 with an offset.
  case time
  case flag
  /// A whole number, not negative.
  case count
  case text
  /// One of the given words.
  case word([String])
  /// A list of `{"agency", "date", "groundIds"}`.
  case conclusions
  /// An object: the number of a step and its date.
  case stepDates
}

/// The facts that rules read, by name (contract `facts.md`).
public enum FactCatalogue {
  /// The type of the fact `name`; nothing for names that no rule reads.
  public static func type(of name: String) -> FactType? { types[name] }

  /// The names of all facts.
  public static var names: some Sequence<String> { types.keys }

  static let types: [String: FactType] = {
    var types: [String: FactType] = [:]
    for name in dates { types[name] = .date }
    for name in times { types[name] = .time }
    for name in flags { types[name] = .flag }
    for name in counts { types[name] = .count }
    for name in texts { types[name] = .text }
    for (name, list) in words { types[name] = .word(list) }
    types["conclusions"] = .conclusions
    types["stepDates"] = .stepDates
    return types
  }()

  private static let dates = [
    "applicationDate", "acceptanceDate", "decisionDate", "borderCrossingDate", "firstValidFrom",
    "previousValidFrom", "previousValidUntil", "changeDate", "informationReceivedDate",
    "workPermitUntil", "contractUntil", "certificateUntil", "residentUntil", "studyUntil",
    "treatmentUntil", "requestedUntil", "prApplicationDate", "stayUntil", "solvencyDate",
    "criminalRecordDate", "medicalDate", "dwellingFrom", "dwellingUntil", "expulsionDate",
    "minutesDate", "inspectionActDate", "falseDataUntil", "addressChangeDate", "contractEndDate",
  ]

  private static let times = ["receivedAt", "decidedAt"]

  private static let flags = [
    "leftInTime", "hasConviction", "isWanted", "fingerprintCertificate", "applicantSigned",
    "employerSigned", "workPermitRequired", "fingerprintRegistered", "medicalInsurance",
    "checksDone", "failureAct", "article517Case", "isTraffickingVictim", "childConsent", "photo",
    "accompaniedMinor", "exCitizenThroughMission", "professionListed", "isMarried",
    "isMilitaryLiable", "militaryCertificate",
  ]

  private static let counts = [
    "requestedMonths", "taxPaidMonths", "previousPermitYear", "employerBirthYear", "quotaLeft",
    "domesticWorkersOfEmployer", "dutyPaidMci", "residenceDays12Months", "score",
  ]

  /// Free texts, among them the two whose words are open: `workKind` and `cause`.
  private static let texts = [
    "workKind", "employerName", "employerAddress", "cause", "minutesNumber", "inspectionActNumber",
  ]

  private static let words: [String: [String]] = [
    "channel": ["state-corporation", "portal", "service-provider"],
    "employerKind": ["natural-person", "legal-entity"],
    "entryBasis": ["visa-free", "visa"],
    "aifc": ["activity", "investor", "investor-family"],
    "petitionerKind": [
      "natural-person", "legal-person", "education-organisation", "health-organisation",
      "religious-organisation", "local-executive-body", "aifc-administration",
    ],
    "exemptGroup": [
      "ethnic-kazakh", "former-compatriot", "born-in-kazakhstan", "simplified-citizenship-treaty",
      "in-demand-profession", "stateless-no-papers", "ussr-passport-1974",
      "married-women-convention",
    ],
  ]
}
