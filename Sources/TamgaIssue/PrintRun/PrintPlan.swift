import TamgaDomain
import TamgaTemplates

/// What a batch prints: gathered while its records pass, by the body that issues them.
///
/// A paper takes about 200 bytes here; its file is read when it is its turn.
struct PrintPlan: Sendable {
  struct Paper: Sendable {
    let document: String
    let number: String
    let sha256: [UInt8]
    let pages: Int
    let copies: Int
  }

  /// The papers of one body in the order of the input, and what came of its other records.
  struct Share: Sendable {
    /// Its code.
    let body: String
    var papers: [Paper] = []
    /// `17: LIM-GAP-30`.
    var refused: [String] = []
    var unfinished = 0
    var unprinted = 0
  }

  /// In the order of their first records.
  private(set) var shares: [Share] = []
  /// Refused records that name no body, before any other was met.
  private var homeless: [String] = []
  private var places: [String: Int] = [:]
  let library: TemplateLibrary

  init(library: TemplateLibrary) { self.library = library }

  mutating func add(_ result: DecisionResult) {
    // What cannot be read names no body: the first one is told.
    guard result.issuingBody != nil || !shares.isEmpty else {
      if result.outcome == .rejected { homeless.append(Self.refusal(result)) }
      return
    }
    let place = result.issuingBody.map { self.place(of: $0) } ?? 0
    switch result.outcome {
    case .issued, .alreadyIssued:
      for paper in [result.paper].compactMap(\.self) + result.also {
        guard !result.isFetched else {
          shares[place].unprinted += 1
          continue
        }
        shares[place].papers.append(
          Paper(
            document: paper.document, number: paper.number, sha256: paper.sha256,
            pages: paper.pages, copies: library.kind(paper.document)?.copies ?? 1))
      }
    case .rejected:
      shares[place].refused.append(Self.refusal(result))
    case .failed: shares[place].unfinished += 1
    case .lawful: break
    }
  }

  private static func refusal(_ result: DecisionResult) -> String {
    let rules = result.findings.filter { $0.level == .error }.map(\.rule)
    let record = (result.source.map { $0 + ":" } ?? "") + String(result.line)
    return record + ": " + rules.joined(separator: ", ")
  }

  private mutating func place(of body: String) -> Int {
    if let place = places[body] { return place }
    places[body] = shares.count
    shares.append(Share(body: body, refused: shares.isEmpty ? homeless : []))
    return shares.count - 1
  }

  /// Issued papers that nobody prints: their holders fetch them.
  var unprinted: Int { shares.reduce(0) { $0 + $1.unprinted } }
  var papers: Int { shares.reduce(0) { $0 + $1.papers.count } }

  // MARK: dividing

  /// Papers of one body that lie under one cover sheet.
  struct Stack: Sendable {
    let share: Int
    let papers: Range<Int>
  }

  /// The stacks of every volume: at most `limit` papers in each.
  func volumes(limit: Int) -> [[Stack]] {
    var volumes: [[Stack]] = [[]]
    var room = limit
    for index in shares.indices {
      let count = shares[index].papers.count
      var start = 0
      repeat {
        if room == 0 {
          volumes.append([])
          room = limit
        }
        let end = min(count, start + room)
        volumes[volumes.count - 1].append(Stack(share: index, papers: start..<end))
        room -= end - start
        start = end
      } while start < count
    }
    return volumes
  }
}
