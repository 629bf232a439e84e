import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct KeyTests {
  /// RFC 9679 section 6.
  @Test func thumbprintOfTheRFC() throws {
    let x = try #require(
      Hex.bytes("65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d"))
    let y = try #require(
      Hex.bytes("1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c"))
    let key = try #require(PublicKey(raw: x + y, algorithm: .es256))
    #expect(
      key.fingerprint == "496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec")
    #expect(key.id.description == "496bd8afadf307e5")
  }

  /// RFC 8032 section 7.1, test 2.
  @Test func ed25519OfTheRFC() throws {
    let secret = try #require(
      Hex.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let key = try #require(SigningKey(raw: secret, algorithm: .edDSA))
    #expect(
      Hex.text(key.publicKey.raw)
        == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = try #require(
      Hex.bytes(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))
    #expect(key.publicKey.accepts(signature, over: [0x72]))
    #expect(!key.publicKey.accepts(signature, over: [0x73]))
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func exportAndImport(_ algorithm: SignatureAlgorithm) throws {
    let key = SigningKey.random(algorithm)
    let again = try #require(SigningKey(raw: key.raw, algorithm: algorithm))
    #expect(again.publicKey == key.publicKey)
    #expect(key.raw.count == 32)
    let signature = try again.signature(over: [1, 2, 3])
    #expect(signature.count == 64)
    #expect(key.publicKey.accepts(signature, over: [1, 2, 3]))
    #expect(!"\(key) \(String(reflecting: key))".contains(Hex.text(key.raw)))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains(Hex.text(key.raw)) && !dumped.contains("privateKey"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let raw: [UInt8]
    let algorithm: SignatureAlgorithm
    let why: String
    var testDescription: String { why }
  }

  static let bad: [Bad] = [
    Bad(raw: [], algorithm: .edDSA, why: "no bytes"),
    Bad(raw: [UInt8](repeating: 1, count: 31), algorithm: .edDSA, why: "a byte short"),
    Bad(raw: [UInt8](repeating: 1, count: 33), algorithm: .edDSA, why: "a byte long"),
    Bad(raw: [UInt8](repeating: 1, count: 64), algorithm: .es256, why: "a point off the curve"),
    Bad(raw: Fixture.key(5).publicKey.raw, algorithm: .es256, why: "the key of the other kind"),
    Bad(
      raw: [4] + Fixture.key(5, .es256).publicKey.raw, algorithm: .es256,
      why: "the form with a leading 4"),
  ]

  @Test(arguments: bad) func refusesPublic(_ bad: Bad) {
    #expect(PublicKey(raw: bad.raw, algorithm: bad.algorithm) == nil)
  }

  @Test func refusesPrivate() {
    #expect(SigningKey(raw: [1], algorithm: .edDSA) == nil)
    #expect(SigningKey(raw: [UInt8](repeating: 0, count: 32), algorithm: .es256) == nil)
    #expect(SigningKey(raw: [UInt8](repeating: 0xFF, count: 32), algorithm: .es256) == nil)
  }

  @Test func lowS() throws {
    let key = Fixture.key(7, .es256)
    var seenHigh = 0
    for byte in 0..<40 {
      let signature = try key.signature(over: [UInt8(byte)])
      let low = LowS.normalised(signature)
      if LowS.isHigh(signature) { seenHigh += 1 }
      let twin = Array(low[..<32]) + LowS.difference(Array(low[32...]))
      #expect(!LowS.isHigh(low) && LowS.isHigh(twin))
      #expect(key.publicKey.accepts(low, over: [UInt8(byte)]))
      #expect(key.publicKey.accepts(twin, over: [UInt8(byte)]), "the twin is what we refuse")
    }
    #expect((1..<40).contains(seenHigh), "the library draws either half")
  }

  @Test func hex() {
    #expect(Hex.text([0, 15, 255]) == "000fff")
    #expect(Hex.bytes("000Fff") == [0, 15, 255])
    #expect(Hex.bytes("0") == nil)
    #expect(Hex.bytes("0g") == nil)
    #expect(Hex.bytes("٠٠") == nil)
  }
}
