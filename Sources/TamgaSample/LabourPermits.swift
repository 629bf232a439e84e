import TamgaDomain
import TamgaFormats

// MIA order 76: in force for these papers from 30.01.2021 to 25.04.2022.
extension SampleOffice {
  static let labourFirst = Calendar2020s.day(2021, 2, 3)
  static let labourLast = Calendar2020s.day(2022, 4, 22)

  mutating func labourPermit(id: String) -> SampleRecord {
    // A permit of the last months could not be extended under the same edition.
    let issued = decisionDay(
      Self.labourFirst, Self.labourLast.adding(days: random.once(in: 4) ? 0 : -120))
    let applied = issued.adding(days: -1)
    let person = person(of: visaFree)
    let months = random.number(1...3)
    let from = issued.adding(days: random.number(0...5))
    let until = end(of: months, from: from)
    var record = SampleRecord(
      id: id, document: "labour-immigrant-permit", issuingBody: bodies.police, issueDate: issued)
    chooseLanguages(&record)
    fill(&record, person, months, from, until)
    record.fact("channel", random.once(in: 3) ? "service-provider" : "state-corporation")
    record.fact("applicationDate", applied)
    record.fact("acceptanceDate", applied)
    record.fact("decisionDate", issued)
    record.fact("requestedMonths", months)
    record.fact("taxPaidMonths", months + (random.once(in: 10) ? 1 : 0))
    record.fact("borderCrossingDate", applied.adding(days: -random.number(1...25)))
    record.fact("leftInTime", true)
    record.fact("hasConviction", false)
    record.fact("isWanted", false)
    record.fact("fingerprintCertificate", true)
    record.fact("employerKind", "natural-person")
    record.fact("workKind", "domestic")
    record.fact("quotaLeft", random.number(1...900))
    if random.once(in: 6) { earlierStay(&record, before: min(issued, from)) }
    if random.once(in: 4) { record.field("permitNumber", ownNumber()) }
    keep(record, person, firstFrom: from, from, until)
    return record
  }

  /// A permit of an earlier year, ended more than thirty days ago.
  private mutating func earlierStay(_ record: inout SampleRecord, before day: CalendarDate) {
    let end = day.adding(days: -random.number(31...400))
    let start = end.adding(months: -random.number(1...3))
    record.fact("previousValidFrom", start)
    record.fact("previousValidUntil", end)
    record.fact("previousPermitYear", start.adding(days: -1).year)
  }

  mutating func labourExtension(id: String) -> SampleRecord {
    let chain = shelves.permits.take(&random) ?? outsidePermit()
    let from = chain.until.adding(days: random.once(in: 2) ? 0 : 1)
    let months = longestExtension(of: chain, from: from).map { random.number(1...$0) } ?? 1
    let limit = chain.firstFrom.adding(months: 12)
    let until = min(end(of: months, from: from), limit)
    let issued = Calendar2020s.decisionDay(
      onOrBefore: chain.until.adding(days: -random.number(1...4)))
    let applied = issued.adding(days: -1)
    var record = SampleRecord(
      id: id, document: "labour-immigrant-permit-extension", issuingBody: bodies.police,
      issueDate: issued)
    record.previous =
      chain.decision.map { .object([.init("decision", .text($0))]) }
      ?? chain.number.map { .text($0) }
    chooseLanguages(&record)
    fill(&record, chain.person, months, from, until)
    let isPortal = random.once(in: 3)
    record.fact("channel", isPortal ? "portal" : "state-corporation")
    if isPortal {
      withinHalfAnHour(&record, on: issued)
      record.fact("applicantSigned", true)
      record.fact("employerSigned", true)
    }
    record.fact("applicationDate", isPortal ? issued : applied)
    record.fact("acceptanceDate", isPortal ? issued : applied)
    record.fact("decisionDate", issued)
    record.fact("requestedMonths", months)
    record.fact("taxPaidMonths", months)
    record.fact("hasConviction", false)
    record.fact("isWanted", false)
    record.fact("employerKind", "natural-person")
    record.fact("workKind", "domestic")
    record.fact("employerName", chain.employer)
    record.fact("employerBirthYear", chain.employerBirthYear)
    record.fact("employerAddress", chain.employerAddress)
    record.fact("firstValidFrom", chain.firstFrom)
    record.fact("previousValidFrom", chain.from)
    record.fact("previousValidUntil", chain.until)
    if random.once(in: 2) {
      keep(record, chain.person, firstFrom: chain.firstFrom, from, until, of: chain)
    }
    return record
  }

  /// Fields that the permit and its extension print, and what the rules need beside them.
  private mutating func fill(
    _ record: inout SampleRecord, _ person: SamplePerson, _ months: Int, _ from: CalendarDate,
    _ until: CalendarDate
  ) {
    record.field("latinFullName", person.name)
    record.field("passportSeriesNumber", person.passport)
    record.field("citizenship", person.citizenship)
    record.field("birthDate", person.birthDate)
    record.field("termMonths", .integer(Int64(months)))
    record.field("validFrom", from)
    record.field("validUntil", until)
    sign(&record)
  }

