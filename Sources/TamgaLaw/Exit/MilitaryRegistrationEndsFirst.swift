import TamgaDomain

/// Whoever is liable for military service is removed from registration after the certificate of the
/// military office.
///
/// MIA order 596, annex 1 table 1 (step 12 leads to 13); the condition is designed by us. The
/// decision to let go is made before both, so only the papers that follow it are judged.
struct MilitaryRegistrationEndsFirst: PlainRule {
  static let id = "EXIT-MILITARY"
  static let citation = Citation("MIA order 596", "annex 1 table 1")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .inform, try c[\.isMilitaryLiable] else { return [] }
    return try isFalse(
      \.militaryCertificate, in: c,
      kk: "әскери есептен шығарылғаны туралы анықтама жоқ: алдымен оны сұратыңыз",
      ru: "нет справки о снятии с воинского учёта: сначала запросите её",
      en: "the certificate of removal from military registration is missing: ask for it first")
  }
}
