internal import Foundation
internal import Synchronization
internal import TamgaDecisions
internal import TamgaDomain
internal import TamgaFormats
internal import TamgaIssue

/// Batches that the desk was given, run one after another while papers are issued at the counter.
final class BackgroundBatches: Sendable {
  private struct Progress {
    var records = 0
    var bytes: Int64 = 0
    var total: Int64 = 0
    var isRunning = true
    var failure: SignerRefusal?
  }

  /// All papers of a batch for the printer, in the batch's folder; `print-run-001.pdf` and on where it has
  /// more papers than one file holds.
  static let printRun = "print-run.pdf"

  private let office: Office
  private let output: String
  private let known = Mutex<[String: Progress]>([:])
  private let queue = DispatchQueue(label: "tamga.batches")

  /// - Parameter output: The folder in which each batch has its own.
  init(office: Office, output: String) {
    self.office = office
    self.output = output
  }

  /// Puts a file in the row. One that runs already or has been run to its end is not run beside itself; what
  /// a killed run left is completed.
  ///
  /// - Returns: The name of its batch.
  /// - Throws: `InputError` where the file is no file of decisions.
  func begin(_ file: String, agent: String) throws -> String {
    let source = try RecordSource(path: file)
    let name = try BatchRun(office: office, output: output, jobs: 1, agent: agent)
      .name(of: [source])
    let run = BatchRun(
      office: office, output: output, jobs: 1, agent: agent,
      printRun: PrintRun(path: "\(output)/\(name)/\(Self.printRun)", isDuplex: false))
    let isNew = known.withLock { known in
      if known[name]?.isRunning == true { return false }
      known[name] = Progress(total: source.size)
      return true
    }
    guard isNew else { return name }
    queue.async { [self] in
      let done = DispatchSemaphore(value: 0)
      Task.detached { [self] in
        defer { done.signal() }
        do {
          _ = try await run.run([source]) { self.take($0, name) }
          known.withLock { $0[name]?.isRunning = false }
        } catch {
          known.withLock { known in
            known[name]?.isRunning = false
            known[name]?.failure = SignerRefusal(error)
          }
        }
      }
      done.wait()
    }
    return name
  }

  private func take(_ notice: BatchRun.Notice, _ name: String) {
    guard case .progress(let records, let bytes, let total) = notice else { return }
    known.withLock { known in
      known[name]?.records = records
      known[name]?.bytes = bytes
      known[name]?.total = total
    }
  }

  /// `running`, `records`, `bytes`, `of`, and `failure` where it broke off; null for a batch that this process
  /// has not run.
  func progress(of batch: String) -> JSONValue {
    guard let progress = known.withLock({ $0[batch] }) else { return .null }
    return .object([
      .init("running", .flag(progress.isRunning)),
      .init("records", .integer(Int64(progress.records))),
      .init("bytes", .integer(progress.bytes)), .init("of", .integer(progress.total)),
      .init(
        "failure", progress.failure.map { SignerAnswer.refused($0).json } ?? .null),
    ])
  }
}
