public import TamgaDomain
public import TamgaFormats
public import TamgaRegister
import TamgaSeal
import TamgaTemplates

extension Office {
  /// Papers that a text as typed may mean: a number, the id of a decision, a passport or the beginning of
  /// a name. Each newest first, exact ones before numbers typed short and before names.
  ///
  /// - Parameters:
  ///   - bodies: Codes of the bodies whose papers may be found; nil for all.
  ///   - limit: 1 to ``RegisterLimits/pageRows``.
  public func find(_ text: String, bodies: [String]? = nil, limit: Int) throws -> [FoundPaper] {
    let text = PlainText.line(text).trimmed
    guard !text.isEmpty else { return [] }
    var queries: [SearchQuery] = [.number(text), .decision(text)]
    if text.contains(where: \.isNumber) {
      queries += [.passport(text), .shortNumber(text)]
    } else {
      queries.append(.name(text))
    }
    var papers: [PaperEntry] = []
    var seen: Set<Int64> = []
    for query in queries where papers.count < limit {
      papers += try register.search(query, bodies: bodies, limit: limit)
        .filter { seen.insert($0.serial).inserted }
    }
    return try papers.prefix(limit).map(found)
  }

  /// Papers of one question of a program.
  public func find(_ query: SearchQuery, bodies: [String]? = nil, limit: Int) throws -> [FoundPaper]
  {
    try register.search(query, bodies: bodies, limit: limit).map(found)
  }

  /// Days after which a print that nobody asked for is no longer listed.
  private static let daysOfPrints: Int64 = 14

  /// Papers that were printed and wait for their holders, the latest print first.
  public func waitingPrints(bodies: [String]? = nil, limit: Int) throws -> [FoundPaper] {
    try register.waitingPrints(
      since: now() - Self.daysOfPrints * 86_400, bodies: bodies, limit: limit
    ).map(found)
  }

  private func found(_ paper: PaperEntry) throws -> FoundPaper {
    FoundPaper(paper: paper, person: try person(of: paper))
  }

  /// Whom a paper is about; nil after its retention.
  public func person(of paper: PaperEntry) throws -> Person? {
    guard paper.purgedAt == nil else { return nil }
    return try register.record(of: paper.serial).map {
      RecordPerson.read($0, library.kind(paper.document))
    }
  }

  /// One paper with its events and its chain (contract `serve.md`, Settled details).
  public func paperJSON(_ paper: PaperEntry) throws -> JSONValue {
    let zone = configuration.zone
    let chain = try register.chain(endingWith: paper.serial)
    return .object(
      try found(paper).members + [
        .init(
          "events",
          .array(
            try events(of: paper).map { event in
              .object([
                .init("type", .text(event.what)), .init("at", .text(zone.stamp(event.at))),
                .init("who", .text(event.who)), .init("reason", .text(orNull: event.reason)),
              ])
            })),
        .init("chain", .array(chain.map { .text($0.number.description) })),
      ])
  }

  /// Everything that happened to a paper, oldest first.
  public func events(of paper: PaperEntry) throws -> [RegisterEvent] {
    var all: [RegisterEvent] = []
    while true {
      let page = try register.events(
        of: paper.serial, after: all.last?.sequence ?? 0, limit: RegisterLimits.pageRows)
      all += page
      guard page.count == RegisterLimits.pageRows else { return all }
    }
  }

  /// The paper of a kind that has a number as it is printed; nil where there is none, or where it is of a
  /// body that is not asked for.
  ///
  /// - Parameter text: `NUMBER`, or `NUMBER~2` for a copy.
  public func paper(
    number text: String, document: String, bodies: [String]? = nil
  ) throws -> PaperEntry? {
    for number in TypedNumber(text).spellings {
      let paper = try register.papers(number: number).first {
        $0.document == document && ($0.state == .issued || $0.state == .void)
          && (bodies?.contains($0.issuingBody) ?? true)
      }
      if let paper { return paper }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
