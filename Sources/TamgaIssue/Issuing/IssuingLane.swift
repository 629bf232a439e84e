import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaRegister

/// One worker of the issuer: takes a group of records through every step, with fonts and a thread of its own.
struct IssuingLane: Sendable {
  /// Nil for a check by the templates alone.
  let office: Office?
  /// Used where there is no office.
  let examiner: Examiner
  /// Shared by the lanes; nil where there is no office.
  let forms: PaperForms?
  let renderer: DocumentRenderer
  let thread: WorkerThread
  /// Nil for a check: everything up to the reservation is done, and nothing is stored.
  var destination: Destination?

  /// Where papers go.
  struct Destination: Sendable {
    /// The batch folder.
    let folder: String
    /// The name of the batch in the register; nil outside one.
    let batch: String?
    /// Who issues, for the register's events.
    let agent: String
  }

  /// How often a decision is judged again because another run got a paper for its person meanwhile.
  private static let judgements = 3
  /// How often, and how far apart, it is tried again while another run finishes its earlier paper.
  private static let patience = (times: 20, pause: Duration.milliseconds(500))

  /// The results of items that do not depend on each other.
  ///
  /// - Parameters:
  ///   - run: What this run knows of its decisions; these are added.
  ///   - ticket: When their numbers are allotted; passed as soon as they are.
  func results(
    of items: [IssuingItem], _ run: RunDecisions, _ ticket: Ticket? = nil
  ) async throws -> [DecisionResult] {
    try await thread.run { try await resultsHere(of: items, run, ticket) }
  }

  private func resultsHere(
    of items: [IssuingItem], _ run: RunDecisions, _ ticket: Ticket?
  ) async throws -> [DecisionResult] {
    let ids = Set(items.compactMap(\.parsed.id))
    var steps = try await steps(of: items, beside: ids, run, ticket)
    for _ in 0..<(destination == nil ? 0 : Self.patience.times) {
      let waiting = steps.indices.filter {
        if case .waiting = steps[$0] { true } else { false }
      }
      if waiting.isEmpty { break }
      try await Task.sleep(for: Self.patience.pause)
      let again = try await self.steps(of: waiting.map { items[$0] }, beside: ids, run, nil)
      for (index, step) in zip(waiting, again) { steps[index] = step }
    }
    let results = zip(items, steps).map { result($0, $1) }
    run.note(items, results)
    return results
  }

  /// One pass: examine, lay out, reserve, make. Items blocked by another run reserve nothing, which
  /// prevents deadlock between runs.
  private func steps(
    of items: [IssuingItem], beside ids: Set<String>, _ run: RunDecisions, _ ticket: Ticket?
  ) async throws -> [Step] {
    var steps = [Step](repeating: .unexamined, count: items.count)
    func examine(_ indices: [Int]) async throws {
      if indices.isEmpty { return }
      let examined = try await examined(indices.map { items[$0] }, beside: ids, run)
      for (index, step) in zip(indices, examined) { steps[index] = step }
    }
    try await examine(items.indices.filter { !items[$0].isJudgedLate })
    await ticket?.wait()
    try await examine(items.indices.filter { items[$0].isJudgedLate })
    steps = try reserved(steps)
    ticket?.pass()
    for _ in 0..<Self.judgements {
      let overtaken = steps.indices.filter {
        if case .overtaken = steps[$0] { true } else { false }
      }
      if overtaken.isEmpty { break }
      try await examine(overtaken)
      steps = try reserved(steps)
    }
    return try await finished(steps)
  }

  /// Where a record stands.
  enum Step: Sendable {
    case unexamined
    case rejected([Finding])
    /// The papers of a lawful decision, the first one first.
    case lawful([LawfulPaper], [Finding])
    case laidOut([LaidOutPaper], [Finding])
    case ordered([Slot], [Finding])
    /// Of a check: nothing forbids the papers.
    case passed([Finding])
    /// Issued before this run.
    case known([PaperEntry])
    case issued([PaperEntry], [Finding])
    case failed([Finding])
    /// Another run got a paper for the same person while this one was judged.
    case overtaken
    /// Another run has not finished this earlier paper.
    case waiting(DocumentNumber)
  }

  /// One paper of a decision that has its number.
  enum Slot: Sendable {
    case done(PaperEntry)
    case order(PaperOrder)
  }
}
