internal import CLinux
import Foundation
import Synchronization
import TamgaDomain
import TamgaLayout
import TamgaTemplates

/// The font files that an office has issued papers in, under `fonts/` in its folder.
///
/// A copy of every file is kept by its SHA-256, and a line for every edition of `shared/fonts.yaml`
/// says since when it was in use: papers of an earlier edition can be checked for ever. Nothing is
/// ever taken out.
struct FontArchive: Sendable {
  let folder: String

  /// One face of an edition, a line of `editions`: moment, SHA-256, name.
  struct Face: Hashable, Sendable {
    let name: String
    /// Hexadecimal.
    let sha256: String
  }

  struct Edition: Hashable, Sendable {
    /// Seconds since 1970: the first paper in it was made then or later.
    let since: Int64
    let faces: [Face]
  }

  init(office: String) { folder = office + "/fonts" }

  /// Files are copied by one worker at a time.
  private static let turn = Mutex(())

  /// Confirms that the files are those of `list`, and keeps a copy of those that are new.
  ///
  /// Files that have not been written to since the last time are not read again.
  ///
  /// - Throws: ``TemplateFaults`` for files that are missing or of another version, ``IssueError``
  ///   when the disk is full.
  func confirm(_ list: FontList, at now: Int64) throws {
    let stamp = Self.stamp(of: list)
    if let stamp, FileManager.default.contents(atPath: folder + "/checked") == Data(stamp.utf8) {
      return
    }
    try Self.turn.withLock { _ in
      try list.check()
      try OfficeFile.makeFolder(folder, mode: 0o750)
      let faces = list.files.map { Face(name: $0.name, sha256: Self.digits($0.sha256)) }
      for (file, face) in zip(list.files, faces) { try keep(file, face, of: list) }
      if editions().last?.faces != faces { try append(Edition(since: now, faces: faces)) }
      if let stamp {
        try OfficeFile.write(Array(stamp.utf8), to: folder + "/checked", mode: 0o640)
      }
    }
  }

  /// A typesetter with the files of `list`, confirmed.
  func typesetter(_ list: FontList, at now: Int64) throws -> Typesetter {
    try confirm(list, at: now)
    return try Typesetter(fonts: list)
  }

  /// The editions, oldest first.
  func editions() -> [Edition] {
    let text = FileManager.default.contents(atPath: folder + "/editions") ?? Data()
    var editions: [Edition] = []
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, let since = Int64(words[0]) else { continue }
      let face = Face(name: words[2], sha256: words[1])
      if let last = editions.last, last.since == since {
        editions[editions.count - 1] = Edition(since: since, faces: last.faces + [face])
      } else {
        editions.append(Edition(since: since, faces: [face]))
      }
    }
    return editions
  }

  /// The copy of a file.
  func path(of face: Face) -> String { folder + "/" + face.sha256 + ".ttf" }

  private func keep(_ file: FontFile, _ face: Face, of list: FontList) throws {
    let copy = path(of: face)
    guard !FileManager.default.fileExists(atPath: copy), let path = list.path(of: file),
      let bytes = FileManager.default.contents(atPath: path)
    else { return }
    try OfficeFile.write(Array(bytes), to: copy, mode: 0o444)
  }

  private func append(_ edition: Edition) throws {
    let path = folder + "/editions"
    // Two editions of one second would be read as one.
    let since = max(edition.since, (editions().last?.since ?? .min) + 1)
    let lines = edition.faces.map { "\(since) \($0.sha256) \($0.name)\n" }.joined()
    let text = FileManager.default.contents(atPath: path) ?? Data()
    try OfficeFile.write(Array(text) + Array(lines.utf8), to: path, mode: 0o640)
  }

  /// What changes whenever one of the files is replaced or written to; nil when one is missing.
  private static func stamp(of list: FontList) -> String? {
    var stamp = ""
    for file in list.files {
      guard let path = list.path(of: file) else { return nil }
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      let (written, changed) = (facts.st_mtim, facts.st_ctim)
      stamp += "\(digits(file.sha256)) \(facts.st_dev) \(facts.st_ino) \(facts.st_size) "
      stamp += "\(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec) \(path)\n"
    }
    return stamp
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
