import TamgaDomain

/// A certificate that ended or was revoked is not extended, reissued or duplicated.
///
/// Labour ministry order 236, para 23.
struct CertificateIsStillInForce: PlainRule {
  static let id = "QC-EXPIRED"
  static let citation = Citation("Labour ministry order 236", "para 23")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    switch c.kind.action {
    case .extend, .reissue, .duplicate: try endedFindings(in: c)
    default: []
    }
  }
}
