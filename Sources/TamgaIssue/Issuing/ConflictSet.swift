import TamgaDecisions
import TamgaDomain

/// Ids, numbers and persons of decisions in flight; a decision that shares one waits until they are
/// confirmed.
struct ConflictSet: Sendable {
  private var ids: Set<String> = []
  private var numbers: Set<String> = []
  private var persons: Set<String> = []

  init() {}

  /// Of all of these together.
  init(_ parts: some Sequence<ConflictSet>) {
    for part in parts {
      ids.formUnion(part.ids)
      numbers.formUnion(part.numbers)
      persons.formUnion(part.persons)
    }
  }

  init(_ items: [IssuingItem]) {
    for item in items { if let decision = item.parsed.decision { add(decision) } }
  }

  /// The first items that depend neither on these decisions nor on each other.
  func independent(_ items: ArraySlice<IssuingItem>) -> ArraySlice<IssuingItem> {
    var all = self
    return items.prefix { item in
      guard let decision = item.parsed.decision else { return true }
      if all.holds(decision) { return false }
      all.add(decision)
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
      guard let decision = item.parsed.decision else {
        if rounds.isEmpty { rounds.append((ConflictSet(), [])) }
        rounds[0].items.append(index)
        continue
      }
      let round = rounds.lastIndex { $0.held.holds(decision) }.map { $0 + 1 } ?? 0
      if round == rounds.count { rounds.append((ConflictSet(), [])) }
      rounds[round].held.add(decision)
      rounds[round].items.append(index)
    }
    return rounds.flatMap(\.items)
  }

  /// True for a decision that names the paper of one of these, repeats its id, or is of its person: a
  /// second paper of a person is judged when the register holds the first.
  private func holds(_ decision: Decision) -> Bool {
    switch decision.previous {
    case .decision(let id)? where ids.contains(id): return true
    case .number(let number)? where numbers.contains(number): return true
    default: break
    }
    return decision.id.map(ids.contains) ?? false
      || ReservationRequests.personKeys(decision).contains(where: persons.contains)
  }

  private mutating func add(_ decision: Decision) {
    if let id = decision.id { ids.insert(id) }
    persons.formUnion(ReservationRequests.personKeys(decision))
    if case .text(let number)? = decision.fields[decision.kind.number.field] {
      numbers.insert(number.kk)
    }
  }
}
