/// Places that belong together, by the first of them: chains of records that depend on each other.
struct ChainSet {
  /// Towards the first place of the chain; a place that is missing is the first of its own.
  private var before: [Int64: Int64] = [:]

  /// Puts two places into one chain.
  mutating func join(_ one: Int64, _ other: Int64) {
    let (first, second) = (self.first(of: one), self.first(of: other))
    if first != second { before[max(first, second)] = min(first, second) }
  }

  private mutating func first(of place: Int64) -> Int64 {
    var place = place
    while let next = before[place] {
      // Every other step is left out the next time.
      if let further = before[next] { before[place] = further }
      place = next
    }
    return place
  }

  /// The places that are not the first of their chain, in order.
  var moved: [(place: Int64, chain: Int64)] {
    var chains = self
    return before.keys.sorted().map { ($0, chains.first(of: $0)) }
  }
}
