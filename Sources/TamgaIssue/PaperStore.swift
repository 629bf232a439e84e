internal import Crypto
import Foundation
import TamgaDomain
internal import TamgaFormats
import TamgaSeal

/// The office's own copy of every issued file, by its SHA-256: what a reprint gives years later.
package struct PaperStore: Sendable {
  let folder: String

  package init(folder: String) { self.folder = folder }

  /// Where the file of this SHA-256 lies.
  package func path(_ sha256: [UInt8]) -> String {
    let name = Hex.text(sha256)
    return "\(folder)/\(name.prefix(2))/\(name).pdf"
  }

  /// Puts bytes under their hash; complete under its name before this returns, flushed by the
  /// caller's group.
  func put(_ bytes: [UInt8], sha256: [UInt8]) throws(IssueError) {
    let path = path(sha256)
    if holds(sha256) { return }
    try OfficeFile.makeFolder(OfficeFile.folder(of: path), mode: 0o700)
    let temporary = try OfficeFile.writeTemporary(bytes, beside: path, mode: 0o400)
    try OfficeFile.publish(temporary, as: path)
  }

  private func holds(_ sha256: [UInt8]) -> Bool { (try? get(sha256)) != nil }

  /// The bytes of a file, proved by their hash.
  func get(_ sha256: [UInt8]) throws(IssueError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path(sha256)),
      Array(SHA256.hash(data: data)) == sha256
    else {
      throw IssueError(
        .storedFileLost, "store/" + Hex.text(sha256.prefix(8)),
        kk: "сақталған файл жоқ немесе өзгертілген",
        ru: "сохранённый файл пропал или изменён",
        en: "the stored file is missing or was changed",
        hint: Message(
          kk: "оны сақтық көшірмеден қалпына келтіріңіз: қайта салынбайды",
          ru: "восстановите его из резервной копии: заново он не рисуется",
          en: "restore it from a backup: it is never drawn anew in silence"))
    }
    return Array(data)
  }

  /// Takes a file out for good, after its retention.
  ///
  /// - Returns: False when it was not there.
  func remove(_ sha256: [UInt8]) throws(IssueError) -> Bool {
    let path = path(sha256)
    if unlink(path) == 0 { return true }
    let reason = errno
    guard reason == ENOENT else { throw OfficeFile.failure(path, reason) }
    return false
  }

  /// True when `path` holds exactly these bytes.
  static func file(at path: String, has sha256: [UInt8]) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return Array(SHA256.hash(data: data)) == sha256
  }
}
