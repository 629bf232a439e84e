import TamgaDomain

/// A duplicate is given on an application, for a permit that was lost or damaged and still holds.
///
/// MIA order 76, para 13; that a revoked or expired permit has no duplicate is designed by us.
struct DuplicateIsOfALivePermit: PlainRule {
  static let id = "LIM-DUPLICATE"
  static let citation = Citation("MIA order 76", "para 13")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .duplicate else { return [] }
    return try parts(endedFindings, originalFindings, lostOrDamaged, applied, in: c)
  }

  private func lostOrDamaged(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try causeFindings([.lost, .damaged], in: c)
  }

  /// The application itself is proved by its date.
  private func applied(in c: RuleContext) throws(Unanswered) -> [Finding] {
    _ = try c[\.applicationDate]
    return []
  }
}
