/// A certificate with which papers of a body were signed: verifiers trust its root for as long as there are such
/// papers.
public struct RegisteredCertificate: Hashable, Sendable {
  /// The code of the issuing body.
  public let body: String
  /// The signer's certificate, DER.
  public let bytes: [UInt8]
  /// The root to which its chain leads, DER.
  public let root: [UInt8]

  /// One a year of each body for longer than papers are kept.
  static let countLimit = 4_096
  static let byteLimit = 16 << 10

  public init(body: String, bytes: [UInt8], root: [UInt8]) {
    self.body = body
    self.bytes = bytes
    self.root = root
  }

  func check() throws(RegisterError) {
    try RegisterLimits.check(body, "issuingBody", max: 64)
    for part in [bytes, root] where !(1...Self.byteLimit).contains(part.count) {
      throw .limit("certificate", part.count, .bytes("1–\(Self.byteLimit)"))
    }
  }
}
