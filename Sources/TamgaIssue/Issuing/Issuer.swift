import Synchronization
public import TamgaDecisions
public import TamgaDomain
import TamgaKeys

/// Makes papers of approved decisions: the one engine of `tamga issue`, of the queue's workers, of
/// `tamga check` and of everything else that issues.
///
/// The order of the steps is examine → lay out → reserve → seal → sign → write → confirm. Everything that a
/// record can be refused for comes before its number: a refused record leaves no reservation, and no record
/// ends a run. Each step may be repeated after any crash and gives the same numbers, seals and bytes.
///
/// Decisions are taken in groups by lanes, one for each worker and a further one in long runs. While one lane
/// waits for the register or the disk the others lay out and draw. What comes out is what one worker would give:
/// results and numbers stand in the order of the input (``OrderedTickets``), and a decision that goes on with the
/// paper, the id or the person of one under way waits for it (``RecordParts``). Nothing blocks a thread of Swift's
/// cooperative pool (``WorkerThread``), so that a server may issue.
///
/// ```swift
/// let issuer = try Issuer(office: office, folder: "Output/desk", agent: "clerk-7")
/// let results = await issuer.issue([decision])
/// ```
public struct Issuer: Sendable {
  /// Those of the workers, and where there are several a further one that joins long runs.
  private(set) var lanes: [IssuingLane]
  private let workers: Int
  let parser: DecisionParser
  /// Nil for a check by the templates alone.
  private var office: Office? { lanes[0].office }
  private let rotation = Rotation()

  /// Records of a lane: one flush and three transactions are shared by so many.
  static let recordsPerWorker = 96
  /// Parts of a worker before the further lane joins: a lane waits for the disk and the register a tenth of its time,
  /// in which another can use its core, but has caches of its own to fill first.
  var partsOfShortRun = 16
  /// Parts that may be done before one that still waits for another run, for each lane.
  private static let ahead = 8

  /// - Parameters:
  ///   - folder: Where the papers go: `documents/KIND/NUMBER.pdf` below it.
  ///   - batch: The name of the batch in the register; nil for single decisions.
  ///   - agent: Who issues, for the register's events.
  ///   - workers: Groups that are worked on at once.
  /// - Throws: `TypesetError` or `TemplateFaults` where a font is missing or another one than the pinned;
  ///   ``IssueError`` of code `registerOlder` where papers are out that the register does not know.
  public init(
    office: Office, folder: String, batch: String? = nil, agent: String, workers: Int = 1
  ) throws {
    try office.refuseOlderRegister()
    try office.addBodies(by: agent)
    try self.init(
      office, Examiner(office: office), RenderSettings(office), workers,
      .init(folder: folder, batch: batch, agent: agent))
  }

  /// An issuer that stops before the reservation: for a check.
  init(checking office: Office?, by examiner: Examiner, workers: Int) throws {
    let settings = try office.map(RenderSettings.init) ?? .example(examiner.library)
    try self.init(office, examiner, settings, workers, nil)
  }

  private init(
    _ office: Office?, _ examiner: Examiner, _ settings: RenderSettings, _ workers: Int,
    _ destination: IssuingLane.Destination?
  ) throws {
    parser = examiner.parser
    self.workers = max(1, workers)
    let forms = try office.map { try PaperForms($0) }
    lanes = try (0..<(workers > 1 ? workers + 1 : 1)).map { worker in
      IssuingLane(
        office: office, examiner: examiner, forms: forms,
        // The others load their fonts when there is work for them.
        renderer: try DocumentRenderer(
          settings, loadsFonts: worker == 0, now: office?.now ?? Office.systemClock),
        thread: WorkerThread(label: "tamga.issuer.\(worker)"), destination: destination)
    }
  }

  /// The same workers for another folder and batch.
  public func writing(to folder: String, batch: String) -> Issuer {
    directed { .init(folder: folder, batch: batch, agent: $0.agent) }
  }

  /// The same workers for another person who issues.
  public func acting(for agent: String) -> Issuer {
    directed { .init(folder: $0.folder, batch: $0.batch, agent: agent) }
  }

  private func directed(
    to destination: (IssuingLane.Destination) -> IssuingLane.Destination
  ) -> Issuer {
    var issuer = self
    for index in lanes.indices {
      issuer.lanes[index].destination = lanes[index].destination.map(destination)
    }
    return issuer
  }

