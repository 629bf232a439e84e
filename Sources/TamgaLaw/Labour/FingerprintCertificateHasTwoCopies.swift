import TamgaDomain

/// The fingerprint certificate has two copies: for the forensic unit and for the immigrant.
///
/// MIA order 76, para 21.
struct FingerprintCertificateHasTwoCopies: LimitRule {
  static let id = "LIM-FPC-COPIES"
  static let citation = Citation("MIA order 76", "para 21")
  static let level = Level.error
  static let measure = Measure("copies", 2)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    c.kind.copies == limit ? [] : [copiesFinding(limit)]
  }
}
