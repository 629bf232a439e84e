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

  /// True for a decision that names the paper of one of these, repeats its id, or is of its person: a
  /// second paper of a person is judged when the register holds the first. False for a record that could not be read.
  private func holds(_ item: IssuingItem) -> Bool {
    guard let decision = item.parsed.decision else { return false }
    switch decision.previous {
    case .decision(let id)? where ids.contains(id): return true
    case .number(let number)? where numbers.contains(number): return true
    default: break
    }
    return decision.id.map(ids.contains) ?? false
      || item.personKeys.contains(where: persons.contains)
  }

  private mutating func add(_ item: IssuingItem) {
    guard let decision = item.parsed.decision else { return }
    if let id = decision.id { ids.insert(id) }
    persons.formUnion(item.personKeys)
    if case .text(let number)? = decision.fields[decision.kind.number.field] {
      numbers.insert(number.kk)
    }
  }
}
