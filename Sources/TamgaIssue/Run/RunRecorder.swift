import Foundation
import Synchronization
import TamgaDomain
import TamgaFiles
import TamgaFormats

/// Keeps the record of a run in files while it runs, so that one that was killed is seen as well: it stays
/// `running` and is updated no more.
public final class RunRecorder: Sendable {
  /// In the office folder, unless another file is named.
  public static let fileName = "last-run.json"
  /// Seconds between two records of a run that goes on.
  private static let pause: Int64 = 10

  private let record: Mutex<RunRecord>
  private let report: String
  private let metrics: String?
  private let now: @Sendable () -> Int64

  /// Begins the record.
  ///
  /// - Parameters:
  ///   - run: The id of the run.
  ///   - folder: The office's, which need not be open: a run that cannot open it leaves its record as well.
  ///   - report: The file of ``RunRecord/json``; nil for the one in the office folder.
  ///   - metrics: The file of ``RunRecord/metrics``, readable by everybody.
  /// - Throws: ``IssueError`` where the files cannot be written: said before the run, not after it.
  public init(
    _ command: RunRecord.Command, run: String, office folder: String,
    _ configuration: OfficeConfiguration, report: String? = nil, metrics: String? = nil,
    now: @escaping @Sendable () -> Int64 = Office.systemClock
  ) throws {
    self.report = report ?? folder + "/" + Self.fileName
    self.metrics = metrics
    self.now = now
    let first = RunRecord(
      command, run: run, configuration, at: now(),
      lastFinished: Self.lastFinished(in: self.report))
    record = Mutex(first)
    OfficeFile.removeTemporariesOfDead(in: folder)
    try write(first)
  }

  public var current: RunRecord { record.withLock { $0 } }

  /// Takes the keys and the last trust bundle of the open office.
  public func take(_ office: Office) throws {
    let next = try record.withLock { record in
      try record.take(office)
      return record
    }
    try write(next)
  }

  /// Takes what has changed; writes it when the last record is old.
  public func update(_ change: (inout RunRecord) -> Void) {
    let moment = now()
    let next = record.withLock { record -> RunRecord? in
      change(&record)
      guard moment >= record.updated + Self.pause else { return nil }
      record.updated = moment
      return record
    }
    // A record that could not be written is told at the end.
    if let next { try? write(next) }
  }

  /// Ends the record.
  ///
  /// - Parameter problem: The code of what broke the run off.
  /// - Throws: ``IssueError`` where the files could not be written; the run itself is what it is.
  public func end(_ state: RunRecord.State, exit: Int32, problem: String? = nil) throws {
    let moment = now()
    let last = record.withLock { record in
      record.state = state
      record.exit = exit
      record.problem = problem
      record.updated = moment
      if state == .finished, exit == 0 || exit == 2 { record.lastFinished = moment }
      return record
    }
    try write(last)
  }

  private func write(_ record: RunRecord) throws(IssueError) {
    try OfficeFile.write(JSONWriter.bytes(record.json) + [0x0A], to: report, mode: 0o640)
    if let metrics {
      try OfficeFile.write(Array(record.metrics.utf8), to: metrics, mode: 0o644)
    }
  }

  /// What the record before this one says; nil where there is none that can be read.
  private static func lastFinished(in report: String) -> Int64? {
    guard let data = FileManager.default.contents(atPath: report),
      let text = (try? JSONReader.strictValue(of: Array(data)))?["lastFinished"]?.text
    else { return nil }
    return (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970) }
  }
}
