internal import Crypto
import Foundation
import TamgaDomain
internal import TamgaFormats
import TamgaSeal

/// The office's own copy of every issued file, by its SHA-256: what a reprint gives years later.
///
/// A paper is kept as its own part and the names of the parts that further papers have too; the files of
/// earlier versions are kept whole. Either way the SHA-256 of the whole file is the proof.
package struct PaperStore: Sendable {
  let folder: String
  private let parts: SharedParts

  private static let ownPart = ".paper"
  private static let wholeFile = ".pdf"

  package init(folder: String) {
    self.folder = folder
    parts = SharedParts(store: folder)
  }

  /// What the store has of a paper.
  package enum Holding: Hashable, Sendable {
    /// The files that it is made of, its own first, below the folder of the store.
    case files([String])
    /// A file of it is missing.
    case missing
    /// A file of it is not what was put here.
    case changed
  }

  /// Below the folder of the store: where papers of this SHA-256 are looked for, in this order.
  static func names(_ sha256: [UInt8]) -> [String] {
    let name = Hex.text(sha256)
    return [ownPart, wholeFile].map { "\(name.prefix(2))/\(name)\($0)" }
  }

  /// Whether a name below the folder of the store is a paper's or that of a part of papers.
  package static func isPaper(_ name: some StringProtocol) -> Bool {
    isOwn(name) || name.hasPrefix(SharedParts.folderName + "/")
  }

  /// Whether a name is that of the one file that each paper has of its own.
  static func isOwn(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(ownPart) || name.hasSuffix(wholeFile)
  }

  /// Puts bytes under their hash; complete under its name before this returns, flushed by the
  /// caller's group.
  func put(_ bytes: [UInt8], sha256: [UInt8]) throws(IssueError) {
    let isNew = Self.names(sha256).allSatisfy { access(folder + "/" + $0, F_OK) != 0 }
    if !isNew, read(sha256) != nil { return }
    var pieces: [StoredPaper.Piece] = []
    var end = 0
    for range in SharedRanges.of(bytes) {
      pieces.append(.own(Array(bytes[end..<range.lowerBound])))
      pieces.append(.part(sha256: try parts.put(bytes[range])))
      end = range.upperBound
    }
    pieces.append(.own(Array(bytes[end...])))
    let path = folder + "/" + Self.names(sha256)[0]
    try OfficeFile.makeFolder(OfficeFile.folder(of: path), mode: 0o700)
    let temporary = try OfficeFile.writeTemporary(
      StoredPaper(pieces: pieces).bytes, beside: path, mode: 0o400)
    try OfficeFile.publish(temporary, as: path)
  }

  /// The bytes of a file, proved by their hash.
  func get(_ sha256: [UInt8]) throws(IssueError) -> [UInt8] {
    if let bytes = read(sha256) { return bytes }
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

  /// What the store has of a paper; the bytes are not proved.
  package func holding(_ sha256: [UInt8]) -> Holding {
    let names = Self.names(sha256)
    if let data = contents(names[0]) {
      guard let paper = StoredPaper(data) else { return .changed }
      let shared = paper.parts.map(SharedParts.name)
      let isWhole = shared.allSatisfy { access(folder + "/" + $0, F_OK) == 0 }
      return isWhole ? .files([names[0]] + shared) : .missing
    }
    return access(folder + "/" + names[1], F_OK) == 0 ? .files([names[1]]) : .missing
  }

  /// The same, and whether the bytes are those of the paper.
  func proof(of sha256: [UInt8]) -> Holding {
    let holding = holding(sha256)
    guard case .files = holding, read(sha256) == nil else { return holding }
    return .changed
  }

  /// Whether a name below the folder of the store is that of an unchanged part of papers. Nobody knows
  /// which papers have it: those whose retention has ended leave their parts.
  func isPart(_ name: String) -> Bool { parts.isIntact(name) }

  /// Takes a file out for good, after its retention; parts that further papers have stay.
  ///
  /// - Returns: False when it was not there.
  func remove(_ sha256: [UInt8]) throws(IssueError) -> Bool {
    var wasThere = false
    for name in Self.names(sha256) {
      let path = folder + "/" + name
      if unlink(path) == 0 {
        wasThere = true
        continue
      }
      let reason = errno
      guard reason == ENOENT else { throw OfficeFile.failure(path, reason) }
    }
    return wasThere
  }

  /// A file's bytes, proved; nil where it is missing or changed.
  private func read(_ sha256: [UInt8]) -> [UInt8]? {
    for name in Self.names(sha256) {
      guard let data = contents(name) else { continue }
      let bytes = name.hasSuffix(Self.ownPart) ? StoredPaper(data).flatMap(joined) : data
      if let bytes, Array(SHA256.hash(data: bytes)) == sha256 { return bytes }
    }
    return nil
  }

  private func joined(_ paper: StoredPaper) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 << 10)
    for piece in paper.pieces {
      switch piece {
      case .own(let own): bytes += own
      case .part(let sum):
        guard let part = parts.get(sum) else { return nil }
        bytes += part
      }
    }
    return bytes
  }

  private func contents(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + name).map(Array.init)
  }

  /// True when `path` holds exactly these bytes.
  static func file(at path: String, has sha256: [UInt8]) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return Array(SHA256.hash(data: data)) == sha256
  }
}
