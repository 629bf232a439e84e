import TamgaFormats

/// A key that checks signatures, bound to its one algorithm.
public struct PublicKey: Hashable, Sendable {
  /// The only algorithm whose signatures it checks.
  public let algorithm: SignatureAlgorithm
  /// Ed25519: 32 bytes; P-256: x ‖ y, 64 bytes.
  public let raw: [UInt8]
  /// SHA-256 over the deterministic COSE_Key of the required members (RFC 9679 section 3).
  public let thumbprint: [UInt8]

  /// Nil when the bytes are no public key of that algorithm.
  public init?(raw: [UInt8], algorithm: SignatureAlgorithm) {
    let key: CBOR
    switch algorithm {
    case .edDSA:
      guard raw.count == 32, SignatureCheck.isKey(raw, of: algorithm) else { return nil }
      // kty: OKP, crv: Ed25519, x (RFC 9053 section 7.2)
      key = .claims([1: .unsigned(1), -1: .unsigned(6), -2: .bytes(raw)])
    case .es256:
      // The point must lie on the curve; the library checks that.
      guard raw.count == 64, SignatureCheck.isKey(raw, of: algorithm) else { return nil }
      // kty: EC2, crv: P-256, x, y (RFC 9053 section 7.1)
      key = .claims([
        1: .unsigned(2), -1: .unsigned(1), -2: .bytes(Array(raw[..<32])),
        -3: .bytes(Array(raw[32...])),
      ])
    }
    self.raw = raw
    self.algorithm = algorithm
    thumbprint = SHA256Sum.of(key.encoded)
  }

  /// The first 8 bytes of the thumbprint.
  public var id: KeyID {
    KeyID(Array(thumbprint.prefix(KeyID.length)))!  // safe: SHA-256 has 32 bytes
  }

  /// The whole thumbprint in hexadecimal: what people compare and `--root` pins.
  public var fingerprint: String { Hex.text(thumbprint) }

  /// True when `signature` (64 bytes) over `message` was made by the private half of this key.
  ///
  /// - Precondition of ES256: high-s signatures are refused before this is asked.
  public func accepts(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    SignatureCheck.accepts(signature, over: message, by: raw, of: algorithm)
  }
}
