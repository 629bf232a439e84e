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
  public static let kinds = weights.map(\.kind)

  /// How often each kind comes, out of a hundred when all are asked for.
  private static let weights: [(kind: String, weight: Int)] = [
    ("labour-immigrant-permit", 30), ("labour-immigrant-permit-extension", 20),
    ("labour-immigrant-permit-refusal", 8), ("fingerprint-photo-certificate", 12),
    ("temporary-residence-permit", 18), ("qualification-certificate", 6),
    ("permanent-residence-permit-refusal", 6),
  ]

  /// - Parameters:
  ///   - kinds: The ids of the kinds to make; all when nil or empty.
  ///   - flawPercent: How many of a hundred records have a flaw of ``Flaw``; those that are JSON name
  ///     in `x-expect` the rules of which one must refuse them.
  /// - Throws: ``SampleError``.
  public init(
    seed: UInt64, kinds: [String]? = nil, flawPercent: Int = 0, bodies: SampleBodies = .examples
  ) throws(SampleError) {
    let wanted = kinds ?? []
    if let unknown = wanted.first(where: { !Self.kinds.contains($0) }) {
      throw .unknownKind(unknown)
    }
    guard (0...100).contains(flawPercent) else { throw .flawPercent(flawPercent) }
    self.seed = seed
    self.kinds = wanted.isEmpty ? Self.kinds : Self.kinds.filter(wanted.contains)
    self.flawPercent = flawPercent
    office = try SampleOffice(seed: seed, bodies: bodies)
  }

  public func makeIterator() -> Iterator {
    let weights = Self.weights.filter { kinds.contains($0.kind) }
    return Iterator(
      seed: seed, lottery: weights.flatMap { Array(repeating: $0.kind, count: $0.weight) },
      flaws: Flaw.all.filter { $0.kind.map(kinds.contains) ?? true }, flawPercent: flawPercent,
      office: office)
  }

  /// Gives one line of JSON after another, without line feeds.
  public struct Iterator: IteratorProtocol, Sendable {
    let seed: UInt64
    /// Every kind as often as its weight.
    let lottery: [String]
    let flaws: [Flaw]
    let flawPercent: Int
    var office: SampleOffice
    private var ordinal = 0

    init(
      seed: UInt64, lottery: [String], flaws: [Flaw], flawPercent: Int, office: SampleOffice
    ) {
      self.seed = seed
      self.lottery = lottery
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
        return record(office.random.pick(lottery), id).write(to: &bytes)
      }
      let flaw = office.random.pick(flaws)
      // Nothing may extend a paper that will not be issued.
      let chains = office.chains
      var broken = record(flaw.kind ?? office.random.pick(lottery), id)
      office.chains = chains
      broken.expected = flaw.expected
      flaw.spoil(&broken)
      var line: [UInt8] = []
      broken.write(to: &line)
      flaw.garble?(&line)
      bytes += line
    }

    private mutating func record(_ kind: String, _ id: String) -> SampleRecord {
      switch kind {
      case "labour-immigrant-permit": office.labourPermit(id: id)
      case "labour-immigrant-permit-extension": office.labourExtension(id: id)
      case "labour-immigrant-permit-refusal": office.labourRefusal(id: id)
      case "fingerprint-photo-certificate": office.fingerprintCertificate(id: id)
      case "temporary-residence-permit": office.residencePermit(id: id)
      case "qualification-certificate": office.qualificationCertificate(id: id)
      default: office.permanentRefusal(id: id, ordinal: ordinal)
      }
    }
  }
}
