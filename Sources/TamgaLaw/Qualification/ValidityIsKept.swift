import TamgaDomain

/// A reissue and a duplicate keep the dates of the certificate.
///
/// Designed by us: Labour ministry order 236, paras 22 and 22-1 do not say that they change.
struct ValidityIsKept: PlainRule {
  static let id = "QC-SAME-VALIDITY"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .reissue || c.kind.action == .duplicate else { return [] }
    return try parts(firstDay, lastDay, in: c)
  }

  private func firstDay(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if let known = c.earlier?.validFrom { return try kept(\.validFrom, known, in: c) }
    return try kept(\.validFrom, try c[\.previousValidFrom], in: c)
  }

  private func lastDay(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try kept(\.validUntil, try c.previousEnd(), in: c)
  }

  private func kept(
    _ name: InputName<CalendarDate>, _ before: CalendarDate, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    guard try c[name] != before else { return [] }
    return [
      found(
        at: c.place(name), suggesting: [before],
        kk: "күн бұрынғы анықтамадағыдан өзгеше (\(before.printed)): растаңыз",
        ru: "дата отличается от прежней справки (\(before.printed)): подтвердите",
        en: "the date differs from the former certificate (\(before.iso)): confirm")
    ]
  }
}
