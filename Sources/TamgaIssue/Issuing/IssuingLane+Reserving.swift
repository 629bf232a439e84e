import TamgaDomain
import TamgaLaw
import TamgaRegister

/// Numbers of laid out papers.
extension IssuingLane {
  /// Reserves every laid out decision; the other steps stay. A check asks what would come of it.
  func reserved(_ steps: [Step]) throws -> [Step] {
    let laidOut = steps.enumerated().compactMap { index, step in
      if case .laidOut(let papers, let findings) = step {
        (index: index, papers: papers, findings)
      } else {
        nil
      }
    }
    guard !laidOut.isEmpty else { return steps }
    guard let office else {
      var steps = steps
      for (index, _, findings) in laidOut { steps[index] = .passed(findings) }
      return steps
    }
    var steps = steps
    let unchanged = try unchanged(laidOut, &steps)
    let outcomes = try reserve(unchanged.map { $0.papers.map(\.paper.request) }, office)
    for ((index, papers, findings), outcome) in zip(unchanged, outcomes) {
      switch outcome {
      case .success(let outcomes): steps[index] = step(papers, outcomes, findings)
      case .failure(let error): steps[index] = .failed([Failure(error).finding])
      }
    }
    return steps
  }

  /// Enters kinds and forms of the papers, and leaves out those whose kind says something else than its papers
  /// that are out: the office is at fault, not the record.
  private func unchanged(
    _ laidOut: [(index: Int, papers: [LaidOutPaper], [Finding])], _ steps: inout [Step]
  ) throws -> [(index: Int, papers: [LaidOutPaper], [Finding])] {
    let papers = laidOut.flatMap { $0.papers }.map { laidOut in
      (laidOut.paper.examined.decision.kind, laidOut.paper.request.edition)
    }
    guard let changed = try forms?.enter(papers, by: destination?.agent), !changed.isEmpty else {
      return laidOut
    }
    return laidOut.filter { item in
      let kinds = item.papers.map(\.paper.examined.decision.kind.id)
      guard let kind = kinds.first(where: changed.contains) else { return true }
      steps[item.index] = .failed([RegisterFindings.kindChanged(kind)])
      return false
    }
  }

  /// One transaction for all papers of all decisions. Where a decision is at fault, the group is halved until it
  /// stands alone: the others get their numbers, still in their order.
  ///
  /// - Parameter decisions: The papers of each.
  private func reserve(
    _ decisions: [[ReservationRequest]], _ office: Office
  ) throws -> [Result<[ReservationOutcome], RegisterError>] {
    try Self.isolating(decisions) { decisions in
      let requests = decisions.flatMap(\.self)
      var outcomes =
        if let destination {
          try office.register.reserve(requests, by: destination.agent, at: office.now())[...]
        } else {
          try office.register.trial(requests, by: "check", at: office.now())[...]
        }
      return decisions.map { papers in
        defer { outcomes = outcomes.dropFirst(papers.count) }
        return Array(outcomes.prefix(papers.count))
      }
    }
  }

  /// Runs `body` over all values at once, and over halves where one of them is at fault.
  ///
  /// - Throws: What concerns them all: the register is lost, its disk is full.
  static func isolating<Value, Outcome>(
    _ values: [Value], _ body: ([Value]) throws -> [Outcome]
  ) throws -> [Result<Outcome, RegisterError>] {
    guard !values.isEmpty else { return [] }
    do {
      return try body(values).map { .success($0) }
    } catch let error as RegisterError where error.concernsOneItem {
      guard values.count > 1 else { return [.failure(error)] }
      let half = values.count / 2
      return try isolating(Array(values[..<half]), body) + isolating(Array(values[half...]), body)
    }
  }

  private func step(
    _ papers: [LaidOutPaper], _ outcomes: [ReservationOutcome], _ findings: [Finding]
  ) -> Step {
    var slots: [Slot] = []
    // Further papers print the number of the first.
    var first: DocumentNumber?
    for (laidOut, outcome) in zip(papers, outcomes) {
      switch outcome {
      case .reserved(let reservation):
        first = first ?? reservation.paper.number
        slots.append(
          .order(PaperOrder(laidOut: laidOut, reservation: reservation, firstNumber: first)))
      case .issued(let entry):
        first = first ?? entry.number
        slots.append(.done(entry))
      case .changed(let number): return .rejected([RegisterFindings.changed(number)])
      case .voided(let number): return .rejected([RegisterFindings.voided(number)])
      case .refused(.personChanged): return .overtaken
      case .refused(let refusal):
        return .rejected(
          [RegisterFindings.finding(refusal, laidOut.paper.examined.decision)])
      }
    }
    return destination == nil ? .passed(findings) : .ordered(slots, findings)
  }

  /// Makes every paper that has its number.
  func finished(_ steps: [Step]) async throws -> [Step] {
    var orders: [PaperOrder] = []
    for case .ordered(let slots, _) in steps {
      for case .order(let order) in slots { orders.append(order) }
    }
    guard let office, let destination else { return steps }
    var steps = steps
    var outcomes =
      orders.isEmpty ? [] : try await finish(orders, office, destination)[...]
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
    return steps
  }
}
