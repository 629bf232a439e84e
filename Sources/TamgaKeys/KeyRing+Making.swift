internal import Glibc
internal import TamgaFormats
internal import TamgaSeal
internal import TamgaToken

/// How a new key is kept.
public enum NewCustody: Hashable, Sendable {
  /// As the key that it follows: in the same token, encrypted with the same passphrase, or plain.
  case asBefore
  case token(label: String, module: String)
}

extension KeyRing {
  /// Makes the keys of a new office, plain and of mode 0600, and lets the root key vouch for them.
  public static func make(folder path: String, rules: KeyRules, now: Int64) throws(KeyError) {
    let folder = KeyFolder(path: path)
    var files: [KeyRole: (file: KeyFile, key: SigningKey)] = [:]
    for role in KeyRole.allCases {
      let key = SigningKey.random(rules.algorithm)
      let file = KeyFile(
        role: role, publicKey: key.publicKey, signFrom: now,
        signUntil: rules.end(of: role, madeAt: now), isTest: rules.isTest, custody: .plain)
      try write(key, as: file, to: folder)
      files[role] = (file, key)
    }
    guard let root = files[.root]?.key, let issuing = files[.issuing]?.file,
      let status = files[.status]?.file
    else { throw .noRootKey() }
    let name = root.publicKey.algorithm.rawValue + " " + Hex.text(root.publicKey.raw) + "\n"
    var line = Array(name.utf8)
    try folder.write(&line, to: KeySnapshot.rootKeyName)
    let part = RootPart(
      office: rules.office, sequence: 1,
      issuingKeys: [
        TrustedKey(
          publicKey: issuing.publicKey, signFrom: issuing.signFrom, signUntil: issuing.signUntil)
      ], statusKey: status.publicKey, isTest: rules.isTest)
    try sign(part, by: root, in: folder)
  }

  /// Writes a plain key file.
  static func write(
    _ key: SigningKey, as file: KeyFile, to folder: KeyFolder
  ) throws(KeyError) {
    var raw = key.raw
    var bytes = file.bytes(secret: SecretBytes(moving: &raw))
    try folder.write(&bytes, to: file.fileName)
  }

  /// Signs the list and puts it in the place of the former one: the one step by which keys change.
  static func sign(
    _ part: RootPart, by root: any Signer, in folder: KeyFolder
  ) throws(KeyError) {
    var bytes: [UInt8]
    do {
      bytes = try part.signed(by: root)
    } catch let error as TokenError {
      throw KeyError(error)
    } catch {
      throw KeyError(
        .seal, "keys", kk: "кілттер тізіміне қол қойылмады", ru: "список ключей не подписан",
        en: "the list of keys could not be signed")
    }
    try folder.write(&bytes, to: KeySnapshot.rootPartName)
  }

  /// Makes a new key of a role and writes its file; the root key vouches for it later.
  ///
  /// - Parameter former: The key whose custody is followed; of another role where the role has none
  ///   left, so that an encrypted office gets no plain key.
  func newKey(
    _ role: KeyRole, following former: KeyFile?, _ custody: NewCustody, from moment: Int64
  ) throws(KeyError) -> KeyFile {
    func file(_ key: PublicKey, _ custody: KeyFile.Custody) -> KeyFile {
      KeyFile(
        role: role, publicKey: key, signFrom: moment,
        signUntil: rules.end(of: role, madeAt: moment), isTest: rules.isTest, custody: custody)
    }
    let token: (label: String, module: String)? =
      switch (custody, former?.custody) {
      case (.token(let label, let module), _): (label, module)
      case (.asBefore, .token(let token)?): (token.label, token.module)
      default: nil
      }
    if let token {
      let pin = try passphrases.passphrase(for: role, token.label)
      let made: (reference: TokenReference, publicKey: PublicKey)
      do throws(TokenError) {
        made = try TokenKeys.make(
          rules.algorithm, in: token.label, module: token.module,
          name: "tamga \(rules.office) \(role.rawValue)", pin: pin)
      } catch {
        throw KeyError(error)
      }
      let fresh = file(made.publicKey, .token(made.reference))
      var bytes = fresh.bytes(secret: nil)
      try folder.write(&bytes, to: fresh.fileName)
      return fresh
    }
    let key = SigningKey.random(rules.algorithm)
    guard case .encrypted(let formerKey)? = former?.custody, let former else {
      let fresh = file(key.publicKey, .plain)
      try Self.write(key, as: fresh, to: folder)
      return fresh
    }
    let fresh = file(key.publicKey, .plain)
    let passphrase = try passphrases.passphrase(for: role, "keys/" + fresh.fileName)
    if former.role == role {
      // The same passphrase goes on: a slip of the hand must not make a key that nobody can open.
      _ = try secret(former)
    } else {
      try Passphrases.check(passphrase)
    }
    var raw = key.raw
    return try encrypted(fresh, SecretBytes(moving: &raw), passphrase, cost: formerKey.cost)
  }

  /// Writes a key file under a passphrase.
  @discardableResult
  func encrypted(
    _ file: KeyFile, _ secret: SecretBytes, _ passphrase: SecretBytes, cost: Int
  ) throws(KeyError) -> KeyFile {
    let key = try EncryptedKey.encrypting(
      secret, passphrase: passphrase, cost: cost, header: file.header)
    let encrypted = file.kept(.encrypted(key))
    var bytes = encrypted.bytes(secret: nil)
    try folder.write(&bytes, to: file.fileName)
    return encrypted
  }
}
