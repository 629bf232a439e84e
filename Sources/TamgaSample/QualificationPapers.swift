import TamgaDomain
import TamgaFormats

// Labour ministry order 236, paras 13-23: what becomes of a certificate, and refusals.
extension SampleOffice {
  mutating func certificateExtension(id: String) -> SampleRecord {
    let paper = certificate()
    let end = paper.date("validUntil") ?? Self.qualificationLast
    let issued = Calendar2020s.decisionDay(
      onOrBefore: min(end.adding(days: -random.number(1...4)), Self.qualificationLast))
    var record = change("qualification-certificate-extension", id, of: paper, on: issued)
    let from = end.adding(days: 1)
    let until = from.adding(months: random.number(3...36)).adding(days: -1)
    let contract = Calendar2020s.inWords(issued.adding(days: -3))
    let number = random.number(1...90)
    record.field(
      "basis",
      Bilingual(
        kk: "\(contract.kk) № \(number) еңбек шарты",
        ru: "Трудовой договор № \(number) от \(contract.ru)"))
    record.field("validFrom", from)
    record.field("validUntil", until)
    employ(&record)
    record.fact("contractUntil", until)
    return record
  }

  mutating func certificateReissue(id: String) -> SampleRecord {
    let paper = certificate()
    let issued = dayOfChange(of: paper)
    var record = change("qualification-certificate-reissue", id, of: paper, on: issued)
    let land = Land.of(Set([record.value("citizenship")?.text].compactMap { $0 }))
    switch random.number(1...3) {
    case 1:
      employ(&record)
      record.fact("cause", "employer-changed")
    case 2:
      // A new passport, of the same country.
      record.field("passportSeriesNumber", person(of: land.isEmpty ? Land.all : land).passport)
      record.fact("cause", "document-changed")
    default:
      let renamed = person(of: land.isEmpty ? Land.all : land)
      record.field("fullName", renamed.name)
      record.field("passportSeriesNumber", renamed.passport)
      record.fact("cause", "name-changed")
    }
    record.fact("changeDate", issued.adding(days: -random.number(1...4)))
    return record
  }

  mutating func certificateDuplicate(id: String) -> SampleRecord {
    let paper = certificate()
    let issued = dayOfChange(of: paper)
    var record = change("qualification-certificate-duplicate", id, of: paper, on: issued)
    if let number = paper.number("certificateNumber") {
      record.field("certificateNumber", number)
      // Until the paper is in the register, only the record can say what its number is.
      record.field("previousCertificateNumber", number)
    }
    if let original = paper.issued { record.field("originalIssueDate", original) }
    record.fact("cause", random.once(in: 3) ? "damaged" : "lost")
    record.fact("changeDate", issued.adding(days: -random.number(1...4)))
    return record
  }

  mutating func certificateRevocation(id: String) -> SampleRecord {
    let paper =
      shelves.certificates.take(&random) { $0.number("certificateNumber") != nil }
      ?? outsideCertificate()
    let issued = dayOfChange(of: paper)
    var record = refusal(
      "qualification-certificate-revocation-decision", id, of: nil, on: issued, ground: "QC-V1")
    record.previous = paper.reference
    record.repeatFields(Self.person, of: paper.record)
    record.field("certificateNumber", paper.number("certificateNumber") ?? outsideNumber())
    record.field("issueDateOfCertificate", paper.issued ?? issued)
    record.field("inspectionActNumber", String(random.number(1...99)))
    record.field("inspectionActDate", issued.adding(days: -random.number(1...4)))
    sign(&record)
    return record
  }

