import TamgaDomain
import TamgaLaw
import TamgaRegister

/// Numbers and files of lawful decisions.
extension BatchGroup {
  func reserve(_ steps: inout [Step]) throws {
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
    _ papers: [LawfulPaper], _ outcomes: [ReservationOutcome], _ findings: [Finding]
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

  func make(_ steps: inout [Step]) async throws {
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
}
