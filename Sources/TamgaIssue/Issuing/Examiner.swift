import TamgaDecisions
public import TamgaDomain
import TamgaLaw
import TamgaLayout
import TamgaRegister
public import TamgaTemplates

/// Judges parsed decisions: editions, history and every rule of their kind.
public final class Examiner: Sendable {
  let library: TemplateLibrary
  let bodies: [String: IssuingBody]?
  let policy: OfficePolicy
  let today: CalendarDate
  let register: (any Register)?
  /// As ``OfficeConfiguration/seriesFirst``.
  let seriesFirst: [String: Int64]

  /// - Parameters:
  ///   - bodies: Nil where there is no office: every code of a body passes, without a kind.
  ///   - register: Nil where nothing earlier is known.
  public init(
    library: TemplateLibrary, bodies: [String: IssuingBody]?, policy: OfficePolicy,
    today: CalendarDate
  ) {
    self.library = library
    self.bodies = bodies
    self.policy = policy
    self.today = today
    register = nil
    seriesFirst = [:]
  }

  init(office: Office) {
    library = office.library
    bodies = office.configuration.bodies
    policy = office.configuration.policy
    today = office.today
    register = office.register
    seriesFirst = office.configuration.seriesFirst
  }

  /// Whether nothing in a record and no rule forbids its paper, as far as that is seen without a register.
  public func allows(_ record: [UInt8]) -> Bool {
    let parsed = parser.parse(record, source: "record")
    guard case .lawful? = try? examine(parsed, noPredecessor: .warning).0 else { return false }
    return true
  }

  /// What forbids the paper of a record, as far as that is seen without a register.
  public func refusals(of record: [UInt8]) -> [Finding] {
    let parsed = parser.parse(record, source: "record")
    let findings = (try? examine(parsed, noPredecessor: .warning).0.findings) ?? parsed.findings
    return findings.filter { $0.level == .error }
  }

  var parser: DecisionParser {
    let library = library
    return DecisionParser(
      kindNames: library.templates.keys.sorted(), bodies: bodies.map { Set($0.keys) },
      isCountry: { library.shared.countries[$0] != nil }, papers: library.shared.papers,
      letters: FontLetters.of(library.shared.fonts), kind: { library.kind($0) })
  }

  /// The examination of one decision and the entry of the paper before it.
  ///
  /// - Parameter noPredecessor: What it is when `previous` names a decision that has no paper yet:
  ///   only a check, which issues nothing of the lines above, lets it pass with a warning.
  /// - Parameter answer: What the register says of the decision; asked here where it is nil.
  func examine(
    _ parsed: ParsedDecision, _ answer: DecisionAnswer? = nil, noPredecessor: Level = .error
  ) throws -> (Examination, previous: PaperEntry?) {
    let recordFindings = parsed.findings
    guard let decision = parsed.decision else { return (.refused(recordFindings), nil) }
    var history = History()
    var previous: PaperEntry?
    var found = SealLimits.findings(decision)
    let given = Self.givenNumber(decision, &found)
    let named = decision.previous.map { [$0] } ?? Self.printedPredecessors(decision)
    if let register, !named.isEmpty || given != nil {
      for name in named.isEmpty ? [nil] : named.map(Optional.some) {
        let answer = try register.history(
          HistoryQuestion(
            previous: name, relation: decision.kind.action.relation, givenNumber: given,
            document: decision.kind.id, service: decision.kind.service, decision: decision.id))
        history = answer.history
        previous = answer.previous
        if previous != nil { break }
      }
      if case .decision? = decision.previous, previous == nil {
        found.append(RegisterFindings.noPredecessor(noPredecessor))
      }
    }
    if let register, decision.kind.action.gives {
      let answer =
        try answer
        ?? register.answers(
          to: [
            Self.question(decision, personKeys: ReservationRequests.personKeys(decision))
          ])[0]
      try findPapers(of: decision, answer, &history)
    }
    history.isRegistered = register != nil
    history.previousPerson = try previous.flatMap(person)
    history.findOriginal { library.kind($0)?.action }
    let body =
      bodies.map { $0[decision.issuingBody] }
      ?? IssuingBody(
        code: decision.issuingBody, kind: decision.kind.likelyIssuer, place: "ALA",
        name: Bilingual(both: decision.issuingBody))
    let edition = edition(of: decision)
    let examination = try Ruleset.examine(
      RuleContext(
        decision: decision, body: body, policy: policy, today: today, edition: edition,
        history: history, grounds: library.shared.grounds, papers: library.shared.papers),
      recordFindings: recordFindings + found)
    return (examination, previous)
  }

