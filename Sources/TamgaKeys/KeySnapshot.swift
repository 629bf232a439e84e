internal import TamgaDomain
internal import TamgaFormats
internal import TamgaSeal
internal import TamgaToken

/// What `keys/` held at one moment: key files, and the list that the root key signed.
struct KeySnapshot: Sendable {
  static let rootPartName = "root.part"
  static let rootKeyName = "root.pub"

  let files: [KeyFile]
  let rootKey: PublicKey
  /// The signed list: it alone says which issuing keys count, and when.
  let part: RootPart
  let partBytes: [UInt8]
  let stamp: KeyFolder.Stamp?

  /// Reads the folder; a list that changes meanwhile is read again.
  static func read(_ folder: KeyFolder) throws(KeyError) -> KeySnapshot {
    for _ in 0..<8 {
      let stamp = folder.stamp(rootPartName)
      let snapshot = try once(folder, stamp)
      if folder.stamp(rootPartName) == stamp { return snapshot }
    }
    throw busy
  }

  static let busy = KeyError(
    .busy, "keys", kk: "кілттер өзгеріп жатыр", ru: "ключи меняются",
    en: "the keys are being changed",
    hint: Message(
      kk: "пәрменді қайталаңыз", ru: "повторите команду", en: "run the command again"))

  private static func once(
    _ folder: KeyFolder, _ stamp: KeyFolder.Stamp?
  ) throws(KeyError) -> KeySnapshot {
    let rootKey = try rootKey(folder)
    guard let bytes = try folder.read(rootPartName, isSecret: false) else {
      throw KeyError(
        .damaged, "keys/" + rootPartName, kk: "кілттер тізімі жоқ",
        ru: "нет подписанного списка ключей", en: "the signed list of keys is not there")
    }
    let partBytes = bytes.withBytes { Array($0) }
    guard let part = try? RootPart(partBytes, signedBy: rootKey) else {
      throw KeyError(
        .damaged, "keys/" + rootPartName, kk: "кілттер тізімінің қолтаңбасы қате",
        ru: "подпись списка ключей неверна", en: "the signed list of keys does not verify")
    }
    var files: [KeyFile] = []
    for name in folder.keyNames {
      // A key that was taken away since its name was read.
      guard let bytes = try folder.read(name) else { continue }
      let file = try KeyFile(bytes, place: "keys/" + name)
      guard file.fileName == name else { throw .damaged("keys/" + name) }
      files.append(file)
    }
    return KeySnapshot(
      files: files, rootKey: rootKey, part: part, partBytes: partBytes, stamp: stamp)
  }

  /// The public root key, there even when the secret one is away.
  private static func rootKey(_ folder: KeyFolder) throws(KeyError) -> PublicKey {
    let text = try folder.read(rootKeyName, isSecret: false)?
      .withBytes { String(decoding: $0, as: UTF8.self) }
    let words = text?.split(whereSeparator: \.isWhitespace) ?? []
    guard words.count == 2, let algorithm = SignatureAlgorithm(rawValue: String(words[0])),
      let raw = Hex.bytes(words[1]), let key = PublicKey(raw: raw, algorithm: algorithm)
    else {
      throw KeyError(
        .damaged, "keys/" + rootKeyName, kk: "түпкі ашық кілт оқылмайды",
        ru: "открытый корневой ключ не читается", en: "the public root key cannot be read")
    }
    return key
  }

  func file(_ key: PublicKey) -> KeyFile? { files.first { $0.publicKey == key } }

  /// The key for papers sealed at a moment: the newest active one whose period covers it.
  func issuingKey(at moment: Int64) -> KeyFile? {
    part.issuingKeys.last { key in
      key.state == .active && (key.signFrom...key.signUntil).contains(moment)
        && file(key.publicKey)?.role == .issuing
    }.flatMap { file($0.publicKey) }
  }
}
