import Foundation
import TamgaDomain
import TamgaFormats
import TamgaSeal
import TamgaToken
import Testing

@testable import TamgaKeys

/// The text of a key file: what is read, and what is refused.
@Suite struct KeyFileTests {
  // safe: any 32 bytes are a key of Ed25519
  static let key = SigningKey(raw: [UInt8](repeating: 3, count: 32), algorithm: .edDSA)!

  static let head = """
    tamga-key: 1
    role: issuing
    algorithm: EdDSA
    publicKey: \(Hex.text(key.publicKey.raw))
    signFrom: 5
    signUntil: 9

    """
  static let plain = head + "secret: " + String(repeating: "03", count: 32) + "\n"
  static let sealing =
    "salt: " + String(repeating: "0a", count: 32) + "\nnonce: " + String(repeating: "0b", count: 12)
    + "\nbox: " + String(repeating: "0c", count: 48) + "\n"
  static let sealed = head + "scrypt: 17 8 1\n" + sealing
  static let token = head + "token: office\nmodule: /usr/lib/x.so\nobject: 0102\n"

  private func read(_ text: String) throws(KeyError) -> KeyFile {
    try KeyFile(KeyPlace.secret(text), place: "keys/x.key")
  }

  @Test func eachCustodyIsReadBack() throws {
    for text in [Self.plain, Self.sealed, Self.token] {
      let file = try read(text)
      #expect(file.publicKey == Self.key.publicKey && file.role == .issuing)
      #expect(file.signFrom == 5 && file.signUntil == 9 && !file.isTest)
      let secret = KeyLines.secret(in: KeyPlace.secret(text))
      let written = String(decoding: file.bytes(secret: secret), as: UTF8.self)
      #expect(written.hasSuffix(text) && written.hasPrefix("# "))
      #expect(try read(written).custody == file.custody)
    }
    #expect(try read(Self.plain).custody == .plain)
    #expect(try read(Self.plain.replacing("secret", with: "test: true\nsecret")).isTest)
    let secret = try #require(KeyLines.secret(in: KeyPlace.secret(Self.plain)))
    #expect(secret.withBytes { Array($0) } == [UInt8](repeating: 3, count: 32))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    var code = KeyError.Code.damaged
    let why: String
    var testDescription: String { why }
  }

  static let refused: [Row] = [
    Row(text: "", why: "nothing"), Row(text: "\n", why: "an empty line"),
    Row(text: head, why: "no secret at all"),
    Row(text: plain.replacing("tamga-key: 1", with: "tamga-key: 2"), why: "another version"),
    Row(text: plain.replacing("tamga-key: 1\n", with: ""), why: "no version"),
    Row(text: plain.replacing("issuing", with: "sealing"), why: "an unknown role"),
    Row(text: plain.replacing("EdDSA", with: "RS256"), why: "an unknown algorithm"),
    Row(text: plain.replacing("EdDSA", with: "ES256"), why: "the other algorithm's name"),
    Row(
      text: plain.replacing("signUntil: 9", with: "signUntil: 4"), why: "a period that ends first"),
    Row(text: plain.replacing("signFrom: 5", with: "signFrom: 05"), why: "a zero in front"),
    Row(text: plain.replacing("signFrom: 5", with: "signFrom: +5"), why: "a sign in front"),
    Row(text: plain.replacing("signFrom: 5\n", with: ""), why: "no beginning"),
    Row(text: plain + "colour: blue\n", why: "an unknown word"),
    Row(text: plain + "role: issuing\n", why: "a word twice"),
    Row(text: plain + "state: active\n", why: "a state, which the root key alone gives"),
    Row(text: plain + "token: office\n", why: "a secret and a token"),
    Row(text: plain + "test: yes\n", why: "a test key that is not plainly one"),
    Row(text: plain.replacing(": ", with: ":"), why: "no blank after the colon"),
    Row(text: plain + "no colon\n", why: "a line without a colon"),
    Row(text: plain + String(repeating: "#", count: 4096), why: "too long"),
    Row(text: sealed.replacing("17 8 1", with: "17 8"), why: "a parameter missing"),
    Row(text: sealed.replacing("17 8 1", with: "17 8 1 1"), why: "a parameter more"),
    Row(text: sealed.replacing("17 8 1", with: "17  8 1"), why: "two blanks"),
    Row(text: sealed.replacing("17 8 1", with: "14 8 1"), code: .parameters, why: "too cheap"),
    Row(text: sealed.replacing("17 8 1", with: "21 8 1"), code: .parameters, why: "too dear"),
    Row(text: sealed.replacing("17 8 1", with: "17 1 1"), code: .parameters, why: "a small block"),
    Row(text: sealed.replacing("17 8 1", with: "17 8 9"), code: .parameters, why: "much memory"),
    Row(text: sealed.replacing("0a0a", with: "0a"), code: .parameters, why: "a short salt"),
    Row(text: sealed.replacing("0b0b", with: "0x0b"), why: "no hexadecimal digit"),
    Row(text: String(sealed.dropLast(4)), why: "cut off in a byte"),
    Row(text: String(sealed.dropLast(5)), code: .parameters, why: "cut off after a byte"),
    Row(text: sealed + "secret: 03\n", why: "encrypted and plain"),
    Row(text: token.replacing("/usr/lib/x.so", with: "x.so"), why: "a module by its name alone"),
    Row(
      text: token.replacing("office", with: String(repeating: "o", count: 33)), why: "a long label"),
    Row(text: token.replacing("0102", with: ""), why: "no object"),
    Row(text: token.replacing("0102", with: String(repeating: "01", count: 65)), why: "a long id"),
  ]

  @Test(arguments: refused) func itIsRefused(_ row: Row) {
    let error = #expect(throws: KeyError.self) { try read(row.text) }
    #expect(error?.code == row.code)
    #expect(error?.place == "keys/x.key")
    #expect(error?.message.en.contains("0303") == false, "no error quotes the file")
  }

  @Test(arguments: ["", "03", "0g", "zz", String(repeating: "03", count: 31), "03 03"])
  func aSecretThatIsNone(_ digits: String) throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let name = try place.name(.issuing)
    let text = try place.text(name)
    let secret = try #require(text.firstMatch(of: /secret: ([0-9a-f]+)/))
    try place.write(text.replacing(secret.1, with: digits), to: name)
    let error = #expect(throws: KeyError.self) { try ring.signer(at: KeyPlace.start) }
    #expect(error?.code == .damaged && error?.place == "keys/" + name)
  }

  @Test func theSecretOfAnotherKey() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let name = try place.name(.issuing)
    let text = try place.text(name)
    let secret = try #require(text.firstMatch(of: /secret: ([0-9a-f]+)/))
    try place.write(
      text.replacing(secret.1, with: String(repeating: "07", count: 32)), to: name)
    let error = #expect(throws: KeyError.self) { try ring.signer(at: KeyPlace.start) }
    #expect(error?.code == .damaged)
  }
}
