/// The certificate of a signer, as far as papers and verifiers speak of it.
public struct SigningCertificate: Hashable, Sendable {
  /// DER.
  public let bytes: [UInt8]
  /// SHA-256 of ``bytes``.
  public let sha256: [UInt8]
  /// The common name of its subject, or the organisation where it has none.
  public let subject: String
  /// Hexadecimal digits, capitals.
  public let serial: String
  /// Seconds since 1970: the first and the last of its term.
  public let validFrom: Int64
  public let validUntil: Int64
  /// DER of the root to which its chain leads.
  public let root: [UInt8]

  public init(
    bytes: [UInt8], sha256: [UInt8], subject: String, serial: String, validFrom: Int64,
    validUntil: Int64, root: [UInt8]
  ) {
    self.bytes = bytes
    self.sha256 = sha256
    self.subject = subject
    self.serial = serial
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.root = root
  }

  /// Whether its term holds the moment, seconds since 1970.
  public func isValid(at moment: Int64) -> Bool { validFrom <= moment && moment <= validUntil }
}
