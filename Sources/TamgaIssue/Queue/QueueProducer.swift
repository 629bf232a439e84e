internal import Crypto
public import TamgaDecisions
import TamgaDomain
internal import TamgaFormats
import TamgaRegister
import TamgaRegisterPostgres

/// Puts the records of inputs into the queue: `tamga queue add`.
///
/// The batch has the name that a run of the same inputs would have. Adding it again adds nothing, and
/// completes what a killed command began.
public struct QueueProducer: Sendable {
  private let office: Office
  private let parser: DecisionParser

  /// Records of one transaction.
  private static let page = 256

  public init(office: Office) {
    self.office = office
    parser = Examiner(office: office).parser
  }

  /// - Returns: The batch, its records, and how many of them are new.
  public func run(_ sources: [RecordSource]) throws -> (batch: String, records: Int, new: Int) {
    let queue = try office.queue
    let batch = try BatchInput.read(sources, office).batch
    try queue.begin(batch, severalSources: sources.count > 1)
    var place: Int64 = 0
    var new = 0
    for source in sources {
      var reader = try source.records()
      var page: [QueuedRecord] = []
      while true {
        let record = try reader.next()
        if let record {
          page.append(try queued(record, source, place, severalSources: sources.count > 1))
          place += 1
        }
        if page.count == Self.page || record == nil, !page.isEmpty {
          new += try queue.add(page, to: batch)
          page.removeAll(keepingCapacity: true)
        }
        if record == nil { break }
      }
    }
    try queue.open(batch)
    return (batch, Int(place), new)
  }

  private func queued(
    _ record: RawRecord, _ source: RecordSource, _ place: Int64, severalSources: Bool
  ) throws -> QueuedRecord {
    guard record.extent.count <= QueuedRecord.maxBytes else {
      throw IssueError(
        .input, "\(record.source):\(record.line)",
        kk: "жазба кезек үшін тым ұзын", ru: "запись слишком длинна для очереди",
        en: "the record is too long for the queue")
    }
    let parsed = parser.parse(record)
    var bytes: [UInt8] = []
    var result: QueuedResult?
    if case .bytes(let content) = record.content {
      bytes = content
    } else {
      // Of what is no JSON nothing more can be learnt later.
      try source.line(of: record) { bytes += $0 }
      let line = DecisionResult(
        line: record.line, source: severalSources ? record.source : nil, id: nil,
        outcome: .rejected, document: nil, paper: nil, also: [], findings: parsed.findings)
      result = line.queued
    }
    return QueuedRecord(
      place: place, decision: parsed.id, recordHash: Array(SHA256.hash(data: bytes)),
      source: record.source, line: record.line, startLine: record.startLine,
      startColumn: record.startColumn, bytes: bytes, keys: Self.keys(of: parsed), result: result)
  }

  /// What ties records together: an id, a number, a person. As digests: a queue names nobody.
  static func keys(of parsed: ParsedDecision) -> [[UInt8]] {
    var keys = parsed.id.map { ["id " + $0] } ?? []
    if let decision = parsed.decision {
      switch decision.previous {
      case .decision(let id)?: keys.append("id " + id)
      case .number(let number)?: keys.append("number " + (number.split(separator: "~").first ?? ""))
      case nil: break
      }
      if case .text(let number)? = decision.fields[decision.kind.number.field] {
        keys.append("number " + number.kk)
      }
      keys += ReservationRequests.personKeys(decision).map { "person " + $0 }
    }
    return Set(keys).map { Array(SHA256.hash(data: Array($0.utf8)).prefix(16)) }
  }
}

extension DecisionResult {
  var queued: QueuedResult {
    QueuedResult(outcome: outcome.rawValue, json: JSONWriter.bytes(json))
  }
}