  /// Leaves the caches of the workers to the end of the process.
  func keepCachesForever() async {
    for lane in lanes { await lane.renderer.keepCachesForever() }
  }

  /// Reads one record of the contract's JSON, for ``issue(_:)``.
  public func parse(_ json: [UInt8]) -> ParsedDecision { parser.parse(json, source: "record") }

  /// Issues decisions, in order; one of them goes through without tasks of its own.
  ///
  /// - Returns: One result for each, `line` counting from 1. Where the office itself breaks off (its
  ///   register is lost, its disk full) the rest is `failed`: issuing it again finishes it.
  public func issue(_ decisions: [Decision]) async -> [DecisionResult] {
    await issue(
      decisions.map { decision in
        // What could not be read is an error of the record, whoever read it.
        let findings = decision.unreadable.sorted().map(RegisterFindings.unreadable)
        return ParsedDecision(id: decision.id, decision: decision, findings: findings)
      })
  }

  /// Issues records as they were parsed; one that could not be read is `rejected`.
  public func issue(_ records: [ParsedDecision]) async -> [DecisionResult] {
    let items = records.enumerated().map { index, record in
      IssuingItem(line: index + 1, source: nil, parsed: record)
    }
    var results: [DecisionResult] = []
    do {
      try await run(items, RunDecisions()) { results += $0 }
      office?.signChange()
    } catch {
      let finding = Failure(error).finding
      results += items.dropFirst(results.count).map { item in
        DecisionResult(
          line: item.line, source: nil, id: item.parsed.id, outcome: .failed,
          document: item.parsed.decision?.kind.id, paper: nil, also: [], findings: [finding])
      }
    }
    return results
  }

  /// Takes items that are at hand through every step.
  ///
  /// - Throws: What breaks the run off; what was taken by then is done.
  func run(
    _ items: [IssuingItem], _ run: RunDecisions, take: ([DecisionResult]) throws -> Void
  ) async throws {
    if items.count == 1 {
      let lane = lanes[rotation.next() % workers]
      try take(try await lane.results(of: items, run))
      return
    }
    var rest: [IssuingItem]? = items
    try await self.run(run, next: { rest.take() }, take: take)
  }

  private struct Done: Sendable {
    let part: Int
    let lane: Int
    let results: [DecisionResult]
  }

  /// Takes all items of `next` through every step.
  ///
  /// - Parameters:
  ///   - run: What is known of the run's decisions.
  ///   - next: The next items in order, few enough to be held; nil at the end.
  ///   - take: What is ready, in order.
  func run(
    _ run: RunDecisions, next: () throws -> [IssuingItem]?,
    take: ([DecisionResult]) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Done.self) { tasks in
      var free = (0..<workers).reversed() as [Int]
      var isShort = true
      var parts = RecordParts(lanes: workers)
      var ready: [Int: [DecisionResult]] = [:]
      var taken = 0
      var hasMore = true
      let tickets = OrderedTickets()
      func read() throws {
        if let items = try next() { parts.add(items) } else { hasMore = false }
      }
      while true {
        while hasMore, !parts.isUnderWay, !parts.hasEnough { try read() }
        if isShort, parts.count >= partsOfShortRun * workers {
          isShort = false
          free += lanes.indices.dropFirst(workers)
        }
        while !free.isEmpty, parts.count - taken < Self.ahead * lanes.count,
          let (part, items) = parts.next()
        {
          let index = free.removeLast()
          let lane = lanes[index]
          tasks.addTask {
            let ticket = Ticket(tickets: tickets, part: part)
            defer { ticket.pass() }
            return Done(
              part: part, lane: index, results: try await lane.results(of: items, run, ticket))
          }
        }
        // While the lanes work.
        while hasMore, !parts.hasEnough { try read() }
        while let results = ready.removeValue(forKey: taken) {
          try take(results)
          taken += 1
        }
        if !parts.isUnderWay, parts.isEmpty, !hasMore { break }
        guard parts.isUnderWay, let done = try await tasks.next() else { continue }
        free.append(done.lane)
        parts.end(done.part)
        ready[done.part] = done.results
      }
    }
  }
}

/// Spreads single decisions over the lanes.
private final class Rotation: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue & .max }
}
