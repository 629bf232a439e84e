public import TamgaDomain

/// Synthetic decisions for trials, load and demonstration: the same seed always gives the same
/// lines, nobody in them exists, and without flaws all of them are lawful together.
///
/// A sequence without end: take as many lines as are wanted. Memory does not grow with their number.
public struct SampleMaker: Sequence, Sendable {
  private let seed: UInt64
  private let kinds: [String]
  private let flawPercent: Int
  private let office: SampleOffice

  /// The kinds of which there are synthetic decisions.
  public static let kinds = SampleKind.all.map(\.id)

  /// Those that come without being asked for: all but what applicants sign.
  public static let sealedKinds = SampleKind.all.filter { $0.weight > 0 }.map(\.id)

  /// - Parameters:
  ///   - kinds: The ids of the kinds to make, by their weights; ``sealedKinds`` when nil or empty.
  ///   - days: The days of the decisions; nil for days on which each kind was or is issued. Lawful are then those
  ///     records alone whose kind has an edition on their day.
  ///   - flawPercent: How many of a hundred records have a flaw of ``Flaw``; those that are JSON name
  ///     in `x-expect` the rules of which one must refuse them.
  /// - Throws: ``SampleError``.
  public init(
    seed: UInt64, kinds: [String]? = nil, flawPercent: Int = 0, bodies: SampleBodies = .examples,
    days: ClosedRange<CalendarDate>? = nil
  ) throws(SampleError) {
    let wanted = kinds ?? []
    if let unknown = wanted.first(where: { !Self.kinds.contains($0) }) {
      throw .unknownKind(unknown)
    }
    guard (0...100).contains(flawPercent) else { throw .flawPercent(flawPercent) }
    self.seed = seed
    self.kinds = wanted.isEmpty ? Self.sealedKinds : Self.kinds.filter(wanted.contains)
    self.flawPercent = flawPercent
    office = try SampleOffice(seed: seed, bodies: bodies, days: days)
  }

  public func makeIterator() -> Iterator {
    let chosen = SampleKind.all.filter { kinds.contains($0.id) }
    let formal = chosen.filter { $0.weight > 0 }
    return Iterator(
      seed: seed,
      lottery: chosen.flatMap { Array(repeating: $0, count: $0.weight == 0 ? 1 : $0.weight) },
      formal: formal.flatMap { Array(repeating: $0, count: $0.weight) },
      // What applicants sign has no required line: most flaws are none there.
      flaws: Flaw.all.filter { flaw in
        flaw.kind.map(kinds.contains) ?? (!formal.isEmpty || flaw.garble != nil)
      },
      flawPercent: flawPercent, office: office)
  }

  /// Gives one line of JSON after another, without line feeds.
  public struct Iterator: IteratorProtocol, Sendable {
    let seed: UInt64
    /// Every kind as often as its weight.
    let lottery: [SampleKind]
    /// The same without what applicants sign.
    let formal: [SampleKind]
    let flaws: [Flaw]
    let flawPercent: Int
    var office: SampleOffice
    private var ordinal = 0

    init(
      seed: UInt64, lottery: [SampleKind], formal: [SampleKind], flaws: [Flaw], flawPercent: Int,
      office: SampleOffice
    ) {
      self.seed = seed
      self.lottery = lottery
      self.formal = formal
      self.flaws = flaws
      self.flawPercent = flawPercent
      self.office = office
    }

    public mutating func next() -> [UInt8]? {
      var line: [UInt8] = []
      line.reserveCapacity(2048)
      append(to: &line)
      return line
    }

    /// Appends the next line to `bytes`, for writers that fill blocks.
    public mutating func append(to bytes: inout [UInt8]) {
      ordinal += 1
      let id = "SMP-\(seed)-\(ordinal)"
      guard flawPercent > 0, office.random.number(1...100) <= flawPercent else {
        return office.random.pick(lottery).make(&office, id).write(to: &bytes)
      }
      let flaw = office.random.pick(flaws)
      let kind =
        SampleKind.all.first { $0.id == flaw.kind }
        ?? office.random.pick(formal.isEmpty ? lottery : formal)
      // Nothing may go on with a paper that will not be issued.
      let shelves = office.shelves
      var broken = kind.make(&office, id)
      office.shelves = shelves
      broken.expected = flaw.expected
      flaw.spoil(&broken)
      var line: [UInt8] = []
      broken.write(to: &line)
      flaw.garble?(&line)
      bytes += line
    }
  }
}
