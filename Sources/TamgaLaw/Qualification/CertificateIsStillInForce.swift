import TamgaDomain

/// A certificate that ended or was revoked is not extended, reissued or duplicated: the day
/// of the application counts.
///
/// Labour ministry order 236, para 23.
struct CertificateIsStillInForce: PlainRule {
  static let id = "QC-EXPIRED"
  static let citation = Citation("Labour ministry order 236", "para 23")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    switch c.kind.action {
    case .extend, .reissue, .duplicate: break
    default: return []
    }
    let wrong = try contradiction(\.previousValidUntil, c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    if let paper = c.earlier, paper.status == .revoked || paper.status == .suspended {
      return try endedFindings(in: c)
    }
    let end =
      c.earlier?.validUntil == nil && !c.has(\.previousValidUntil) && c.kind.action == .duplicate
      ? try c[\.validUntil] : try c.previousEnd()
    if let applied = c.given(\.applicationDate) ?? c.decision.issueDate, applied > end {
      return [tooLate(end, in: c)]
    }
    // Who applied in time keeps the right while the office decides.
    guard c.kind.action != .extend, try c.issueDate() > end else { return [] }
    return [
      found(
        at: "/issueDate", .warning,
        kk: "анықтаманың мерзімі \(end.printed) аяқталған, қайта беретін мерзім қалмаған: растаңыз",
        ru: "срок справки истёк \(end.printed), переоформлять нечего: подтвердите",
        en: "the certificate ended on \(end.iso), nothing is left to give again: confirm")
    ]
  }
}
