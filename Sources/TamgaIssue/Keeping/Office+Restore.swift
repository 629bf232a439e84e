import Foundation
import TamgaDomain
import TamgaKeys
import TamgaLog
public import TamgaRegister

/// A register that is older than what was issued from it would give the numbers of papers that are out
/// again. A backup that was restored is such a register, and so is one whose last entries were cut off.
extension Office {
  /// Where the last checkpoint is kept besides the register: the office folder, and the store where that
  /// lies elsewhere.
  var checkpointFiles: [CheckpointFile] {
    let folders = store.folder == folder + "/store" ? [folder] : [folder, store.folder]
    return folders.map { CheckpointFile(in: $0) }
  }

  /// The checkpoints that are kept outside the register and signed by this office, those of most entries
  /// first. A signature is checked when its checkpoint is asked for.
  ///
  /// - Parameter output: An output folder: its newest batches have one each.
  func outsideCheckpoints(_ output: String?) -> some Sequence<OutsideCheckpoint> {
    let keys = (try? logKeys()) ?? []
    let files = checkpointFiles + (output.map(Self.batchCheckpoints) ?? [])
    let notes = files.compactMap { file in
      file.note.map { (path: file.path, text: $0, size: CheckpointFile.size(of: $0)) }
    }.sorted { $0.size > $1.size }
    return notes.lazy.compactMap { note in
      (try? SignedCheckpoint(note.text, signedBy: keys)).map {
        OutsideCheckpoint(path: note.path, signed: $0)
      }
    }
  }

  /// The batches of an output folder that have a checkpoint of this office.
  func outsideCheckpoints(inBatchesOf output: String) -> [String] {
    guard let keys = try? logKeys() else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    return names.filter { name in
      CheckpointFile(ofBatch: output + "/" + name).note
        .flatMap { try? SignedCheckpoint($0, signedBy: keys) } != nil
    }
  }

  /// Those of the batches whose day is one of the last two: an output folder may have batches of many years.
  private static func batchCheckpoints(_ output: String) -> [CheckpointFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    let batches = names.filter {
      $0.dropFirst(10).first == "-" && CalendarDate(iso: String($0.prefix(10))) != nil
    }
    let days = Set(batches.map { $0.prefix(10) }).sorted().suffix(2)
    return batches.filter { days.contains($0.prefix(10)) }
      .map { CheckpointFile(ofBatch: output + "/" + $0) }
  }

  /// What a checkpoint kept outside the register knows and the register does not.
  public struct OlderRegister: Hashable, Sendable {
    /// The file of the checkpoint.
    public let place: String
    public let loss: LostEntries
  }

  /// Looks whether the register is older than what was issued from it.
  ///
  /// - Parameter output: An output folder whose newest batches are looked at too.
  /// - Returns: Nil for a register that holds everything that was signed.
  public func olderRegister(than output: String? = nil) throws -> OlderRegister? {
    // Before the size of the log, which may grow meanwhile.
    var checkpoints = outsideCheckpoints(output).makeIterator()
    return try checkpoints.next().flatMap(older)
  }

  /// What the checkpoint knows and the register does not; nil where the log leads to it.
  private func older(than outside: OutsideCheckpoint) throws -> OlderRegister? {
    let checkpoint = outside.signed.checkpoint
    let kept = try register.checkpoints(after: checkpoint.size - 1, limit: 1).first
    if kept?.note == outside.signed.text { return nil }
    let entries = try register.logSize()
    if checkpoint.size <= entries {
      // Signed by another machine, or by a run that was killed before it kept it.
      let root = try? TiledTree(RegisterNodes(register: register), size: checkpoint.size).root()
      if root == checkpoint.root { return nil }
    }
    return OlderRegister(
      place: outside.path,
      loss: LostEntries(signed: checkpoint.size, root: checkpoint.root, entries: entries))
  }

  /// Files of papers in the store: one for each paper that was issued and not purged.
  public func storedFiles() -> Int {
    let names = FileManager.default.enumerator(atPath: store.folder)
    return names?.reduce(into: 0) { count, name in
      if (name as? String).map(PaperStore.isOwn) == true { count += 1 }
    } ?? 0
  }

