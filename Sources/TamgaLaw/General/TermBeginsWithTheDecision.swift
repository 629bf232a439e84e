import TamgaDomain

/// A term begins with the decision or soon after it, and is not over before the paper is issued.
///
/// Designed by us: no act says it. An extension that begins on the end of the paper before it, or on
/// the day after, is in order whatever the day of the decision; a reissue and a duplicate keep the
/// dates of their paper.
struct TermBeginsWithTheDecision: PlainRule {
  static let id = "GEN-TERM-START"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant || c.kind.action == .extend, let from = c.given(\.validFrom)
    else { return [] }
    let issued = try c.issueDate()
    if let until = c.given(\.validUntil), until < issued {
      return [
        found(
          at: c.place(\.validUntil),
          kk: "мерзім құжат ресімделгенге дейін өтіп кеткен: күндерді түзетіңіз",
          ru: "срок истёк до оформления документа: исправьте даты",
          en: "the term is over before the paper is issued: correct the dates")
      ]
    }
    if c.kind.action == .extend, let end = c.knownPreviousEnd,
      from == end || from == end.after(days: 1)
    {
      return []
    }
    let decided = c.given(\.decisionDate) ?? issued
    if from < decided {
      return [
        found(
          at: c.place(\.validFrom), .warning, suggesting: [decided],
          kk: "мерзім шешімнен (\(decided.printed)) бұрын басталады: күнді растаңыз",
          ru: "срок начинается раньше решения (\(decided.printed)): подтвердите дату",
          en: "the term begins before the decision (\(decided.iso)): confirm the date")
      ]
    }
    let most = c.policy.maxTermStartDays
    guard issued.days(to: from) > most else { return [] }
    return [
      found(
        at: c.place(\.validFrom), .warning,
        kk: "мерзім ресімделген күннен \(most) күннен кеш басталады: күнді растаңыз",
        ru: "срок начинается более чем через \(most) дн. после оформления: подтвердите дату",
        en: "the term begins more than \(most) days after the issue date: confirm the date")
    ]
  }
}
