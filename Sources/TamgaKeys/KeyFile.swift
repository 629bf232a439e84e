import TamgaFormats
public import TamgaSeal
public import TamgaToken

/// A key as its file in `keys/` describes it. The description needs no passphrase; the secret enters
/// memory only when the key is used.
public struct KeyFile: Sendable {
  /// How the secret is kept.
  public enum Custody: Hashable, Sendable {
    /// In the file, readable: mode 0600 is all that guards it.
    case plain
    /// In the file, under a passphrase.
    case encrypted(EncryptedKey)
    /// In a token.
    case token(TokenReference)

    /// `plain`, `encrypted` or `token`.
    public var word: String {
      switch self {
      case .plain: "plain"
      case .encrypted: "encrypted"
      case .token: "token"
      }
    }
  }

  public let role: KeyRole
  public let publicKey: PublicKey
  /// Seconds since 1970, as the key was made. For an issuing key the list that the root key signed
  /// decides, because it alone can end a period early.
  public let signFrom: Int64
  public let signUntil: Int64
  /// Made for a test office.
  public let isTest: Bool
  public let custody: Custody

  public var fileName: String { "\(role.rawValue)-\(publicKey.id).key" }

  init(
    role: KeyRole, publicKey: PublicKey, signFrom: Int64, signUntil: Int64, isTest: Bool,
    custody: Custody
  ) {
    self.role = role
    self.publicKey = publicKey
    self.signFrom = signFrom
    self.signUntil = signUntil
    self.isTest = isTest
    self.custody = custody
  }

  func kept(_ custody: Custody) -> KeyFile {
    KeyFile(
      role: role, publicKey: publicKey, signFrom: signFrom, signUntil: signUntil, isTest: isTest,
      custody: custody)
  }

  /// The readable lines, which the encryption authenticates.
  var header: String {
    """
    tamga-key: 1
    role: \(role.rawValue)
    algorithm: \(publicKey.algorithm.rawValue)
    publicKey: \(Hex.text(publicKey.raw))
    signFrom: \(signFrom)
    signUntil: \(signUntil)
    \(isTest ? "test: true\n" : "")
    """
  }

  /// The bytes of the file.
  ///
  /// - Parameter secret: Of a plain key.
  func bytes(secret: SecretBytes?) -> [UInt8] {
    switch custody {
    case .plain:
      var bytes = Array(
        ("# Secret. Whoever reads this file can make genuine papers.\n" + header
          + KeyLines.secret + ": ").utf8)
      secret?.withBytes { secret in
        // Digit by digit: a text would leave copies behind.
        let digits = Array("0123456789abcdef".utf8)
        bytes.reserveCapacity(bytes.count + 2 * secret.count + 1)
        for byte in secret {
          bytes.append(digits[Int(byte >> 4)])
          bytes.append(digits[Int(byte & 15)])
        }
      }
      return bytes + [0x0A]
    case .encrypted(let secret):
      return Array(
        ("# Encrypted: 'tamga keys' needs its passphrase.\n" + header + secret.text).utf8)
    case .token(let token):
      let lines =
        "token: \(token.label)\nmodule: \(token.module)\nobject: \(Hex.text(token.object))\n"
      return Array(("# In a token: 'tamga keys' needs its PIN.\n" + header + lines).utf8)
    }
  }

  /// Reads the bytes of a key file.
  ///
  /// - Throws: ``KeyError`` `damaged` or `parameters`; neither quotes the file.
  init(_ file: SecretBytes, place: String) throws(KeyError) {
    guard var lines = KeyLines(file), lines.take("tamga-key") == "1",
      let role = lines.take("role").flatMap(KeyRole.init(rawValue:)),
      let algorithm = lines.take("algorithm").flatMap(SignatureAlgorithm.init(rawValue:)),
      let raw = lines.bytes("publicKey"),
      let publicKey = PublicKey(raw: raw, algorithm: algorithm),
      let from = lines.number("signFrom"), let until = lines.number("signUntil"), from <= until
    else { throw .damaged(place) }
    let test = lines.take("test")
    guard test == nil || test == "true" else { throw .damaged(place) }
    let custody = try Self.custody(&lines, place)
    guard lines.isEmpty else { throw .damaged(place) }
    self.init(
      role: role, publicKey: publicKey, signFrom: from, signUntil: until, isTest: test != nil,
      custody: custody)
  }

  private static func custody(
    _ lines: inout KeyLines, _ place: String
  ) throws(KeyError) -> Custody {
    if lines.take(KeyLines.secret) != nil { return .plain }
    if let label = lines.take("token") {
      guard let module = lines.take("module"), let object = lines.bytes("object"),
        let token = TokenReference(module: module, label: label, object: object)
      else { throw .damaged(place) }
      return .token(token)
    }
    let numbers = lines.take("scrypt")?.split(separator: " ", omittingEmptySubsequences: false)
      .map(KeyLines.number)
    guard let numbers, numbers.count == 3, let cost = numbers[0].flatMap({ Int(exactly: $0) }),
      let blockSize = numbers[1].flatMap({ Int(exactly: $0) }),
      let parallelism = numbers[2].flatMap({ Int(exactly: $0) }),
      let salt = lines.bytes("salt"), let nonce = lines.bytes("nonce"),
      let box = lines.bytes("box")
    else { throw .damaged(place) }
    guard
      let key = EncryptedKey(
        cost: cost, blockSize: blockSize, parallelism: parallelism, salt: salt, nonce: nonce,
        box: box)
    else { throw EncryptedKey.outOfBounds(place) }
    return .encrypted(key)
  }
}
