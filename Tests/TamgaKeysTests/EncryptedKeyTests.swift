import TamgaSeal
import TamgaToken
import Testing

@testable import TamgaKeys

/// Secrets under a passphrase: what opens them, and everything that does not.
@Suite struct EncryptedKeyTests {
  static let header = "role: issuing\nsignFrom: 1\n"
  static let plain = [UInt8](1...32)

  static let sealed: EncryptedKey = {
    var plain = EncryptedKeyTests.plain
    // safe: the parameters are within their bounds
    return try! EncryptedKey.encrypting(
      SecretBytes(moving: &plain), passphrase: KeyPlace.secret(KeyPlace.password),
      cost: KeyPlace.cost, header: header)
  }()

  private func open(
    _ sealed: EncryptedKey?, _ passphrase: String = KeyPlace.password, header: String = header
  ) throws -> [UInt8] {
    try #require(sealed).opened(KeyPlace.secret(passphrase), header: header, place: "keys/x.key")
      .withBytes { Array($0) }
  }

  private func copy(
    cost: Int = sealed.cost, blockSize: Int = 8, parallelism: Int = 1,
    salt: [UInt8] = sealed.salt, nonce: [UInt8] = sealed.nonce, box: [UInt8] = sealed.box
  ) -> EncryptedKey? {
    EncryptedKey(
      cost: cost, blockSize: blockSize, parallelism: parallelism, salt: salt, nonce: nonce,
      box: box)
  }

  @Test func itOpensWithItsPassphrase() throws {
    #expect(try open(Self.sealed) == Self.plain)
    #expect(!Self.sealed.box.starts(with: Self.plain))
    var plain = Self.plain
    let again = try EncryptedKey.encrypting(
      SecretBytes(moving: &plain), passphrase: KeyPlace.secret(KeyPlace.password),
      cost: KeyPlace.cost, header: Self.header)
    #expect(plain.isEmpty, "the array that brought the secret is wiped")
    #expect(again.salt != Self.sealed.salt && again.nonce != Self.sealed.nonce)
    #expect(again.box != Self.sealed.box)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let why: String
    var passphrase = KeyPlace.password
    var header = EncryptedKeyTests.header
    var change: @Sendable (EncryptedKeyTests) -> EncryptedKey? = { $0.copy() }
    var testDescription: String { why }
  }

  /// One bit of each part, first, middle and last byte.
  private static func flipped(_ bytes: [UInt8], _ index: Int) -> [UInt8] {
    var bytes = bytes
    bytes[index] ^= 0x10
    return bytes
  }

  static let wrong: [Wrong] =
    [
      Wrong(why: "a passphrase with one letter less", passphrase: "a long passphras"),
      Wrong(why: "a letter of another case", passphrase: "A long passphrase"),
      Wrong(why: "a blank at the end", passphrase: "a long passphrase "),
      Wrong(why: "another header", header: "role: issuing\nsignFrom: 2\n"),
      Wrong(why: "a header with a line more", header: header + "test: true\n"),
      Wrong(why: "no header", header: ""),
      Wrong(why: "a higher cost", change: { $0.copy(cost: KeyPlace.cost + 1) }),
      Wrong(why: "another parallelism", change: { $0.copy(parallelism: 2) }),
    ]
    + [0, 15, 31].map { index in
      Wrong(why: "salt \(index)", change: { $0.copy(salt: flipped(sealed.salt, index)) })
    }
    + [0, 6, 11].map { index in
      Wrong(why: "nonce \(index)", change: { $0.copy(nonce: flipped(sealed.nonce, index)) })
    }
    + [0, 16, 31, 32, 47].map { index in
      Wrong(why: "box \(index)", change: { $0.copy(box: flipped(sealed.box, index)) })
    }

  @Test(arguments: wrong) func itDoesNotOpen(_ wrong: Wrong) throws {
    let sealed = try #require(wrong.change(self))
    let error = #expect(throws: KeyError.self) {
      try open(sealed, wrong.passphrase, header: wrong.header)
    }
    #expect(error == .passphraseWrong("keys/x.key"), "one answer, whatever is wrong")
  }

  @Test func parametersOutOfBounds() {
    #expect(copy(cost: 14) == nil && copy(cost: 21) == nil)
    #expect(copy(cost: 0) == nil && copy(cost: -1) == nil && copy(cost: 63) == nil)
    #expect(copy(blockSize: 7) == nil && copy(blockSize: 16) == nil)
    #expect(copy(parallelism: 0) == nil && copy(parallelism: 5) == nil)
    #expect(copy(salt: []) == nil && copy(salt: Array(Self.sealed.salt.dropLast())) == nil)
    #expect(copy(nonce: Array(Self.sealed.nonce.dropLast())) == nil)
    #expect(copy(box: Array(Self.sealed.box.dropLast())) == nil)
    #expect(copy(box: Self.sealed.box + [0]) == nil)
    #expect(copy() == Self.sealed)
  }

  @Test func nothingShowsASecret() {
    let secret = KeyPlace.secret("do not show me")
    var shown = "\(secret) \(String(reflecting: secret))"
    dump(secret, to: &shown)
    #expect(!shown.contains("show me"))
    #expect(secret.isEqual(to: KeyPlace.secret("do not show me")))
    #expect(!secret.isEqual(to: KeyPlace.secret("do not show mf")))
    #expect(!secret.isEqual(to: KeyPlace.secret("do not show m")))
  }
}
