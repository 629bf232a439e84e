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

  /// A record with what its reading gave.
  private struct Item: Sendable {
    let record: RawRecord
    let parsed: ParsedDecision
  }

  /// The results of all records, in order.
  func results(
    of records: [RawRecord]
  ) async throws -> [(RawRecord, ResultLine)] {
    let parser = examiner.parser
    let items = try await workers.map(records) { record, _ in
      Item(record: record, parsed: parser.parse(record))
    }
    var all: [(RawRecord, ResultLine)] = []
    var rest = items[...]
    while !rest.isEmpty {
      let count = independent(rest)
      let part = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      all += zip(part.map(\.record), try await settle(part))
    }
    return all
  }

  /// How many records can be settled together: one that names the paper of an earlier record, or
  /// repeats its id, waits until that one is confirmed.
  private func independent(_ items: ArraySlice<Item>) -> Int {
    var ids: Set<String> = []
    var numbers: Set<String> = []
    var persons: Set<String> = []
    for (offset, item) in items.enumerated() {
      guard let decision = item.parsed.decision else { continue }
      switch decision.previous {
      case .decision(let id)? where ids.contains(id): return offset
      case .number(let number)? where numbers.contains(number): return offset
      default: break
      }
      if let id = decision.id, !ids.insert(id).inserted { return offset }
      // A second paper of a person is judged when the register holds the first.
      let keys = ReservationRequests.personKeys(decision)
      if keys.contains(where: persons.contains) { return offset }
      persons.formUnion(keys)
      if case .text(let number)? = decision.fields[decision.kind.number.field] {
        numbers.insert(number.kk)
      }
    }
    return items.count
  }

  /// How often a decision is judged again because another run got a paper for its person meanwhile.
  private static let judgements = 3

  private func settle(_ items: [Item]) async throws -> [ResultLine] {
    var steps = try await workers.map(items) { item, maker in try await judge(item, maker) }
    try reserve(&steps)
    for _ in 0..<Self.judgements {
      let overtaken = steps.indices.filter {
        if case .overtaken = steps[$0] { true } else { false }
      }
      if overtaken.isEmpty { break }
      let again = try await workers.map(overtaken.map { items[$0] }) { item, maker in
        try await judge(item, maker)
      }
      for (index, step) in zip(overtaken, again) { steps[index] = step }
      try reserve(&steps)
    }
    try await make(&steps)
    return zip(items, steps).map { item, step in
      result(item, step)
    }
  }

  // MARK: judging

  /// Where a record stands.
  enum Step: Sendable {
    case rejected([Finding])
    /// The papers of a lawful decision, the first one first.
    case lawful([PlannedPaper], [Finding])
    case ordered([Slot], [Finding])
    /// Issued before this run.
    case known([PaperEntry])
    case issued([PaperEntry], [Finding])
    case failed([Finding])
    /// Another run got a paper for the same person while this one was judged.
    case overtaken
  }

  /// One paper of a decision that has its number.
  enum Slot: Sendable {
    case done(PaperEntry)
    case order(PaperOrder)
  }

  private func judge(_ item: Item, _ maker: PaperMaker) async throws -> Step {
    guard let decision = item.parsed.decision else { return .rejected(item.parsed.findings) }
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
    let letters = await maker.missingLetters(in: decision)
    let judged = try PlannedPapers(examiner: examiner, batch: batch)
      .examine(item.parsed, decision, hash: hash, extra: letters)
    switch judged {
    case .refused(let findings): return .rejected(findings)
    case .lawful(var papers, let findings):
      for index in papers.indices { papers[index].request.personSeen = seen }
      return .lawful(papers, findings)
    }
  }

  // MARK: reserving

  private func reserve(_ steps: inout [Step]) throws {
    let lawful = steps.enumerated().compactMap { index, step in
      if case .lawful(let papers, let findings) = step { (index, papers, findings) } else { nil }
    }
    // A decision whose first paper is refused reserves none of the others.
    let firsts = try reserve(lawful.map { $0.1[0].request })
    let further = zip(lawful, firsts).flatMap { decision, outcome in
      switch outcome {
      case .reserved, .issued: decision.1.dropFirst().map(\.request)
      case .changed, .voided, .refused: [ReservationRequest]()
      }
    }
    var others = try reserve(further)[...]
    for ((index, papers, findings), first) in zip(lawful, firsts) {
      var outcomes = [first]
      if case .reserved = first { outcomes += others.prefix(papers.count - 1) }
      if case .issued = first { outcomes += others.prefix(papers.count - 1) }
      others = others.dropFirst(outcomes.count - 1)
      steps[index] = step(papers, outcomes, findings)
    }
  }

  private func reserve(_ requests: [ReservationRequest]) throws -> [ReservationOutcome] {
    guard !requests.isEmpty else { return [] }
    return try office.register.reserve(requests, by: agent, at: office.now())
  }

  private func step(
    _ papers: [PlannedPaper], _ outcomes: [ReservationOutcome], _ findings: [Finding]
  ) -> Step {
    var slots: [Slot] = []
    // Further papers print the number of the first.
    var first: DocumentNumber?
    for (paper, outcome) in zip(papers, outcomes) {
      switch outcome {
      case .reserved(let reservation):
        first = first ?? reservation.paper.number
        slots.append(
          .order(
            PaperOrder(
              examined: paper.examined, reservation: reservation, first: paper.first,
              firstNumber: first)))
      case .issued(let entry):
        first = first ?? entry.number
        slots.append(.done(entry))
      case .changed(let number): return .rejected([Conflicts.changed(number)])
      case .voided(let number): return .rejected([Conflicts.voided(number)])
      case .refused(.personChanged): return .overtaken
      case .refused(let refusal):
        return .rejected([Conflicts.finding(refusal, paper.examined.decision)])
      }
    }
    return .ordered(slots, findings)
  }

  // MARK: making

  private func make(_ steps: inout [Step]) async throws {
    var orders: [PaperOrder] = []
    for case .ordered(let slots, _) in steps {
      for case .order(let order) in slots { orders.append(order) }
    }
    guard !orders.isEmpty else { return }
    let press = PaperPress(office: office, workers: workers, folder: folder, agent: agent)
    var outcomes = try await press.print(orders)[...]
    for (index, step) in steps.enumerated() {
      guard case .ordered(let slots, let findings) = step else { continue }
      var entries: [PaperEntry] = []
      var failures: [Finding] = []
      for slot in slots {
        switch slot {
        case .done(let entry): entries.append(entry)
        case .order:
          switch outcomes.removeFirst() {
          case .success(let entry): entries.append(entry)
          case .failure(let failure): failures.append(failure.finding)
          }
        }
      }
      steps[index] = failures.isEmpty ? .issued(entries, findings) : .failed(failures)
    }
  }

  // MARK: results

  private func result(_ item: Item, _ step: Step) -> ResultLine {
    var outcome = ResultLine.Outcome.rejected
    var papers: [ResultLine.Paper] = []
    var findings: [Finding] = []
    switch step {
    case .rejected(let list): findings = list
    case .failed(let list): (outcome, findings) = (.failed, list)
    case .known(let entries):
      outcome = .alreadyIssued
      for entry in entries {
        let (restored, paper) = restored(entry)
        papers += [paper].compactMap(\.self)
        if restored == .failed {
          outcome = .failed
          findings.append(Conflicts.fileLost(entry.number))
        }
      }
    case .issued(let entries, let list):
      (outcome, findings) = (.issued, list)
      papers = entries.compactMap(Self.paper)
    case .overtaken:
      (outcome, findings) = (.failed, [Conflicts.personChanged])
    case .lawful, .ordered: outcome = .failed
    }
    let decision = item.parsed.decision
    return ResultLine(
      line: item.record.line, source: namesSource ? item.record.source : nil,
      id: item.parsed.id, outcome: outcome, document: decision?.kind.id,
      paper: papers.first, also: Array(papers.dropFirst()), findings: findings,
      issuingBody: decision?.issuingBody, isFetched: decision?.isFetched ?? false)
  }

  /// The paper of an earlier run: its file is put back when it is not there or was changed.
  private func restored(_ entry: PaperEntry) -> (ResultLine.Outcome, ResultLine.Paper?) {
    guard let file = entry.file, let paper = Self.paper(entry) else { return (.failed, nil) }
    let path = folder + "/" + paper.file
    if PaperStore.file(at: path, has: file.sha256) { return (.alreadyIssued, paper) }
    do {
      let bytes = try office.store.get(file.sha256)
      try DurableFile.makeFolder(folder + "/documents/" + entry.document)
      try DurableFile.write(bytes, to: path, mode: 0o644)
      return (.alreadyIssued, paper)
    } catch {
      return (.failed, paper)
    }
  }

  private static func paper(_ entry: PaperEntry) -> ResultLine.Paper? {
    guard let file = entry.file else { return nil }
    return ResultLine.Paper(
      document: entry.document, number: entry.number.description,
      file: "documents/\(entry.document)/\(entry.number.fileName).pdf", sha256: file.sha256,
      pages: file.pages)
  }
}
