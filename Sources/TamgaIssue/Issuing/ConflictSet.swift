import TamgaDecisions
import TamgaDomain

/// Ids, numbers and persons of decisions in flight; a decision that depends on one waits until its papers are
/// confirmed.
///
/// A person is found by the keys of the register. Namesakes born in the same year have one of them together: where both
/// decisions grant something new and go on with no earlier paper, those do not wait, or a list with common names would
/// keep one worker busy at a time.
struct ConflictSet: Sendable {
  private var ids: Set<String> = []
  private var numbers: Set<String> = []
  private var persons: [String: [Holder]] = [:]

  /// Of whom a decision under way is.
  private struct Holder: Sendable {
    let person: Person
    let service: Service
    let isNewGrant: Bool

    init(_ item: IssuingItem, _ decision: Decision) {
      person = item.person
      service = decision.kind.service
      isNewGrant = Self.isNewGrant(decision)
    }

    /// Whether a decision whose person has a key of this one may depend on its paper: as ``Examiner`` looks for papers
    /// of a person where nothing but the person joins them.
    func concerns(_ decision: Decision, of person: Person) -> Bool {
      guard isNewGrant, Self.isNewGrant(decision) else { return true }
      guard service == decision.kind.service else { return false }
      switch person.likeness(to: self.person) {
      case .same, .sameByNumberAlone, .near: return true
      case .other, .unknown: return false
      }
    }

    /// True where neither the decision nor a further paper of it has to do with any earlier paper.
    private static func isNewGrant(_ decision: Decision) -> Bool {
      decision.kind.action == .grant && decision.kind.also.isEmpty && decision.previous == nil
        && Examiner.printedPredecessors(decision).isEmpty
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

  /// The first items of which no two have a key together: a transaction that gives their numbers cannot tell what
  /// became of each.
  static func withoutSharedKeys(_ items: ArraySlice<IssuingItem>) -> ArraySlice<IssuingItem> {
    var keys: Set<String> = []
    return items.prefix { item in
      if item.personKeys.contains(where: keys.contains) { return false }
      keys.formUnion(item.personKeys)
      return true
    }
  }

  /// True for a decision that names the paper of one of these, repeats its id, or has to do with its person, of whom
  /// the register must hold the paper by then. False for a record that could not be read.
  private func holds(_ item: IssuingItem) -> Bool {
    guard let decision = item.parsed.decision else { return false }
    let named = decision.previous.map { [$0] } ?? Examiner.printedPredecessors(decision)
    for name in named {
      switch name {
      case .decision(let id): if ids.contains(id) { return true }
      case .number(let number): if numbers.contains(number) { return true }
      }
    }
    if let id = decision.id, ids.contains(id) { return true }
    return item.personKeys.contains { key in
      persons[key]?.contains { $0.concerns(decision, of: item.person) } ?? false
    }
  }

  /// True where one of these has a key of the item's person, whoever it is: the register treats any paper that got its
  /// number under a key since the decision was judged as one of the person.
  func hasKey(of item: IssuingItem) -> Bool {
    item.personKeys.contains { persons[$0] != nil }
  }

  private mutating func add(_ item: IssuingItem) {
    guard let decision = item.parsed.decision else { return }
    if let id = decision.id { ids.insert(id) }
    let holder = Holder(item, decision)
    for key in item.personKeys { persons[key, default: []].append(holder) }
    if case .text(let number)? = decision.fields[decision.kind.number.field] {
      numbers.insert(number.kk)
    }
  }
}
