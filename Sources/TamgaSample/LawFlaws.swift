import TamgaDomain
import TamgaFormats

// Records that can be read and that the law refuses
extension Flaw {
  private static let permit = "labour-immigrant-permit"
  private static let extended = "labour-immigrant-permit-extension"
  private static let refusal = "labour-immigrant-permit-refusal"
  static let stay = "temporary-residence-permit"
  private static let certificate = "qualification-certificate"
  private static let denial = "permanent-residence-permit-refusal"

  static let general: [Flaw] = [
    Flaw(
      "no officer", "GEN-REQUIRED-FIELDS",
      spoil: { record in
        let signer = record.signer
        record.fields.removeAll { $0.key == signer }
      }),
    Flaw(
      "a blank officer", "GEN-REQUIRED-FIELDS", spoil: { $0.field($0.signer, " \u{A0} ") }),
    Flaw("before any edition", "GEN-EDITION", spoil: { $0.issueDate = "2019-05-14" }),
    Flaw("after the repeal", of: permit, "GEN-EDITION", spoil: { $0.issueDate = "2022-04-26" }),
    Flaw("after the repeal", of: refusal, "GEN-EDITION", spoil: { $0.issueDate = "2023-01-10" }),
    Flaw("a day to come", of: stay, "GEN-ISSUE-DATE", spoil: { $0.issueDate = "2199-01-04" }),
    Flaw(
      "born tomorrow", "GEN-DATE-ORDER",
      spoil: { record in
        guard let day = CalendarDate(iso: record.issueDate) else { return }
        record.field("birthDate", day.adding(days: 1))
      }),
    Flaw("ends before it begins", of: permit, "GEN-DATE-ORDER", spoil: swapDays),
    Flaw("ends before it begins", of: certificate, "GEN-DATE-ORDER", spoil: swapDays),
    Flaw(
      "no ground", of: refusal, "GEN-REFUSAL-GROUND", spoil: { $0.field("groundIds", .array([])) }),
    Flaw("a ground of another service", of: refusal, "GEN-REFUSAL-GROUND", spoil: name("TRP-R1")),
    Flaw("a ground of revocation", of: refusal, "GEN-REFUSAL-GROUND", spoil: name("LIM-V1")),
    Flaw("a ground that is none", of: denial, "GEN-REFUSAL-GROUND", spoil: name("PR-G22")),
    Flaw(
      "a silent ground explained", of: denial, "GEN-NO-REASON", "PR-GROUND10-NO-REASON",
      spoil: { record in
        name("PR-G10")(&record)
        record.field("refusalDetail", "Мәлімет бар.")
      }),
  ]

  static let labour: [Flaw] = [
    Flaw(
      "four months", of: permit, "LIM-PERMIT-TERM", spoil: { $0.field("termMonths", .integer(4)) }),
    Flaw("dates that are no month", of: permit, "LIM-PERMIT-TERM", spoil: shift("validUntil", 2)),
    Flaw(
      "a month longer than asked", of: permit, "LIM-TERM-AS-REQUESTED",
      spoil: { $0.fact("requestedMonths", 12) }),
    Flaw("a month unpaid", of: permit, "LIM-TAX-COVERS", spoil: { $0.fact("taxPaidMonths", 0) }),
    Flaw(
      "a country that needs a visa", of: permit, "LIM-VISA-FREE",
      spoil: { $0.field("citizenship", "PRK") }),
    Flaw("wanted", of: permit, "LIM-CHECKS", spoil: { $0.fact("isWanted", true) }),
    Flaw(
      "no fingerprints", of: permit, "LIM-FINGERPRINT",
      spoil: { record in
        record.fact("fingerprintCertificate", false)
        record.facts.removeAll { $0.key == "previousPermitYear" }
      }),
    Flaw(
      "twenty days after the last permit", of: permit, "LIM-GAP-30",
      spoil: { record in
        guard let from = record.date("validFrom") else { return }
        record.fact("previousValidUntil", from.adding(days: -29))
      }),
    Flaw(
      "did not leave in time", of: permit, "LIM-LEFT-IN-TIME",
      spoil: { record in
        record.fact("previousValidUntil", "2020-10-01")
        record.fact("leftInTime", false)
      }),
    Flaw(
      "crossed the border afterwards", of: permit, "LIM-LEGAL-ENTRY",
      spoil: { record in
        guard let day = CalendarDate(iso: record.issueDate) else { return }
        record.fact("borderCrossingDate", day.adding(days: 1))
      }),
    Flaw(
      "a new permit through the portal", of: permit, "LIM-PORTAL-ONLY-EXT",
      spoil: { $0.fact("channel", "portal") }),
    Flaw(
      "works for a company", of: permit, "LIM-CATEGORY",
      spoil: { $0.fact("employerKind", "legal-entity") }),
    Flaw(
      "works on a building site", of: permit, "LIM-CATEGORY",
      spoil: { $0.fact("workKind", "construction") }),
    Flaw("the quota is used up", of: permit, "LIM-QUOTA", spoil: { $0.fact("quotaLeft", 0) }),
    Flaw(
      "a name in Cyrillic", of: permit, "LIM-LATIN-NAME",
      spoil: { $0.field("latinFullName", "ҮЛГІ АНВАР") }),
    Flaw(
      "one Cyrillic letter in a Latin name", of: refusal, "LIM-LATIN-NAME",
      spoil: { $0.field("latinFullName", "SAMPLE ANV\u{410}R") }),
    Flaw(
      "six months", of: extended, "LIM-EXT-TERM", spoil: { $0.field("termMonths", .integer(6)) }),
    Flaw(
      "beyond twelve months", of: extended, "LIM-TOTAL-CAP",
      spoil: { record in
        // A stay that began more than a year before the end; outside paper, so only the facts speak.
        guard let until = record.date("validUntil") else { return }
        record.previous = .text("OUT-19-0000001")
        record.fact("firstValidFrom", until.adding(months: -12).adding(days: -1))
      }),
    Flaw(
      "an employer born in 1821", of: extended, "LIM-EXT-EMPLOYER",
      spoil: { $0.fact("employerBirthYear", 1821) }),
    Flaw(
      "the employer did not sign", of: extended, "LIM-EXT-PORTAL-SIGS",
      spoil: { record in
        record.fact("channel", "portal")
        record.fact("applicantSigned", true)
        record.fact("employerSigned", false)
      }),
  ]

