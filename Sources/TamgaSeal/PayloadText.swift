import TamgaFormats

/// The text in a code and what carries the seal in it (contract `seal.md`, "Carriers").
public struct PayloadText: Hashable, Sendable {
  /// How the bytes of a seal are written as text.
  public enum Carrier: Hashable, Sendable {
    /// `https://<host>/v#` and digits.
    case link(host: String)
    /// `TG1:` and base45.
    case prefixed
    /// Digits alone, as some readers give a link.
    case bareDigits
    /// Base45 alone, without `TG1:`.
    case bareBase45
  }

  /// Why a text gives no seal.
  public enum Fault: Error, Hashable, Sendable {
    /// Nothing that Tamga prints: another link, another code, a few words.
    case noSeal
    /// Longer than ``PayloadText/limit``.
    case tooLong
    /// A carrier of Tamga whose contents break its rules.
    case malformed
  }

  /// Bytes of text. The longest lawful link has some 800.
  public static let limit = 8192
  /// Bare digits or base45 shorter than this hold no signature, so they are something else: a
  /// number, a word.
  public static let shortestBare = 96
  private static let prefix = "TG1:"
  private static let scheme = "https://"
  private static let path = "/v#"

  /// How the text carried the seal.
  public let carrier: Carrier
  /// The bytes of the seal, unverified.
  public let bytes: [UInt8]

  /// The host of a link; nil for the other carriers.
  public var host: String? { if case .link(let host) = carrier { host } else { nil } }

  /// Reads a text as a person or a code reader gives it, white space around it allowed.
  public init(_ text: String) throws(Fault) {
    // Counting UTF-8 is free for native strings; of a longer text no more than its beginning is looked at.
    guard text.utf8.count <= Self.limit else {
      throw Self.beginsAsOurs(text) ? .tooLong : .noSeal
    }
    let trimmed = Self.trimmed(Substring(text))
    if trimmed.hasPrefix(Self.scheme) {
      let rest = trimmed.dropFirst(Self.scheme.count)
      guard let slash = rest.firstIndex(of: "/"), rest[slash...].hasPrefix(Self.path),
        Self.isHost(rest[..<slash])
      else { throw .noSeal }
      carrier = .link(host: String(rest[..<slash]))
      bytes = try Self.digits(rest[slash...].dropFirst(Self.path.count))
    } else if trimmed.hasPrefix(Self.prefix) {
      carrier = .prefixed
      bytes = try Self.base45(trimmed.dropFirst(Self.prefix.count))
    } else if Self.isBareSeal(trimmed), DigitBlocks.isDigits(trimmed) {
      carrier = .bareDigits
      bytes = try Self.digits(trimmed)
    } else if Self.isBareSeal(trimmed), Base45.isAlphabet(trimmed) {
      carrier = .bareBase45
      bytes = try Self.base45(trimmed)
    } else {
      throw .noSeal
    }
  }

  /// The text of the default carrier, as it stands in the symbol.
  ///
  /// - Parameter host: From the office's configuration, lower case.
  public static func link(host: String, _ seal: [UInt8]) -> String {
    scheme + host + path + DigitBlocks.encoded(seal)
  }

  /// The text of the alternative carrier.
  public static func prefixed(_ seal: [UInt8]) -> String { prefix + Base45.encoded(seal) }

  /// True for a host as the configuration may name it: lower-case letters, digits, hyphens and
  /// dots, at most 253 characters (RFC 1035 section 2.3.4), and a port where the test needs one.
  public static func isHost(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...253).contains(bytes.count) else { return false }
    return bytes.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
        true
      default: false
      }
    }
  }

  /// Whether a text without a carrier begins as every seal does: other digits and capitals are something else.
  private static func isBareSeal(_ text: Substring) -> Bool {
    guard text.utf8.count >= shortestBare else { return false }
    let beginnings = [DigitBlocks.bytes(text.prefix(17)), Base45.bytes(text.prefix(3))]
    return beginnings.contains { $0?.starts(with: [0xD2, 0x84]) ?? false }
  }

  /// Whether a text that is too long is meant as a seal.
  private static func beginsAsOurs(_ text: String) -> Bool {
    let head = trimmed(text.prefix(limit / 8))
    if head.hasPrefix(prefix) { return true }
    guard head.hasPrefix(scheme) else { return isBareSeal(head) }
    return head.dropFirst(scheme.count).firstIndex(of: "/").map { head[$0...].hasPrefix(path) }
      ?? false
  }

  private static func digits(_ text: Substring) throws(Fault) -> [UInt8] {
    guard let bytes = DigitBlocks.bytes(text), !bytes.isEmpty else { throw .malformed }
    return bytes
  }

  private static func base45(_ text: Substring) throws(Fault) -> [UInt8] {
    guard let bytes = Base45.bytes(text), !bytes.isEmpty else { throw .malformed }
    return bytes
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
