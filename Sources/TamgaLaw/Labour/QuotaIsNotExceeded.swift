import TamgaDomain

/// The quota of the region has a place left for a new permit.
///
/// MIA order 76, para 14(3).
struct QuotaIsNotExceeded: PlainRule {
  static let id = "LIM-QUOTA"
  static let citation = Citation("MIA order 76", "para 14(3)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant, try c[\.quotaLeft] < 1 else { return [] }
    return [
      found(
        at: c.place(\.quotaLeft),
        kk:
          "өңірге бөлінген квота таусылған: рұқсат берілмейді, бас тарту негізі – квотадан асып кету (LIM-R3)",
        ru:
          "квота региона исчерпана: разрешение не выдаётся, основание отказа – превышение квоты (LIM-R3)",
        en:
          "the quota of the region is used up: no permit, the ground of refusal is the exceeded quota (LIM-R3)"
      )
    ]
  }
}
