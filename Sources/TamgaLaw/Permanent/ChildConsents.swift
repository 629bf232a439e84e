import TamgaDomain

/// A child aged 14 to 18 gives a notarised consent.
///
/// MIA order 992, annex 3 row 8(5).
struct ChildConsents: PlainRule {
  static let id = "PR-CHILD-CONSENT"
  static let citation = Citation("MIA order 992", "annex 3 row 8(5)")
  static let level = Level.error

  /// Full years on the application date.
  private static let ages = 14..<18

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try byBirth(in: c) { birth throws(Unanswered) in
      guard Self.ages.contains(birth.age(on: try c[\.applicationDate])) else { return [] }
      return try isFalse(
        \.childConsent, in: c,
        kk: "14-тен 18 жасқа дейінгі баланың нотариалды куәландырылған келісімі жоқ: сұратыңыз",
        ru: "нет нотариально удостоверенного согласия ребёнка от 14 до 18 лет: запросите его",
        en: "the notarised consent of the child of 14 to 18 is missing: ask for it")
    }
  }
}
