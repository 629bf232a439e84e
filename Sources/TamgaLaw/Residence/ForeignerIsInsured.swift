import TamgaDomain

/// There is medical insurance, except for citizens of the Eurasian Economic Union.
///
/// MIA order 992, annex 1-1 row 8 item 3.
struct ForeignerIsInsured: PlainRule {
  static let id = "TRP-INSURANCE"
  static let citation = Citation("MIA order 992", "annex 1-1 row 8 item 3")
  static let level = Level.error

  /// Member states besides Kazakhstan.
  private static let union: Set<String> = ["ARM", "BLR", "KGZ", "RUS"]

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, !Self.union.contains(try c[\.citizenship]) else { return [] }
    return try isFalse(
      \.medicalInsurance, in: c,
      kk: "медициналық сақтандырудың көшірмесі жоқ: оны сұратыңыз",
      ru: "нет копии медицинской страховки: запросите её",
      en: "the copy of the medical insurance is missing: ask for it")
  }
}
