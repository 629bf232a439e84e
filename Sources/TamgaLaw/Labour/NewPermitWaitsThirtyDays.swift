import TamgaDomain

/// A new permit is not issued within 30 calendar days after the previous one ended.
///
/// MIA order 76, para 8 («кемінде 30 күн») and para 7 («прошло более 30 календарных дней»): day 30
/// itself is open between the two texts: a warning unless the manifest chooses an error (rules.md, H.2). The previous permit is the
/// one that the decision names, or the last that the register finds by the person.
struct NewPermitWaitsThirtyDays: ChoosingLimitRule {
  static let id = "LIM-GAP-30"
  static let citation = Citation("MIA order 76", "paras 7, 8")
  static let level = Level.error
  static let measure = Measure("days", 30)

  /// What the day itself gives, when exactly as many days have passed.
  enum OnTheDay: String, Choice {
    case warning, error

    static let name = "onTheDay"
    static let standard = OnTheDay.warning

    var level: Level { self == .error ? .error : .warning }
  }

  let limit: Int
  let choice: OnTheDay

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try parts(afterPrevious, afterPermitsOfPerson, in: c)
  }

  private func afterPrevious(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.hadEarlier else { return [] }
    let wrong = try contradiction(\.previousValidUntil, c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    let end = try c.previousEnd()
    // The other part judges a later end.
    if let known = c.endOfPermits, known > end { return [] }
    return try waits(after: end, in: c)
  }

  private func afterPermitsOfPerson(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if let end = c.endOfPermits {
      // A later end that the record gives is judged by the other part.
      var isNamed = false
      if c.has(\.previousValidUntil) { isNamed = try c[\.previousValidUntil] >= end }
      let findings = isNamed ? [] : try waits(after: end, in: c)
      guard findings.isEmpty else { return findings }
    }
    guard let end = c.endOfRevokedPermits,
      try end.days(to: min(c.issueDate(), c[\.validFrom])) < limit
    else { return [] }
    return [
      found(
        at: "/issueDate", .warning,
        kk: "осы адамның рұқсаты қайтарып алынған: содан кейін \(limit) күн өткенін растаңыз",
        ru: "разрешение этого лица отозвано: подтвердите, что с тех пор прошло дней: \(limit)",
        en: "a permit of this person was revoked: confirm that \(limit) days have passed since")
    ]
  }

  private func waits(after end: CalendarDate, in c: RuleContext) throws(Unanswered) -> [Finding] {
    let issued = try c.issueDate()
    let from = try c[\.validFrom]
    let gap = end.days(to: min(issued, from))
    let place = from < issued ? c.place(\.validFrom) : "/issueDate"
    let first = end.after(days: limit)
    // One date alone helps where the other is late enough already.
    let offered = max(issued, from) > first ? [first.after(days: 1)] : []
    if gap < limit {
      return [
        found(
          at: place, suggesting: offered,
          kk: "алдыңғы рұқсат аяқталғаннан кейін \(limit) күн өтпеген: "
            + "жаңа рұқсат \(first.after(days: 1).printed) күнінен бастап беріледі",
          ru: "после окончания предыдущего разрешения не прошло \(limit) календарных дней: "
            + "новое разрешение выдаётся с \(first.after(days: 1).printed)",
          en: "\(limit) calendar days have not passed since the previous permit ended: "
            + "a new one may be issued from \(first.after(days: 1).iso)")
      ]
    }
    guard gap == limit else { return [] }
    return [
      found(
        at: place, choice.level, suggesting: offered,
        kk:
          "алдыңғы рұқсаттан кейін дәл \(limit) күн өткен, ал 7-тармақ одан көп күнді талап етеді: "
          + "\(first.after(days: 1).printed) күні дұрысырақ",
        ru: "после предыдущего разрешения прошло ровно \(limit) дней, а пункт 7 требует более: "
          + "надёжнее \(first.after(days: 1).printed)",
        en: "exactly \(limit) days have passed, and para 7 asks for more: "
          + "\(first.after(days: 1).iso) is safe")
    ]
  }
}
