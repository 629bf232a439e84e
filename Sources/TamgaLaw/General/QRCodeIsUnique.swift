import TamgaDomain

/// The payload of the QR code is unique and its signature holds before printing.
///
/// MIA order 76, para 9 (the unique QR code); the signature is designed by us. Before the seal is
/// made there is nothing to judge: the register allots each number and copy once, and sealing
/// verifies its own signature. The rule stands here so that its citation is known.
struct QRCodeIsUnique: PlainRule {
  static let id = "GEN-UNIQUE-QR"
  static let citation = Citation("MIA order 76", "para 9")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { [] }
}
