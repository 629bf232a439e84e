import Foundation
import TamgaDomain
import TamgaKeys
public import TamgaLog
public import TamgaRegister
import TamgaSeal

extension Office {
  /// The log's name, which its checkpoints begin with.
  public var logName: String { "\(configuration.verifyHost)/log/\(configuration.office)" }

  /// The public keys of the log: the status keys, which are online.
  ///
  /// - Throws: ``IssueError`` when the office has none that a log can have.
  public func logKeys() throws -> [VerifierKey] {
    let known = [keys.statusKey] + keys.files.filter { $0.role == .status }.map(\.publicKey)
    let keys = try Set(known).filter { $0.algorithm == .edDSA }
      .map { try VerifierKey(name: logName, publicKey: $0.raw) }
    guard !keys.isEmpty else { throw Self.noLogKey }
    return keys
  }

  /// Signs the log as it is now and keeps the checkpoint, which must follow from the last one: in the
  /// register and outside it.
  ///
  /// - Parameter batch: The folder of a batch, which gets it too.
  /// - Throws: ``IssueError`` of code `logChanged` when it does not follow: nothing is signed. Of code
  ///   `registerOlder` when it does not follow from one that was kept outside the register.
  @discardableResult
  public func signCheckpoint(batch: String? = nil) throws -> SignedCheckpoint {
    try refuseOlderRegister()
    let signed = try signRegister()
    let keys = try logKeys()
    for file in checkpointFiles + (batch.map { [CheckpointFile(ofBatch: $0)] } ?? []) {
      try file.keep(signed, by: keys)
    }
    return signed
  }

  /// Signs what just changed, where the key is at hand. The next checkpoint covers it in any case, and the
  /// audit says how many entries none covers.
  public func signChange(batch: String? = nil) { _ = try? signCheckpoint(batch: batch) }

  /// The newest checkpoint that is kept; nil before the first.
  public func newestCheckpoint() throws -> SignedCheckpoint? {
    try register.newestCheckpoint().map { try SignedCheckpoint($0.note, signedBy: logKeys()) }
  }

  /// The newest checkpoint of the register, from which its log follows.
  ///
  /// - Throws: ``IssueError`` of code `logChanged`.
  func consistentCheckpoint() throws -> SignedCheckpoint? {
    do {
      guard let last = try newestCheckpoint() else { return nil }
      let tree = try TiledTree(RegisterNodes(register: register), size: register.logSize())
      let proof = try tree.consistencyProof(from: last.checkpoint.size)
      try proof.verify(from: last.checkpoint.root, to: tree.root())
      return last
    } catch is LogFault {
      throw IssueError(
        .logChanged, "log", kk: "журнал соңғы қол қойылған бақылау нүктесінен кейін өзгертілген",
        ru: "журнал изменён после последней подписанной контрольной точки",
        en: "the log was changed since the last signed checkpoint",
        hint: Message(
          kk: "«tamga register audit» не өзгергенін атайды",
          ru: "«tamga register audit» назовёт, что изменено",
          en: "'tamga register audit' names what was changed"))
    }
  }

  /// Signs the log and keeps the checkpoint in the register.
  func signRegister() throws -> SignedCheckpoint {
    let tree = try TiledTree(RegisterNodes(register: register), size: register.logSize())
    if let last = try consistentCheckpoint(), last.checkpoint.size == tree.size { return last }
    let signer = try keys.bundleParts().signer
    guard signer.publicKey.algorithm == .edDSA else { throw Self.noLogKey }
    let key = try VerifierKey(name: logName, publicKey: signer.publicKey.raw)
    let checkpoint = try Checkpoint(origin: logName, size: tree.size, root: tree.root())
    let signed = try checkpoint.signed(by: key) { try signer.signature(over: $0) }
    try register.keep(
      KeptCheckpoint(size: tree.size, note: signed.text, signedAt: now()))
    return signed
  }

  /// Evidence for every event of a paper that the newest checkpoint covers, oldest first.
  public func evidence(of paper: PaperEntry) throws -> [InclusionEvidence] {
    let signed = try signCheckpoint()
    let tree = TiledTree(RegisterNodes(register: register), size: signed.checkpoint.size)
    return try register.events(of: paper.serial, after: 0, limit: RegisterLimits.pageRows)
      .filter { $0.sequence <= signed.checkpoint.size }
      .map { event in
        let entry = try event.entry()
        return try InclusionEvidence(entry, tree.inclusionProof(of: entry.index), signed)
      }
  }

  /// Evidence for one entry of the log from the newest checkpoint that is kept; nil for an entry that it does
  /// not cover. Needs no private key.
  public func evidence(ofEntry sequence: Int64) throws -> InclusionEvidence? {
    guard let signed = try newestCheckpoint(),
      (1...Int64(signed.checkpoint.size)).contains(sequence),
      let event = try register.events(of: nil, after: sequence - 1, limit: 1).first,
      event.sequence == sequence
    else { return nil }
    let tree = TiledTree(RegisterNodes(register: register), size: signed.checkpoint.size)
    let entry = try event.entry()
    return try InclusionEvidence(entry, tree.inclusionProof(of: entry.index), signed)
  }

  private static var noLogKey: IssueError {
    IssueError(
      .noLogKey, "keys", kk: "журналға қол қоятын Ed25519 мәртебе кілті жоқ",
      ru: "нет ключа статусов Ed25519, который подписывает журнал",
      en: "there is no Ed25519 status key to sign the log")
  }
}

/// The hashes of the log as the register gives them.
struct RegisterNodes: TreeNodes {
  let register: any Register

  func leafHashes(_ range: Range<Int>) throws -> [TreeHash] { try register.leafHashes(range) }

  func tileRoots(level: Int, _ range: Range<Int>) throws -> [TreeHash] {
    try register.tileRoots(level: level, range)
  }
}
