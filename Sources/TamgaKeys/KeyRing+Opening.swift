internal import TamgaDomain
internal import TamgaSeal
internal import TamgaToken

extension KeyRing {
  /// Opens the secret of a key file, or the token that has it.
  ///
  /// - Parameter bytes: The file, where it does not lie in `keys/`.
  func open(_ file: KeyFile, bytes: SecretBytes? = nil) throws(KeyError) -> any Signer {
    let place = "keys/" + file.fileName
    guard file.isTest == rules.isTest else { throw .kindOfKeys(isTest: file.isTest) }
    switch file.custody {
    case .plain:
      let lying = bytes == nil ? try folder.read(file.fileName) : bytes
      guard let lying else {
        throw file.role == .root ? .noRootKey() : .noSigningKey(place)
      }
      return try signer(KeyLines.secret(in: lying), of: file, place)
    case .encrypted(let key):
      let passphrase = try passphrases.passphrase(for: file.role, place)
      return try signer(
        key.opened(passphrase, header: file.header, place: place), of: file, place)
    case .token(let token):
      let pin = try passphrases.passphrase(for: file.role, place)
      do throws(TokenError) {
        return try PKCS11Signer(token, publicKey: file.publicKey, pin: pin)
      } catch {
        throw KeyError(error)
      }
    }
  }

  /// The secret of a key that has one here.
  func secret(_ file: KeyFile) throws(KeyError) -> SecretBytes {
    let place = "keys/" + file.fileName
    switch file.custody {
    case .plain:
      guard let secret = try folder.read(file.fileName).flatMap(KeyLines.secret) else {
        throw .damaged(place)
      }
      return secret
    case .encrypted(let key):
      let passphrase = try passphrases.passphrase(for: file.role, place)
      return try key.opened(passphrase, header: file.header, place: place)
    case .token: throw .damaged(place)
    }
  }

  private func signer(
    _ secret: SecretBytes?, of file: KeyFile, _ place: String
  ) throws(KeyError) -> any Signer {
    let key = secret?.withBytes { SigningKey($0, algorithm: file.publicKey.algorithm) }
    guard let key, key.publicKey == file.publicKey else { throw .damaged(place) }
    return key
  }
}

extension KeyError {
  static func kindOfKeys(isTest: Bool) -> KeyError {
    isTest
      ? KeyError(
        .testKeys, "keys", kk: "бұл сынақ кілттері, ал кеңсе сынақ кеңсесі емес",
        ru: "это тестовые ключи, а ведомство не тестовое",
        en: "these are test keys, and the office is no test office",
        hint: Message(
          kk: "«tamga init» нақты кеңсені жаңа кілттермен жасайды",
          ru: "«tamga init» создаёт настоящее ведомство с новыми ключами",
          en: "'tamga init' makes a real office with keys of its own"))
      : KeyError(
        .testKeys, "keys", kk: "бұл нақты кілттер, ал кеңсе сынақ кеңсесі (testOffice)",
        ru: "это настоящие ключи, а ведомство тестовое (testOffice)",
        en: "these are real keys, and the office is a test office (testOffice)",
        hint: Message(
          kk: "testOffice жолын алып тастаңыз", ru: "уберите строку testOffice",
          en: "remove the line testOffice"))
  }

  static func otherOffice(_ office: String) -> KeyError {
    KeyError(
      .otherOffice, "keys", kk: "кілттер тізімі басқа кеңсеге қол қойылған: \(office)",
      ru: "список ключей подписан для другого ведомства: \(office)",
      en: "the list of keys is signed for another office: \(office)",
      hint: Message(
        kk: "tamga.yaml ішіндегі office мәнін қайтарыңыз немесе «tamga keys sign» беріңіз",
        ru: "верните значение office в tamga.yaml или выполните «tamga keys sign»",
        en: "put the former 'office' back into tamga.yaml, or run 'tamga keys sign'"))
  }
}
