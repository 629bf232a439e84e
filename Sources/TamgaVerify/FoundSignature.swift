/// The signature of a file as it was found there; nobody has looked whether it holds.
public struct FoundSignature: Hashable, Sendable {
  /// A CMS SignedData, DER; empty where the place of it is.
  public let cms: [UInt8]
  /// What it must cover: the whole file but for its own place.
  public let content: [UInt8]

  /// - Parameters:
  ///   - cms: A CMS SignedData, DER.
  ///   - content: What it must cover.
  public init(cms: [UInt8], content: [UInt8]) {
    self.cms = cms
    self.content = content
  }
}

/// Looks whether a signature holds, and whose it is; nil for one that does not hold. This library knows no
/// cryptography of certificates: those who do give it to ``Verifier``.
///
/// - Parameter roots: Certificates at which the signer's chain may end, DER.
public typealias SignatureReader =
  @Sendable (_ signature: FoundSignature, _ roots: [[UInt8]]) -> SignatureReading?

/// A signature that holds.
public struct SignatureReading: Hashable, Sendable {
  /// The baseline levels of ETSI EN 319 142-1 that papers have.
  public enum Level: String, Hashable, Sendable {
    /// Signature and certificates.
    case basic = "B-B"
    /// With a time stamp that one of the roots vouches for.
    case stamped = "B-T"
  }

  /// The common name in the signer's certificate.
  public let subject: String
  /// Of the certificate: hexadecimal digits, capitals.
  public let serial: String
  /// SHA-256 of the certificate.
  public let certificate: [UInt8]
  /// Seconds since 1970 in which the whole chain holds; nil where it leads to none of the roots.
  public let window: ClosedRange<Int64>?
  /// How much the signature brings along.
  public let level: Level
  /// Seconds since 1970, by the time stamp.
  public let stampedAt: Int64?

  /// - Parameters:
  ///   - subject: The common name in the signer's certificate.
  ///   - serial: Of the certificate, hexadecimal digits.
  ///   - certificate: Its SHA-256.
  ///   - window: Seconds since 1970 in which the whole chain holds; nil where it leads to none of the roots.
  ///   - level: How much the signature brings along.
  ///   - stampedAt: Seconds since 1970, by the time stamp.
  public init(
    subject: String, serial: String, certificate: [UInt8], window: ClosedRange<Int64>?,
    level: Level, stampedAt: Int64?
  ) {
    self.subject = subject
    self.serial = serial
    self.certificate = certificate
    self.window = window
    self.level = level
    self.stampedAt = stampedAt
  }
}
