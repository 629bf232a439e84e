import TamgaDomain

/// The permit does not outlast the passport.
///
/// Decree 148, para 10 part 2.
struct TermEndsBeforeThePassport: PlainRule {
  static let id = "TRP-PASSPORT-EXPIRY"
  static let citation = Citation("Decree 148", "para 10 part 2")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try outlasts(
      \.passportExpiryDate,
      why: Message(
        kk: "паспорттың қолданылу мерзімі", ru: "срок действия паспорта",
        en: "the passport expires then"), in: c)
  }
}
