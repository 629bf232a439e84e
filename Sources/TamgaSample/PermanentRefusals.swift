import TamgaDomain
import TamgaFormats

// MIA order 992, annex 3, in force in this wording from 24.03.2024.
extension SampleOffice {
  mutating func permanentRefusal(id: String) -> SampleRecord {
    let decided = decisionDay(Calendar2020s.day(2024, 6, 5), Calendar2020s.day(2025, 12, 5))
    let accepted = decided.adding(days: -random.number(3...45))
    let issued = decided.adding(days: random.number(0...1))
    let person = person(of: Land.all)
    var grounds = random.pick(random.number(1...3), of: Self.grounds)
    let isSilent = random.once(in: 8)
    if isSilent { grounds = random.once(in: 2) ? ["PR-G10"] : grounds + ["PR-G10"] }
    var record = SampleRecord(
      id: id, document: "permanent-residence-permit-refusal", issuingBody: bodies.police,
      issueDate: issued)
    chooseLanguages(&record)
    record.field("fullName", person.name)
    record.field("citizenship", person.citizenship)
    record.field("birthDate", person.birthDate)
    record.field("passportSeriesNumber", person.passport)
    record.field("residenceAddress", SamplePlace.address(&random))
    record.field(
      "decisionBody",
      Bilingual(
        kk: "Алматы қаласы Полиция департаментінің", ru: "Департамента полиции города Алматы"))
    record.field("decisionDate", decided)
    if random.once(in: 5) { record.field("decisionNumber", ownNumber()) }
    record.field("groundIds", .array(grounds.map { .text($0) }))
    if !isSilent, random.once(in: 2) {
      record.field("refusalDetail", random.pick(Self.details))
    }
    sign(&record, position: false, rank: true)
    record.fact("applicationDate", accepted)
    record.fact("acceptanceDate", accepted)
    if grounds.contains("PR-G13") {
      record.fact("expulsionDate", decided.adding(days: -random.number(30...1700)))
    }
    return record
  }

  /// Those that can refuse a first permit: PR-G15 speaks of one that was given.
  private static let grounds =
    ["PR-R1", "PR-R2", "PR-R3"]
    + (1...21).filter { ![10, 15].contains($0) }.map { "PR-G\($0)" }

  private static let details = [
    Bilingual(
      kk: "Төлем қабілеттілігін растайтын құжат белгіленген мерзімде ұсынылмаған.",
      ru: "Документ о подтверждении платежеспособности в установленный срок не представлен."),
    Bilingual(
      kk: "Анықтамадағы деректер уәкілетті органның жауабымен расталмаған.",
      ru: "Данные справки не подтверждены ответом уполномоченного органа."),
  ]
}
