import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaKeys
import TamgaRegister
import TamgaRegisterPostgres

/// One worker of the queue: `tamga queue work`. Any number of them may run, on any machine.
public struct QueueWorker: Sendable {
  private let office: Office
  private let output: String
  private let jobs: Int
  private let agent: String
  private let lease: Int

  /// Seconds for which claimed records stay with a worker that says nothing more.
  public static let lease = 300
  /// Claims of a record that could not be finished before that is its result.
  static let attempts = 4
  /// Seconds before such a record is claimed again.
  static let pause = 5
  /// Milliseconds between two looks into a queue where nothing waits and no notification arrives.
  private static let rest: Int32 = 500

  /// - Parameters:
  ///   - agent: Who works, for the register's events.
  ///   - lease: Seconds; longer than the largest group takes.
  public init(office: Office, output: String, jobs: Int, agent: String, lease: Int = Self.lease) {
    self.office = office
    self.output = output
    self.jobs = max(1, jobs)
    self.agent = agent
    self.lease = lease
  }

  /// What a worker did.
  public struct Tally: Hashable, Sendable {
    public var outcomes: [DecisionResult.Outcome: Int] = [:]
    /// The batches of which it settled records, in the order of their first ones.
    public var batches: [String] = []
    public var records: Int { outcomes.values.reduce(0, +) }
    /// It was asked to end before the queue was empty.
    public var isStopped = false
  }

  /// What a worker says while it works.
  public enum Notice: Sendable {
    /// Nothing waits, for the first time since there was something.
    case waiting
    /// A group has its results.
    case settled(batch: String, outcomes: [DecisionResult.Outcome: Int], of: Int)
  }

  /// Works until the queue is empty: nothing waits, and no other worker holds anything; or for ever.
  ///
  /// - Parameters:
  ///   - stop: Looked at before each group.
  ///   - notice: Called after each group, with all that was done by then.
  /// - Throws: What breaks the worker off; its records come back.
  public func run(
    untilEmpty: Bool, stop: StopRequest = StopRequest(),
    notice: @escaping @Sendable (Notice, Tally) -> Void
  ) async throws -> Tally {
    let queue = try office.queue
    // Said once and before anything is claimed.
    _ = try office.keys.signer(at: office.now())
    try office.refuseOlderRegister(than: output)
    let issuer = try Issuer(office: office, folder: output, agent: agent, workers: jobs)
    let blocking = WorkerThread(label: "tamga.queue")
    let name = "\(ProcessInfo.processInfo.hostName) \(getpid()) \(UInt32.random(in: 0...(.max)))"
    var tally = Tally()
    // Before the first look: what is opened after it is notified.
    var notifications = try? queue.notifications()
    var isWaiting = false
    while true {
      if stop.isRequested {
        tally.isStopped = true
        return tally
      }
      let claimed = try await blocking {
        try queue.claim(jobs * Issuer.recordsPerWorker, by: name, for: lease)
      }
      guard let claim = claimed else {
        if untilEmpty {
          if try await blocking({ try queue.isSettled() }) { return tally }
        }
        if !isWaiting { notice(.waiting, tally) }
        isWaiting = true
        try await Self.pause(notifications, blocking)
        try Task.checkCancellation()
        if notifications?.isUsable != true {
          notifications = try? await blocking { try queue.notifications() }
        }
        continue
      }
      isWaiting = false
      if !tally.batches.contains(claim.batch) { tally.batches.append(claim.batch) }
      do {
        // A worker runs for days: the database may have been restored under it.
        try await blocking { try office.refuseOlderRegister() }
        var outcomes: [DecisionResult.Outcome: Int] = [:]
        for line in try await settle(claim, queue, issuer, blocking) {
          outcomes[line.outcome, default: 0] += 1
        }
        tally.outcomes.merge(outcomes, uniquingKeysWith: +)
        notice(.settled(batch: claim.batch, outcomes: outcomes, of: claim.records.count), tally)
      } catch {
        // What broke this worker off need not wait for the end of the lease.
        try? await blocking { try queue.complete(claim, [:], pause: Self.pause) }
        throw error
      }
    }
  }

  /// Until a batch is opened, or it is time for another look.
  private static func pause(
    _ notifications: BatchNotifications?, _ blocking: WorkerThread
  ) async throws {
    guard let notifications, notifications.isUsable else {
      try? await Task.sleep(for: .milliseconds(rest))
      return
    }
    _ = try await blocking { notifications.wait(milliseconds: rest) }
  }

  private func settle(
    _ claim: QueueClaim, _ queue: DecisionQueue, _ issuer: Issuer, _ blocking: WorkerThread
  ) async throws -> [DecisionResult] {
    let folder = output + "/" + claim.batch
    try OfficeFile.makeOutputFolder(folder + "/documents")
    // A worker that lives keeps its records, however long they take.
    let beat = Task { [lease] in
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(max(1, lease / 3)))
        try await blocking { try queue.extend(claim, by: lease) }
      }
    }
    defer { beat.cancel() }
    let items = claim.records.map { record in
      let raw = record.raw
      return IssuingItem(
        line: raw.line, source: claim.severalSources ? raw.source : nil,
        parsed: issuer.parser.parse(raw))
    }
    let order = ConflictSet.rounds(of: items)
    var lines: [DecisionResult] = []
    try await issuer.writing(to: folder, batch: claim.batch)
      .run(order.map { items[$0] }, RunDecisions()) { lines += $0 }
    var results: [Int64: QueuedResult] = [:]
    var settled: [DecisionResult] = []
    for (index, line) in zip(order, lines) {
      let record = claim.records[index]
      // A disk that was full may have room when another worker tries.
      if line.outcome == .failed, record.attempts < Self.attempts { continue }
      results[record.place] = line.queued
      settled.append(line)
    }
    let complete = results
    try await blocking {
      try queue.complete(claim, complete, pause: Self.pause)
      office.signChange(batch: folder)
    }
    return settled
  }
}

extension QueuedRecord {
  /// As it was cut out of its input.
  var raw: RawRecord {
    RawRecord(
      source: source, line: line, content: .bytes(bytes), startLine: startLine,
      startColumn: startColumn, extent: 0..<Int64(bytes.count))
  }
}
