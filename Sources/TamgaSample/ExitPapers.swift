import TamgaDomain
import TamgaFormats

// MIA order 596: papers on the way to the decision and after it.
extension SampleOffice {
  /// The talon, or the certificate of the same contents.
  mutating func exitReceipt(_ document: String, id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper(
      document, id, of: exit, on: exit.accepted, name: "applicantFullName")
    record.field(
      "acceptedDocuments",
      .array(
        [.text("exit-application")] + random.pick(2, of: Self.exitPapers).map(SampleRecord.json)))
    sign(&record)
    record.field("acceptanceDate", exit.accepted)
    record.field("resultDateTime", "\(exit.accepted.adding(days: 30).iso)T15:30:00+06:00")
    record.field(
      "serviceName",
      Bilingual(
        kk:
          "Қазақстан Республикасынан тыс жерлерге тұрақты тұруға шығу үшін құжаттарды ресімдеу",
        ru: "Оформление документов для выезда на постоянное жительство за пределы Республики "
          + "Казахстан"))
    record.field("resultPlace", SamplePlace.address(&random))
    return record
  }

  mutating func exitInquiry(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-inquiry", id, of: exit, on: exit.steps[3])
    record.field("agency", random.pick(ExitCase.agencies.map(\.name)))
    sign(&record)
    return record
  }

  mutating func exitConclusion(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-conclusion", id, of: exit, on: exit.decided)
    let agency = random.pick(ExitCase.agencies)
    record.field("agency", agency.name)
    if random.once(in: 4) {
      record.field("conclusionResult", "found")
      record.field("groundIds", .array([.text(agency.grounds[0])]))
      let last = exit.decided.adding(days: random.number(30...400))
      record.field(
        "untilText",
        SampleRecord.list([
          Bilingual(kk: "\(last.year) жылға дейін, \(last.printed) күніне", ru: last.printed)
        ]))
    } else {
      record.field("conclusionResult", "none")
    }
    record.field("inquiryNumber", outsideNumber())
    record.field("inquiryDate", exit.steps[3])
    sign(&record)
    return record
  }

  mutating func exitCoverLetter(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-cover-letter", id, of: exit, on: exit.steps[2])
    record.field(
      "recipient",
      Bilingual(
        kk: "Алматы қаласының Ішкі істер департаменті",
        ru: "Департамент внутренних дел города Алматы"))
    record.field("enclosures", SampleRecord.list(random.pick(2, of: Self.exitPapers)))
    sign(&record)
    return record
  }

  mutating func exitNotification(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-notification", id, of: exit, on: exit.decided)
    record.field("decisionNumber", outsideNumber())
    sign(&record)
    return record
  }

  mutating func exitMilitaryReferral(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-military-referral", id, of: exit, on: exit.decided)
    record.field(
      "defenceOffice",
      Bilingual(
        kk: "Алматы қаласы Үлгі ауданының қорғаныс істері жөніндегі бөлімі",
        ru: "Отдел по делам обороны Образцового района города Алматы"))
    record.field("validUntil", exit.decided.adding(days: 30))
    sign(&record)
    return record
  }

  mutating func departureSlip(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("departure-address-slip", id, of: exit, on: exit.decided)
    record.field("birthPlace", Bilingual(kk: "Алматы қ.", ru: "г. Алматы"))
    record.field("sex", exit.person.isMale ? "male" : "female")
    record.field("passportKind", "ordinary")
    record.field("permanentAddress", SamplePlace.address(&random))
    record.field("destinationCountry", random.pick(ExitCase.countries))
    record.field("deregistrationDate", exit.decided)
    sign(&record, position: false)
    record.fact("isMilitaryLiable", exit.person.isMale)
    record.fact("militaryCertificate", true)
    return record
  }

  private static let exitPapers = [
    Bilingual(kk: "паспорт", ru: "паспорт"),
    Bilingual(both: "exit-military-certificate"),
    Bilingual(
      kk: "мемлекеттік баж төленгені туралы түбіртек",
      ru: "квитанция об уплате государственной пошлины"),
  ]
}
