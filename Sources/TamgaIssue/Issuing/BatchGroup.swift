import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaRegister

/// One group of records on its way: read and judged by all workers, reserved in one transaction,
/// made by all workers, sealed, written, confirmed.
struct BatchGroup: Sendable {
  let office: Office
  let folder: String
  let batch: String
  let agent: String
  let workers: Workers
  let examiner: Examiner
  let namesSource: Bool
  var unfinished = FailedDecisions()

  /// A record with what its reading gave.
  struct Item: Sendable {
    let record: RawRecord
    let parsed: ParsedDecision
  }

  /// The results of all records, in order.
  func results(of records: [RawRecord]) async throws -> [(RawRecord, DecisionResult)] {
    var all: [(RawRecord, DecisionResult)] = []
    var rest = parse(records)[...]
    while !rest.isEmpty {
      let part = Array(ConflictSet().independent(rest))
      all += try await results(of: part)
      rest = rest.dropFirst(part.count)
    }
    return all
  }

  func parse(_ records: [RawRecord]) -> [Item] {
    let parser = examiner.parser
    return records.map { Item(record: $0, parsed: parser.parse($0)) }
  }

  /// How often a decision is judged again because another run got a paper for its person meanwhile.
  private static let judgements = 3
  /// How often, and how far apart, it is tried again while another run finishes its earlier paper.
  private static let patience = (times: 20, pause: Duration.milliseconds(500))

  /// The results of items that do not depend on each other.
  ///
  /// - Parameter ticket: When their numbers are allotted; passed as soon as they are.
  func results(of items: [Item], _ ticket: Ticket? = nil) async throws -> [(
    RawRecord, DecisionResult
  )] {
    var steps = try await steps(of: items, beside: items, ticket)
    for _ in 0..<Self.patience.times {
      let waiting = steps.indices.filter {
        if case .waiting = steps[$0] { true } else { false }
      }
      if waiting.isEmpty { break }
      try await Task.sleep(for: Self.patience.pause)
      let again = try await self.steps(of: waiting.map { items[$0] }, beside: items, nil)
      for (index, step) in zip(waiting, again) { steps[index] = step }
    }
    let results = zip(items, steps).map { item, step in (item.record, result(item, step)) }
    unfinished.note(results.map(\.1))
    return results
  }

  /// Everything that can be done now: judged, reserved and made. What waits for a paper of another
  /// run reserves nothing, so that no two runs wait for each other.
  private func steps(
    of items: [Item], beside all: [Item], _ ticket: Ticket?
  ) async throws -> [Step] {
    let ids = Set(all.compactMap(\.parsed.id))
    var steps = try await workers.map(items) { item, maker in
      try await judge(item, maker, beside: ids)
    }
    await ticket?.wait()
    try reserve(&steps)
    ticket?.pass()
    for _ in 0..<Self.judgements {
      let overtaken = steps.indices.filter {
        if case .overtaken = steps[$0] { true } else { false }
      }
      if overtaken.isEmpty { break }
      let again = try await workers.map(overtaken.map { items[$0] }) { item, maker in
        try await judge(item, maker, beside: ids)
      }
      for (index, step) in zip(overtaken, again) { steps[index] = step }
      try reserve(&steps)
    }
    try await make(&steps)
    return steps
  }

  // MARK: judging

  /// Where a record stands.
  enum Step: Sendable {
    case rejected([Finding])
    /// The papers of a lawful decision, the first one first.
    case lawful([LawfulPaper], [Finding])
    case ordered([Slot], [Finding])
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

  private func judge(
    _ item: Item, _ maker: DocumentRenderer, beside ids: Set<String>
  ) async throws -> Step {
    guard let decision = item.parsed.decision else { return .rejected(item.parsed.findings) }
    if case .decision(let id)? = decision.previous, unfinished.contains(id) {
      return .failed([Conflicts.earlierFailed])
    }
    let hash = ReservationRequests.hash(of: decision)
    if let id = decision.id, let paper = try office.register.paper(decision: id, part: 0) {
      if paper.recordHash != hash { return .rejected([Conflicts.changed(paper.number)]) }
      if paper.state == .void { return .rejected([Conflicts.voided(paper.number)]) }
      let others = try decision.kind.also.indices.map { index in
        try office.register.paper(decision: id, part: index + 1)
      }
      let all = [paper] + others.compactMap(\.self)
      if let gone = all.first(where: { $0.purgedAt != nil }) {
        return .rejected([Conflicts.purged(gone.number)])
      }
      if all.count == others.count + 1, all.allSatisfy({ $0.state == .issued }) {
        return .known(all)
      }
    }
    // Before the rules look: what comes later is seen by the register.
    let seen =
      decision.kind.action.gives
      ? try office.register.newest(personKeys: ReservationRequests.personKeys(decision)) : nil
    let judged = try LawfulPapers(examiner: examiner, batch: batch)
      .examine(item.parsed, decision, hash: hash, extra: [])
    switch judged {
    case .refused(let findings): return .rejected(findings)
    case .lawful(var papers, let findings):
      if let paper = try unfinished(papers[0].request, beside: ids) {
        return unfinished.contains(paper.decision)
          ? .failed([Conflicts.earlierFailed]) : .waiting(paper.number)
      }
      for index in papers.indices { papers[index].request.personSeen = seen }
      return .lawful(papers, findings)
    }
  }

  /// The earlier paper, or a copy of it, that another run has reserved and not finished; those of
  /// this group come in their order.
  private func unfinished(
    _ request: ReservationRequest, beside ids: Set<String>
  ) throws -> PaperEntry? {
    guard let serial = request.previous, let paper = try office.register.paper(serial: serial)
    else {
      return nil
    }
    return try office.register.copies(ofNumber: paper.number.number).first {
      !ids.contains($0.decision)
        && ($0.state == .reserved || $0.state == .sealed)
    }
  }
}
