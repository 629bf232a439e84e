import TamgaDomain
import TamgaFormats

// MIA order 992, annex 1-1; the terms are those of Government decree 148, para 10.
extension SampleOffice {
  static let residenceFirst = Calendar2020s.day(2024, 4, 3)
  static let residenceLast = Calendar2020s.day(2025, 12, 12)

  mutating func residencePermit(id: String) -> SampleRecord {
    let branch = random.pick(ResidenceStay.Branch.allCases)
    let (record, stay) = residenceRecord(id: id, branch: branch)
    keep(record, stay)
    return record
  }

  mutating func residenceRecord(
    id: String, branch: ResidenceStay.Branch, last: CalendarDate = SampleOffice.residenceLast
  ) -> (SampleRecord, ResidenceStay) {
    let issued = decisionDay(Self.residenceFirst, last)
    let applied = issued.adding(days: -1)
    let person = person(of: Land.all)
    let from = issued.adding(days: random.number(0...3))
    let stay = ResidenceStay(from: from, issued: issued, branch: branch, &random)
    var record = SampleRecord(
      id: id, document: "temporary-residence-permit", issuingBody: bodies.police, issueDate: issued)
    chooseLanguages(&record)
    record.field("latinFullName", person.name)
    record.field("birthDate", person.birthDate)
    record.field("sex", person.isMale ? "male" : "female")
    record.field("citizenship", person.citizenship)
    record.field("passportKind", "ordinary")
    record.field("passportSeriesNumber", person.passport)
    record.field("passportExpiryDate", stay.until.adding(days: random.number(0...2500)))
    // A rule warns where it is blank.
    if !random.once(in: 30) { record.field("iin", person.iin) }
    record.field("stayPurpose", stay.purpose)
    record.field("hostName", stay.host)
    record.field("hostIinBin", stay.hostNumber)
    record.field("residenceAddress", SamplePlace.address(&random))
    record.field("validFrom", from)
    record.field("validUntil", stay.until)
    sign(&record)
    residenceFacts(&record, stay, applied: applied, decided: issued)
    record.fact("stayUntil", applied.adding(days: random.number(0...60)))
    return (record, stay)
  }
}

/// One way of staying: the purpose, the host, the last day and the facts on which they rest.
struct ResidenceStay {
  let branch: Branch
  let purpose: String
  let host: Bilingual
  let hostNumber: String
  let until: CalendarDate
  let facts: [(String, JSONValue)]

  /// The parts of para 10 that set terms of their own.
  enum Branch: CaseIterable, Sendable {
    case family, workersFamily, workPermit, noPermit, certificate, aifcActivity, aifcInvestor
    case aifcFamily, education, treatment, missionary, business, trafficking, applicant
  }

  init(
    from: CalendarDate, issued: CalendarDate, branch: Branch, isExtension: Bool = false,
    _ random: inout SplitMix64
  ) {
    self.branch = branch
    let year = from.adding(months: 12).adding(days: random.once(in: 2) ? 0 : -1)
    let shorter = from.adding(months: random.number(1...11))
    func date(_ day: CalendarDate) -> JSONValue { .text(day.iso) }
    func later(_ day: CalendarDate) -> JSONValue { date(day.adding(days: random.number(0...700))) }
    func petition(_ kind: String) -> (String, JSONValue) { ("petitionerKind", .text(kind)) }
    let company = SamplePlace.company(&random)
    let household = Bilingual(both: SamplePlace.household(&random))
    var isPerson = false
    switch branch {
    case .family:
      (purpose, host, until) = ("family-reunification", household, shorter)
      facts = [petition("natural-person")]
      isPerson = true
    case .workersFamily:
      (purpose, host, until) = ("family-reunification", company, year)
      facts = [petition("legal-person"), ("contractUntil", later(year))]
    case .workPermit:
      (purpose, host, until) = ("employment", company, shorter)
      facts = [
        petition("legal-person"), ("workPermitRequired", .flag(true)),
        ("workPermitUntil", date(shorter)),
      ]
    case .noPermit:
      (purpose, host, until) = ("employment", company, year)
      facts = [
        petition("legal-person"), ("workPermitRequired", .flag(false)),
        ("contractUntil", later(year)),
      ]
    case .certificate:
      (purpose, host, until) = ("employment", company, shorter)
      facts = [
        petition("legal-person"), ("workPermitRequired", .flag(false)),
        ("certificateUntil", later(shorter)),
      ]
    case .aifcActivity:
      (purpose, host, until) = ("employment", SamplePlace.financialCentre, year)
      facts = [
        petition("aifc-administration"), ("aifc", .text("activity")),
        ("workPermitRequired", .flag(false)), ("contractUntil", later(year)),
      ]
    case .aifcInvestor:
      (purpose, host, until) = ("employment", SamplePlace.financialCentre, year)
      facts = [
        petition("aifc-administration"), ("aifc", .text("investor")),
        ("workPermitRequired", .flag(false)),
      ]
    case .aifcFamily:
      (purpose, host, until) = ("family-reunification", SamplePlace.financialCentre, year)
      facts = [
        petition("aifc-administration"), ("aifc", .text("investor-family")),
        ("residentUntil", later(year)),
      ]
    case .education:
      (purpose, host, until) = ("education", SamplePlace.school(&random), year)
      facts = [petition("education-organisation"), ("studyUntil", later(year))]
    case .treatment:
      (purpose, host, until) = ("inpatient-treatment", SamplePlace.hospital(&random), shorter)
      facts = [petition("health-organisation"), ("treatmentUntil", date(shorter))]
    case .missionary:
      (purpose, host, until) = ("missionary", SamplePlace.congregation(&random), shorter)
      facts = [petition("religious-organisation"), ("requestedUntil", date(shorter))]
    case .business:
      (purpose, host, until) = ("business", SamplePlace.akimat, year)
      facts = [petition("local-executive-body")]
    case .trafficking:
      (purpose, host, until) = (
        "trafficking-victim", SamplePlace.akimat, from.adding(months: isExtension ? 3 : 6)
      )
      facts = [petition("local-executive-body"), ("isTraffickingVictim", .flag(true))]
    case .applicant:
      (purpose, host, until) = (
        "permanent-residence-applicant", household, from.adding(days: random.number(20...90))
      )
      facts = [
        petition("natural-person"),
        ("prApplicationDate", date(issued.adding(days: -random.number(1...20)))),
      ]
      isPerson = true
    }
    hostNumber =
      isPerson
      ? PersonalNumber.make(
        birthDate: Calendar2020s.day(1950, 1, 1).adding(days: random.number(0...15_000)),
        isMale: random.once(in: 2), serial: random.number(0...999))
      : PersonalNumber.make(
        year: random.number(1995...2023), month: random.number(1...12),
        serial: random.number(0...999))
  }
}
