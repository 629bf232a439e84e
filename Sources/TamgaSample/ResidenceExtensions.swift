import TamgaDomain
import TamgaFormats

// MIA order 992, annex 1-1: extensions of a temporary stay, and refusals.
extension SampleOffice {
  mutating func residenceExtension(id: String) -> SampleRecord {
    let paper = shelves.stays.take(&random) ?? outsideStay()
    let first = paper.date("validFrom") ?? Self.residenceFirst
    let end = paper.date("validUntil") ?? first
    let issued = Calendar2020s.decisionDay(onOrBefore: end.adding(days: -random.number(1...4)))
    let applied = issued.adding(days: -1)
    let from = end.adding(days: random.once(in: 2) ? 0 : 1)
    let stay = ResidenceStay(
      from: from, issued: issued, branch: paper.branch ?? .family, isExtension: true, &random)
    var record = SampleRecord(
      id: id, document: "temporary-residence-permit-extension", issuingBody: bodies.police,
      issueDate: issued)
    record.previous = paper.reference
    chooseLanguages(&record)
    record.repeatFields(
      [
        "latinFullName", "birthDate", "sex", "citizenship", "passportKind", "passportSeriesNumber",
        "passportExpiryDate", "iin", "stayPurpose", "hostName", "hostIinBin", "residenceAddress",
      ], of: paper.record)
    record.field("validFrom", from)
    record.field("validUntil", stay.until)
    sign(&record)
    residenceFacts(&record, stay, applied: applied, decided: issued)
    record.fact("stayUntil", end)
    record.fact("firstValidFrom", first)
    record.fact("previousValidFrom", first)
    record.fact("previousValidUntil", end)
    return record
  }

  mutating func residenceRefusal(id: String) -> SampleRecord {
    let issued = decisionDay(Self.residenceFirst, Self.residenceLast)
    let person = person(of: Land.all)
    var record = SampleRecord(
      id: id, document: "temporary-residence-permit-refusal", issuingBody: bodies.police,
      issueDate: issued)
    chooseLanguages(&record)
    record.field("latinFullName", person.name)
    record.identity(person)
    let grounds = random.pick(random.number(1...2), of: ["TRP-R1", "TRP-R2", "TRP-R3", "TRP-R4"])
    record.field("groundIds", .array(grounds.map { .text($0) }))
    if random.once(in: 2) {
      record.field(
        "refusalDetail",
        Bilingual(
          kk: "Қабылдаушы тараптың ЖСН/БСН ақпараттық жүйедегі деректермен сәйкес келмейді.",
          ru: "ИИН/БИН принимающей стороны не совпадает с данными информационной системы."))
    }
    sign(&record)
    record.fact("acceptanceDate", issued.adding(days: -1))
    record.fact("decisionDate", issued)
    return record
  }

  /// What the rules need beside a permit or its extension.
  mutating func residenceFacts(
    _ record: inout SampleRecord, _ stay: ResidenceStay, applied: CalendarDate,
    decided: CalendarDate
  ) {
    record.fact("channel", random.once(in: 2) ? "service-provider" : "state-corporation")
    record.fact("entryBasis", "visa-free")
    record.fact("applicationDate", applied)
    record.fact("acceptanceDate", applied)
    record.fact("decisionDate", decided)
    record.fact("fingerprintRegistered", true)
    record.fact("medicalInsurance", true)
    record.fact("checksDone", true)
    for (name, value) in stay.facts { record.fact(name, value) }
  }

  /// Keeps a stay that can go on: its person's passport lasts for another year, and its end comes
  /// before the last day on which papers are made.
  mutating func keep(_ record: SampleRecord, _ stay: ResidenceStay) {
    guard stay.branch != .applicant, stay.until <= Self.residenceLast,
      let expiry = record.date("passportExpiryDate"), expiry >= stay.until.adding(months: 13)
    else { return }
    shelves.stays.put(KeptPaper(record: record, branch: stay.branch), &random)
  }

  /// A stay that another office permitted.
  private mutating func outsideStay() -> KeptPaper {
    var (record, stay) = residenceRecord(
      id: "", branch: random.once(in: 2) ? .family : .workPermit,
      last: Self.residenceLast.adding(months: -12))
    record.field("passportExpiryDate", stay.until.adding(months: 24))
    return KeptPaper(record: record, outside: outsideNumber(), branch: stay.branch)
  }
}
