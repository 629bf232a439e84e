import TamgaDomain

/// A new permit is not issued within 30 calendar days after the previous one ended.
///
/// MIA order 76, para 8 («кемінде 30 күн») and para 7 («прошло более 30 календарных дней»): day 30
/// itself is open between the two texts, hence a warning (rules.md, H.2).
struct NewPermitWaitsThirtyDays: LimitRule {
  static let id = "LIM-GAP-30"
  static let citation = Citation("MIA order 76", "paras 7, 8")
  static let level = Level.error
  static let measure = Measure("days", 30)

  let limit: Int

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant, c.hadEarlier else { return [] }
    let wrong = try contradiction("previousValidUntil", c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    let end = try c.previousEnd()
    let issued = try c.issueDate()
    let from = try c.date("validFrom")
    let gap = end.days(to: min(issued, from))
    let place = from < issued ? c.place("validFrom") : "/issueDate"
    let first = end.after(days: limit)
    if gap < limit {
      return [
        found(
          at: place,
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
        at: place, .warning,
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
