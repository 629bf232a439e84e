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
  let makers: [PaperMaker]
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
    let items = try await parallel(records) { record, _ in
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
    for (offset, item) in items.enumerated() {
      guard let decision = item.parsed.decision else { continue }
      switch decision.previous {
      case .decision(let id)? where ids.contains(id): return offset
      case .number(let number)? where numbers.contains(number): return offset
      default: break
      }
      if let id = decision.id, !ids.insert(id).inserted { return offset }
      if case .text(let number)? = decision.fields[decision.kind.number.field] {
        numbers.insert(number.kk)
      }
    }
    return items.count
  }

  private func settle(_ items: [Item]) async throws -> [ResultLine] {
    var steps = try await parallel(items) { item, maker in try await judge(item, maker) }
    try reserve(&steps)
    try await make(&steps)
    return zip(items, steps).map { item, step in
      result(item, step)
    }
  }

  // MARK: judging

  /// Where a record stands.
  enum Step: Sendable {
    case rejected([Finding])
    case lawful(ExaminedDecision, ReservationRequest)
    case ordered(PaperOrder)
    /// Issued before this run.
    case known(PaperEntry)
    case issued(PaperEntry, [Finding])
    case failed([Finding])
  }

  private func judge(_ item: Item, _ maker: PaperMaker) async throws -> Step {
    guard let decision = item.parsed.decision else { return .rejected(item.parsed.findings) }
    let hash = ReservationRequests.hash(of: decision)
    if let id = decision.id, let paper = try office.register.paper(decision: id, part: 0) {
      if paper.recordHash != hash { return .rejected([Conflicts.changed(paper.number)]) }
      if paper.state == .issued { return .known(paper) }
      if paper.state == .void { return .rejected([Conflicts.voided(paper.number)]) }
    }
    let letters = await maker.missingLetters(in: decision)
    let (examination, previous) = try examiner.examine(item.parsed, extra: letters)
    switch examination {
    case .refused(let findings): return .rejected(findings)
    case .lawful(let examined):
      var none: [Finding] = []
      let given = Examiner.givenNumber(decision, &none)
      return .lawful(
        examined,
        ReservationRequests.request(
          examined, hash: hash, given: given, previous: previous, batch: batch))
    }
  }

  /// Runs `body` over all values, as many at a time as there are workers; results keep their order.
  private func parallel<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ body: @escaping @Sendable (Value, PaperMaker) async throws -> Result
  ) async throws -> [Result] {
    let workers = makers.count
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for (worker, maker) in makers.enumerated() {
        group.addTask {
          var results: [(Int, Result)] = []
          for index in stride(from: worker, to: values.count, by: workers) {
            results.append((index, try await body(values[index], maker)))
          }
          return results
        }
      }
      var results = [Result?](repeating: nil, count: values.count)
      for try await part in group {
        for (index, result) in part { results[index] = result }
      }
      return results.compactMap(\.self)
    }
  }

  // MARK: reserving

  private func reserve(_ steps: inout [Step]) throws {
    var indices: [Int] = []
    var requests: [ReservationRequest] = []
    for (index, step) in steps.enumerated() {
      if case .lawful(_, let request) = step {
        indices.append(index)
        requests.append(request)
      }
    }
    guard !requests.isEmpty else { return }
    let outcomes = try office.register.reserve(requests, by: agent, at: office.now())
    for (index, outcome) in zip(indices, outcomes) {
      guard case .lawful(let examined, _) = steps[index] else { continue }
      switch outcome {
      case .reserved(let reservation):
        steps[index] = .ordered(PaperOrder(examined: examined, reservation: reservation))
      case .issued(let paper): steps[index] = .known(paper)
      case .changed(let number): steps[index] = .rejected([Conflicts.changed(number)])
      case .voided(let number): steps[index] = .rejected([Conflicts.voided(number)])
      case .refused(let refusal):
        steps[index] = .rejected([Conflicts.finding(refusal, examined.decision)])
      }
    }
  }

  // MARK: making

  private func make(_ steps: inout [Step]) async throws {
    var orders: [(index: Int, order: PaperOrder)] = []
    for (index, step) in steps.enumerated() {
      if case .ordered(let order) = step { orders.append((index, order)) }
    }
    guard !orders.isEmpty else { return }
    let press = PaperPress(office: office, folder: folder, agent: agent)
    let outcomes = try await press.print(orders.map(\.order)) { orders, body in
      try await parallel(orders, body)
    }
    for (entry, outcome) in zip(orders, outcomes) {
      switch outcome {
      case .success(let paper):
        steps[entry.index] = .issued(paper, entry.order.examined.findings)
      case .failure(let failure): steps[entry.index] = .failed([failure.finding])
      }
    }
  }

  // MARK: results

  private func result(_ item: Item, _ step: Step) -> ResultLine {
    var outcome = ResultLine.Outcome.rejected
    var paper: ResultLine.Paper?
    var findings: [Finding] = []
    switch step {
    case .rejected(let list): findings = list
    case .failed(let list): (outcome, findings) = (.failed, list)
    case .known(let entry):
      (outcome, paper) = restored(entry)
      if outcome == .failed { findings = [Conflicts.fileLost(entry.number)] }
    case .issued(let entry, let list):
      (outcome, findings) = (.issued, list)
      paper = Self.paper(entry)
    case .lawful, .ordered: outcome = .failed
    }
    return ResultLine(
      line: item.record.line, source: namesSource ? item.record.source : nil,
      id: item.parsed.id, outcome: outcome, document: item.parsed.decision?.kind.id,
      paper: paper, findings: findings)
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
      number: entry.number.description,
      file: "documents/\(entry.document)/\(entry.number.fileName).pdf", sha256: file.sha256,
      pages: file.pages)
  }
}
