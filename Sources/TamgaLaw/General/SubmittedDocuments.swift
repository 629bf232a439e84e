import TamgaDomain

/// The documents that a record says were handed in or are missing, and what it tells of the application.
struct SubmittedDocuments {
  /// A document named in a list of the record.
  struct Named {
    let item: RequiredDocuments.Item
    /// JSON pointer of the entry.
    let place: String
    var paper: RequiredDocument { item.paper }
  }

  static var acceptedList: InputName<[Bilingual]> { \.acceptedDocuments }
  static var missingList: InputName<[Bilingual]> { \.missingDocuments }

  let service: Service
  let accepted: [Named]
  let missing: [Named]
  /// What may have been applied for; every action where the record does not tell.
  let actions: Set<DecisionAction>
  /// False when the papers belong to applications that exclude each other.
  let isOneApplication: Bool
  private let purpose: String?
  private let channel: String?
  private let reduced: [RequiredDocuments.ReducedSet]

  static let allActions = Set(DecisionAction.allCases.filter(\.gives))

  init(_ c: RuleContext) throws(Unanswered) {
    service = c.kind.service
    accepted = Self.named(in: Self.acceptedList, c)
    missing = Self.named(in: Self.missingList, c)
    purpose = c.has(\.stayPurpose) ? try c[\.stayPurpose] : nil
    let own = (accepted + missing).map(\.paper).filter { [service] in $0.service == service }
    let given: String? = c.has(\.channel) ? try c[\.channel].rawValue : nil
    channel =
      given ?? own.first(where: \.isAlone)?.demands.lazy.compactMap(\.channel).first
    var possible = Self.allActions
    if c.has(\.requestedAction),
      let action = DecisionAction(rawValue: try c[\.requestedAction]), action.gives
    {
      possible = [action]
    }
    let told = possible
    for paper in own {
      possible.formIntersection(
        Self.allActions.filter { action in
          paper.demands.contains { $0.fits(action, purpose: nil, channel: nil) }
        })
    }
    isOneApplication = !possible.isEmpty || told != Self.allActions
    actions = possible.isEmpty ? told : possible
    var reduced: [RequiredDocuments.ReducedSet] = []
    for set in c.papers.reducedSets where set.service == c.kind.service {
      if try c.isTrue(fact: set.fact) { reduced.append(set) }
    }
    self.reduced = reduced
  }

  private static func named(in list: InputName<[Bilingual]>, _ c: RuleContext) -> [Named] {
    guard let texts = c.given(list) else { return [] }
    return texts.enumerated().compactMap { index, text in
      guard case .paper(let item) = c.papers.entry(text, of: c.kind.service) else { return nil }
      return Named(item: item, place: "\(c.place(list))/\(index)")
    }
  }

  /// True when the act asks for the paper, as far as the record tells the case.
  func isAsked(_ paper: RequiredDocument, among papers: RequiredDocuments) -> Bool {
    guard reduced.allSatisfy({ $0.papers.contains(paper.id) }) else { return false }
    return actions.contains { action in
      let fits = paper.demands.contains {
        $0.fits(action, purpose: purpose, channel: channel)
      }
      return fits && (paper.isAlone || !isAlone(action, among: papers))
    }
  }

  /// The papers that the act asks for without condition and that stand in neither list; of a group
  /// its first.
  func lacking(of papers: RequiredDocuments) -> [RequiredDocument] {
    let named = Set((accepted + missing).map(\.paper.id))
    let groups = Set((accepted + missing).compactMap(\.paper.oneOf))
    var seen: Set<String> = []
    return papers.papers.filter { paper in
      guard paper.service == service, !paper.isHeld, !named.contains(paper.id),
        paper.oneOf.map({ !groups.contains($0) }) ?? true, isBound(paper, among: papers)
      else { return false }
      return paper.oneOf.map { seen.insert($0).inserted } ?? true
    }
  }

  /// True when every application that this may be needs the paper.
  private func isBound(_ paper: RequiredDocument, among papers: RequiredDocuments) -> Bool {
    reduced.allSatisfy { $0.papers.contains(paper.id) }
      && actions.allSatisfy { action in
        paper.demands.contains { $0.binds(action, purpose: purpose, channel: channel) }
          && (paper.isAlone || !isAlone(action, among: papers))
      }
  }

  /// True when a paper that is handed in by itself takes the place of all others.
  private func isAlone(_ action: DecisionAction, among papers: RequiredDocuments) -> Bool {
    channel != nil
      && papers.papers.contains { paper in
        paper.service == service && paper.isAlone
          && paper.demands.contains { $0.binds(action, purpose: purpose, channel: channel) }
      }
  }
}
