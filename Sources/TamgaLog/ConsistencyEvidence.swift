/// Evidence that a log only grew since an earlier checkpoint: what a second holder asks for before he
/// takes a new checkpoint in place of the one that he keeps.
///
/// The text is the body of an `add-checkpoint` request, so that any C2SP witness can be the holder.
///
/// - SeeAlso: C2SP tlog-witness.
public struct ConsistencyEvidence: Hashable, Sendable {
  /// For a file or a request.
  public let text: String

  private let oldSize: Int
  private let path: [TreeHash]
  private let note: String

  /// Puts evidence together.
  ///
  /// - Throws: ``LogFault`` of code `log-sizes` when the proof leads to another size.
  public init(_ proof: ConsistencyProof, _ checkpoint: SignedCheckpoint) throws(LogFault) {
    guard proof.to == checkpoint.checkpoint.size else { throw .sizes }
    try self.init(EvidenceLines.text(["old \(proof.from)"], proof.path, checkpoint.text))
  }

  /// Reads the form only.
  ///
  /// - Throws: ``LogFault`` of code `log-too-large` or `log-evidence`.
  public init(_ text: String) throws(LogFault) {
    var lines = try EvidenceLines(text)
    guard let oldSize = DecimalText.number(try lines.value("old")) else { throw .evidence }
    self.text = text
    self.oldSize = oldSize
    path = try lines.hashes()
    note = lines.note
  }

  /// Checks that the new checkpoint is signed and follows from the old one.
  ///
  /// - Parameters:
  ///   - old: The checkpoint that the holder keeps; nil when he keeps none yet.
  ///   - keys: The log's key; several after a rotation.
  /// - Returns: The checkpoint to keep from now on.
  /// - Throws: ``LogFault`` as ``SignedCheckpoint/init(_:signedBy:)`` and
  ///   ``ConsistencyProof/verify(from:to:)``, and of code `log-sizes` when the proof starts from
  ///   another size than the holder's.
  public func verified(
    since old: SignedCheckpoint?, by keys: [VerifierKey]
  ) throws(LogFault) -> SignedCheckpoint {
    let new = try SignedCheckpoint(note, signedBy: keys)
    guard oldSize == old?.checkpoint.size ?? 0 else { throw .sizes }
    if let old, old.checkpoint.origin != new.checkpoint.origin { throw .otherOrigin }
    try ConsistencyProof(from: oldSize, to: new.checkpoint.size, path: path)
      .verify(from: old?.checkpoint.root ?? .empty, to: new.checkpoint.root)
    return new
  }
}
