import Foundation
public import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
import TamgaRegister

/// A run of `tamga issue`: every record of the inputs becomes exactly one result, in input order.
///
/// The steps are those of ``Issuer``. Memory does not grow with the input: each worker holds one group
/// at a time.
public struct BatchRun: Sendable {
  let office: Office
  let output: String
  let jobs: Int
  /// Who runs the batch, for the register's events.
  let agent: String
  /// The batch as a file for the printer, where one is asked for.
  let printRun: PrintRun?

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
    let lines = try LineFile(folder.full(BatchFolder.resultsName))
    let rejected = try LineFile(folder.full(BatchFolder.rejectedName))
    var summary = BatchSummary(batch: name)
    let issuer = try Issuer(
      office: office, folder: folder.path, batch: name, agent: agent, workers: jobs)
    let decisions = RunDecisions()
    var plan = printRun.map { _ in PrintPlan(library: office.library) }
    let total = sources.reduce(0) { $0 + $1.size }
    var done: Int64 = 0
    for source in sources {
      var reader = try source.records()
      // Read, and without a result yet.
      var open: [RawRecord] = []
      try await issuer.run(decisions) {
        var items: [IssuingItem] = []
        while items.count < jobs * Issuer.recordsPerWorker, let record = try reader.next() {
          open.append(record)
          items.append(
            IssuingItem(
              line: record.line, source: sources.count > 1 ? record.source : nil,
              parsed: issuer.parser.parse(record)))
        }
        return items.isEmpty ? nil : items
      } take: { results in
        for (record, result) in zip(open, results) {
          summary.add(result)
          plan?.add(result)
          try self.note(record, result, source, results: lines, rejected: rejected)
        }
        let position = done + (open[results.count - 1].extent.upperBound)
        open.removeFirst(results.count)
        notice(.progress(records: summary.records, bytes: position, of: total))
      }
      done += source.size
    }
    summary.seconds = (ContinuousClock.now - started) / .seconds(1)
    try rejected.publish()
    try DurableFile.write(
      JSONWriter.bytes(summary.json) + [0x0A], to: folder.full("summary.json"), mode: 0o644)
    try DurableFile.write(
      Array(BatchReport.html(summary).utf8), to: folder.full("report.html"), mode: 0o644)
    try lines.publish()
    try DurableFile.flushFolder(of: folder.full(BatchFolder.resultsName))
    if let printRun, let plan {
      for volume in try printRun.write(plan, batch: name, office: office) {
        notice(.printed(volume))
      }
    }
    return (summary, folder.path)
  }

  private func note(
    _ record: RawRecord, _ result: DecisionResult, _ source: RecordSource, results: LineFile,
    rejected: LineFile
  ) throws {
    try results.append(JSONWriter.bytes(result.json) + [0x0A])
    guard result.outcome == .rejected else { return }
    try source.line(of: record) { try rejected.append($0) }
    try rejected.append([0x0A])
  }
}
