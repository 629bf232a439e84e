internal import Crypto

/// A private key held in memory.
public struct SigningKey: Signer {
  private enum Half: Sendable {
    case edDSA(Curve25519.Signing.PrivateKey)
    case es256(P256.Signing.PrivateKey)
  }

  private let half: Half
  public let publicKey: PublicKey

  /// Draws a new key from the system's random source.
  public static func random(_ algorithm: SignatureAlgorithm = .edDSA) -> SigningKey {
    switch algorithm {
    case .edDSA: SigningKey(.edDSA(Curve25519.Signing.PrivateKey()))
    case .es256: SigningKey(.es256(P256.Signing.PrivateKey()))
    }
  }

  /// Reads the 32 bytes that ``raw`` gave; nil when they are no private key of that algorithm.
  public init?(raw: [UInt8], algorithm: SignatureAlgorithm) {
    guard let key = raw.withUnsafeBytes({ SigningKey($0, algorithm: algorithm) }) else {
      return nil
    }
    self = key
  }

  /// Reads the 32 bytes where they lie, so that no further copy of the secret is made.
  public init?(_ raw: UnsafeRawBufferPointer, algorithm: SignatureAlgorithm) {
    switch algorithm {
    case .edDSA:
      guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw) else {
        return nil
      }
      self.init(.edDSA(key))
    case .es256:
      guard let key = try? P256.Signing.PrivateKey(rawRepresentation: raw) else { return nil }
      self.init(.es256(key))
    }
  }

  private init(_ half: Half) {
    self.half = half
    let publicKey =
      switch half {
      case .edDSA(let key):
        PublicKey(raw: Array(key.publicKey.rawRepresentation), algorithm: .edDSA)
      case .es256(let key):
        PublicKey(raw: Array(key.publicKey.rawRepresentation), algorithm: .es256)
      }
    self.publicKey = publicKey!  // safe: made by the library from its own private key
  }

  /// The secret 32 bytes, for the key file. Never for a log, an error or a configuration.
  public var raw: [UInt8] {
    switch half {
    case .edDSA(let key): Array(key.rawRepresentation)
    case .es256(let key): Array(key.rawRepresentation)
    }
  }

  public func signature(over message: [UInt8]) throws -> [UInt8] {
    switch half {
    case .edDSA(let key): Array(try key.signature(for: message))
    case .es256(let key): Array(try key.signature(for: message).rawRepresentation)
    }
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// Names the key without its secret, so that no print or dump can leak it.
  public var description: String { "SigningKey \(publicKey.id)" }
  public var customMirror: Mirror { Mirror(self, children: ["id": publicKey.id.description]) }
}