  mutating func certificateRefusal(id: String) -> SampleRecord {
    let issued = decisionDay(Self.qualificationFirst, Self.qualificationLast)
    var record = refusal(
      "qualification-certificate-refusal", id, of: person(of: Land.all), on: issued,
      ground: random.pick(["QC-R1", "QC-R2", "QC-R3"]))
    let day = Calendar2020s.inWords(issued.adding(days: -1))
    let number = random.number(1...240)
    record.field("basis", Bilingual(kk: "\(day.kk) № \(number)", ru: "№ \(number) от \(day.ru)"))
    sign(&record)
    record.fact("acceptanceDate", issued.adding(days: -7))
    record.fact("decisionDate", issued)
    return record
  }

  mutating func certificateAcceptanceRefusal(id: String) -> SampleRecord {
    let issued = decisionDay(Self.qualificationFirst, Self.qualificationLast)
    var record = refusal(
      "qualification-certificate-acceptance-refusal", id, of: person(of: Land.all), on: issued,
      ground: "QC-A1")
    record.field(
      "missingDocuments",
      SampleRecord.papers(random.pick(random.number(1...2), of: Self.certificatePapers)))
    record.field("clerkFullName", SampleOfficer(&random).name)
    record.fact("acceptanceDate", issued.adding(days: -1))
    return record
  }

  // MARK: what they share

  static let qualificationFirst = Calendar2020s.day(2026, 1, 22)
  /// Certificates of the last weeks are extended soon after.
  static let qualificationLast = Calendar2020s.day(2026, 5, 15)

  private static let person = ["fullName", "citizenship", "birthDate", "passportSeriesNumber"]

  private mutating func certificate() -> KeptPaper {
    shelves.certificates.take(&random) ?? outsideCertificate()
  }

  /// A certificate that another office gave.
  private mutating func outsideCertificate() -> KeptPaper {
    var record = certificateRecord(id: "")
    record.fields.removeAll { $0.key == "certificateNumber" }
    return KeptPaper(record: record, outside: outsideNumber())
  }

  /// A day in the term of a certificate, some days after it was given.
  private mutating func dayOfChange(of paper: KeptPaper) -> CalendarDate {
    let from = paper.date("validFrom") ?? Self.qualificationFirst
    return Calendar2020s.decisionDay(
      onOrBefore: min(from.adding(days: random.number(14...26)), Self.qualificationLast))
  }

  private mutating func change(
    _ document: String, _ id: String, of paper: KeptPaper, on issued: CalendarDate
  ) -> SampleRecord {
    var record = SampleRecord(
      id: id, document: document, issuingBody: bodies.localExecutiveBody, issueDate: issued)
    record.previous = paper.reference
    chooseLanguages(&record)
    record.repeatFields(
      Self.person + ["sector", "profession", "basis", "validFrom", "validUntil"], of: paper.record)
    sign(&record, position: false)
    record.fact("applicationDate", issued.adding(days: -1))
    record.fact("acceptanceDate", issued.adding(days: -1))
    record.fact("decisionDate", issued)
    if let from = paper.date("validFrom") { record.fact("previousValidFrom", from) }
    if let until = paper.date("validUntil") { record.fact("previousValidUntil", until) }
    return record
  }

  private mutating func employ(_ record: inout SampleRecord) {
    record.field("employerName", SamplePlace.company(&random))
    record.field(
      "employerIinBin",
      PersonalNumber.make(
        year: random.number(1995...2023), month: random.number(1...12),
        serial: random.number(0...999)))
  }

  private mutating func refusal(
    _ document: String, _ id: String, of person: SamplePerson?, on issued: CalendarDate,
    ground: String
  ) -> SampleRecord {
    var record = SampleRecord(
      id: id, document: document, issuingBody: bodies.localExecutiveBody, issueDate: issued)
    chooseLanguages(&record)
    if let person {
      record.field("fullName", person.name)
      record.identity(person)
    }
    record.field("groundIds", .array([.text(ground)]))
    return record
  }

  /// Annex 2 row 8 item 1.
  /// Of a first application (Labour ministry order 236, annex 2 row 8).
  private static let certificatePapers = [
    "qc-work-experience", "qc-education-translations", "qc-identity-document",
  ]
}
