/// One record of a batch on its way through the queue. Personal data.
public struct QueuedRecord: Hashable, Sendable {
  /// 0 for the first record of the batch.
  public let place: Int64
  /// The id that the record gives itself, when it could be read.
  public let decision: String?
  /// SHA-256 of ``bytes``.
  public let recordHash: [UInt8]
  /// The input's name.
  public let source: String
  /// As in a line of `results.jsonl`.
  public let line: Int
  /// Where the record begins in its input.
  public let startLine: Int
  public let startColumn: Int
  /// The record as it stood in the input.
  public let bytes: [UInt8]
  /// Digests of what it shares with records that must be settled before or after it.
  public let keys: [[UInt8]]
  /// What is known of it before any work: of a record that is no JSON.
  public var result: QueuedResult?
  /// How often its chain was claimed, this time included.
  public internal(set) var attempts = 0

  /// Bytes of a record that the queue takes: above those that a run judges, so that it is rejected
  /// by its rule and not lost.
  public static let maxBytes = 16 << 20

  public init(
    place: Int64, decision: String?, recordHash: [UInt8], source: String, line: Int,
    startLine: Int, startColumn: Int, bytes: [UInt8], keys: [[UInt8]],
    result: QueuedResult? = nil
  ) {
    self.place = place
    self.decision = decision
    self.recordHash = recordHash
    self.source = source
    self.line = line
    self.startLine = startLine
    self.startColumn = startColumn
    self.bytes = bytes
    self.keys = keys
    self.result = result
  }
}

/// What came of a record.
public struct QueuedResult: Hashable, Sendable {
  /// As in a line of `results.jsonl`.
  public let outcome: String
  /// The line itself, without the line feed.
  public let json: [UInt8]

  public init(outcome: String, json: [UInt8]) {
    self.outcome = outcome
    self.json = json
  }
}

/// Records that one worker holds for a while.
public struct QueueClaim: Sendable {
  public let batch: String
  /// True when the batch has several inputs.
  public let severalSources: Bool
  /// In the order of the batch.
  public let records: [QueuedRecord]
  let chains: [Int64]
  let worker: String
}

/// How far a batch has come.
public struct QueueProgress: Hashable, Sendable {
  public let batch: String
  public let severalSources: Bool
  /// False while its records are still being added.
  public let isOpen: Bool
  public let records: Int
  /// Records that have their result.
  public let settled: Int
  /// Records that a worker holds.
  public let held: Int

  public var isDone: Bool { isOpen && settled == records }
}
