internal import Crypto
internal import TamgaFormats

/// Random values of the system's generator.
enum Drawn {
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// 256 bits as base64url without padding: 43 characters.
  static func token() -> String { Base64.urlText(bytes(32)) }

  /// A password that is read from paper once: four groups of five without look-alikes, 99 bits.
  static func password() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      String((0..<5).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }.joined(separator: "-")
  }

  /// How a token is kept.
  static func digest(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
