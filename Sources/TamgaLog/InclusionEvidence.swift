import TamgaFormats

/// Evidence that the log holds an entry, as one text that can be handed to a court and checked
/// without the office: the entry, its place, the proof and a signed checkpoint.
///
/// The text is a C2SP tlog-proof; its extra data are the bytes of the entry, which the proof covers.
/// Nothing of it can be read before ``verified(by:)``.
public struct InclusionEvidence: Hashable, Sendable {
  /// How the names of its files end.
  public static let fileExtension = "tlog-proof"
  private static let header = "c2sp.org/tlog-proof@v1"

  /// For a file or a letter.
  public let text: String

  private let entry: [UInt8]
  private let index: Int
  private let path: [TreeHash]
  private let note: String

  /// Puts evidence together.
  ///
  /// - Throws: ``LogFault`` as ``InclusionProof/verify(_:root:)`` when the parts do not belong
  ///   together, and of code `log-other-index`.
  public init(
    _ entry: LogEntry, _ proof: InclusionProof, _ checkpoint: SignedCheckpoint
  ) throws(LogFault) {
    guard proof.index == entry.index else { throw .otherIndex }
    guard proof.size == checkpoint.checkpoint.size else { throw .sizes }
    try proof.verify(entry.leaf, root: checkpoint.checkpoint.root)
    try self.init(
      EvidenceLines.text(
        [Self.header, "extra \(Base64.text(entry.bytes))", "index \(proof.index)"], proof.path,
        checkpoint.text))
  }

  /// Reads the form only.
  ///
  /// - Throws: ``LogFault`` of code `log-too-large` or `log-evidence`.
  public init(_ text: String) throws(LogFault) {
    var lines = try EvidenceLines(text)
    try lines.expect(Self.header)
    guard let entry = Base64.bytes(try lines.value("extra")),
      let index = DecimalText.number(try lines.value("index"))
    else { throw .evidence }
    self.text = text
    self.entry = entry
    self.index = index
    path = try lines.hashes()
    note = lines.note
  }

  /// What the evidence proves.
  public struct Finding: Hashable, Sendable {
    /// What happened.
    public let entry: LogEntry
    /// The log that holds it, at the size of the checkpoint.
    public let checkpoint: Checkpoint
  }

  /// Checks everything: the signature under the checkpoint, the proof, and the entry.
  ///
  /// - Parameter keys: The log's key; several after a rotation.
  /// - Throws: ``LogFault`` as ``SignedCheckpoint/init(_:signedBy:)``,
  ///   ``InclusionProof/verify(_:root:)`` and ``LogEntry/init(_:)``, and of code `log-other-index`.
  public func verified(by keys: [VerifierKey]) throws(LogFault) -> Finding {
    let checkpoint = try SignedCheckpoint(note, signedBy: keys).checkpoint
    try InclusionProof(index: index, size: checkpoint.size, path: path)
      .verify(TreeHash(leaf: entry), root: checkpoint.root)
    let entry = try LogEntry(entry)
    // The log must not say that its fifth entry is the seventh.
    guard entry.index == index else { throw .otherIndex }
    return Finding(entry: entry, checkpoint: checkpoint)
  }
}
