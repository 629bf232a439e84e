import TamgaDomain

/// Whoever revokes a permit notifies the person: the decision makes the notice too.
///
/// MIA order 76, para 17 («еңбекші көшіп келушіге хабарлайды»). That the ground stands on both
/// papers is asked of each by `GEN-REFUSAL-GROUND` (designed).
struct RevocationIsNotified: PlainRule {
  static let id = "LIM-REVOKE-NOTIFY"
  static let citation = Citation("MIA order 76", "para 17")
  static let level = Level.error

  /// The kind of the notice.
  private static let notice = "labour-immigrant-permit-revocation-notice"

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .revoke, !c.kind.also.contains(Self.notice) else { return [] }
    return [
      found(
        at: "/document",
        kk: "қайтарып алу шешімімен бірге хабарлама жасалуы тиіс: құжат түрінің үлгісіне "
          + "хабарламаны қосыңыз (also)",
        ru: "вместе с решением об отзыве составляется уведомление: "
          + "добавьте уведомление в шаблон вида документа (also)",
        en: "the decision to revoke makes a notice too: "
          + "add also: \(Self.notice) to the template of the kind")
    ]
  }
}
