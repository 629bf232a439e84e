import TamgaDecisions
import TamgaDomain

/// Ids, numbers and persons of decisions in flight; a decision that depends on one waits until its papers are
/// confirmed.
///
/// A key of the register is not a person: namesakes born in the same year have one together. Those do not wait, or
/// a list with common names would keep one worker busy at a time.
struct ConflictSet: Sendable {
  private var ids: Set<String> = []
  private var numbers: Set<String> = []
  private var persons: [String: [Holder]] = [:]

  /// Of whom a decision under way is.
  private struct Holder: Sendable {
    let person: Person
    let service: Service
    /// It changes an earlier paper or brings further ones: whose they are, and of which service, is not looked up here.
    let touchesOthers: Bool

    init(_ item: IssuingItem, _ kind: DocumentKind) {
      person = item.person
      service = kind.service
      touchesOthers = kind.action.relation != nil || !kind.also.isEmpty
    }

    /// Whether its paper is among those that ``Examiner`` judges a decision by.
    func concerns(_ decision: Decision, of person: Person) -> Bool {
      if touchesOthers { return true }
      guard service == decision.kind.service || !decision.kind.also.isEmpty else { return false }
      switch person.likeness(to: self.person) {
      case .same, .sameByNumberAlone, .near: return true
      case .other, .unknown: return false
      }
    }
  }

  init() {}

  /// Of all of these together.
  init(_ parts: some Sequence<ConflictSet>) {
    for part in parts {
      ids.formUnion(part.ids)
      numbers.formUnion(part.numbers)
      persons.merge(part.persons) { $0 + $1 }
    }
  }

  init(_ items: [IssuingItem]) {
    for item in items { add(item) }
  }

  /// The first items that depend neither on these decisions nor on each other.
  func independent(_ items: ArraySlice<IssuingItem>) -> ArraySlice<IssuingItem> {
    var all = self
    return items.prefix { item in
      if all.holds(item) { return false }
      all.add(item)
      return true
    }
  }

  /// The order in which as many items as can be are independent of each other: all that wait for none of them, then
  /// those that wait for one of these, and so on. Each stays behind those on which it depends.
  ///
  /// Persons with several decisions in one input would otherwise divide it into groups of a few records, of which no
  /// two can be under way at once.
  static func rounds(of items: [IssuingItem]) -> [Int] {
    var rounds: [(held: ConflictSet, items: [Int])] = []
    for (index, item) in items.enumerated() {
      let round = rounds.lastIndex { $0.held.holds(item) }.map { $0 + 1 } ?? 0
      if round == rounds.count { rounds.append((ConflictSet(), [])) }
      rounds[round].held.add(item)
      rounds[round].items.append(index)
    }
    return rounds.flatMap(\.items)
  }

  /// True for a decision that names the paper of one of these, repeats its id, or is judged by the papers of its
  /// person, which the register must hold by then. False for a record that could not be read.
  private func holds(_ item: IssuingItem) -> Bool {
    guard let decision = item.parsed.decision else { return false }
    switch decision.previous {
    case .decision(let id)? where ids.contains(id): return true
    case .number(let number)? where numbers.contains(number): return true
    default: break
    }
    if let id = decision.id, ids.contains(id) { return true }
    guard decision.kind.action.gives || !decision.kind.also.isEmpty else { return false }
    return item.personKeys.contains { key in
      persons[key]?.contains { $0.concerns(decision, of: item.person) } ?? false
    }
  }

  /// True where one of these has a key of the item's person, whoever it is: the register takes a paper that got its
  /// number under a key since the decision was judged for one of the person.
  func hasKey(of item: IssuingItem) -> Bool {
    guard let kind = item.parsed.decision?.kind, kind.action.gives || !kind.also.isEmpty else {
      return false
    }
    return item.personKeys.contains { persons[$0] != nil }
  }

  private mutating func add(_ item: IssuingItem) {
    guard let decision = item.parsed.decision else { return }
    if let id = decision.id { ids.insert(id) }
    let holder = Holder(item, decision.kind)
    for key in item.personKeys { persons[key, default: []].append(holder) }
    if case .text(let number)? = decision.fields[decision.kind.number.field] {
      numbers.insert(number.kk)
    }
  }
}
