import TamgaDomain

/// A child under 16 on the issue date gets no permit; children are listed in the application.
///
/// Decree 148, para 10 part 15; MIA order 992, annex 1.
struct ChildrenNeedNoPermit: LimitRule {
  static let id = "TRP-EXEMPT-UNDER16"
  static let citation = Citation("Decree 148", "para 10 part 15")
  static let level = Level.error
  static let measure = Measure("years", 16)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let day = try c.issueDate()
    return try byBirth(in: c) { birth in birth.age(on: day) < limit ? [tooYoung(c)] : [] }
  }

  private func tooYoung(_ c: RuleContext) -> Finding {
    found(
      at: c.place(\.birthDate),
      kk:
        "\(limit) жасқа толмағандарға рұқсат берілмейді: "
        + "бала ата-анасының өтінішінде көрсетіледі",
      ru:
        "лицам младше \(limit) лет разрешение не выдаётся: ребёнок указывается в анкете родителя",
      en: "nobody under \(limit) gets a permit: a child is listed in the parent's application")
  }
}
