import TamgaDecisions
public import TamgaDomain
public import TamgaLaw
import TamgaLayout
import TamgaRegister
public import TamgaTemplates

/// Judges parsed decisions: editions, history and every rule of their kind.
public struct Examiner: Sendable {
  let library: TemplateLibrary
  let bodies: [String: IssuingBody]?
  let policy: OfficePolicy
  let today: CalendarDate
  let register: (any Register)?

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
  }

  init(office: Office) {
    library = office.library
    bodies = office.configuration.bodies
    policy = office.configuration.policy
    today = office.today
    register = office.register
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
  func examine(
    _ parsed: ParsedDecision, noPredecessor: Level = .error
  ) throws -> (Examination, previous: PaperEntry?) {
    let recordFindings = parsed.findings
    guard let decision = parsed.decision else { return (.refused(recordFindings), nil) }
    var history = History()
    var previous: PaperEntry?
    var found = SealLimits.findings(decision)
    let given = Self.givenNumber(decision, &found)
    if let register, decision.previous != nil || given != nil {
      let answer = try register.history(
        HistoryQuestion(
          previous: decision.previous, relation: decision.kind.action.relation, givenNumber: given,
          document: decision.kind.id, service: decision.kind.service, decision: decision.id))
      history = answer.history
      previous = answer.previous
      if case .decision? = decision.previous, previous == nil {
        found.append(RegisterFindings.noPredecessor(noPredecessor))
      }
    }
    history.samePerson = try samePerson(as: decision)
    history.isRegistered = register != nil
    history.isSamePerson = try isSamePerson(previous, decision)
    history.findOriginal { library.kind($0)?.action }
    let body =
      bodies.map { $0[decision.issuingBody] }
      ?? IssuingBody(
        code: decision.issuingBody, kind: decision.kind.likelyIssuer, place: "ALA",
        name: Bilingual(both: decision.issuingBody))
    let edition = decision.issueDate.flatMap {
      library.edition(of: decision.kind.id, on: $0)?.edition
    }
    let examination = try Ruleset.examine(
      Case(
        decision: decision, body: body, policy: policy, today: today, edition: edition,
        history: history, grounds: library.shared.grounds, papers: library.shared.papers),
      recordFindings: recordFindings + found)
    return (examination, previous)
  }

  /// Whether the paper before belongs to the person of the decision: by passport or by name and birth
  /// date, whichever both hold; nil where they hold nothing alike.
  private func isSamePerson(_ previous: PaperEntry?, _ decision: Decision) throws -> Bool? {
    guard let register, let previous else { return nil }
    let before = try register.personKeys(of: previous.serial)
    let now = ReservationRequests.personKeys(decision)
    if !Set(before).isDisjoint(with: now) { return true }
    let kinds = Set(before.map { $0.prefix(1) })
    return now.contains { kinds.contains($0.prefix(1)) } ? false : nil
  }

  /// Papers that the same person has by other decisions of the service, newest first; void ones left
  /// out.
  private func samePerson(as decision: Decision) throws -> [EarlierPaper] {
    guard let register, decision.kind.action.gives else { return [] }
    // A decision that has its number is judged as when it got it: what was reserved later, while this
    // paper waited for a signer or a disk, does not forbid it.
    let own = try decision.id.flatMap { try register.paper(decision: $0, part: 0) }?.serial
    var papers: [Int64: PaperEntry] = [:]
    for key in ReservationRequests.personKeys(decision) {
      for paper in try register.papers(
        personKey: key, document: nil, service: decision.kind.service,
        limit: Self.papersOfPerson)
      where paper.decision != decision.id && paper.state != .void && paper.serial < own ?? .max {
        papers[paper.serial] = paper
      }
    }
    return papers.values.sorted { $0.serial > $1.serial }.map(\.earlier)
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
