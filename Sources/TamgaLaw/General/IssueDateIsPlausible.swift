import TamgaDomain

/// A paper is not dated ahead, and not further back than the office allows.
///
/// Designed by us: no act says it.
struct IssueDateIsPlausible: PlainRule {
  static let id = "GEN-ISSUE-DATE"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let date = try c.issueDate()
    if date > c.today {
      return [
        found(
          at: "/issueDate",
          kk: "ресімдеу күні әлі келген жоқ: бүгін \(c.today.printed); күнді түзетіңіз",
          ru: "дата оформления ещё не наступила: сегодня \(c.today.printed); исправьте дату",
          en: "the issue date is in the future: today is \(c.today.iso); correct the date")
      ]
    }
    guard let most = c.policy.maxBackdatingDays, date.days(to: c.today) > most else { return [] }
    return [
      found(
        at: "/issueDate", c.policy.backdating,
        kk: "ресімдеу күні \(most) күннен артық бұрын: күннің дұрыстығын растаңыз",
        ru: "дата оформления раньше сегодняшней более чем на \(most) дн.: подтвердите дату",
        en: "the issue date lies more than \(most) day(s) back: confirm the date")
    ]
  }
}
