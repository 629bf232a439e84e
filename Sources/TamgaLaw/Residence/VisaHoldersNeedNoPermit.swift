import TamgaDomain

/// Whoever entered on a Kazakhstan visa gets no temporary residence permit.
///
/// Decree 148, para 10 part 15 exempts them; that it is an error is designed by us.
struct VisaHoldersNeedNoPermit: PlainRule {
  static let id = "TRP-EXEMPT-VISA"
  static let citation = Citation("Decree 148", "para 10 part 15")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, try c[\.entryBasis] == .visa else { return [] }
    return [
      found(
        at: c.place(\.entryBasis),
        kk: "визамен келген адам уақытша тұруға рұқсат алудан босатылады: рұқсат берілмейді",
        ru: "прибывшие по визе освобождены от получения разрешения: оно не выдаётся",
        en: "whoever entered on a visa is exempt: no permit is issued")
    ]
  }
}
