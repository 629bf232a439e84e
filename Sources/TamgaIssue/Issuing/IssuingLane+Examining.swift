import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaRegister

/// What is found out before a number is asked for: by the rules, the register and the layout.
extension IssuingLane {
  func examined(
    _ items: [IssuingItem], beside ids: Set<String>, _ run: RunDecisions
  ) async throws -> [Step] {
    // Missing fonts end the run before anything is judged.
    try await renderer.loadFonts()
    // The day may have changed since the lane was made.
    let judge = LawfulPapers(
      examiner: office.map(Examiner.init(office:)) ?? examiner, batch: destination?.batch)
    var steps: [Step] = try zip(items, answers(to: items)).map { item, answer in
      do {
        return try examine(item.parsed, answer?.get(), by: judge, beside: ids, run)
      } catch {
        guard Failure.concernsOnePaper(error) else { throw error }
        return .failed([Failure(error).finding])
      }
    }
    for (index, step) in steps.enumerated() {
      guard case .lawful(let papers, let findings) = step else { continue }
      switch try await renderer.layOut(papers) {
      case .laidOut(let laidOut): steps[index] = .laidOut(laidOut, findings)
      case .rejected(let finding): steps[index] = .rejected(findings + [finding])
      case .failed(let finding): steps[index] = .failed([finding])
      }
    }
    return steps
  }

  /// What the register says of each item; nil without a register and of what could not be read.
  private func answers(
    to items: [IssuingItem]
  ) throws -> [Result<DecisionAnswer, RegisterError>?] {
    guard let register = office?.register else { return items.map { _ in nil } }
    let questions = items.map { item in
      item.parsed.decision.map { Examiner.question($0, personKeys: item.personKeys) }
    }
    var answers = try Self.isolating(questions.compactMap(\.self)) {
      try register.answers(to: $0)
    }[...]
    return questions.map { $0 == nil ? nil : answers.removeFirst() }
  }

  private func examine(
    _ parsed: ParsedDecision, _ answer: DecisionAnswer?, by judge: LawfulPapers,
    beside ids: Set<String>, _ run: RunDecisions
  ) throws -> Step {
    guard let decision = parsed.decision else { return .rejected(parsed.findings) }
    if case .decision(let id)? = decision.previous, run.hasFailed(id) {
      return .failed([RegisterFindings.earlierFailed])
    }
    let hash = ReservationRequests.hash(of: decision)
    if let known = known(decision, answer, hash, run) { return known }
    let judged = try judge.examine(
      parsed, decision, answer, hash: hash, noPredecessor: noPredecessor(decision, run))
    switch judged {
    case .refused(let findings): return .rejected(findings)
    case .lawful(var papers, let findings):
      if let paper = try unfinished(papers[0].request, beside: ids) {
        return run.hasFailed(paper.decision)
          ? .failed([RegisterFindings.earlierFailed]) : .waiting(paper.number)
      }
      for index in papers.indices {
        // What comes after the answer is seen by the register.
        papers[index].request.personSeen = decision.kind.action.gives ? answer?.newest : nil
        let edition = papers[index].request.edition
        papers[index].request.form = forms?.form(ofEdition: edition)?.hash
      }
      return .lawful(papers, findings)
    }
  }

  /// What the register, or a line above in a check, already says of the decision.
  private func known(
    _ decision: Decision, _ answer: DecisionAnswer?, _ hash: [UInt8], _ run: RunDecisions
  ) -> Step? {
    guard let id = decision.id else { return nil }
    if destination == nil, let earlier = run.lawfulRecord(id) {
      return earlier == hash ? .known([]) : .rejected([RegisterFindings.changedAbove])
    }
    guard let answer, let paper = answer.papers.first(where: { $0.part == 0 }) else { return nil }
    if paper.recordHash != hash { return .rejected([RegisterFindings.changed(paper.number)]) }
    if paper.state == .void { return .rejected([RegisterFindings.voided(paper.number)]) }
    let parts = 0...decision.kind.also.count
    let all = answer.papers.filter { parts.contains($0.part) }
    if let gone = all.first(where: { $0.purgedAt != nil }) {
      return .rejected([RegisterFindings.purged(gone.number)])
    }
    let isDone = all.count == parts.count && all.allSatisfy { $0.state == .issued }
    return isDone ? .known(all) : nil
  }

  /// What it is when `previous` names a decision without a paper: a check, which issues nothing of the
  /// lines above, warns where one of them would be issued. Without a register nothing is known.
  private func noPredecessor(_ decision: Decision, _ run: RunDecisions) -> Level {
    guard destination == nil, case .decision(let id)? = decision.previous,
      run.lawfulRecord(id) != nil
    else { return .error }
    return .warning
  }

  /// The earlier paper, or a copy of it, that another run has reserved and not finished; those of
  /// this group come in their order.
  private func unfinished(
    _ request: ReservationRequest, beside ids: Set<String>
  ) throws -> PaperEntry? {
    guard let register = office?.register, let serial = request.previous,
      let paper = try register.paper(serial: serial)
    else { return nil }
    return try register.copies(ofNumber: paper.number.number).first {
      !ids.contains($0.decision)
        && ($0.state == .reserved || $0.state == .sealed)
    }
  }
}