  // MARK: chains

  private mutating func keep(
    _ record: SampleRecord, _ person: SamplePerson, firstFrom: CalendarDate, _ from: CalendarDate,
    _ until: CalendarDate, of chain: PermitChain? = nil
  ) {
    guard until.adding(days: 1) <= Self.labourLast else { return }
    let next = PermitChain(
      person: person, employer: chain?.employer ?? SamplePlace.household(&random),
      employerBirthYear: chain?.employerBirthYear ?? random.number(1945...1995),
      employerAddress: chain?.employerAddress ?? SamplePlace.address(&random).kk,
      firstFrom: firstFrom, from: from, until: until,
      issued: CalendarDate(iso: record.issueDate) ?? from,
      number: record.value("permitNumber")?.text, decision: record.id)
    guard longestExtension(of: next, from: until.adding(days: 1)) != nil else { return }
    shelves.permits.put(next, &random)
  }

  /// A permit that another office gave.
  mutating func outsidePermit() -> PermitChain {
    let from = Self.labourFirst.adding(days: random.number(0...300))
    let until = end(of: random.number(1...3), from: from)
    return PermitChain(
      person: person(of: visaFree), employer: SamplePlace.household(&random),
      employerBirthYear: random.number(1945...1995),
      employerAddress: SamplePlace.address(&random).kk,
      firstFrom: from, from: from, until: until, issued: from.adding(days: -1),
      number: outsideNumber(), decision: nil)
  }

  /// The greatest number of months by which a chain can go on: with extensions it lasts twelve at
  /// most (para 8).
  private func longestExtension(of chain: PermitChain, from: CalendarDate) -> Int? {
    let limit = chain.firstFrom.adding(months: 12)
    return (1...3).last { from.adding(months: $0) <= limit }
  }

  // MARK: refusals and fingerprint certificates

  mutating func labourRefusal(id: String) -> SampleRecord {
    let issued = decisionDay(Self.labourFirst, Self.labourLast)
    let person = person(of: random.once(in: 4) ? Land.all : visaFree)
    let grounds = random.pick(random.number(1...3), of: ["LIM-R1", "LIM-R2", "LIM-R3"])
    let isSameDay = grounds.contains("LIM-R1")
    var record = SampleRecord(
      id: id, document: "labour-immigrant-permit-refusal", issuingBody: bodies.police,
      issueDate: issued)
    chooseLanguages(&record)
    record.field("latinFullName", person.name)
    record.field("passportSeriesNumber", person.passport)
    record.field("citizenship", person.citizenship)
    record.field("birthDate", person.birthDate)
    record.field("groundIds", .array(grounds.map { .text($0) }))
    if random.once(in: 2) { record.field("refusalDetail", random.pick(Self.refusalDetails)) }
    sign(&record)
    record.fact("acceptanceDate", isSameDay ? issued : issued.adding(days: -1))
    record.fact("decisionDate", issued)
    if isSameDay { withinHalfAnHour(&record, on: issued) }
    return record
  }

  mutating func fingerprintCertificate(id: String) -> SampleRecord {
    let issued = decisionDay(Calendar2020s.day(2020, 6, 2), Self.labourLast)
    let person = person(of: visaFree)
    var record = SampleRecord(
      id: id, document: "fingerprint-photo-certificate", issuingBody: bodies.police,
      issueDate: issued)
    chooseLanguages(&record)
    record.field("fullName", person.name)
    record.field("birthDate", person.birthDate)
    record.field("citizenship", person.citizenship)
    record.field("sex", person.isMale ? "male" : "female")
    record.field("temporaryAddress", SamplePlace.address(&random))
    sign(&record, rank: true)
    record.field("fingerprintDate", issued)
    record.field("passportSeriesNumber", person.passport)
    return record
  }

  private static let refusalDetails = [
    Bilingual(
      kk: "Жеке табыс салығы бойынша алдын ала төлем 1 айға төленген, 3 ай сұралған.",
      ru: "Предварительный платеж по индивидуальному подоходному налогу внесен за 1 месяц, "
        + "запрошено 3 месяца."),
    Bilingual(
      kk: "Ұсынылған шарттағы мәліметтер өтініштегі мәліметтерге сәйкес келмейді.",
      ru: "Сведения представленного договора не соответствуют сведениям заявления."),
    Bilingual(
      kk: "Құжаттың көшірмесі оқылмайды: \"2-бет\" жоқ.\nТолық көшірмесін ұсыну қажет.",
      ru: "Копия документа не читается: нет \"стр. 2\".\nНеобходимо представить полную копию."),
  ]
}
