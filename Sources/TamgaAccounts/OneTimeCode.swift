internal import Crypto
internal import Foundation

/// Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds, as every
/// authenticator has them.
enum OneTimeCode {
  static let stepSeconds: Int64 = 30
  static let secretBytes = 20
  /// Steps by which a clock may differ (RFC 6238, section 5.2).
  private static let tolerance: Int64 = 1

  static func step(at moment: Int64) -> Int64 { moment / stepSeconds }

  /// The code of a step (RFC 4226, section 5.3).
  static func code(_ secret: [UInt8], step: Int64, digits: Int = 6) -> String {
    var message = Data()
    withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { message.append(contentsOf: $0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
    let start = Int(mac[19] & 0x0F)
    let number = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
    let text = String(number % modulus)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The step whose code was typed, when it is later than `last`: a code works once.
  static func step(
    of typed: String, _ secret: [UInt8], at moment: Int64, after last: Int64
  ) -> Int64? {
    let typed = Array(typed.filter { !$0.isWhitespace }.utf8)
    let now = step(at: moment)
    var found: Int64?
    // All are looked at, whatever is found.
    for step in (now - tolerance)...(now + tolerance) {
      let isSame = Secrets.areEqual(typed, Array(code(secret, step: step).utf8))
      if isSame, step > last, found == nil { found = step }
    }
    return found
  }

  /// RFC 4648 section 6, without padding.
  static func base32(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (text, bits, count) = ("", 0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[bits >> count & 31])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(letters[bits << (5 - count) & 31]) }
    return text
  }

  /// What an authenticator takes as a picture ("Key Uri Format" of Google Authenticator).
  static func address(_ secret: [UInt8], login: String, office: String) -> String {
    var plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
    plain.insert(charactersIn: "-._~")
    func escaped(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
    let issuer = escaped("Tamga " + office)
    return "otpauth://totp/\(issuer):\(escaped(login))?secret=\(base32(secret))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=6&period=\(stepSeconds)"
  }
}
