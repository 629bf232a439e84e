internal import Crypto

/// Signatures of the two algorithms, by public keys as ``PublicKey`` holds them.
enum SignatureCheck {
  /// Whether the bytes are a key of that algorithm; of P-256, a point on the curve.
  static func isKey(_ raw: [UInt8], of algorithm: SignatureAlgorithm) -> Bool {
    switch algorithm {
    case .edDSA: (try? Curve25519.Signing.PublicKey(rawRepresentation: raw)) != nil
    case .es256: (try? P256.Signing.PublicKey(rawRepresentation: raw)) != nil
    }
  }

  static func accepts(
    _ signature: [UInt8], over message: [UInt8], by raw: [UInt8], of algorithm: SignatureAlgorithm
  ) -> Bool {
    switch algorithm {
    case .edDSA:
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else {
        return false
      }
      return key.isValidSignature(signature, for: message)
    case .es256:
      guard let key = try? P256.Signing.PublicKey(rawRepresentation: raw),
        let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: message)
    }
  }
}
