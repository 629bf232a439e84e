internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import TamgaFormats
internal import TamgaSeal
internal import TamgaToken

/// A secret key under a passphrase: scrypt (RFC 7914) makes the key, ChaCha20-Poly1305 (RFC 8439)
/// encrypts, and the readable lines of the file are authenticated with it.
public struct EncryptedKey: Hashable, Sendable {
  /// The binary logarithm of scrypt's N. The default takes 128 MB and some tenths of a second.
  public static let cost = 17
  /// Below it guessing is too cheap; above it a file could ask for more memory than there is.
  public static let costs = 15...20
  static let blockSize = 8
  static let parallelisms = 1...4

  static let saltLength = 32
  static let nonceLength = 12
  /// The secret's 32 bytes and the tag's 16.
  static let boxLength = 48

  let cost: Int
  let parallelism: Int
  let salt: [UInt8]
  let nonce: [UInt8]
  let box: [UInt8]

  /// Nil unless every part has its length and the parameters lie within their bounds.
  init?(
    cost: Int, blockSize: Int, parallelism: Int, salt: [UInt8], nonce: [UInt8], box: [UInt8]
  ) {
    guard Self.costs.contains(cost), blockSize == Self.blockSize,
      Self.parallelisms.contains(parallelism), salt.count == Self.saltLength,
      nonce.count == Self.nonceLength, box.count == Self.boxLength
    else { return nil }
    self.cost = cost
    self.parallelism = parallelism
    self.salt = salt
    self.nonce = nonce
    self.box = box
  }

  /// Encrypts a secret; salt and nonce are new at every call.
  ///
  /// - Parameter header: The readable lines of the file.
  static func encrypting(
    _ secret: SecretBytes, passphrase: SecretBytes, cost: Int, header: String
  ) throws(KeyError) -> EncryptedKey {
    let salt = RandomBytes.drawn(saltLength)
    let key = try derived(passphrase, salt: salt, cost: cost, parallelism: 1)
    let lines = header + parameters(cost, 1, salt)
    let sealed = secret.withBytes { bytes in
      try? ChaChaPoly.seal(bytes, using: key, authenticating: Data(lines.utf8))
    }
    guard let sealed,
      let secret = EncryptedKey(
        cost: cost, blockSize: blockSize, parallelism: 1, salt: salt, nonce: Array(sealed.nonce),
        box: Array(sealed.ciphertext) + Array(sealed.tag))
    else { throw outOfBounds("") }
    return secret
  }

  /// The secret.
  ///
  /// - Throws: ``KeyError`` `passphraseWrong`, also when the file was changed.
  func opened(
    _ passphrase: SecretBytes, header: String, place: String
  ) throws(KeyError) -> SecretBytes {
    let key = try Self.derived(passphrase, salt: salt, cost: cost, parallelism: parallelism)
    let lines = header + Self.parameters(cost, parallelism, salt)
    guard let nonce = try? ChaChaPoly.Nonce(data: nonce),
      let sealed = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: box.prefix(box.count - 16), tag: box.suffix(16)),
      var plain = try? ChaChaPoly.open(sealed, using: key, authenticating: Data(lines.utf8))
    else { throw .passphraseWrong(place) }
    defer { plain.resetBytes(in: plain.startIndex..<plain.endIndex) }
    return SecretBytes(count: plain.count) { $0.copyBytes(from: plain) }
  }

  /// The lines of the file that say how the key is derived; authenticated like the header.
  private static func parameters(_ cost: Int, _ parallelism: Int, _ salt: [UInt8]) -> String {
    "scrypt: \(cost) \(blockSize) \(parallelism)\nsalt: \(Hex.text(salt))\n"
  }

  /// The lines of the file after the header.
  var text: String {
    Self.parameters(cost, parallelism, salt) + "nonce: \(Hex.text(nonce))\nbox: \(Hex.text(box))\n"
  }

  private static func derived(
    _ passphrase: SecretBytes, salt: [UInt8], cost: Int, parallelism: Int
  ) throws(KeyError) -> SymmetricKey {
    let key = passphrase.withBytes { bytes in
      try? KDF.Scrypt.deriveKey(
        from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: blockSize,
        parallelism: parallelism)
    }
    guard let key else { throw outOfBounds("") }
    return key
  }

  static func outOfBounds(_ place: String) -> KeyError {
    KeyError(
      .parameters, place, kk: "шифрлау параметрлері рұқсат етілген шектен тыс",
      ru: "параметры шифрования вне допустимых пределов",
      en: "the parameters of the encryption are out of bounds")
  }
}
