import TamgaDomain

/// There is one photo of 35x45 mm.
///
/// MIA order 992, annex 3 row 8(8).
struct PhotoIsGiven: PlainRule {
  static let id = "PR-PHOTO"
  static let citation = Citation("MIA order 992", "annex 3 row 8(8)")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try isFalse(
      \.photo, in: c,
      kk: "мөлшері 35х45 мм фотосурет жоқ: оны сұратыңыз",
      ru: "нет фотографии размером 35х45 мм: запросите её",
      en: "the photo of 35x45 mm is missing: ask for it")
  }
}
