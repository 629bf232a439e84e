internal import Foundation
internal import TamgaAccounts
internal import TamgaDomain
internal import TamgaFiles
internal import TamgaIssue
internal import TamgaRegister
internal import TamgaRegisterPostgres
internal import TamgaVersion

/// A copy of an office as it was at one moment, made while others issue.
///
/// First what the folder holds, then the register, then the issued files that this copy of the register
/// names: a file is in the store before the register knows its paper as issued, so that none is missing;
/// a signed checkpoint never knows more than the register beside it.
public struct Backup {
  public let manifest: BackupManifest
  /// What lay in the office folder and is not in the backup: links, sockets.
  public let leftOut: [String]
  /// Numbers of papers whose files the store had lost before; their papers are in the backup.
  public let lostFiles: [String]

  /// Papers read at a time.
  private static let page = 500
  /// How often the register is copied anew because papers were purged meanwhile.
  private static let attempts = 3

  /// Makes a backup: complete under its name, or not there.
  ///
  /// - Parameters:
  ///   - folder: Of the office.
  ///   - target: The folder to be made; an empty one may be there.
  ///   - withKeys: Whether private keys go into it.
  ///   - now: Seconds since 1970.
  /// - Throws: ``KeepingError``, or what the office's parts throw.
  public static func make(
    of folder: String, in target: String, withKeys: Bool, now: Int64
  ) throws -> Backup {
    let configuration = try Office.readConfiguration(folder)
    let store = configuration.store(of: folder)
    guard !Folder.areNested(folder, target), !Folder.areNested(store, target) else {
      throw KeepingError.inside(target)
    }
    let staging = try Staging(for: target)
    var writing = Writing(
      folder: folder, store: store, staging: staging.path, place: configuration.register)
    try Folder.make(staging.path + "/office")
    let files = OfficeFiles(folder: folder, store: store, withKeys: withKeys)
    try writing.copy(files)
    try writing.accounts()
    let register = try configuration.register.open(folder)
    var outcome = try writing.papers(of: register, now)
    for _ in 1..<attempts where outcome.wasPurged {
      outcome = try writing.papers(of: register, now)
    }
    let plain = withKeys ? try KeyCount.plain(folder, configuration) : 0
    let manifest = try writing.finish { sums, digest in
      BackupManifest(
        office: configuration.office, madeAt: outcome.madeAt, version: Version.current,
        schema: Schema.version, isPostgres: configuration.register != .sqlite,
        papers: outcome.papers, entries: outcome.entries, sequence: outcome.sequence,
        keys: files.keys, plainKeys: plain, files: sums.lines.count, bytes: sums.bytes, sums: digest
      )
    }
    try staging.publish()
    return Backup(manifest: manifest, leftOut: files.leftOut, lostFiles: outcome.lost)
  }

  /// What a copy of the register says.
  private struct Outcome {
    var madeAt: Int64
    var papers = 0
    var entries = 0
    var sequence: Int64 = 0
    var lost: [String] = []
    /// Papers were purged between the copy of the register and that of their files.
    var wasPurged = false
  }

  /// A backup that is being written.
  private struct Writing {
    let folder: String
    let store: String
    let staging: String
    let place: RegisterPlace
    var sums = BackupSums()

    mutating func copy(_ files: OfficeFiles) throws {
      for name in files.names { try take(folder + "/" + name, as: "office/" + name) }
    }

    /// Copies a file; what has gone since it was listed is no loss.
    ///
    /// - Returns: False for a file that has gone.
    @discardableResult
    private mutating func take(_ path: String, as name: String, mode: UInt32 = 0o600) throws -> Bool
    {
      guard Folder.exists(path) else { return false }
      let target = staging + "/" + name
      try Folder.make(AtomicFile.folder(of: target))
      sums.add(name, try FileSum.copying(path, to: target, mode: mode))
      return true
    }

    mutating func accounts() throws {
      let name = "office/" + AccountsCopy.fileName
      let source = folder + "/" + AccountsCopy.fileName
      guard
        try AccountsCopy.write(
          of: folder, place, to: staging + "/" + name, exists: Folder.exists(source))
      else { return }
      try sum(name)
    }

    /// Sums a file that stands in the backup already.
    private mutating func sum(_ name: String) throws {
      let path = staging + "/" + name
      for rest in ["-wal", "-shm", "-journal"] { unlink(path + rest) }
      guard let digest = FileSum.of(path),
        let bytes = try? FileManager.default.attributesOfItem(
          atPath: path)[.size] as? Int
      else { throw KeepingError.unreadable(name, SystemReason(EIO)) }
      sums.add(name, (digest, bytes))
    }

    /// Copies the register, and the files that the copy names.
    mutating func papers(of register: any Register, _ now: Int64) throws -> Outcome {
      let name = "office/" + Office.registerName
      let path = staging + "/" + name
      sums.remove(below: "store")
      sums.remove(name)
      Folder.remove(staging + "/store")
      unlink(path)
      // A store elsewhere keeps a checkpoint of its own, which must not know more than the register.
      for name in Folder.names(store) where CheckpointFile.isOne(name) {
        try take(store + "/" + name, as: "store/" + name)
      }
      var outcome = Outcome(madeAt: now)
      try RegisterFile.write(register, to: path)
      do {
        let copy = try SQLiteRegister(path: path, opening: .readOnly)
        outcome.entries = try copy.logSize()
        outcome.sequence = try copy.storedSequence()
        try files(copy, register, &outcome)
      }
      try sum(name)
      return outcome
    }

    private mutating func files(
      _ copy: SQLiteRegister, _ register: any Register, _ outcome: inout Outcome
    ) throws {
      let source = PaperStore(folder: store)
      var shared: Set<String> = []
      var last: Int64 = 0
      while true {
        let papers = try copy.papers(PaperFilter(), after: last, limit: Backup.page)
        guard let end = papers.last else { return }
        last = end.serial
        outcome.papers += papers.count
        for paper in papers where paper.purgedAt == nil {
          guard let file = paper.file else { continue }
          if try take(source.holding(file.sha256), &shared) {
            continue
          } else if try register.paper(serial: paper.serial)?.purgedAt != nil {
            outcome.wasPurged = true
          } else {
            outcome.lost.append(paper.number.description)
          }
        }
      }
    }

    /// Copies what a paper is made of, parts of several papers once.
    ///
    /// - Returns: False where something of it is missing.
    private mutating func take(
      _ holding: PaperStore.Holding, _ shared: inout Set<String>
    ) throws -> Bool {
      guard case .files(let names) = holding else { return false }
      for (index, name) in names.enumerated() {
        if index > 0, !shared.insert(name).inserted { continue }
        guard try take(store + "/" + name, as: "store/" + name, mode: 0o400) else { return false }
      }
      return true
    }

    /// Writes the sums and the manifest.
    func finish(_ manifest: (BackupSums, String) -> BackupManifest) throws -> BackupManifest {
      let sumsPath = staging + "/" + BackupSums.fileName
      try AtomicFile.write(sums.text, to: sumsPath, mode: 0o600)
      guard let digest = FileSum.of(sumsPath) else {
        throw KeepingError.unreadable(BackupSums.fileName, SystemReason(EIO))
      }
      let made = manifest(sums, digest)
      try AtomicFile.write(
        Array((made.text + "\n").utf8), to: staging + "/" + BackupManifest.fileName, mode: 0o600)
      return made
    }
  }
}
