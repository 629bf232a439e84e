import TamgaDomain
import TamgaFormats

// MIA order 992, annex 3: the permit for permanent residence and its annulment.
extension SampleOffice {
  mutating func permanentPermit(id: String) -> SampleRecord {
    var record = permanentRecord(id: id)
    if random.once(in: 2) { record.field("decisionNumber", ownNumber()) }
    shelves.residents.put(KeptPaper(record: record), &random)
    return record
  }

  private mutating func permanentRecord(id: String) -> SampleRecord {
    let decided = decisionDay(Calendar2020s.day(2024, 6, 5), Calendar2020s.day(2025, 12, 5))
    let applied = decided.adding(days: -random.number(3...45))
    let person = person(of: Land.all)
    var record = SampleRecord(
      id: id, document: "permanent-residence-permit", issuingBody: bodies.police,
      issueDate: decided.adding(days: random.number(0...1)))
    chooseLanguages(&record)
    record.field("fullName", person.name)
    record.identity(person)
    record.field("passportExpiryDate", applied.adding(days: random.number(190...3000)))
    record.field("residenceAddress", SamplePlace.address(&random))
    record.field("decisionBody", Self.department)
    record.field("decisionDate", decided)
    record.field("legalBasis", Self.migrationLaw)
    record.field("residenceCardOffice", Self.cardOffice)
    sign(&record, position: false, rank: true)
    record.fact("channel", random.once(in: 2) ? "service-provider" : "state-corporation")
    record.fact("applicationDate", applied)
    record.fact("acceptanceDate", applied)
    for name in ["solvencyDate", "criminalRecordDate", "medicalDate"] {
      record.fact(name, applied.adding(days: -random.number(2...180)))
    }
    let dwelling = applied.adding(days: -random.number(0...90))
    record.fact("dwellingFrom", dwelling)
    record.fact("dwellingUntil", dwelling.adding(days: random.number(180...400)))
    record.fact("photo", true)
    record.fact("fingerprintRegistered", true)
    record.fact("dutyPaidMci", 4)
    return record
  }

  mutating func permanentAnnulment(id: String) -> SampleRecord {
    let paper =
      shelves.residents.take(&random) { $0.number("decisionNumber") != nil } ?? outsideResident()
    let given = paper.issued ?? Calendar2020s.day(2024, 6, 5)
    let issued = decisionDay(given.adding(days: 60), Calendar2020s.day(2026, 4, 24))
    var record = SampleRecord(
      id: id, document: "permanent-residence-permit-annulment-decision",
      issuingBody: bodies.police, issueDate: issued)
    record.previous = paper.reference
    chooseLanguages(&record)
    if let name = paper.record.value("fullName") { record.field("latinFullName", name) }
    record.repeatFields(["passportSeriesNumber", "citizenship", "birthDate"], of: paper.record)
    record.field("permitNumber", paper.number("decisionNumber") ?? outsideNumber())
    record.field("permitIssueDate", given)
    let ground = random.pick(["PR-G15", "PR-G15", "PR-G10", "PR-G1", "PR-G6"])
    record.field("groundIds", .array([.text(ground)]))
    sign(&record, position: false, rank: true)
    record.fact("decisionDate", issued)
    if ground == "PR-G15" {
      let days = random.number(0...182)
      record.field(
        "refusalDetail",
        Bilingual(
          kk: "Он екі ай ішінде Қазақстан Республикасында \(days) күн тұрған.",
          ru: "За двенадцать месяцев прожито в Республике Казахстан дней: \(days)."))
      record.fact("residenceDays12Months", days)
    }
    return record
  }

  /// A permit that another office gave.
  private mutating func outsideResident() -> KeptPaper {
    KeptPaper(record: permanentRecord(id: ""), outside: outsideNumber())
  }

  private static let department = Bilingual(
    kk: "Алматы қаласы Полиция департаментінің", ru: "Департамента полиции города Алматы")
  private static let migrationLaw = Bilingual(
    kk: "«Халықтың көші-қоны туралы» Қазақстан Республикасының Заңы",
    ru: "Закона Республики Казахстан «О миграции населения»")
  private static let cardOffice = Bilingual(
    kk: "Алматы қ., Үлгі к., 1-үй мекенжайындағы халыққа қызмет көрсету орталығына",
    ru: "центр обслуживания населения по адресу: г. Алматы, ул. Улги, дом 1")
}
