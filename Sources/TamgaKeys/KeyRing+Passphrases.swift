internal import TamgaDomain
internal import TamgaSeal
public import TamgaToken

extension KeyRing {
  /// Puts plain key files under the passphrase of their role. Files that are encrypted already must
  /// open with it, so that an office does not end up with two passphrases unawares.
  ///
  /// - Parameters:
  ///   - roles: Whose keys; keys in tokens are left alone.
  ///   - cost: The binary logarithm of scrypt's N, ``EncryptedKey/costs``.
  /// - Returns: The names of the files that are encrypted now and were not.
  public func encrypt(
    _ roles: Set<KeyRole>, cost: Int = EncryptedKey.cost
  ) throws(KeyError) -> [String] {
    try rewrite(roles, cost: cost) { (file) throws(KeyError) in
      let passphrase = try passphrases.passphrase(for: file.role, "keys/" + file.fileName)
      try Passphrases.check(passphrase)
      let secret = try secret(file)
      return file.custody == .plain ? (secret, passphrase) : nil
    }
  }

  /// Changes the passphrase of encrypted keys.
  ///
  /// - Returns: The names of the files; those that a broken change had reached before are passed over.
  public func changePassphrase(
    _ roles: Set<KeyRole>, to fresh: SecretBytes, cost: Int = EncryptedKey.cost
  ) throws(KeyError) -> [String] {
    try Passphrases.check(fresh)
    return try rewrite(roles, cost: cost) { (file) throws(KeyError) in
      guard case .encrypted(let key) = file.custody else { return nil }
      do throws(KeyError) {
        return (try secret(file), fresh)
      } catch {
        guard error.code == .passphraseWrong,
          (try? key.opened(fresh, header: file.header, place: "")) != nil
        else { throw error }
        return nil
      }
    }
  }

  /// Opens everything first and writes afterwards: a wrong passphrase changes no file.
  private func rewrite(
    _ roles: Set<KeyRole>, cost: Int,
    _ body: (KeyFile) throws(KeyError) -> (secret: SecretBytes, passphrase: SecretBytes)?
  ) throws(KeyError) -> [String] {
    guard EncryptedKey.costs.contains(cost) else { throw EncryptedKey.outOfBounds("") }
    return try folder.alone { () throws(KeyError) in
      try reload()
      var ready: [(file: KeyFile, key: EncryptedKey)] = []
      for file in snapshot.files where roles.contains(file.role) {
        if case .token = file.custody { continue }
        guard let (secret, passphrase) = try body(file) else { continue }
        ready.append(
          (
            file,
            try EncryptedKey.encrypting(
              secret, passphrase: passphrase, cost: cost, header: file.header)
          ))
      }
      for (file, key) in ready {
        var bytes = file.kept(.encrypted(key)).bytes(secret: nil)
        try folder.write(&bytes, to: file.fileName)
      }
      try reload()
      return ready.map(\.file.fileName)
    }
  }

  /// Copies the root key file elsewhere, reads the copy back, and removes it from `keys/`. Daily work
  /// goes on without it.
  ///
  /// - Parameter path: A new file outside the office folder.
  public func moveRootAway(to path: String) throws(KeyError) {
    try folder.alone { () throws(KeyError) in
      try reload()
      let wanted = snapshot.rootKey
      guard let file = snapshot.file(wanted), let bytes = try folder.read(file.fileName) else {
        throw .noRootKey()
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard !folder.holds(path) else {
        throw KeyError(
          .place, name, kk: "бұл жер кеңсе қалтасының ішінде",
          ru: "это место внутри папки ведомства", en: "this place is inside the office folder")
      }
      var copy = bytes.withBytes { Array($0) }
      defer { copy.wipe() }
      try KeyFolder.write(copy, to: path, shown: name, replacing: false)
      guard let written = try KeyFolder.read(path, shown: name), written.isEqual(to: bytes) else {
        throw KeyError(
          .disk, name, kk: "көшірме түпнұсқаға сай емес", ru: "копия отличается от оригинала",
          en: "the copy differs from the original",
          hint: Message(
            kk: "тасымалдауышты тексеріңіз: кілт орнында қалды",
            ru: "проверьте носитель: ключ остался на месте",
            en: "check the medium: the key stayed where it was"))
      }
      try folder.remove(file.fileName)
      try reload()
    }
  }
}
