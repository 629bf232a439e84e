import Testing

@testable import TamgaAccounts

/// One-time codes against the vectors of their standards.
@Suite struct OneTimeCodeTests {
  static let secret = Array("12345678901234567890".utf8)

  /// RFC 6238, appendix B, SHA-1.
  @Test(
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
      (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
  func codesOfTheStandard(_ moment: Int64, _ code: String) {
    let step = OneTimeCode.step(at: moment)
    #expect(OneTimeCode.code(Self.secret, step: step, digits: 8) == code)
  }

  /// RFC 4226, appendix D.
  @Test func codesOfTheCounter() {
    let codes = [
      "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
      "520489",
    ]
    for (step, code) in codes.enumerated() {
      #expect(OneTimeCode.code(Self.secret, step: Int64(step)) == code)
    }
  }

  @Test func oneStepEarlyOrLateAndOnlyOnce() {
    let moment: Int64 = 3000
    let now = OneTimeCode.step(at: moment)
    func step(_ offset: Int64, after last: Int64 = 0) -> Int64? {
      let code = OneTimeCode.code(Self.secret, step: now + offset)
      return OneTimeCode.step(of: code, Self.secret, at: moment, after: last)
    }
    #expect(step(-1) == now - 1 && step(0) == now && step(1) == now + 1)
    #expect(step(-2) == nil && step(2) == nil)
    #expect(step(0, after: now) == nil && step(-1, after: now) == nil)
    #expect(step(1, after: now) == now + 1)
  }

  @Test(arguments: ["", "1", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
  func whatIsNoCode(_ typed: String) {
    #expect(OneTimeCode.step(of: typed, Self.secret, at: 59, after: 0) == nil)
  }

  @Test func spacesAreNoPartOfACode() {
    #expect(OneTimeCode.step(of: " 287 082\n", Self.secret, at: 59, after: 0) == 1)
  }

  /// RFC 4648, section 10, without padding.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func base32(_ text: String, _ expected: String) {
    #expect(OneTimeCode.base32(Array(text.utf8)) == expected)
  }

  @Test func theAddressOfAnAuthenticator() {
    let address = OneTimeCode.address(Self.secret, login: "a@b", office: "KZ-ALA")
    #expect(
      address == "otpauth://totp/Tamga%20KZ-ALA:a%40b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=Tamga%20KZ-ALA&algorithm=SHA1&digits=6&period=30")
  }
}
