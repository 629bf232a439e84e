internal import TamgaDomain

/// One group of reservations inside its transaction.
///
/// What the requests ask about is read for all of them at once, and their papers are written at once.
/// A request that depends on an earlier one of the group has the papers up to it written first.
final class ReserveStep {
  private let requests: [ReservationRequest]
  private let log: EventLog
  private let session: any SQLSession
  private let numbers: NumberAllotment
  private let places: StatusPlacement

  private var outcomes: [ReservationOutcome?]
  private var plan: [PlannedPaper] = []
  /// Every paper that the group has planned, written or not.
  private var planned: Set<DecisionPart> = []
  /// What came of decisions of which a paper got no number: they get none for their further papers.
  private var refused: [String: ReservationOutcome] = [:]
  /// Papers that a planned one ends.
  private var ending: Set<Int64> = []

  private var stored: [PaperEntry?] = []
  private var seals: [Int64: SealRecord] = [:]
  private var predecessors: [Int64: PaperEntry] = [:]
  private var persons: PersonGuard

  init(_ requests: [ReservationRequest], _ log: EventLog, _ room: StatusPlacement.Room) {
    self.requests = requests
    self.log = log
    session = log.session
    numbers = NumberAllotment(session: log.session)
    places = StatusPlacement(session: log.session, room: room)
    persons = PersonGuard(session: log.session)
    outcomes = Array(repeating: nil, count: requests.count)
  }

  /// One for each request, in order.
  func run() throws -> [ReservationOutcome] {
    try read()
    for (index, request) in requests.enumerated() {
      if request.part == 0 { refused[request.decision] = nil }
      if let refused = refused[request.decision] {
        outcomes[index] = refused
        continue
      }
      outcomes[index] = try outcome(of: request, index)
      switch outcomes[index] {
      case nil, .reserved, .issued: break
      case .changed, .voided, .refused: refused[request.decision] = outcomes[index]
      }
    }
    try insert()
    try places.write()
    return outcomes.map { $0! }  // safe: what has no outcome was planned, and is inserted now
  }

  private func read() throws {
    stored = try look(up: requests)
    var fresh = requests.indices.filter { stored[$0] == nil }
    var hasWaited = try persons.lock(fresh.map { requests[$0] })
    let toAllot = fresh.map { requests[$0] }.filter {
      $0.given == nil && ($0.relation != .duplicates || $0.previous == nil)
    }
    let given = fresh.compactMap { requests[$0].given }
    hasWaited = try numbers.lock(prefixes: toAllot.map(\.series), given: given) || hasWaited
    if hasWaited {
      // Another transaction may have reserved them while this one waited for the lock.
      for (index, paper) in zip(fresh, try look(up: fresh.map { requests[$0] })) {
        stored[index] = paper
      }
      fresh.removeAll { stored[$0] != nil }
    }
    let unfinished = stored.compactMap { $0 }.filter {
      $0.state == .reserved || $0.state == .sealed
    }
    seals = try PaperRow.seals(session, serials: unfinished.map(\.serial))
    predecessors = try PaperRow.all(session, serials: fresh.compactMap { requests[$0].previous })
    let new = fresh.map { requests[$0] }
    numbers.expect(prefixes: new.filter { $0.given == nil }.map(\.series))
    try persons.look(up: new)
    try numbers.look(up: new.compactMap { request in request.given.map { ($0, request.family) } })
  }

  private func look(up requests: [ReservationRequest]) throws -> [PaperEntry?] {
    try session.rows(
      "\(PaperRow.select) WHERE p.decision = ? AND p.part = ?",
      each: requests.map { [$0.decision, $0.part] }, PaperRow.entry
    ).map(\.first)
  }

