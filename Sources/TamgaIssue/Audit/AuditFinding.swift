public import TamgaDomain

/// One thing that an audit found: a place where register, files and log do not agree.
public struct AuditFinding: Error, Hashable, Sendable {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Entries of the log are missing.
    case logGap = "log-gap"
    /// An entry is not the one that was logged: changed, or moved to another place.
    case logEntry = "log-entry"
    /// A stored hash of the log is not the one of its entries.
    case logHash = "log-hash"
    /// The log does not lead to a checkpoint: it was changed since.
    case logCheckpoint = "log-checkpoint"
    /// A checkpoint is damaged or signed by a stranger.
    case checkpoint
    /// The register was restored from an old backup, or the end of its log was cut off.
    case registerOlder = "register-older"
    /// The row of a paper is not as its last event left it.
    case paper
    /// A paper that events speak of has no row.
    case paperMissing = "paper-missing"
    /// A row that no event speaks of.
    case paperUnlogged = "paper-unlogged"
    case seal
    /// The kept signature of a file is not the logged one, or not the one in the file.
    case signature
    /// A certificate with which papers were signed is not the logged one.
    case certificate
    case record
    /// The keys under which the holder is found are not those of the record.
    case person
    /// The keys that a paper is found by are not those of the record, or stayed when that was removed.
    case search
    /// The row of an issuing body is not the logged one.
    case body
    /// The row of a kind is not the logged one, or the templates say something else than papers that are out.
    case kind
    /// Papers were made from other files than the templates have now.
    case form
    /// The sequence of the trust bundles is not the logged one.
    case bundleSequence = "bundle-sequence"
    case fileMissing = "file-missing"
    case file
    /// A file in the store that belongs to no paper.
    case fileStray = "file-stray"
    /// A number of a series that no paper has.
    case number
    /// A status list counts other papers than it has.
    case statusList = "status-list"
    /// A paper's file in the output folder.
    case output
    /// A file in a batch of the output folder that belongs to no paper.
    case outputStray = "output-stray"
  }

  public let code: Code
  /// The number of a paper, an entry of the log or a file; never a person.
  public let place: String
  public let message: Message

  init(_ code: Code, _ place: String, kk: String, ru: String, en: String) {
    self.init(code, place, Message(kk: kk, ru: ru, en: en))
  }

  init(_ code: Code, _ place: String, _ message: Message) {
    self.code = code
    self.place = place
    self.message = message
  }
}

/// What an audit looked at.
public struct AuditSummary: Hashable, Sendable {
  public internal(set) var entries = 0
  public internal(set) var papers = 0
  public internal(set) var files = 0
  public internal(set) var checkpoints = 0
  /// Papers whose person and file were removed after their retention.
  public internal(set) var purged = 0
  /// Entries after the newest checkpoint: no signature covers them yet.
  public internal(set) var unsigned = 0
  public internal(set) var findings = 0

  public init() {}

  public var isClean: Bool { findings == 0 }
}
