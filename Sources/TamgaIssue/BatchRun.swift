import Foundation
public import TamgaDecisions
public import TamgaDomain
import TamgaKeys
import TamgaRegister

/// A run of `tamga issue`: every record of the inputs becomes exactly one result, in input order.
///
/// The order for each group of records is reserve, seal, draw, write, confirm; each step may be
/// repeated after any crash and gives the same numbers, seals and bytes. Memory does not grow with
/// the input: one group is held at a time.
public struct BatchRun: Sendable {
  let office: Office
  let output: String
  let jobs: Int
  /// Who runs the batch, for the register's events.
  let agent: String
  /// The batch as a file for the printer, where one is asked for.
  let printRun: PrintRun?

  /// Records of a group for each worker: one flush and three transactions are shared by so many.
  static let recordsPerWorker = 48

  public init(office: Office, output: String, jobs: Int, agent: String, printRun: PrintRun? = nil) {
    self.office = office
    self.output = output
    self.jobs = max(1, jobs)
    self.agent = agent
    self.printRun = printRun
  }

  /// What a run says while it works.
  public enum Notice: Sendable {
    /// Another run holds the same batch.
    case waiting
    case progress(records: Int, bytes: Int64, of: Int64)
    case printed(PrintRun.Volume)
  }

  /// Runs the batch to its end.
  ///
  /// - Throws: What broke the run off; running the same command again completes it.
  public func run(
    _ sources: [RecordSource], notice: @escaping @Sendable (Notice) -> Void
  ) async throws -> (BatchSummary, folder: String) {
    let started = ContinuousClock.now
    // Said once and before anything is reserved, not by every record.
    _ = try office.keys.signer(at: office.now())
    let name = try BatchName.of(sources, office)
    let folder = try BatchFolder(
      output: output, batch: name, office: office.folder, waiting: { notice(.waiting) })
    let results = try LineFile(folder.full(BatchFolder.resultsName))
    let rejected = try LineFile(folder.full(BatchFolder.rejectedName))
    var summary = BatchSummary(batch: name)
    let workers = Workers(makers: try (0..<jobs).map { _ in try PaperMaker(office: office) })
    var plan = printRun.map { _ in PrintPlan(library: office.library) }
    let group = BatchGroup(
      office: office, folder: folder.path, batch: name, agent: agent, workers: workers,
      examiner: Examiner(office: office), namesSource: sources.count > 1)
    let total = sources.reduce(0) { $0 + $1.size }
    var done: Int64 = 0
    for source in sources {
      var reader = try source.records()
      var records: [RawRecord] = []
      while true {
        let record = try reader.next()
        if let record { records.append(record) }
        if records.count == jobs * Self.recordsPerWorker || record == nil, !records.isEmpty {
          for (record, result) in try await group.results(of: records) {
            summary.add(result)
            plan?.add(result)
            try results.append(JSONWriter.bytes(result.json) + [0x0A])
            if result.outcome == .rejected {
              try source.line(of: record) { try rejected.append($0) }
              try rejected.append([0x0A])
            }
          }
          let position = done + (records.last?.extent.upperBound ?? 0)
          notice(.progress(records: summary.records, bytes: position, of: total))
          records.removeAll(keepingCapacity: true)
        }
        if record == nil { break }
      }
      done += source.size
    }
    summary.seconds = (ContinuousClock.now - started) / .seconds(1)
    try rejected.publish()
    try DurableFile.write(
      JSONWriter.bytes(summary.json) + [0x0A], to: folder.full("summary.json"), mode: 0o644)
    try DurableFile.write(
      Array(BatchReport.html(summary).utf8), to: folder.full("report.html"), mode: 0o644)
    try results.publish()
    try DurableFile.flushFolder(of: folder.full(BatchFolder.resultsName))
    if let printRun, let plan {
      for volume in try printRun.write(plan, batch: name, office: office) {
        notice(.printed(volume))
      }
    }
    return (summary, folder.path)
  }
}
