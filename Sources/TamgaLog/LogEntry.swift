internal import Crypto

/// One thing that changed or printed a paper, in the form that the log keeps for ever: without the
/// text of its reason and without a person, so that retention can remove those and the proof stays.
///
/// Two entries are equal when their ``bytes`` are.
public struct LogEntry: Hashable, Sendable {
  /// Bytes of `who`.
  public static let whoLimit = 256
  /// Bytes of `what`.
  public static let whatLimit = 64
  /// Bytes of `detail`; a whole entry has less than the 65,535 bytes of C2SP tlog-tiles.
  public static let detailLimit = 32 * 1024
  /// Bytes of a SHA-256.
  static let digestLength = 32

  /// 1, 2, 3 … without gaps: the entry is leaf `sequence` - 1 of the log.
  public let sequence: Int64
  /// Seconds since 1970-01-01T00:00:00Z.
  public let at: Int64
  /// The person or program, as the register names it.
  public let who: String
  /// What happened, in the register's word.
  public let what: String
  /// The register's entry of the paper; nil for events of the office.
  public let serial: Int64?
  /// ``digest(ofReason:salt:)`` of the reason; nil where none was given.
  public let reason: [UInt8]?
  /// A JSON object, in the bytes in which the register stores it.
  public let detail: String
  /// SHA-256 over the paper's row after the change; nil where no row is meant.
  public let state: [UInt8]?

  /// - Throws: ``LogFault`` of code `log-entry-field`, with the field that breaks its limit.
  public init(
    sequence: Int64, at: Int64, who: String, what: String, serial: Int64? = nil,
    reason: [UInt8]? = nil, detail: String, state: [UInt8]? = nil
  ) throws(LogFault) {
    guard sequence >= 1 else { throw .entryField("sequence") }
    guard (1...Self.whoLimit).contains(who.utf8.count) else { throw .entryField("who") }
    guard (1...Self.whatLimit).contains(what.utf8.count) else { throw .entryField("what") }
    guard detail.utf8.count <= Self.detailLimit else { throw .entryField("detail") }
    if let serial, serial < 1 { throw .entryField("serial") }
    if let reason, reason.count != Self.digestLength { throw .entryField("reason") }
    if let state, state.count != Self.digestLength { throw .entryField("state") }
    self.sequence = sequence
    self.at = at
    self.who = who
    self.what = what
    self.serial = serial
    self.reason = reason
    self.detail = detail
    self.state = state
  }

  /// The place of the entry in the log.
  public var index: Int { Int(sequence - 1) }

  /// The hash of the entry as a leaf.
  public var leaf: TreeHash { TreeHash(leaf: bytes) }

  /// The SHA-256 of a salt and a reason's UTF-8. Whoever has both can show that the reason is the one
  /// of the entry; without the salt not even a short reason can be guessed.
  public static func digest(ofReason reason: String, salt: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: salt + Array(reason.utf8)))
  }

  /// Bytes of a salt, drawn anew for each reason.
  public static let saltLength = 16

  // Texts of Swift are equal when they look equal; entries are bytes.
  public static func == (one: LogEntry, other: LogEntry) -> Bool { one.bytes == other.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
