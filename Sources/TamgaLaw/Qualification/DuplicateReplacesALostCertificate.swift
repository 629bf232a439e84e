import TamgaDomain

/// A duplicate is for a lost or spoiled certificate, asked for within five working days, and keeps
/// the number.
///
/// Labour ministry order 236, para 22-1. A late application and another number only warn: the act
/// states no consequence, and does not say that the number changes.
struct DuplicateReplacesALostCertificate: WorkingDayDeadline {
  static let id = "QC-DUPLICATE"
  static let citation = Citation("Labour ministry order 236", "para 22-1")
  static let level = Level.error
  static let measure = Measure("workingDays", 5)
  static var from: InputName<CalendarDate> { \.changeDate }
  static var to: InputName<CalendarDate> { \.applicationDate }
  static let opensOnWorkingDay = false
  static let subject = DeadlineSubject.application

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .duplicate else { return [] }
    return try parts(originalFindings, cause, application, number, in: c)
  }

  private func cause(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try causeFindings([.lost, .damaged], in: c)
  }

  private func application(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try deadlineFindings(in: c).map { $0.weakened(to: .warning) }
  }

  private func number(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let number = try c.givenNumber(), number != (try c.previousNumber()) else { return [] }
    return [
      found(
        at: c.place(of: c.kind.number.field), .warning,
        kk: "телнұсқаның нөмірі түпнұсқанікінен өзгеше: растаңыз",
        ru: "номер дубликата отличается от номера подлинника: подтвердите",
        en: "the duplicate has another number than the original: confirm")
    ]
  }
}
