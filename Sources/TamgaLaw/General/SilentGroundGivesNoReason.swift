import TamgaDomain

/// A ground that is applied without explaining the reasons stands without any detail.
///
/// MIA order 992, annex 3 row 9 item 2, 10): «себептері түсіндірілместен».
struct SilentGroundGivesNoReason: PlainRule {
  static let id = "GEN-NO-REASON"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 10)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try reasonFindings(in: c) { c.grounds[$0]?.givesReasons == false }
  }
}

extension Rule {
  /// A finding when free-text reasons stand beside a ground that must stay unexplained.
  func reasonFindings(
    in c: RuleContext, isSilent: (String) -> Bool
  ) throws(Unanswered) -> [Finding] {
    guard c.groundIds.contains(where: isSilent), c.has(\.refusalDetail) else { return [] }
    let detail = try c[\.refusalDetail]
    // A detail in one language is already one too many.
    guard !detail.kk.isBlank || !detail.ru.isBlank else { return [] }
    return [
      found(
        at: c.place(\.refusalDetail),
        kk: "бұл негіз себептері түсіндірілмей қолданылады: түсіндірмені алып тастаңыз",
        ru: "это основание применяется без объяснения причин: удалите пояснение",
        en: "this ground is applied without giving reasons: remove the detail")
    ]
  }
}
