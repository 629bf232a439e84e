import TamgaDomain
import TamgaFormats

/// Papers of one sort that a later record may name, each once. Older ones are forgotten, so that
/// memory stays flat.
struct Shelf<Paper: Sendable>: Sendable {
  private var papers: [Paper] = []

  /// Papers of one sort that are kept.
  static var room: Int { 256 }

  mutating func put(_ paper: Paper, _ random: inout SplitMix64) {
    if papers.count == Self.room {
      papers[random.number(0...Self.room - 1)] = paper
    } else {
      papers.append(paper)
    }
  }

  /// A paper that suits, which is not given again.
  mutating func take(
    _ random: inout SplitMix64, where suits: (Paper) -> Bool = { _ in true }
  ) -> Paper? {
    guard !papers.isEmpty else { return nil }
    let start = random.number(0...papers.count - 1)
    let later = papers[start...].firstIndex(where: suits)
    guard let index = later ?? papers[..<start].firstIndex(where: suits) else { return nil }
    papers.swapAt(index, papers.count - 1)
    return papers.removeLast()
  }
}

/// All papers of a run that may still be extended, replaced or ended.
struct Shelves: Sendable {
  var permits = Shelf<PermitChain>()
  var stays = Shelf<KeptPaper>()
  var certificates = Shelf<KeptPaper>()
  var residents = Shelf<KeptPaper>()
}

/// A paper that a later record names.
struct KeptPaper: Sendable {
  let record: SampleRecord
  /// The number of a paper that another office gave; nil for one of this run.
  var outside: String?
  /// How the person stays, on a temporary residence permit.
  var branch: ResidenceStay.Branch?

  /// The value of `previous`.
  var reference: JSONValue {
    outside.map { .text($0) } ?? .object([.init("decision", .text(record.id))])
  }

  /// The number, where the record gives it in `field`; the register allots the others.
  func number(_ field: String) -> String? { outside ?? record.value(field)?.text }

  func date(_ key: String) -> CalendarDate? { record.date(key) }
  var issued: CalendarDate? { CalendarDate(iso: record.issueDate) }
}
