import TamgaDomain

/// The certificate is given without a fee.
///
/// Labour ministry order 236, annex 2 row 6.
struct CertificateIsFree: PlainRule {
  static let id = "QC-FREE"
  static let citation = Citation("Labour ministry order 236", "annex 2 row 6")
  static let level = Level.information

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { [serviceIsFree] }
}
