import TamgaDomain

/// The temporary residence permit is given without a fee.
///
/// MIA order 992, annex 1-1 row 6.
struct ResidencePermitIsFree: PlainRule {
  static let id = "TRP-FREE"
  static let citation = Citation("MIA order 992", "annex 1-1 row 6")
  static let level = Level.information

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { [serviceIsFree] }
}
