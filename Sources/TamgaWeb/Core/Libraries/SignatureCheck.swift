internal import CWeb

/// Signatures of the two algorithms: Ed25519 from the source of the native build, P-256 by the browser.
enum SignatureCheck {
  /// Whether the bytes are a key of that algorithm; of P-256, a point on the curve.
  static func isKey(_ raw: [UInt8], of algorithm: SignatureAlgorithm) -> Bool {
    switch algorithm {
    case .edDSA: raw.count == 32
    case .es256: raw.count == 64 && host_is_p256(raw) == 1
    }
  }

  static func accepts(
    _ signature: [UInt8], over message: [UInt8], by raw: [UInt8], of algorithm: SignatureAlgorithm
  ) -> Bool {
    guard signature.count == 64 else { return false }
    return switch algorithm {
    case .edDSA: tamga_ed25519(message, message.count, signature, raw) == 1
    case .es256: host_p256(message, message.count, signature, raw) == 1
    }
  }
}
