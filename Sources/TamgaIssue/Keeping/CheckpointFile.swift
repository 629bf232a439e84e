import Foundation
import TamgaFiles
import TamgaLog

/// The last signed checkpoint where the register cannot reach it: a restored or shortened log is told by it.
package struct CheckpointFile {
  static let name = "checkpoint"
  /// Bytes of a note with the signatures of witnesses.
  private static let byteLimit = 256 << 10

  let path: String

  init(in folder: String) { path = folder + "/" + Self.name }

  /// In the folder of a batch, where people look for papers, it is not shown.
  init(ofBatch folder: String) { path = folder + "/." + Self.name }

  /// Whether a file of this name is a checkpoint, or one whose entries were lost.
  package static func isOne(_ name: String) -> Bool {
    name == Self.name || name == "." + Self.name || name.hasPrefix(lost)
  }

  /// A checkpoint whose entries were lost is called so, and by their number.
  static let lost = name + "-lost-"

  /// The signed note; nil when there is none.
  var note: String? {
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.byteLimit
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// The entries that a note says it covers; nothing of it is checked.
  static func size(of note: String) -> Int {
    let lines = note.split(separator: "\n", maxSplits: 2)
    return lines.count < 2 ? -1 : Int(lines[1]) ?? -1
  }

  /// Keeps a checkpoint in place of the former one.
  func keep(_ signed: SignedCheckpoint, by keys: [VerifierKey]) throws(IssueError) {
    if let note {
      if note == signed.text { return }
      // Another process may have signed a longer log in between.
      let held = try? SignedCheckpoint(note, signedBy: keys)
      if let held, held.checkpoint.size > signed.checkpoint.size { return }
    }
    try OfficeFile.write(Array(signed.text.utf8), to: path, mode: 0o640)
  }
}

/// A checkpoint of the office's log that was kept outside the register.
struct OutsideCheckpoint {
  let path: String
  let signed: SignedCheckpoint
}
