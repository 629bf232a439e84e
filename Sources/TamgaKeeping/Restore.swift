internal import Foundation
internal import TamgaAccounts
internal import TamgaDomain
internal import TamgaFiles
internal import TamgaIssue
internal import TamgaRegister

/// Makes an office of a backup.
public enum Restore {
  /// Papers that may have been issued after a backup where nobody says how many.
  public static let manyPapers = RestoreMark.manyPapers

  /// Restores an office: complete under its name, or not there. Every file is proved by its sum before
  /// anything is written.
  ///
  /// - Parameters:
  ///   - backup: The folder of the backup.
  ///   - folder: Of the office to be made; an empty one may be there.
  ///   - issuedSince: Papers that were issued after the backup, at most. Until somebody has answered for
  ///     them the office gives no number; 0 says that nothing was issued.
  /// - Throws: ``DamagedBackup`` with every file that is missing or changed; ``KeepingError``.
  @discardableResult
  public static func run(
    _ backup: String, to folder: String, issuedSince: Int
  ) throws -> BackupManifest {
    guard !Folder.areNested(backup, folder) else { throw KeepingError.inside(folder) }
    let staging = try Staging(for: folder)
    let manifest = try BackupManifest.read(backup)
    guard manifest.schema <= Schema.version else {
      throw KeepingError.newerBackup(backup, version: manifest.version)
    }
    let lines = try proved(backup, manifest)
    let restoring = Restoring(
      backup: backup, staging: staging.path,
      configuration: try Office.readConfiguration(backup + "/office"))
    for line in lines { try restoring.copy(line) }
    try restoring.folders()
    if issuedSince > 0 {
      let mark = RestoreMark(backupAt: manifest.madeAt, issuedSince: issuedSince)
      try AtomicFile.write(
        mark.bytes, to: staging.path + "/" + RestoreMark.fileName, mode: 0o640)
    }
    try restoring.fillDatabase()
    try staging.publish()
    return manifest
  }

  /// The lines of the backup's sums, all of which hold.
  private static func proved(
    _ backup: String, _ manifest: BackupManifest
  ) throws -> [BackupSums.Line] {
    let name = BackupSums.fileName
    guard let data = FileManager.default.contents(atPath: backup + "/" + name) else {
      throw KeepingError.damaged(name, isThere: false)
    }
    guard FileSum.of(backup + "/" + name) == manifest.sums, let sums = BackupSums(Array(data))
    else {
      throw KeepingError.damaged(name, isThere: true)
    }
    let faults = sums.lines.compactMap { line -> KeepingError? in
      let found = FileSum.of(backup + "/" + line.name)
      return found == line.sha256 ? nil : .damaged(line.name, isThere: found != nil)
    }
    guard faults.isEmpty else { throw DamagedBackup(faults: faults) }
    return sums.lines
  }
}

/// An office that is being made.
private struct Restoring {
  let backup: String
  let staging: String
  let configuration: OfficeConfiguration

  /// Where a file goes: those of the store to wherever the configuration has it.
  private func target(_ name: String) -> String {
    for part in BackupSums.Part.allCases where part.holds(name) {
      let rest = String(name.dropFirst(part.rawValue.count + 1))
      return (part == .office ? staging : configuration.store(of: staging)) + "/" + rest
    }
    return staging + "/" + name
  }

  func copy(_ line: BackupSums.Line) throws {
    let place = target(line.name)
    let isPaper =
      BackupSums.Part.store.holds(line.name)
      && PaperStore.isPaper(line.name.dropFirst("store/".count))
    // A store elsewhere may have outlived the office, and its checkpoint may know more than the backup.
    if isPaper ? FileSum.of(place) == line.sha256 : Folder.exists(place) { return }
    try Folder.make(AtomicFile.folder(of: place))
    let mode =
      isPaper ? 0o400 : OfficeFiles.mode(String(line.name.dropFirst("office/".utf8.count)))
    let working = isPaper && configuration.store != nil ? place + "-restore" : place
    if working != place { Folder.remove(working) }
    let found = try FileSum.copying(backup + "/" + line.name, to: working, mode: mode)
    guard found.sha256 == line.sha256 else {
      Folder.remove(working)
      throw KeepingError.damaged(line.name, isThere: true)
    }
    if working != place { try AtomicFile.publish(working, as: place) }
  }

  func folders() throws {
    try Folder.make(staging + "/" + OfficeFiles.keys)
    try Folder.make(configuration.store(of: staging))
  }

  /// Brings the rows to the office's own database where it has one. A former run may have done so.
  func fillDatabase() throws {
    guard case .postgresql(let target) = configuration.register else { return }
    let transfer = RegisterTransfer(target: target)
    let paths = [Office.registerName, AccountsCopy.fileName].map { staging + "/" + $0 }
    do {
      let register = try SQLiteRegister(path: paths[0], opening: .alone)
      let accounts =
        Folder.exists(paths[1]) ? try AccountsCopy.file(paths[1], isAlone: true) : nil
      _ = try transfer.run(register, accounts, to: transfer.open()).digests(target)
    }
    for path in paths + [staging + "/" + SQLiteRegister.lockName] {
      for rest in ["", "-wal", "-shm"] { Folder.remove(path + rest) }
    }
  }
}
