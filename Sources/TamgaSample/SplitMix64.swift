/// A small generator of numbers that a seed determines on every machine (Steele, Lea and Flood:
/// "Fast splittable pseudorandom number generators", 2014). Not for secrets.
struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of `range`. Not perfectly even, and the same for a seed whatever the library does.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { number(1...count) == 1 }

  /// An element of `list`, which is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[number(0...list.count - 1)] }

  /// `count` different elements of `list` in their order; all when there are fewer.
  mutating func pick<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var indices = Set<Int>()
    while indices.count < min(count, list.count) { indices.insert(number(0...list.count - 1)) }
    return indices.sorted().map { list[$0] }
  }
}
