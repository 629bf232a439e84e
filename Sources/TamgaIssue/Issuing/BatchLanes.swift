import TamgaDecisions

/// The lanes of a run: each takes a part of the records through every step with one worker, while
/// others are at other steps. Results come in the order of the records.
struct BatchLanes {
  let lanes: [BatchGroup]

  /// Parts that may be done before one that still waits for another run, for each lane.
  private static let ahead = 8

  private struct Done: Sendable {
    let part: Int
    let lane: Int
    let results: [(RawRecord, DecisionResult)]
  }

  /// - Parameters:
  ///   - next: The next records in order, few enough to be held; nil at the end.
  ///   - take: What is ready, in order.
  func run(
    next: () throws -> [RawRecord]?, take: ([(RawRecord, DecisionResult)]) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Done.self) { tasks in
      var free = Array(lanes.indices)
      var under: [Int: ConflictSet] = [:]
      var ready: [Int: [(RawRecord, DecisionResult)]] = [:]
      var (started, taken) = (0, 0)
      let tickets = OrderedTickets()
      func collect() async throws {
        guard let done = try await tasks.next() else { return }
        free.append(done.lane)
        under[done.part] = nil
        ready[done.part] = done.results
        while let results = ready.removeValue(forKey: taken) {
          try take(results)
          taken += 1
        }
      }
      while let records = try next() {
        let size = (records.count + lanes.count - 1) / lanes.count
        var rest = lanes[0].parse(records)[...]
        while !rest.isEmpty {
          while free.isEmpty || started - taken >= Self.ahead * lanes.count { try await collect() }
          let part = Array(ConflictSet(under.values).independent(rest.prefix(size)))
          if part.isEmpty {
            try await collect()
            continue
          }
          let (number, lane) = (started, free.removeLast())
          let group = lanes[lane]
          under[number] = ConflictSet(part)
          tasks.addTask {
            let ticket = Ticket(tickets: tickets, part: number)
            defer { ticket.pass() }
            return Done(
              part: number, lane: lane, results: try await group.results(of: part, ticket))
          }
          started += 1
          rest = rest.dropFirst(part.count)
        }
      }
      while taken < started { try await collect() }
    }
  }
}
