internal import TamgaDomain

extension SQLRegister {
  public func search(
    _ query: SearchQuery, bodies: [String]?, limit: Int
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(page: limit)
    return try snapshot { session in
      try PaperSearch(session: session, bodies: bodies.map(Set.init), limit: limit).papers(query)
    }
  }

  public func searchKeys(of serial: Int64) throws(RegisterError) -> [String] {
    try reading { session in
      try session.rows("SELECT key FROM search_key WHERE serial = ? ORDER BY key", [serial]) {
        $0.text(0)
      }
    }
  }
}

/// One search in one snapshot: papers that were made, newest first.
private struct PaperSearch {
  let session: any SQLSession
  let bodies: Set<String>?
  let limit: Int

  /// Keys that are sorted at once. Of more the newest papers are looked through first, where what many
  /// papers have is soon found.
  private static let few = 5_000
  /// Papers that are looked through first, and how many more each further time.
  private static let firstWindow: Int64 = 2_000
  private static let growth: Int64 = 4
  /// Papers after which all keys are sorted after all.
  private static let windows: Int64 = 200_000
  /// Papers read at a time.
  private static let page = 200

  func papers(_ query: SearchQuery) throws -> [PaperEntry] {
    switch query {
    case .number(let text): return try numbered(text)
    case .shortNumber(let text): return try shortened(text)
    case .decision(let text):
      return try entries("WHERE p.decision = ? ORDER BY p.serial DESC", [text])
    case .passport(let text):
      let number = Folding.number(text)
      guard !number.isEmpty else { return [] }
      let serials = try session.rows(
        "SELECT serial FROM search_key WHERE key = ? ORDER BY serial DESC",
        [SearchKeys.passport(number)]
      ) { $0.int(0) }
      return try entries(serials)
    case .name(let text): return try named(Folding.name(text))
    }
  }

  private func numbered(_ text: String) throws -> [PaperEntry] {
    let isOneCopy = text.contains("~")
    var found: [Int64: PaperEntry] = [:]
    for number in TypedNumber(text).spellings {
      let papers =
        try isOneCopy
        ? entries(
          "WHERE p.number = ? AND p.copy = ? ORDER BY p.serial DESC", [number.number, number.copy])
        : entries("WHERE p.number = ? ORDER BY p.serial DESC", [number.number])
      for paper in papers { found[paper.serial] = paper }
    }
    return Array(found.values.sorted { $0.serial > $1.serial }.prefix(limit))
  }

  private func shortened(_ text: String) throws -> [PaperEntry] {
    guard let short = ShortNumber(text) else { return [] }
    let prefixes = try session.rows("SELECT prefix FROM series", []) { $0.text(0) }
    var found: [PaperEntry] = []
    for number in prefixes.compactMap({ short.number(of: $0) }) {
      found += try entries(
        "WHERE p.number = ? ORDER BY p.serial DESC", [number.description])
    }
    return Array(found.sorted { $0.serial > $1.serial }.prefix(limit))
  }

  // MARK: Names

  private func named(_ folded: String) throws -> [PaperEntry] {
    let words = folded.split(separator: " ").map(String.init)
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }),
      words.count <= SearchKeys.words
    else { return [] }
    var others = words
    // The word that the fewest names are likely to have; the others stand somewhere behind it.
    let first = SearchKeys.name(others.remove(at: longest))
    let range = KeyRange(first: first, others: others)
    // Counted before they are sorted: few of many leave the database.
    let keys = try session.first(
      "SELECT count(*) FROM (SELECT 1 FROM search_key WHERE \(range.condition) LIMIT ?) AS k",
      range.arguments + [Self.few + 1]
    ) { $0.int(0) }
    if keys ?? 0 <= Int64(Self.few) { return try newest(range) }
    if let papers = try amongNewest(range) { return papers }
    return try newest(range)
  }

  /// All keys of the range sorted, by pages.
  private func newest(_ range: KeyRange) throws -> [PaperEntry] {
    var found: [PaperEntry] = []
    var last = Int64.max
    while found.count < limit {
      let page = max(limit, Self.page)
      let serials = try session.rows(
        """
        SELECT DISTINCT serial FROM search_key WHERE \(range.condition) AND serial < ?
        ORDER BY serial DESC LIMIT ?
        """, range.arguments + [last, page]
      ) { $0.int(0) }
      found += try entries(serials, limit - found.count)
      guard serials.count == page, let end = serials.last else { break }
      last = end
    }
    return found
  }

  /// Nil when too few of the newest papers have the name.
  private func amongNewest(_ range: KeyRange) throws -> [PaperEntry]? {
    var upper =
      try session.first("SELECT coalesce(max(serial), 0) FROM paper", []) { $0.int(0) } ?? 0
    var width = Self.firstWindow
    var looked: Int64 = 0
    var found: [PaperEntry] = []
    while found.count < limit, upper > 0 {
      guard looked < Self.windows else { return nil }
      let serials = try session.rows(
        """
        SELECT DISTINCT serial FROM search_key
        WHERE serial > ? AND serial <= ? AND \(range.conditionOfRead) ORDER BY serial DESC
        """, [upper - width, upper] + range.arguments
      ) { $0.int(0) }
      found += try entries(serials, limit - found.count)
      looked += width
      upper -= width
      width *= Self.growth
    }
    return found
  }

  private struct KeyRange {
    let first: String
    let others: [String]

    private static let behind = "\u{10FFFF}"

    var condition: String { "key >= ? AND key < ?" + further }
    /// The same without the index of the keys: the rows are found by their papers.
    var conditionOfRead: String { "key || '' >= ? AND key || '' < ?" + further }
    // Both databases have `replace`; their words for "contains" differ.
    private var further: String {
      others.map { _ in " AND replace(key, ?, '') <> key" }.joined()
    }
    var arguments: [any SQLArgument] {
      [first, first + Self.behind] + others.map { " " + $0 }
    }
  }

  // MARK: Entries

  /// Papers that were made and that the bodies may see.
  private func isWanted(_ paper: PaperEntry) -> Bool {
    (paper.state == .issued || paper.state == .void)
      && (bodies?.contains(paper.issuingBody) ?? true)
  }

  private func entries(
    _ condition: String, _ arguments: [any SQLArgument]
  ) throws -> [PaperEntry] {
    Array(try PaperRow.all(session, condition, arguments).filter(isWanted).prefix(limit))
  }

  private func entries(_ serials: [Int64], _ wanted: Int? = nil) throws -> [PaperEntry] {
    let wanted = wanted ?? limit
    var found: [PaperEntry] = []
    var rest = serials[...]
    while found.count < wanted, !rest.isEmpty {
      // Nearly always the first ones are wanted.
      let page = rest.prefix(rest.count == serials.count ? wanted : Self.page)
      rest = rest.dropFirst(page.count)
      let papers = try PaperRow.all(session, serials: page)
      found += page.compactMap { papers[$0] }.filter(isWanted)
    }
    return Array(found.prefix(wanted))
  }
}
