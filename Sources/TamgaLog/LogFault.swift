public import TamgaDomain

/// Why a log, a proof or a piece of evidence does not hold. Names places and fields, never values.
public enum LogFault: Problem, Hashable {
  /// There is no such leaf in a tree of that size.
  case index
  /// The sizes of two trees do not fit each other or the proof.
  case sizes
  /// The proof has a hash too few or too many.
  case proofLength
  /// The hashes do not lead to the root.
  case otherRoot
  /// The hashes do not lead to the root of the earlier tree.
  case otherOldRoot
  /// The store does not have hashes that a tree of that size has. Level 0 are leaves.
  case missingHashes(level: Int, Range<Int>)
  /// More bytes than any note or evidence has.
  case tooLarge
  /// A verifier key of another form, of another algorithm, or whose id is not its own.
  case key
  /// Not the form of a signed note.
  case note
  /// No trusted key signed the note.
  case notSigned
  /// A signature under the name and id of a trusted key does not hold.
  case signature
  /// The signed text is no checkpoint, or has more lines than a checkpoint of Tamga.
  case checkpoint
  /// The checkpoint is one of another log than the key.
  case otherOrigin
  /// An entry of a form that this version does not know.
  case entryVersion
  /// The bytes are no entry in its one form.
  case entry
  /// A field of an entry breaks its limit.
  case entryField(String)
  /// Not the form of evidence.
  case evidence
  /// The entry says that it stands at another place.
  case otherIndex
}

extension LogFault {
  public enum Code: String, ProblemCode {
    case index = "log-index"
    case sizes = "log-sizes"
    case proofLength = "log-proof-length"
    case otherRoot = "log-other-root"
    case otherOldRoot = "log-other-old-root"
    case missingHashes = "log-missing-hashes"
    case tooLarge = "log-too-large"
    case key = "log-key"
    case note = "log-note"
    case notSigned = "log-not-signed"
    case signature = "log-signature"
    case checkpoint = "log-checkpoint"
    case otherOrigin = "log-other-origin"
    case entryVersion = "log-entry-version"
    case entry = "log-entry"
    case entryField = "log-entry-field"
    case evidence = "log-evidence"
    case otherIndex = "log-other-index"
  }

  public var code: Code {
    switch self {
    case .index: .index
    case .sizes: .sizes
    case .proofLength: .proofLength
    case .otherRoot: .otherRoot
    case .otherOldRoot: .otherOldRoot
    case .missingHashes: .missingHashes
    case .tooLarge: .tooLarge
    case .key: .key
    case .note: .note
    case .notSigned: .notSigned
    case .signature: .signature
    case .checkpoint: .checkpoint
    case .otherOrigin: .otherOrigin
    case .entryVersion: .entryVersion
    case .entry: .entry
    case .entryField: .entryField
    case .evidence: .evidence
    case .otherIndex: .otherIndex
    }
  }
}
