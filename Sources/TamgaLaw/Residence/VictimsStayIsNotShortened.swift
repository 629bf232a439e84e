import TamgaDomain

/// No paper shortens the stay of an identified victim of trafficking.
///
/// Decree 148, para 32 forbids the expulsion until the guaranteed social services end; that no
/// paper shortens the stay is designed by us.
struct VictimsStayIsNotShortened: PlainRule {
  static let id = "TRP-VICTIM-NO-EXPULSION"
  static let citation = Citation("Decree 148", "para 32")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.has(\.newStayUntil), try c[\.isTraffickingVictim] else { return [] }
    return [
      found(
        at: c.place(\.newStayUntil),
        kk: "адам саудасының құрбаны ретінде танылған адамның болу мерзімі қысқартылмайды: "
          + "күнді алып тастаңыз",
        ru: "срок пребывания жертвы торговли людьми не сокращается: удалите дату",
        en: "the stay of a victim of trafficking is not shortened: remove the date")
    ]
  }
}
