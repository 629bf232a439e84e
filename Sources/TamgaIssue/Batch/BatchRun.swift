import Foundation
public import TamgaDecisions
public import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
import TamgaRegister

/// A run of `tamga issue`: every record of the inputs becomes exactly one result, in input order.
///
/// The steps are those of ``Issuer``. Memory does not grow with the input: for each worker one group is held,
/// and one that is read ahead.
public struct BatchRun: Sendable {
  let office: Office
  let output: String
  let jobs: Int
  /// Who runs the batch, for the register's events.
  let agent: String
  /// The batch as a file for the printer, where one is asked for.
  let printRun: PrintRun?

  /// Shown first in the report.
  let language: MessageLanguage
  /// The process ends with the run.
  let isLast: Bool

  /// - Parameter isLast: True where the process ends with the run, which then need not let go of its caches.
  public init(
    office: Office, output: String, jobs: Int, agent: String, language: MessageLanguage = .kk,
    printRun: PrintRun? = nil, isLast: Bool = false
  ) {
    self.isLast = isLast
    self.language = language
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
    /// What became of all records so far, after each group.
    case counted(batch: String, outcomes: [DecisionResult.Outcome: Int])
    case progress(records: Int, bytes: Int64, of: Int64)
    case printed(PrintRun.Volume)
    /// Issued papers that are not in the print run, since their holders fetch them from the portal; and whether
    /// it has no paper at all.
    case unprinted(Int, isEmpty: Bool)
  }

  /// The name of the batch that these inputs are: the same inputs have the same name for ever.
  public func name(of sources: [RecordSource]) throws -> String {
    try BatchInput.read(sources, office).batch
  }

  /// Runs the batch to its end.
  ///
  /// - Parameter stop: Looked at before each group is read; those that were read are finished.
  /// - Throws: What broke the run off, ``StoppedRun`` where it was asked to end; running the same command
  ///   again completes it.
  public func run(
    _ sources: [RecordSource], stop: StopRequest = StopRequest(),
    notice: @escaping @Sendable (Notice) -> Void
  ) async throws -> (BatchSummary, folder: String) {
    let started = ContinuousClock.now
    // Said once and before anything is reserved, not by every record.
    _ = try office.keys.signer(at: office.now())
    try office.refuseOlderRegister(than: output)
    let begin = office.now()
    let (name, inputs) = try BatchInput.read(sources, office)
    let folder = try BatchFolder(
      output: output, batch: name, of: office, waiting: { notice(.waiting) })
    let files = try BatchFiles(
      folder, batch: name, office: office, language: language,
      namesSources: sources.count > 1)
    let issuer = try Issuer(
      office: office, folder: folder.path, batch: name, agent: agent, workers: jobs)
    let decisions = RunDecisions()
    var plan = printRun.map { _ in PrintPlan(library: office.library) }
    let total = sources.reduce(0) { $0 + $1.size }
    var done: Int64 = 0
    var isStopped = false
    // A signature costs as much as a paper, and records of one person make small parts.
    var unsigned = 0
    func sign() {
      if unsigned > 0 { office.signChange(batch: folder.path) }
      unsigned = 0
    }
    defer { sign() }
    for source in sources where !isStopped {
      var reader = try source.records()
      // Read, and without a result yet.
      var open: [RawRecord] = []
      try await issuer.run(decisions) {
        var items: [IssuingItem] = []
        while !isStopped, items.count < Issuer.recordsPerWorker,
          let record = try reader.next()
        {
          // After the last record of all there is nothing to stop.
          if items.isEmpty, stop.isRequested {
            isStopped = true
            break
          }
          open.append(record)
          items.append(
            IssuingItem(
              line: record.line, source: sources.count > 1 ? record.source : nil,
              parsed: issuer.parser.parse(record)))
        }
        return items.isEmpty ? nil : items
      } take: { results in
        unsigned += results.count
        for (record, result) in zip(open, results) {
          plan?.add(result)
          let findings = try folder.settled(ReportedResult(result), by: office)
          let result = findings.map(result.with) ?? result
          try files.add(ReportedResult(result), json: JSONWriter.bytes(result.json)) { append in
            try source.line(of: record, append)
          }
        }
        let position = done + (open[results.count - 1].extent.upperBound)
        open.removeFirst(results.count)
        if unsigned >= Issuer.recordsPerWorker { sign() }
        notice(.counted(batch: name, outcomes: files.summary.outcomes))
        notice(.progress(records: files.summary.records, bytes: position, of: total))
      }
      done += source.size
    }
    if isLast { await issuer.keepCachesForever() }
    sign()
    if isStopped { throw StoppedRun(batch: name, records: files.summary.records) }
    let summary = try files.publish(
      inputs, from: begin, seconds: (ContinuousClock.now - started) / .seconds(1))
    if let printRun, let plan {
      for volume in try printRun.write(plan, batch: name, office: office) {
        notice(.printed(volume))
      }
      if plan.unprinted > 0 || plan.papers == 0 {
        notice(.unprinted(plan.unprinted, isEmpty: plan.papers == 0))
      }
    }
    return (summary, folder.path)
  }
}
