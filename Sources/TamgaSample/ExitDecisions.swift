import TamgaDomain
import TamgaFormats

// MIA order 596, in force from 19.01.2013 to 13.03.2014: decisions on leaving for good.
extension SampleOffice {
  /// A service that was accepted after the order had come into force.
  mutating func exitCase() -> ExitCase {
    let decided = decisionDay(Calendar2020s.day(2013, 2, 26), Calendar2020s.day(2014, 3, 12))
    return ExitCase(person: person(of: ExitCase.citizens), decided: decided, &random)
  }

  /// A paper with the person on it.
  mutating func exitPaper(
    _ document: String, _ id: String, of exit: ExitCase, on issued: CalendarDate,
    name key: String = "fullName"
  ) -> SampleRecord {
    var record = SampleRecord(
      id: id, document: document, issuingBody: bodies.police, issueDate: issued)
    chooseLanguages(&record)
    record.field(key, exit.name)
    record.identity(exit.person)
    record.field("birthDate", exit.birthDate)
    return record
  }

  mutating func exitDecision(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-decision", id, of: exit, on: exit.decided)
    record.field("destinationCountry", random.pick(ExitCase.countries))
    record.field("executorFullName", SampleOfficer(&random).name)
    record.field("executorPhone", "+7 (727) 000-00-\(random.number(10...99))")
    sign(&record)
    exit.judge(&record)
    return record
  }

  mutating func exitRefusal(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-refusal-decision", id, of: exit, on: exit.decided)
    refuse(&record, exit)
    record.field("decisionDate", exit.decided)
    sign(&record)
    return record
  }

  mutating func exitRefusalNotice(id: String) -> SampleRecord {
    let exit = exitCase()
    var record = exitPaper("exit-pr-refusal-notice", id, of: exit, on: exit.decided)
    refuse(&record, exit)
    record.field("decisionDate", exit.decided)
    record.field("decisionNumber", outsideNumber())
    sign(&record, position: false)
    return record
  }

  /// Grounds, until when they hold, and the agencies that found them (decree 199, para 16).
  private mutating func refuse(_ record: inout SampleRecord, _ exit: ExitCase) {
    let timed = random.pick(random.number(1...2), of: (1...7).map { "EXIT-R\($0)" })
    // The tax debt, which names no end, stands last.
    let grounds = timed + (random.once(in: 5) ? ["EXIT-R8"] : [])
    record.field("groundIds", .array(grounds.map { .text($0) }))
    let ends = timed.map { ground in
      let last = exit.decided.adding(days: ground == "EXIT-R6" ? 25 : random.number(30...400))
      return Bilingual(
        kk: "\(last.year) жылға дейін, \(last.printed) күніне", ru: "\(last.printed)")
    }
    record.field("untilText", SampleRecord.list(ends))
    exit.judge(&record, found: grounds)
    if grounds.contains("EXIT-R6") { record.fact("falseDataUntil", exit.decided.adding(days: 25)) }
  }
}
