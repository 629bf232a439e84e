/// The signature of a paper's file as it is kept, so that every later run writes the same file: two signatures over
/// the same bytes differ.
public struct SignatureRecord: Hashable, Sendable {
  /// The entry of the paper.
  public let serial: Int64
  /// Bytes that the file keeps free for it.
  public let room: Int
  /// SHA-256 of the signer's certificate.
  public let certificate: [UInt8]
  /// A CMS SignedData, DER; empty after the retention of its paper.
  public let bytes: [UInt8]

  public init(serial: Int64, room: Int, certificate: [UInt8], bytes: [UInt8]) {
    self.serial = serial
    self.room = room
    self.certificate = certificate
    self.bytes = bytes
  }

  func check() throws(RegisterError) {
    try RegisterLimits.check(certificate, "certificate", exactly: 32)
    guard (1...RegisterLimits.signatureBytes).contains(room), (1...room).contains(bytes.count)
    else { throw .limit("signature", bytes.count, .bytes("1–\(RegisterLimits.signatureBytes)")) }
  }
}

/// What came of keeping one signature.
public enum SignatureOutcome: Hashable, Sendable {
  /// Stored, or the same bytes stood there before.
  case kept
  /// Another run was first: the file is written with this signature, the offered one is dropped.
  case keptBefore(SignatureRecord)
  /// No such paper, or its state forbids a signature.
  case refused(RegisterError)
}
