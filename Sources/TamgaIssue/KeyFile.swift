import Foundation
public import TamgaDomain
public import TamgaSeal
import TamgaTemplates

/// A key as the office keeps it: the secret and its public record, in one file of mode 0600.
public struct KeyFile: Sendable {
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case issuing, status, root
  }

  public let role: Role
  public let key: SigningKey
  /// Seconds since 1970.
  public let signFrom: Int64
  public let signUntil: Int64
  public let state: TrustedKey.State
  public let compromisedAt: Int64?

  /// An issuing key signs for this many months unless it is rotated earlier.
  public static let signingMonths = 24

  init(
    role: Role, key: SigningKey, signFrom: Int64, signUntil: Int64,
    state: TrustedKey.State = .active, compromisedAt: Int64? = nil
  ) {
    self.role = role
    self.key = key
    self.signFrom = signFrom
    self.signUntil = signUntil
    self.state = state
    self.compromisedAt = compromisedAt
  }

  public var trusted: TrustedKey {
    TrustedKey(
      publicKey: key.publicKey, signFrom: signFrom, signUntil: signUntil, state: state,
      compromisedAt: compromisedAt)
  }

  var fileName: String { "\(role.rawValue)-\(key.publicKey.id).key" }

  /// The text of the file.
  func text() -> String {
    var lines = [
      "# Secret. Whoever reads this file can make genuine papers.",
      "role: \(role.rawValue)", "algorithm: \(key.publicKey.algorithm.rawValue)",
      "signFrom: \(signFrom)", "signUntil: \(signUntil)", "state: \(state.rawValue)",
    ]
    if let compromisedAt { lines.append("compromisedAt: \(compromisedAt)") }
    lines.append("secret: \(Hex.text(key.raw))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a key file; refuses one that others may read.
  init(path: String) throws(IssueError) {
    let name = (path as NSString).lastPathComponent
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue else {
      throw Self.damaged(name)
    }
    guard mode & 0o077 == 0 else {
      throw IssueError(
        .keyReadableByOthers, "keys/" + name, kk: "кілт файлын басқалар да оқи алады",
        ru: "файл ключа могут читать другие", en: "others may read the key file",
        hint: Message(
          kk: "«chmod 600» беріп, кілтті ауыстыруды ойластырыңыз: «tamga keys rotate»",
          ru: "выполните «chmod 600» и подумайте о смене ключа: «tamga keys rotate»",
          en: "run 'chmod 600' on it and consider a new key: 'tamga keys rotate'"))
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Self.damaged(name)
    }
    let file: KeyFile?
    do throws(TemplateFaults) {
      file = try YAMLMap.read(text, file: name) { Self.read($0) }
    } catch {
      // The text of the fault might quote the secret.
      file = nil
    }
    guard let file else { throw Self.damaged(name) }
    self = file
  }

  private static func read(_ map: YAMLMap) -> KeyFile? {
    let compromisedAt = map.optionalText("compromisedAt").flatMap { Int64($0) }
    guard let role = map.word("role", Role.self),
      let algorithm = map.word("algorithm", SignatureAlgorithm.self),
      let from = map.text("signFrom").flatMap({ Int64($0) }),
      let until = map.text("signUntil").flatMap({ Int64($0) }), from <= until,
      let state = map.word("state", TrustedKey.State.self),
      (state == .compromised) == (compromisedAt != nil),
      let secret = map.text("secret").flatMap({ Hex.bytes($0) }),
      let key = SigningKey(raw: secret, algorithm: algorithm)
    else { return nil }
    return KeyFile(
      role: role, key: key, signFrom: from, signUntil: until, state: state,
      compromisedAt: compromisedAt)
  }

  private static func damaged(_ name: String) -> IssueError {
    IssueError(
      .keyDamaged, "keys/" + name, kk: "кілт файлы оқылмайды", ru: "файл ключа не читается",
      en: "the key file cannot be read")
  }
}