  /// The paper that a printed number names, where `previous` is not given: of successors, and of a notice
  /// that a paper has ended.
  static func printedPredecessors(_ decision: Decision) -> [PreviousPaper] {
    guard decision.kind.rules.contains(where: { $0.id == Ruleset.ofPrintedNumbers }) else {
      return []
    }
    return decision.printedNumbersOfEarlier.map { .number($0) }
  }

  /// The edition of the form on the issue date; after its end the last one, which only an office that
  /// goes on with it may print, and then with the basis beside the act.
  private func edition(of decision: Decision) -> Edition? {
    guard let date = decision.issueDate else { return nil }
    if let edition = library.edition(of: decision.kind.id, on: date)?.edition { return edition }
    guard let ended = library.lastEdition(of: decision.kind.id, before: date)?.edition else {
      return nil
    }
    guard let form = policy.formsInUse[decision.kind.id], date <= form.until else { return ended }
    return ended.used(on: form.basis)
  }

  /// The person of a paper by its record; nil where retention has removed it.
  private func person(of paper: PaperEntry) throws -> Person? {
    try register?.record(of: paper.serial).map { record in
      RecordPerson.read(record, library.kind(paper.document))
    }
  }

  /// What a decision of a kind asks the register.
  ///
  /// - Parameter personKeys: Of its holder.
  static func question(_ decision: Decision, personKeys: [String]) -> DecisionQuestion {
    DecisionQuestion(
      decision: decision.id, personKeys: decision.kind.action.gives ? personKeys : [],
      service: decision.kind.service, limit: papersOfPerson)
  }

  /// Papers that the same person, or one who is nearly the same, has by other decisions of the service,
  /// newest first; void ones left out.
  private func findPapers(
    of decision: Decision, _ answer: DecisionAnswer, _ history: inout History
  ) throws {
    // A decision that has its number is judged as when it got it: what was reserved later, while this
    // paper waited for a signer or a disk, does not forbid it.
    let own = answer.papers.first { $0.part == 0 }?.serial
    let papers = answer.ofPerson.filter {
      $0.decision != decision.id && $0.state != .void && $0.serial < own ?? .max
    }
    let now = decision.person
    for paper in papers {
      switch try person(of: paper).map(now.likeness(to:)) {
      case .same?, .sameByNumberAlone?: history.samePerson.append(paper.earlier)
      case .near?: history.nearPerson.append(paper.earlier)
      case .other?, .unknown?, nil: continue
      }
    }
  }

  /// Papers of one person that a rule looks back upon.
  private static let papersOfPerson = 50

  /// The number that the record gives; one that cannot be a number is a finding.
  static func givenNumber(_ decision: Decision, _ findings: inout [Finding]) -> DocumentNumber? {
    let field = decision.kind.number.field
    guard case .text(let text)? = decision.fields[field], !text.kk.isEmpty else { return nil }
    do throws(InvalidNumber) {
      return try DocumentNumber(text.kk)
    } catch {
      findings.append(
        Finding(
          "REC-NUMBER", .error, at: "/fields/\(field)",
          Message(
            kk: "нөмір 1–64 таңбадан тұрады, ~ белгісі мен бос орынсыз басталады",
            ru: "номер — от 1 до 64 знаков, без ~ и без пробелов по краям",
            en: "a number has 1 to 64 characters, no ~ and no spaces at its ends")))
      return nil
    }
  }
}

extension DecisionAction {
  /// What the paper does to the one that `previous` names.
  var relation: Relation? {
    switch self {
    case .extend: .extends
    case .reissue: .reissues
    case .duplicate: .duplicates
    case .revoke, .annul: .revokes
    case .grant, .refuse, .decline, .inform, .apply: nil
    }
  }
}

extension DocumentKind {
  /// Who issues papers of the kind, for a check without an office: the first body that its manifest lets, else
  /// that of the service.
  var likelyIssuer: IssuingBody.Kind {
    for use in rules {
      if case .texts(let words)? = use.parameters["bodies"],
        let kind = words.first.flatMap(IssuingBody.Kind.init(rawValue:))
      {
        return kind
      }
    }
    return switch service {
    case .qualification: .localExecutiveBody
    case .exit: .internalAffairs
    case .labourImmigrant, .temporaryResidence, .permanentResidence: .police
    }
  }
}