  static let others: [Flaw] = [
    Flaw(
      "the akimat takes fingerprints", of: "fingerprint-photo-certificate", "LIM-ISSUER",
      "REC-UNKNOWN-BODY", spoil: { $0.issuingBody = SampleBodies.examples.localExecutiveBody }),
    Flaw(
      "no address", of: "fingerprint-photo-certificate", "GEN-REQUIRED-FIELDS",
      spoil: { $0.fields.removeAll { $0.key == "temporaryAddress" } }),
    Flaw(
      "four months", of: certificate, "QC-FIRST-TERM",
      spoil: { record in
        guard let from = record.date("validFrom") else { return }
        record.field("validUntil", from.adding(months: 4))
      }),
    Flaw("five points", of: certificate, "QC-SCORE-6", spoil: { $0.fact("score", 5) }),
    Flaw(
      "a profession not on the list", of: certificate, "QC-PROFESSION",
      spoil: { $0.fact("professionListed", false) }),
    Flaw(
      "minutes of a later day", of: certificate, "QC-COMMISSION",
      spoil: { record in
        guard let day = CalendarDate(iso: record.issueDate) else { return }
        record.fact("minutesDate", day.adding(days: 1))
      }),
    Flaw(
      "an ethnic Kazakh without means", of: denial, "PR-G4-EXEMPT",
      spoil: { record in
        name("PR-G4")(&record)
        record.fact("exemptGroup", "ethnic-kazakh")
      }),
    Flaw(
      "a group that keeps its residence", of: denial, "PR-G15-G17-EXEMPT",
      spoil: { record in
        name("PR-G17")(&record)
        record.fact("exemptGroup", "ussr-passport-1974")
      }),
    Flaw(
      "an expulsion six years ago", of: denial, "PR-G13-5Y",
      spoil: { record in
        guard let day = record.date("decisionDate") else { return }
        name("PR-G13")(&record)
        record.fact("expulsionDate", day.adding(months: -72))
      }),
    Flaw(
      "183 days of residence", of: denial, "PR-G15-183",
      spoil: { record in
        name("PR-G15")(&record)
        record.fact("residenceDays12Months", 183)
      }),
  ]

  /// Names one ground and no other.
  private static func name(_ ground: String) -> @Sendable (inout SampleRecord) -> Void {
    { record in
      record.field("groundIds", .array([.text(ground)]))
      record.fields.removeAll { $0.key == "refusalDetail" }
    }
  }

  /// Moves a date by some days.
  private static func shift(_ key: String, _ days: Int) -> @Sendable (inout SampleRecord) -> Void {
    { record in
      guard let day = record.date(key) else { return }
      record.field(key, day.adding(days: days))
    }
  }

  @Sendable private static func swapDays(_ record: inout SampleRecord) {
    guard let from = record.date("validFrom"), let until = record.date("validUntil") else { return }
    record.field("validFrom", until)
    record.field("validUntil", from)
  }
}
