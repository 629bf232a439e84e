/// Makes seals: a COSE_Sign1 (RFC 9052) over a CWT claims set (RFC 8392).
public enum Seal {
  /// The bytes of the seal on these claims.
  ///
  /// - Throws: ``ClaimFault`` when the claims break the contract's table, or what the signer throws.
  public static func signed(_ claims: PaperClaims, by signer: some Signer) throws -> [UInt8] {
    try claims.check()
    let bytes = try Sign1.signed(claims.encoded, by: signer)
    // A further claim may be lawful by itself and too much with the others.
    guard bytes.count <= UnverifiedSeal.byteLimit else { throw SealFault.tooLong }
    return bytes
  }
}

/// A seal whose signature nobody has checked. Nothing inside may be read or shown.
public struct UnverifiedSeal: Sendable {
  /// Bytes. A version 13 symbol holds 301; the largest lawful claims stay below twice that.
  public static let byteLimit = 1024

  private let object: Sign1
  private let bytes: [UInt8]

  /// Takes the seal apart. Strict: one value has one encoding.
  public init(_ bytes: [UInt8]) throws(SealFault) {
    object = try Sign1(bytes, limit: Self.byteLimit)
    self.bytes = bytes
  }

  /// The office that the seal names: the word of whoever made it. Never shown; it only tells which trust
  /// bundle is missing.
  public var namedIssuer: String? { (try? PaperClaims(object.payload))?.issuer }

  /// Checks the signature first and reads the claims after it.
  ///
  /// - Parameter keys: Every key that the root vouches for; periods and states are not judged
  ///   here, because that needs the sealing time and the office's log.
  public func verified(by keys: some Sequence<TrustedKey>) throws(SealFault) -> VerifiedSeal {
    let key = try object.signer(among: keys, { $0.publicKey })
    do {
      return VerifiedSeal(bytes: bytes, claims: try PaperClaims(object.payload), key: key)
    } catch {
      throw .claims(error)
    }
  }
}

/// A seal that a trusted key made. Only ``UnverifiedSeal/verified(by:)`` gives one.
public struct VerifiedSeal: Hashable, Sendable {
  /// The whole COSE_Sign1.
  public let bytes: [UInt8]
  /// What the seal says of its paper.
  public let claims: PaperClaims
  /// The key that made it.
  public let key: TrustedKey
  /// Of the whole COSE_Sign1, 32 bytes.
  public var sha256: [UInt8] { SHA256Sum.of(bytes) }

  fileprivate init(bytes: [UInt8], claims: PaperClaims, key: TrustedKey) {
    self.bytes = bytes
    self.claims = claims
    self.key = key
  }
}
