import TamgaDomain
import TamgaFormats

// Records that the law refuses: temporary residence (Government decree 148, para 10)
extension Flaw {
  static let residence: [Flaw] = [
    Flaw(
      "the passport ends first", of: stay, "TRP-PASSPORT-EXPIRY",
      spoil: { record in
        guard let until = record.date("validUntil") else { return }
        record.field("passportExpiryDate", until.adding(days: -1))
      }),
    Flaw("came on a visa", of: stay, "TRP-EXEMPT-VISA", spoil: { $0.fact("entryBasis", "visa") }),
    Flaw(
      "a diplomat", of: stay, "TRP-EXEMPT-DIPLOMATIC",
      spoil: { $0.field("passportKind", "diplomatic") }),
    Flaw(
      "fifteen years old", of: stay, "TRP-EXEMPT-UNDER16",
      spoil: { record in
        guard let day = CalendarDate(iso: record.issueDate) else { return }
        record.field("birthDate", day.adding(months: -16 * 12).adding(days: 1))
      }),
    Flaw(
      "no fingerprints", of: stay, "TRP-FINGERPRINT",
      spoil: { $0.fact("fingerprintRegistered", false) }),
    Flaw(
      "no insurance", of: stay, "TRP-INSURANCE",
      spoil: { record in
        record.field("citizenship", "IND")
        record.fact("medicalInsurance", false)
      }),
    Flaw(
      "fifteen days too late", of: stay, "TRP-LATE",
      spoil: { record in
        guard let day = record.date("applicationDate") else { return }
        record.fact("stayUntil", day.adding(days: -15))
        record.fact("article517Case", true)
      }),
    Flaw(
      "longer than the work permit", of: stay, "TRP-WORK-PERMIT",
      spoil: choose("employment") { record, until in
        record.fact("workPermitRequired", true)
        record.fact("workPermitUntil", until.adding(days: -1))
      }),
    Flaw(
      "longer than the contract", of: stay, "TRP-NO-PERMIT-1Y",
      spoil: choose("employment") { record, until in
        record.fact("workPermitRequired", false)
        record.fact("contractUntil", until.adding(days: -1))
      }),
    Flaw(
      "longer than the contract at the AIFC", of: stay, "TRP-AIFC-1Y",
      spoil: choose("employment") { record, until in
        record.fact("aifc", "activity")
        record.fact("contractUntil", until.adding(days: -1))
      }),
    Flaw(
      "longer than the investor stays", of: stay, "TRP-AIFC-INVESTOR",
      spoil: choose("family-reunification") { record, until in
        record.fact("aifc", "investor-family")
        record.fact("residentUntil", until.adding(days: -1))
      }),
    Flaw(
      "longer than the studies", of: stay, "TRP-STUDY-1Y",
      spoil: choose("education") { $0.fact("studyUntil", $1.adding(days: -1)) }),
    Flaw(
      "longer than the treatment", of: stay, "TRP-TREATMENT",
      spoil: choose("inpatient-treatment") { $0.fact("treatmentUntil", $1.adding(days: -1)) }),
    Flaw(
      "longer than the petition asks", of: stay, "TRP-MISSIONARY",
      spoil: choose("missionary") { $0.fact("requestedUntil", $1.adding(days: -1)) }),
    Flaw("more than a year of business", of: stay, "TRP-BUSINESS", spoil: choose("business", 13)),
    Flaw(
      "seven months for a victim", of: stay, "TRP-TRAFFICKING",
      spoil: choose("trafficking-victim", 7)),
    Flaw(
      "four months for an applicant", of: stay, "TRP-PR-APPLICANT",
      spoil: choose("permanent-residence-applicant", 4)),
    Flaw(
      "a petitioner of another purpose", of: stay, "TRP-PETITIONER",
      spoil: choose("missionary") { record, until in
        record.fact("requestedUntil", until)
        record.fact("petitionerKind", "natural-person")
      }),
  ]

  /// Gives the stay another purpose, without the facts of its own, and the term `months` when given;
  /// then does `more` with the last day.
  private static func choose(
    _ purpose: String, _ months: Int? = nil,
    _ more: @escaping @Sendable (inout SampleRecord, CalendarDate) -> Void = { _, _ in }
  ) -> @Sendable (inout SampleRecord) -> Void {
    { record in
      let own = [
        "aifc", "workPermitRequired", "workPermitUntil", "contractUntil", "certificateUntil",
        "residentUntil", "studyUntil", "treatmentUntil", "requestedUntil", "prApplicationDate",
      ]
      record.facts.removeAll { own.contains($0.key) }
      record.field("stayPurpose", purpose)
      if let months, let from = record.date("validFrom") {
        let until = from.adding(months: months)
        record.field("validUntil", until)
        record.field("passportExpiryDate", until.adding(months: 24))
      }
      if purpose == "permanent-residence-applicant" {
        record.fact("prApplicationDate", record.issueDate)
      }
      if let until = record.date("validUntil") { more(&record, until) }
    }
  }
}
