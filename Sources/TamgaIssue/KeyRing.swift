import Foundation
import TamgaDomain
public import TamgaSeal

/// The keys of an office, as its `keys/` folder holds them.
public struct KeyRing: Sendable {
  public private(set) var files: [KeyFile]
  let folder: String

  /// The root-signed part of the trust bundle: it stays when the root key has been taken away.
  static let rootPartName = "root.part"
  static let rootKeyName = "root.pub"

  init(folder: String) throws(IssueError) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [KeyFile] = []
    for name in names.sorted() where name.hasSuffix(".key") {
      files.append(try KeyFile(path: folder + "/" + name))
    }
    self.files = files
  }

  /// The key that signs papers at a moment: the newest active one whose period covers it.
  public func signer(at moment: Int64) throws(IssueError) -> SigningKey {
    let usable = files.filter {
      $0.role == .issuing && $0.state == .active && ($0.signFrom...$0.signUntil).contains(moment)
    }
    guard let newest = usable.max(by: { $0.signFrom < $1.signFrom }) else {
      throw IssueError(
        .noSigningKey, "keys", kk: "қазір қол қоятын кілт жоқ",
        ru: "нет ключа, который подписывает сейчас",
        en: "there is no key that signs at this time",
        hint: Message(
          kk: "«tamga keys rotate» жаңа кілт жасайды", ru: "«tamga keys rotate» создаёт новый ключ",
          en: "'tamga keys rotate' makes a new one"))
    }
    return newest.key
  }

  public var issuing: [TrustedKey] {
    files.filter { $0.role == .issuing }.sorted { $0.signFrom < $1.signFrom }.map(\.trusted)
  }

  func one(_ role: KeyFile.Role) throws(IssueError) -> KeyFile {
    guard let file = files.first(where: { $0.role == role && $0.state == .active }) else {
      throw IssueError(
        role == .root ? .noRootKey : .noSigningKey, "keys",
        kk: "«\(role.rawValue)» кілті жоқ", ru: "нет ключа «\(role.rawValue)»",
        en: "the \(role.rawValue) key is not here",
        hint: role == .root
          ? Message(
            kk: "түпкі кілтті keys/ қалтасына уақытша қайтарыңыз",
            ru: "верните корневой ключ на время в keys/",
            en: "bring the root key back to keys/ for this step") : nil)
    }
    return file
  }

  /// Writes a key and remembers it.
  mutating func add(_ file: KeyFile) throws(IssueError) {
    try DurableFile.write(
      Array(file.text().utf8), to: folder + "/" + file.fileName, mode: 0o600)
    files.removeAll { $0.fileName == file.fileName }
    files.append(file)
  }

  /// Signs the list of keys anew with the root key and keeps the signed part.
  func signRootPart(office: String) throws(IssueError) {
    let root = try one(.root)
    let status = try one(.status)
    let sequence = (try? rootPart(office: office).sequence).map { $0 + 1 } ?? 1
    let part = RootPart(
      office: office, sequence: sequence, issuingKeys: issuing, statusKey: status.key.publicKey)
    guard let bytes = try? part.signed(by: root.key) else {
      throw IssueError(
        .seal, "keys", kk: "кілттер тізіміне қол қойылмады", ru: "список ключей не подписан",
        en: "the list of keys could not be signed")
    }
    try DurableFile.write(bytes, to: folder + "/" + Self.rootPartName, mode: 0o600)
    let line = root.key.publicKey.algorithm.rawValue + " " + Hex.text(root.key.publicKey.raw) + "\n"
    try DurableFile.write(Array(line.utf8), to: folder + "/" + Self.rootKeyName, mode: 0o600)
  }

  /// The public root key, there even when the secret one is away.
  public func rootKey() throws(IssueError) -> PublicKey {
    let text = try? String(contentsOfFile: folder + "/" + Self.rootKeyName, encoding: .utf8)
    let words = text?.split(whereSeparator: \.isWhitespace) ?? []
    guard words.count == 2, let algorithm = SignatureAlgorithm(rawValue: String(words[0])),
      let raw = Hex.bytes(words[1]), let key = PublicKey(raw: raw, algorithm: algorithm)
    else {
      throw IssueError(
        .keyDamaged, "keys/" + Self.rootKeyName, kk: "түпкі ашық кілт оқылмайды",
        ru: "открытый корневой ключ не читается", en: "the public root key cannot be read")
    }
    return key
  }

  func rootPartBytes() throws(IssueError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: folder + "/" + Self.rootPartName) else {
      throw IssueError(
        .keyDamaged, "keys/" + Self.rootPartName, kk: "кілттер тізімі жоқ",
        ru: "нет подписанного списка ключей", en: "the signed list of keys is not there")
    }
    return Array(data)
  }

  func rootPart(office: String) throws(IssueError) -> RootPart {
    let bytes = try rootPartBytes()
    let key = try rootKey()
    guard let part = try? RootPart(bytes, signedBy: key) else {
      throw IssueError(
        .keyDamaged, "keys/" + Self.rootPartName, kk: "кілттер тізімінің қолтаңбасы қате",
        ru: "подпись списка ключей неверна", en: "the signed list of keys does not verify")
    }
    return part
  }
}
