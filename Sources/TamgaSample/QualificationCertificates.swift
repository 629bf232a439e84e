import TamgaDomain

// Labour ministry order 236, in force in this wording from 11.01.2026.
extension SampleOffice {
  mutating func qualificationCertificate(id: String) -> SampleRecord {
    let record = certificateRecord(id: id)
    shelves.certificates.put(KeptPaper(record: record), &random)
    return record
  }

  mutating func certificateRecord(id: String) -> SampleRecord {
    // Registered a week before: five working days at most, the day of the event not counted.
    let decided = decisionDay(Self.qualificationFirst, Calendar2020s.day(2026, 4, 24))
    let accepted = decided.adding(days: -7)
    let assessed = decided.adding(days: -random.number(1...2))
    let person = person(of: Land.all)
    let from = decided.adding(days: random.number(0...5))
    let number = String(random.number(1...240))
    let work = random.pick(Self.professions)
    let day = Calendar2020s.inWords(assessed)
    var record = SampleRecord(
      id: id, document: "qualification-certificate", issuingBody: bodies.localExecutiveBody,
      issueDate: decided)
    chooseLanguages(&record)
    record.field("fullName", person.name)
    record.field("citizenship", person.citizenship)
    record.field("birthDate", person.birthDate)
    record.field("passportSeriesNumber", person.passport)
    record.field("sector", work.sector)
    record.field("profession", work.profession)
    record.field(
      "basis",
      Bilingual(
        kk: "Комиссияның \(day.kk) № \(number) хаттамасы",
        ru: "Протокол комиссии № \(number) от \(day.ru)"))
    record.field("validFrom", from)
    record.field("validUntil", end(of: random.number(1...3), from: from))
    if random.once(in: 3) { record.field("certificateNumber", ownNumber()) }
    sign(&record, position: false)
    record.fact("acceptanceDate", accepted)
    record.fact("decisionDate", decided)
    record.fact("score", random.number(6...12))
    record.fact("minutesNumber", number)
    record.fact("minutesDate", assessed)
    record.fact("professionListed", true)
    return record
  }

  private static let professions: [(sector: Bilingual, profession: Bilingual)] = [
    (
      Bilingual(kk: "Білім беру", ru: "Образование"),
      Bilingual(kk: "Ағылшын тілі оқытушысы", ru: "Преподаватель английского языка")
    ),
    (
      Bilingual(kk: "Денсаулық сақтау", ru: "Здравоохранение"),
      Bilingual(kk: "Жүрек хирургы", ru: "Кардиохирург")
    ),
    (
      Bilingual(kk: "Ақпарат және байланыс", ru: "Информация и связь"),
      Bilingual(
        kk: "Бағдарламалық қамтылым әзірлеушісі", ru: "Разработчик программного обеспечения")
    ),
    (
      Bilingual(kk: "Құрылыс", ru: "Строительство"),
      Bilingual(kk: "Көпір құрылысының инженері", ru: "Инженер-мостостроитель")
    ),
    (
      Bilingual(
        kk: "Ауыл, орман және балық шаруашылығы", ru: "Сельское, лесное и рыбное хозяйство"),
      Bilingual(kk: "Өсімдік қорғау агрономы", ru: "Агроном по защите растений")
    ),
    (
      Bilingual(kk: "Өңдеу өнеркәсібі", ru: "Обрабатывающая промышленность"),
      Bilingual(kk: "Гальваника цехының технологы", ru: "Технолог гальванического цеха")
    ),
  ]
}
