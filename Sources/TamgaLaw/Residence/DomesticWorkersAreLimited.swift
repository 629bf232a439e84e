import TamgaDomain

/// One employer has no more domestic workers on temporary residence permits than the Law allows.
///
/// MIA order 992, rules para 9-1(5), which refers to art. 43-2(5) of the Law on Population
/// Migration; the number is a setting of the office.
struct DomesticWorkersAreLimited: PlainRule {
  static let id = "TRP-DOMESTIC-COUNT"
  static let citation = Citation("MIA order 992", "rules para 9-1(5)")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, try isDomestic(c) else { return [] }
    let count = try c[\.domesticWorkersOfEmployer]
    guard let limit = c.policy.domesticWorkersLimit else { throw .setting(.domesticWorkersLimit) }
    guard count > limit else { return [] }
    return [
      found(
        at: c.place(\.domesticWorkersOfEmployer),
        kk:
          "жұмыс берушінің үй жұмыскерлеріне берілген рұқсаттар шектен асады (\(limit)): растаңыз",
        ru: "у работодателя больше разрешений домашних работников, чем допускается (\(limit)): "
          + "подтвердите",
        en: "the employer has more permits of domestic workers than the limit (\(limit)): confirm")
    ]
  }

  private func isDomestic(_ c: RuleContext) throws(Unanswered) -> Bool {
    if c.has(\.domesticWorkersOfEmployer) { return true }
    return c.has(\.workKind) ? try c[\.workKind] == WorkKind.domestic : false
  }
}
