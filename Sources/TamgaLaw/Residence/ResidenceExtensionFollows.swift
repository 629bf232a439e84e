import TamgaDomain

/// An extension starts on the last day of the paper before it, or on the day after.
///
/// Designed by us: no act says it. A fact that contradicts the register is an error.
struct ResidenceExtensionFollows: PlainRule {
  static let id = "TRP-EXT-CONTINUITY"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { try continuityFindings(in: c) }
}
