public import TamgaDecisions
public import TamgaDomain
import TamgaLaw
import TamgaRegister
public import TamgaTemplates

/// Judges records without issuing anything: `tamga check` and `tamga issue --dry-run`.
public struct DecisionCheck: Sendable {
  private let examiner: Examiner
  private let register: Office?

  /// Judges by an office's settings and what its register knows.
  public init(office: Office) {
    examiner = Examiner(office: office)
    register = office
  }

  /// Judges by the templates alone; facts that the records lack are listed as not checked.
  public init(library: TemplateLibrary, today: CalendarDate) {
    var policy = OfficePolicy()
    policy.facts = .given
    examiner = Examiner(library: library, bodies: nil, policy: policy, today: today)
    register = nil
  }

  /// One result for each record, in order; `lawful`, `already-issued` or `rejected`.
  public func run(
    _ source: RecordSource, namesSource: Bool, result: (DecisionResult) throws -> Void
  ) throws {
    let parser = examiner.parser
    var reader = try source.records()
    while let record = try reader.next() {
      let parsed = parser.parse(record)
      var outcome = DecisionResult.Outcome.lawful
      var findings: [Finding] = []
      if let known = try known(parsed) {
        (outcome, findings) = known
      } else {
        switch try judge(parsed) {
        case .lawful(_, let list): findings = list
        case .refused(let list): (outcome, findings) = (.rejected, list)
        }
      }
      try result(
        DecisionResult(
          line: record.line, source: namesSource ? record.source : nil, id: parsed.id,
          outcome: outcome, document: parsed.decision?.kind.id, paper: nil, also: [],
          findings: findings))
    }
  }

  private func judge(_ parsed: ParsedDecision) throws -> LawfulPapers.Outcome {
    guard let decision = parsed.decision else { return .refused(parsed.findings) }
    return try LawfulPapers(examiner: examiner, batch: "").examine(
      parsed, decision, hash: ReservationRequests.hash(of: decision), extra: [],
      noPredecessor: .warning)
  }

  /// What the register already says of the decision.
  private func known(_ parsed: ParsedDecision) throws -> (DecisionResult.Outcome, [Finding])? {
    guard let register, let decision = parsed.decision, let id = decision.id,
      let paper = try register.register.paper(decision: id, part: 0)
    else { return nil }
    if paper.recordHash != ReservationRequests.hash(of: decision) {
      return (.rejected, [Conflicts.changed(paper.number)])
    }
    switch paper.state {
    case .issued: return (.alreadyIssued, [])
    case .void: return (.rejected, [Conflicts.voided(paper.number)])
    default: return nil
    }
  }
}
