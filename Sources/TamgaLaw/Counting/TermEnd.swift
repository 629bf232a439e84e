import TamgaDomain

/// The last day of a term in months: the act does not say which (rules.md, H.1).
enum TermEnd: String, Choice {
  case either, corresponding
  case dayBefore = "day-before"

  static let name = "end"
  static let standard = TermEnd.either

  /// The days on which a term may end whose corresponding day is `day`.
  func days(_ day: CalendarDate) -> [CalendarDate] {
    switch self {
    case .either: [day.adding(days: -1), day]
    case .corresponding: [day]
    case .dayBefore: [day.adding(days: -1)]
    }
  }
}

extension Rule {
  /// A finding at `validUntil` when the term ends after `limit`.
  ///
  /// - Parameter why: What sets the limit, in the nominative, for the brackets of the message.
  func endsAfter(
    _ limit: CalendarDate, _ level: Level? = nil, why: Message, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    guard try c[\.validUntil] > limit else { return [] }
    return [
      found(
        at: c.place(\.validUntil), level, suggesting: [limit],
        kk: "мерзім \(limit.printed) күнінен кеш аяқталмауы тиіс (\(why.kk)): күнін түзетіңіз",
        ru: "срок не может заканчиваться позже \(limit.printed) (\(why.ru)): исправьте дату",
        en: "the term may not end after \(limit.iso) (\(why.en)): correct the date")
    ]
  }

  /// A finding when the term is longer than `months` from its first day.
  func isLonger(
    than months: Int, _ level: Level? = nil, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    try endsAfter(
      try c[\.validFrom].adding(months: months), level,
      why: Message(
        kk: "ең ұзақ мерзім, ай: \(months)", ru: "наибольший срок в месяцах: \(months)",
        en: "the longest term in months: \(months)"), in: c)
  }

  /// A warning that the act gives `months`, to `end`.
  func shorter(than months: Int, _ end: CalendarDate, in c: RuleContext) -> Finding {
    found(
      at: c.place(\.validUntil), .warning, suggesting: [end],
      kk: "акт бойынша мерзім – \(months) ай (\(end.printed) дейін), ал бұл қысқа: растаңыз",
      ru: "по акту срок – \(months) мес. (по \(end.printed)), здесь он короче: подтвердите",
      en: "the act gives \(months) months (to \(end.iso)), and this is shorter: confirm")
  }

  /// A finding when the term ends after the day that the fact `name` gives.
  func outlasts(
    _ name: InputName<CalendarDate>, _ level: Level? = nil, why: Message, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    try endsAfter(try c[name], level, why: why, in: c)
  }
}