  /// Nil when the paper is planned: its outcome comes with its insertion.
  private func outcome(
    of request: ReservationRequest, _ index: Int
  ) throws -> ReservationOutcome? {
    if let paper = stored[index] { return found(paper, request) }
    if planned.contains(DecisionPart(request)) {
      try insert()
      if let paper = try look(up: [request])[0] { return found(paper, request) }
    }
    if persons.hasChanged(since: request) { return .refused(.personChanged) }
    var previous: PaperEntry?
    if let relation = request.relation, let serial = request.previous {
      switch try predecessor(serial, relation) {
      case .success(let paper): previous = paper
      case .failure(let refusal): return .refused(refusal)
      }
    }
    switch try number(for: request, previous) {
    case .success(let naming):
      planned.insert(DecisionPart(request))
      if let previous, request.relation?.endsPrevious == true { ending.insert(previous.serial) }
      plan.append(
        PlannedPaper(index: index, request: request, naming: naming, previous: previous))
      return nil
    case .failure(let refusal): return .refused(refusal)
    }
  }

  private func found(_ paper: PaperEntry, _ request: ReservationRequest) -> ReservationOutcome {
    guard paper.recordHash == request.recordHash else { return .changed(paper.number) }
    switch paper.state {
    case .reserved, .sealed:
      return .reserved(Reservation(paper: paper, seal: seals[paper.serial], isNew: false))
    case .issued: return .issued(paper)
    case .void: return .voided(paper.number)
    }
  }

  // A record names a number, and means the copy of it that is in force.
  private func predecessor(_ serial: Int64, _ relation: Relation) throws -> Found<PaperEntry> {
    guard let named = predecessors[serial] else { return .failure(.previousUnknown) }
    if relation == .extends {
      return named.state == .void || named.status == .revoked
        ? .failure(.previousEnded(named.number, named.condition)) : .success(named)
    }
    guard var newest = try newestCopy(of: named) else {
      return .failure(.previousEnded(named.number, named.condition))
    }
    if ending.contains(newest.serial) {
      try insert()
      newest = try newestCopy(of: named) ?? newest
    }
    if let other = try PaperRow.one(
      session, "WHERE p.previous = ? AND p.relation <> 'extends' AND p.state <> 'void'",
      [newest.serial])
    {
      return .failure(.previousReplaced(newest.number, by: other.number))
    }
    return newest.status == .revoked
      ? .failure(.previousEnded(newest.number, newest.condition)) : .success(newest)
  }

  private func newestCopy(of named: PaperEntry) throws -> PaperEntry? {
    try PaperRow.one(
      session,
      """
      WHERE p.number = ? AND p.family = (SELECT family FROM paper WHERE serial = ?)
        AND p.state <> 'void' ORDER BY p.copy DESC LIMIT 1
      """, [named.number.number, named.serial])
  }

  private func number(
    for request: ReservationRequest, _ previous: PaperEntry?
  ) throws -> Found<Naming> {
    if let previous, request.relation == .duplicates {
      let original = previous.number.number
      if let given = request.given, given.number != original {
        return .failure(.numberDiffers(original: DocumentNumber(stored: original, copy: 0)))
      }
      return .success(try numbers.nextCopy(of: previous))
    }
    guard let given = request.given else {
      return .success(try numbers.next(request.series, from: request.seriesFirst))
    }
    if numbers.isUsedByGroup(given) { try insert() }
    return try numbers.take(given, request.family).map { .success($0) }
      ?? .failure(.numberTaken(given))
  }

  /// Writes the planned papers.
  private func insert() throws {
    guard !plan.isEmpty else { return }
    try numbers.write()
    let indexes = try places.take(
      from: plan.map { StatusIndex.firstList(validUntil: $0.request.validUntil) })
    let papers = try PlannedPaper.insert(plan, indexes, log)
    for (item, paper) in zip(plan, papers) {
      outcomes[item.index] = .reserved(Reservation(paper: paper, seal: nil, isNew: true))
    }
    plan = []
  }
}

/// What makes a paper's request the same one.
private struct DecisionPart: Hashable {
  let decision: String
  let part: Int

  init(_ request: ReservationRequest) {
    decision = request.decision
    part = request.part
  }
}

private enum Found<Value> {
  case success(Value)
  case failure(ReservationRefusal)
}
