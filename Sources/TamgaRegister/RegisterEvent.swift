public import TamgaLog

/// One thing that changed or printed a paper: who, when, what and why.
public struct RegisterEvent: Hashable, Sendable {
  /// 1, 2, 3 … in the order of writing, without gaps.
  public let sequence: Int64
  /// Seconds since 1970-01-01T00:00:00Z.
  public let at: Int64
  /// The person or program, as the caller names it.
  public let who: String
  /// `reserved`, or the raw value of a ``PaperMove``.
  public let what: String
  /// The entry of the paper; nil for events of the office.
  public let serial: Int64?
  /// As the clerk gave it; nil for steps of a run, and after the retention of the paper.
  public let reason: String?
  /// What the reason was hashed with; goes with it.
  public let reasonSalt: [UInt8]?
  /// SHA-256 of salt and reason, which stays when both go.
  public let reasonHash: [UInt8]?
  /// A JSON object without personal data: the conditions before and after, and other papers.
  public let detail: String
  /// SHA-256 over the paper's row and seal as the transaction of the event left them
  /// (``PaperDigest``); nil for events of the office.
  public let state: [UInt8]?
  /// The hash of the entry in the log, as it is stored.
  public let leaf: TreeHash

  /// Whether ``reason`` is the one that ``reasonHash`` was made of; a reason that went is.
  public var hasItsReason: Bool {
    guard let reason else { return reasonSalt == nil }
    return LogEntry.digest(ofReason: reason, salt: reasonSalt ?? []) == reasonHash
  }

  /// What the log commits to.
  ///
  /// - Throws: ``LogFault`` when a value breaks a limit of the log: the row was changed.
  public func entry() throws(LogFault) -> LogEntry {
    try LogEntry(
      sequence: sequence, at: at, who: who, what: what, serial: serial, reason: reasonHash,
      detail: detail, state: state)
  }
}

/// Something done with a print; the paper's state stays.
public enum PrintAct: Hashable, Sendable, CaseIterable {
  /// Printed again from the stored file.
  case reprint
  /// Spoilt and destroyed.
  case spoil
  /// Given to its holder; the reason says to whom or by what paper, without a name.
  case handOver

  var move: PaperMove {
    switch self {
    case .reprint: .reprint
    case .spoil: .spoil
    case .handOver: .handOver
    }
  }
}