  /// - Throws: ``IssueError`` of code `registerOlder`, or `registerRestored` where a backup was restored and
  ///   nobody has answered for what was issued after it.
  public func refuseOlderRegister(than output: String? = nil) throws {
    if let older = try olderRegister(than: output) { throw older.error }
    if let mark = RestoreMark(of: folder) { throw mark.error(configuration.zone) }
  }

  /// Goes on with a register that is older than what was issued from it; the log says who answers for it
  /// and why. Does nothing to a register that is not.
  ///
  /// - Returns: What was accepted; nil when there was nothing to accept.
  /// - Throws: ``IssueError`` of code `logChanged` where the register contradicts its own checkpoint: then
  ///   it is no backup, it was changed.
  public func acceptRestore(
    than output: String? = nil, agent: String, reason: String
  ) throws -> OlderRegister? {
    let lost = try outsideCheckpoints(output).compactMap(older)
    let mark = RestoreMark(of: folder)
    guard let last = try accepted(lost.first, mark) else { return nil }
    _ = try consistentCheckpoint()
    // Refused before anything is written where the key is not at hand.
    _ = try keys.bundleParts()
    try register.acceptRestore(last.loss, by: agent, reason: reason, at: now())
    // Cut off here, it is accepted a second time: more numbers are left out, and none is given twice.
    if mark != nil { try RestoreMark.remove(from: folder) }
    // Evidence of what was lost.
    for older in lost {
      let folder = OfficeFile.folder(of: older.place)
      try OfficeFile.publish(
        older.place, as: "\(folder)/\(CheckpointFile.lost)\(older.loss.signed)")
    }
    try signCheckpoint()
    return last
  }

  /// What is lost by the newest checkpoint outside, by the mark of a restore, or by both.
  private func accepted(_ older: OlderRegister?, _ mark: RestoreMark?) throws -> OlderRegister? {
    guard let mark else { return older }
    if let older {
      let loss = older.loss
      return OlderRegister(
        place: older.place,
        loss: LostEntries(
          signed: loss.signed, root: loss.root, entries: loss.entries, assumed: mark.issuedSince))
    }
    let tree = try TiledTree(RegisterNodes(register: register), size: register.logSize())
    return OlderRegister(
      place: RestoreMark.fileName,
      loss: try LostEntries(root: tree.root(), entries: tree.size, assumed: mark.issuedSince))
  }
}

extension Office.OlderRegister {
  var message: Message {
    loss.signed > loss.entries
      ? Message(
        kk:
          "тізілім одан берілген құжаттардан ескі: журналда \(loss.entries) жазба, ал қол қойылған бақылау нүктесінде \(loss.signed)",
        ru:
          "реестр старше выданных из него документов: в журнале записей \(loss.entries), а в подписанной контрольной точке \(loss.signed)",
        en:
          "the register is older than the papers issued from it: its log has \(loss.entries) entries, and a signed checkpoint \(loss.signed)"
      )
      : Message(
        kk:
          "журнал өзі қол қойылған бақылау нүктесінің жалғасы емес: тізілім ескі көшірмеден қалпына келтірілген",
        ru:
          "журнал не продолжает подписанную контрольную точку: реестр восстановлен из старой копии",
        en:
          "the log does not continue its signed checkpoint: the register was restored from an old backup"
      )
  }

  var error: IssueError {
    IssueError(
      .registerOlder, place, message,
      hint: Message(
        kk:
          "ең соңғы көшірмені қалпына келтіріңіз; ол жоқ болса, --accept-restore СЕБЕП қосыңыз: жоғалған нөмірлер қайта берілмейді, жоғалған құжаттар тізілімде болмайды",
        ru:
          "восстановите последнюю копию; если её нет, добавьте --accept-restore ПРИЧИНА: утраченные номера не выдаются снова, утраченных документов в реестре не будет",
        en:
          "restore the newest backup; if there is none, add --accept-restore REASON: lost numbers are not given again, and lost papers stay unknown to the register"
      ))
  }
}
