internal import Crypto
internal import TamgaFormats

/// The public key of a log with the name that it signs under.
///
/// Logs sign with Ed25519 only, the signature type 0x01 of C2SP signed-note, also in offices that
/// seal papers with ES256: a log has a key of its own.
///
/// ```
/// example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
/// ```
///
/// - SeeAlso: C2SP signed-note, "Verifier keys".
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  /// The signature type of Ed25519.
  private static let type: UInt8 = 0x01
  /// Bytes of an Ed25519 public key.
  public static let length = 32
  /// Bytes of a name: what a cosignature can carry (C2SP tlog-cosignature).
  public static let nameLimit = 255

  /// The origin of the log's checkpoints; a URL without its scheme by custom.
  public let name: String
  /// 32 bytes (RFC 8032 section 5.1.5).
  public let publicKey: [UInt8]
  /// The first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
  let id: [UInt8]

  /// - Throws: ``LogFault`` of code `log-key`.
  public init(name: String, publicKey: [UInt8]) throws(LogFault) {
    guard Self.isName(name), publicKey.count == Self.length,
      (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil
    else { throw .key }
    self.name = name
    self.publicKey = publicKey
    id = Array(
      SHA256.hash(data: Array(name.utf8) + [UInt8(ascii: "\n"), Self.type] + publicKey).prefix(4))
  }

  /// Reads the text form.
  ///
  /// - Throws: ``LogFault`` of code `log-key`: another form, another signature type, or an id that is
  ///   not the key's.
  public init(_ text: String) throws(LogFault) {
    // The base 64 may hold a plus.
    let parts = text.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(validating: parts[0], as: UTF8.self),
      let key = Base64.bytes(parts[2]), key.first == Self.type
    else { throw .key }
    try self.init(name: name, publicKey: Array(key.dropFirst()))
    guard Array(parts[1]) == Array(Hex.text(id).utf8) else { throw .key }
  }

  /// The text form: name, id in hexadecimal and key in base 64, with `+` between.
  public var description: String {
    "\(name)+\(Hex.text(id))+\(Base64.text([Self.type] + publicKey))"
  }

  /// True for a name that a log of ours may have: printed ASCII without spaces and `+`. Narrower
  /// than the format, so that two names that look alike are two names.
  public static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...nameLimit).contains(bytes.count)
      && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
  }

  /// True when `signature` over `message` was made by the private half of this key (RFC 8032).
  func accepts(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
