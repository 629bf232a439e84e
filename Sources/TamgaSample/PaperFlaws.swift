import TamgaDomain
import TamgaFormats

// Records that the law refuses: what stands around a permit or a certificate, and the exit.
extension Flaw {
  private static let duplicate = "labour-immigrant-permit-duplicate"
  private static let revocation = "labour-immigrant-permit-revocation-decision"
  private static let longer = "temporary-residence-permit-extension"
  private static let resident = "permanent-residence-permit"
  private static let annulment = "permanent-residence-permit-annulment-decision"

  static let papers: [Flaw] = [
    Flaw(
      "a receipt without papers", of: "labour-immigrant-acceptance-receipt", "GEN-REQUIRED-FIELDS",
      spoil: { $0.fields.removeAll { $0.key == "acceptedDocuments" } }),
    Flaw(
      "nothing is missing", of: "labour-immigrant-acceptance-refusal-receipt", "LIM-ACCREF-COPIES",
      "GEN-REQUIRED-FIELDS", spoil: { $0.field("missingDocuments", .array([])) }),
    Flaw("sold, not lost", of: duplicate, "LIM-DUPLICATE", spoil: { $0.fact("cause", "sold") }),
    Flaw(
      "of a permit that ended", of: duplicate, "LIM-DUPLICATE",
      spoil: { record in
        guard let day = record.date("decisionDate") else { return }
        let ended = day.adding(days: -1)
        record.previous = .text("OUT-19-0000002")
        record.fact("previousValidUntil", ended)
        record.field("validUntil", ended)
      }),
    Flaw(
      "a ground of refusal", of: revocation, "GEN-REFUSAL-GROUND",
      spoil: { $0.field("groundIds", .array([.text("LIM-R1")])) }),
    Flaw(
      "no day of information", of: revocation, "GEN-REQUIRED-FIELDS",
      spoil: { $0.fields.removeAll { $0.key == "informationReceivedDate" } }),
    Flaw(
      "a victim sent away", of: "labour-immigrant-permit-revocation-notice",
      "TRP-VICTIM-NO-EXPULSION",
      spoil: { record in
        record.field("newStayUntil", record.issueDate)
        record.fact("isTraffickingVictim", true)
      }),
    Flaw(
      "the passport ends first", of: longer, "TRP-PASSPORT-EXPIRY",
      spoil: { record in
        guard let until = record.date("validUntil") else { return }
        record.field("passportExpiryDate", until.adding(days: -1))
      }),
    Flaw(
      "a month too late", of: longer, "TRP-LATE",
      spoil: { record in
        guard let day = record.date("applicationDate") else { return }
        record.fact("stayUntil", day.adding(days: -31))
        record.fact("article517Case", true)
      }),
    Flaw(
      "a refusal without a ground", of: "temporary-residence-permit-refusal", "GEN-REFUSAL-GROUND",
      spoil: { $0.field("groundIds", .array([])) }),
    Flaw("half the duty", of: resident, "PR-FEE", spoil: { $0.fact("dutyPaidMci", 2) }),
    Flaw("through the portal", of: resident, "PR-PAPER-ONLY", spoil: set("channel", "portal")),
    Flaw(
      "no fingerprints", of: resident, "PR-FINGERPRINT",
      spoil: { $0.fact("fingerprintRegistered", false) }),
    Flaw(
      "a certificate of 181 days", of: resident, "PR-DOCS-180",
      spoil: move("medicalDate", "applicationDate", -181)),
    Flaw(
      "a passport of 180 days", of: resident, "PR-PASSPORT-180",
      spoil: { record in
        guard let day = record.date("applicationDate") else { return }
        record.field("passportExpiryDate", day.adding(days: 180))
      }),
    Flaw(
      "a dwelling of 179 days", of: resident, "PR-LEASE-180",
      spoil: move("dwellingUntil", "dwellingFrom", 179)),
    Flaw(
      "half a year here", of: annulment, "PR-G15-183",
      spoil: { record in
        record.field("groundIds", .array([.text("PR-G15")]))
        record.fact("residenceDays12Months", 183)
      }),
    Flaw(
      "a silent ground explained", of: annulment, "GEN-NO-REASON", "PR-GROUND10-NO-REASON",
      spoil: { record in
        record.field("groundIds", .array([.text("PR-G10")]))
        record.field("refusalDetail", "Мәлімет бар.")
      }),
    Flaw(
      "beyond the contract", of: "qualification-certificate-extension", "QC-EXT-TERM",
      spoil: move("contractUntil", "validUntil", -1)),
    Flaw(
      "a day more than three years", of: "qualification-certificate-extension", "QC-EXT-TERM",
      spoil: { record in
        guard let from = record.date("validFrom") else { return }
        let until = from.adding(months: 36).adding(days: 1)
        record.field("validUntil", until)
        record.fact("contractUntil", until)
      }),
    Flaw(
      "an address changed", of: "qualification-certificate-reissue", "QC-REISSUE-CAUSE",
      spoil: set("cause", "address-changed")),
    Flaw(
      "a certificate that ended", of: "qualification-certificate-reissue", "QC-EXPIRED",
      spoil: { record in
        guard let day = record.date("decisionDate") else { return }
        record.previous = .text("OUT-26-0000003")
        record.fact("previousValidUntil", day.adding(days: -1))
        record.fact("applicationDate", day)
      }),
    Flaw(
      "a second one wanted", of: "qualification-certificate-duplicate", "QC-DUPLICATE",
      spoil: set("cause", "second-copy")),
    Flaw(
      "an act of the next day", of: "qualification-certificate-revocation-decision",
      "QC-REVOKE-ACT",
      spoil: { record in
        guard let day = CalendarDate(iso: record.issueDate) else { return }
        record.field("inspectionActDate", day.adding(days: 1))
      }),
    Flaw(
      "a ground of non-acceptance", of: "qualification-certificate-refusal", "GEN-REFUSAL-GROUND",
      spoil: { $0.field("groundIds", .array([.text("QC-A1")])) }),
  ]

