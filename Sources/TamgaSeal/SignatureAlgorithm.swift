/// An algorithm with which seals may be signed. There is no third one, and a key knows its own.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// EdDSA with Ed25519, the default (RFC 9053 section 2.2).
  case edDSA = "EdDSA"
  /// ECDSA with P-256 and SHA-256, signature as raw r ‖ s (RFC 9053 section 2.1).
  case es256 = "ES256"

  /// The number in the COSE header `alg`.
  public var coseNumber: Int64 {
    switch self {
    case .edDSA: -8
    case .es256: -7
    }
  }

  init?(coseNumber: Int64) {
    switch coseNumber {
    case -8: self = .edDSA
    case -7: self = .es256
    default: return nil
    }
  }
}
