internal import Crypto
// For the canonical composition of Unicode.
internal import Foundation

/// The digest of everything that a paper prints: claim 8 of its seal.
///
/// The input is, for each page in order, the printed characters in the order of drawing: every
/// white space character (Unicode property `White_Space`, so also U+00A0), the soft hyphen U+00AD
/// and the zero width characters U+180E, U+200B, U+200C, U+200D, U+2060 and U+FEFF are removed,
/// the rest is brought to NFC and written as UTF-8, and one byte 0x0C ends the page. Attachments
/// follow in the byte order of their names: 0x1C, the name in UTF-8, 0x00, and the 32 bytes of the
/// SHA-256 of the content. The digest is the first 8 bytes of SHA-256 over the cti and that input.
public enum PrintedDigest {
  /// A machine-readable file inside the paper.
  public struct Attachment: Hashable, Sendable {
    public let name: String
    public let content: [UInt8]

    public init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// - Parameters:
  ///   - pages: The text of each page in the order of drawing.
  ///   - cti: The 16 bytes of claim 7, so that equal texts have different digests.
  /// - Returns: 8 bytes.
  public static func of(
    pages: [String], attachments: [Attachment] = [], cti: [UInt8]
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: cti)
    for page in pages {
      hash.update(data: Array(words(of: page).utf8))
      hash.update(data: [0x0C] as [UInt8])
    }
    let sorted = attachments.map { (Array($0.name.utf8), $0.content) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    for (name, content) in sorted {
      hash.update(data: [0x1C] + name + [0x00] + Array(SHA256.hash(data: content)))
    }
    return Array(hash.finalize().prefix(ClaimLimit.digest))
  }

  /// Claim 9: what a verifier computes from the passport in the holder's hand.
  ///
  /// - Returns: The first 8 bytes of SHA-256 over the cti and the number in UTF-8.
  public static func ofPassport(_ number: String, cti: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: cti + Array(number.utf8)).prefix(ClaimLimit.digest))
  }

  /// A text without white space and invisible characters, in NFC: how printed texts are compared.
  public static func words(of text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isComposed = true
    for scalar in text.unicodeScalars {
      if isDropped(scalar) { continue }
      isComposed = isComposed && composesWithNothing(scalar)
      kept.append(scalar)
    }
    let words = String(kept)
    return isComposed ? words : words.precomposedStringWithCanonicalMapping
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x400...0x52F: false
    case 0xAD, 0x180E, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }

  /// True for characters that NFC leaves alone when only such ones stand beside them: below U+0300
  /// nothing combines, and Cyrillic letters change only with a combining mark (UAX #15, section 9).
  private static func composesWithNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x2116: true
    default: false
    }
  }
}
