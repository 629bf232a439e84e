import TamgaDomain

/// A limit in working days between two days. The day of the event is not counted.
protocol WorkingDayDeadline: LimitRule {
  var limit: Int { get }
  /// The names of the two days.
  static var from: InputName<CalendarDate> { get }
  static var to: InputName<CalendarDate> { get }
  /// True for applications: handed in on a day off, they count from the next working day.
  static var opensOnWorkingDay: Bool { get }
  static var subject: DeadlineSubject { get }
}

/// What has to happen in time.
enum DeadlineSubject: Sendable { case decision, application, notice }

extension WorkingDayDeadline {
  static var from: InputName<CalendarDate> { \.acceptanceDate }
  static var to: InputName<CalendarDate> { \.decisionDate }
  static var level: Level { .warning }
  static var measure: Measure { Measure("workingDays", 1) }
  static var opensOnWorkingDay: Bool { true }
  static var subject: DeadlineSubject { .decision }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { try deadlineFindings(in: c) }

  func deadlineFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // On a form that an applicant signs a day may be left for the hand.
    if !c.kind.isSealed, [Self.from, Self.to].contains(where: { !c.has($0) }) { return [] }
    let start = try c[Self.from]
    let end = try c[Self.to]
    let first = Self.opensOnWorkingDay ? c.policy.workingDay(onOrAfter: start) : start
    let last = c.policy.workingDay(limit, after: first)
    return lateness(Self.subject, start, end, last: last, at: c.place(Self.to))
  }
}

extension Rule {
  /// A finding when `end` lies after `last`, the last day in time, or before `start`.
  func lateness(
    _ subject: DeadlineSubject, _ start: CalendarDate, _ end: CalendarDate, last: CalendarDate,
    at place: String
  ) -> [Finding] {
    guard end >= start else {
      return [
        found(
          at: place,
          kk: "кейінгі оқиғаның күні бастапқы күннен бұрын: күндерді тексеріңіз",
          ru: "дата более позднего события раньше начальной: проверьте даты",
          en: "the later event is dated before the first: check the dates")
      ]
    }
    guard end > last else { return [] }
    let what = subject.words
    return [
      found(
        at: place,
        kk: "\(what.kk): соңғы күні \(last.printed) болды; "
          + "күндерді тексеріп, кешігуді растаңыз",
        ru: "\(what.ru) с нарушением срока: последний день – \(last.printed); "
          + "проверьте даты и подтвердите опоздание",
        en: "\(what.en) late: the last day was \(last.iso); check the dates and confirm the delay")
    ]
  }
}

extension DeadlineSubject {
  fileprivate var words: Message {
    switch self {
    case .decision:
      Message(kk: "шешім мерзімінен кеш қабылданған", ru: "решение принято", en: "the decision is")
    case .application:
      Message(
        kk: "өтініш мерзімінен кеш берілген", ru: "заявление подано", en: "the application is")
    case .notice:
      Message(
        kk: "хабарлама мерзімінен кеш берілген", ru: "уведомление подано", en: "the notice is")
    }
  }
}