  private static let exitRefusal = "exit-pr-refusal-decision"
  private static let exitGrant = "exit-pr-decision"

  static let exit: [Flaw] = [
    Flaw(
      "fifteen years old", of: exitGrant, "EXIT-AGE",
      spoil: { record in
        guard let day = record.date("applicationDate") else { return }
        record.field("birthDate", day.adding(months: -15 * 12))
      }),
    Flaw(
      "three agencies of four", of: exitGrant, "EXIT-SEQUENCE",
      spoil: { record in
        guard case .array(let all)? = record.value("conclusions") else { return }
        record.fact("conclusions", .array(Array(all.dropLast())))
      }),
    Flaw(
      "steps that are none", of: exitGrant, "EXIT-STEP-TIMES",
      spoil: { $0.fact("stepDates", .object([.init("15", .text("2013-06-14"))])) }),
    Flaw(
      "a ground without an end", of: exitRefusal, "EXIT-GROUND-UNTIL",
      spoil: { $0.fields.removeAll { $0.key == "untilText" } }),
    Flaw(
      "false data for two months", of: exitRefusal, "EXIT-FALSE-1M",
      spoil: { record in
        guard let day = record.date("decisionDate") else { return }
        record.field("groundIds", .array([.text("EXIT-R6")]))
        record.fact("falseDataUntil", day.adding(months: 2))
      }),
    Flaw(
      "a ground of another service", of: "exit-pr-refusal-notice", "GEN-REFUSAL-GROUND",
      spoil: { $0.field("groundIds", .array([.text("LIM-R1")])) }),
    Flaw(
      "after the repeal", of: "exit-pr-talon", "EXIT-EDITION", "GEN-EDITION",
      spoil: { $0.issueDate = "2014-03-14" }),
    Flaw(
      "handed out before it was accepted", of: "exit-pr-talon", "EXIT-TALON",
      spoil: { $0.field("resultDateTime", "2012-12-01T10:00:00+06:00") }),
    Flaw(
      "still in the army's lists", of: "departure-address-slip", "EXIT-MILITARY",
      spoil: { record in
        record.fact("isMilitaryLiable", true)
        record.fact("militaryCertificate", false)
      }),
    Flaw(
      "an agency that nobody knows", of: "exit-pr-inquiry", "REC-TYPE",
      spoil: { $0.field("agency", "customs") }),
    Flaw(
      "no result", of: "exit-pr-conclusion", "GEN-REQUIRED-FIELDS",
      spoil: { $0.fields.removeAll { $0.key == "conclusionResult" } }),
  ]

  private static func set(
    _ fact: String, _ word: String
  ) -> @Sendable (inout SampleRecord) -> Void { { $0.fact(fact, word) } }

  /// Puts a fact some days after another date.
  private static func move(
    _ fact: String, _ other: String, _ days: Int
  ) -> @Sendable (inout SampleRecord) -> Void {
    { record in
      guard let day = record.date(other) else { return }
      record.fact(fact, day.adding(days: days))
    }
  }
}
