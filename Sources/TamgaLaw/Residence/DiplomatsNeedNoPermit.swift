import TamgaDomain

/// Holders of diplomatic and service passports get no temporary residence permit.
///
/// Decree 148, para 10 part 15.
struct DiplomatsNeedNoPermit: PlainRule {
  static let id = "TRP-EXEMPT-DIPLOMATIC"
  static let citation = Citation("Decree 148", "para 10 part 15")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives,
      PassportKind.ofDiplomats.contains(try c[\.passportKind])
    else { return [] }
    return [
      found(
        at: c.place(\.passportKind),
        kk: "дипломатиялық және қызметтік паспорт иелері рұқсат алудан босатылады: "
          + "рұқсат берілмейді",
        ru: "владельцы дипломатических и служебных паспортов освобождены от разрешения: "
          + "оно не выдаётся",
        en: "holders of diplomatic and service passports are exempt: no permit is issued")
    ]
  }
}
