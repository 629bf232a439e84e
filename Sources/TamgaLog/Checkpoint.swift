import TamgaFormats

/// What a log says of itself at one moment: this many entries, and this root over them.
///
/// - SeeAlso: C2SP tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
  /// The log's name, which is also that of its key.
  public let origin: String
  /// Entries.
  public let size: Int
  /// The root over them.
  public let root: TreeHash

  /// - Throws: ``LogFault`` of code `log-checkpoint`: the origin is no name of a key, the size is
  ///   below zero, or an empty log has another root than ``TreeHash/empty``.
  public init(origin: String, size: Int, root: TreeHash) throws(LogFault) {
    guard VerifierKey.isName(origin), size > 0 || (size == 0 && root == .empty) else {
      throw .checkpoint
    }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// What is signed: three lines, each with its newline.
  public var body: String { "\(origin)\n\(size)\n\(root.base64)\n" }

  /// Reads what ``body`` writes. Extension lines are refused: no witness can check them.
  init(body: [UInt8]) throws(LogFault) {
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty,
      let origin = String(validating: lines[0], as: UTF8.self),
      let size = DecimalText.number(lines[1]), let hash = Base64.bytes(lines[2]),
      let root = TreeHash(hash)
    else { throw .checkpoint }
    try self.init(origin: origin, size: size, root: root)
  }

  /// Signs the checkpoint.
  ///
  /// A log must never sign two checkpoints of which one does not follow from the other.
  ///
  /// - Parameters:
  ///   - key: The key of the log, whose name is the origin.
  ///   - sign: Gives the 64 bytes of an Ed25519 signature over the bytes that it is handed; a key in
  ///     memory or a token.
  /// - Throws: ``LogFault`` of code `log-other-origin` or, when the signature is not the key's,
  ///   `log-signature`; or what `sign` throws.
  public func signed(
    by key: VerifierKey, _ sign: ([UInt8]) throws -> [UInt8]
  ) throws -> SignedCheckpoint {
    guard key.name == origin else { throw LogFault.otherOrigin }
    let signature = try sign(Array(body.utf8))
    // Reading it back refuses the signature of a token that holds another key.
    return try SignedCheckpoint(
      SignedNote.text(body, signedBy: key, signature), signedBy: [key])
  }
}

/// A checkpoint whose signature holds, and the note that proves it: what a second holder keeps.
public struct SignedCheckpoint: Hashable, Sendable {
  public let checkpoint: Checkpoint
  /// The signed note, byte by byte as it was made or handed over.
  public let text: String

  /// Reads a note.
  ///
  /// - Parameter keys: The keys of one log that the reader trusts: one or, after a rotation, several.
  /// - Throws: ``LogFault`` of code `log-too-large`, `log-note`, `log-not-signed`, `log-signature`,
  ///   `log-checkpoint` or `log-other-origin`.
  public init(_ text: String, signedBy keys: [VerifierKey]) throws(LogFault) {
    let note = try SignedNote(Array(text.utf8))
    try note.verify(by: keys)
    let checkpoint = try Checkpoint(body: note.body)
    // A key speaks for its own log only.
    guard keys.allSatisfy({ $0.name == checkpoint.origin }) else { throw .otherOrigin }
    self.checkpoint = checkpoint
    self.text = text
  }
}
