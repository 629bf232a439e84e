import TamgaDomain

/// Every step of the service keeps its time.
///
/// MIA order 596, annex 1 table 1: days without a qualifier, counted as calendar days (rules.md
/// section A). A step whose beginning the record does not give is not judged. A fact that cannot be
/// read is an error.
struct StepsKeepTheirTimes: PlainRule {
  static let id = "EXIT-STEP-TIMES"
  static let citation = Citation("MIA order 596", "annex 1 table 1")
  static let level = Level.error

  /// Calendar days for each step. Steps 1 and 14 take minutes: the first begins the service, for the
  /// last the applicant comes when he likes.
  private static let days = [
    2: 2, 3: 5, 4: 2, 5: 10, 6: 10, 7: 10, 8: 10, 9: 3, 10: 2, 11: 2, 12: 1, 13: 1,
  ]

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let dates = try c.stepDates()
    guard dates.flaws.isEmpty else { return errors(dates.flaws) }
    return StepDates.steps.compactMap { step in
      guard let day = dates.days[step], let start = dates.start(of: step) else { return nil }
      let place = "/facts/stepDates/\(step)"
      guard day >= start else {
        return found(
          at: place, .warning,
          kk: "\(step)-қадам алдыңғы қадамнан бұрын жасалған: күндерді тексеріңіз",
          ru: "шаг \(step) сделан раньше предыдущего: проверьте даты",
          en: "step \(step) is dated before the one that it follows: check the dates")
      }
      guard let last = Self.days[step].map({ start.after(days: $0) }), day > last else {
        return nil
      }
      return found(
        at: place, .warning,
        kk: "\(step)-қадам мерзімінен кеш жасалған: соңғы күні \(last.printed) болды; "
          + "күндерді тексеріп, кешігуді растаңыз",
        ru: "шаг \(step) сделан с нарушением срока: последний день – \(last.printed); "
          + "проверьте даты и подтвердите опоздание",
        en: "step \(step) is late: the last day was \(last.iso); "
          + "check the dates and confirm the delay")
    }
  }
}
