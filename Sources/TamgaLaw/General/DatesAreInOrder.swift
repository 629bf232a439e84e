import TamgaDomain

/// Birth lies before issue, the first day of a term not after the last, the decision not after
/// the paper.
///
/// Designed by us: no act says it.
struct DatesAreInOrder: PlainRule {
  static let id = "GEN-DATE-ORDER"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    var findings: [Finding] = []
    if let issued = c.decision.issueDate {
      if c.has(\.birthDate), try c[\.birthDate] >= issued {
        findings.append(
          found(
            at: c.place(\.birthDate),
            kk: "туған күні ресімдеу күнінен бұрын болуы тиіс: күндерді түзетіңіз",
            ru: "дата рождения должна быть раньше даты оформления: исправьте даты",
            en: "the date of birth lies before the issue date: correct the dates"))
      }
      if c.has(\.decisionDate), try c[\.decisionDate] > issued {
        findings.append(
          found(
            at: c.place(\.decisionDate),
            kk: "шешім күні ресімдеу күнінен кеш болмауы тиіс: күндерді түзетіңіз",
            ru: "дата решения не может быть позже даты оформления: исправьте даты",
            en: "the decision is not later than the issue date: correct the dates"))
      }
    }
    if c.has(\.validFrom), c.has(\.validUntil), try c[\.validFrom] > c[\.validUntil] {
      findings.append(
        found(
          at: c.place(\.validUntil),
          kk: "мерзімнің аяқталған күні басталған күнінен бұрын: күндерді түзетіңіз",
          ru: "дата окончания срока раньше даты начала: исправьте даты",
          en: "the term ends before it begins: correct the dates"))
    }
    return findings
  }
}
