/// Makes the search keys of the papers that a register of the fifth schema holds.
enum SearchKeyMigration {
  /// Papers of one exchange with the database.
  private static let page = 1_000

  static func run(_ session: any SQLSession) throws {
    var last: Int64 = 0
    while true {
      let records = try session.rows(
        "SELECT serial, canonical FROM record WHERE serial > ? ORDER BY serial LIMIT ?",
        [last, page]
      ) { (serial: $0.int(0), canonical: $0.bytes(1)) }
      guard let end = records.last?.serial else { return }
      var persons: [Int64: [String]] = [:]
      _ = try session.rows(
        "SELECT serial, key FROM person WHERE serial > ? AND serial <= ?", [last, end]
      ) { persons[$0.int(0), default: []].append($0.text(1)) }
      last = end
      try write(
        session,
        records.map { serial, canonical in
          // A kind may have the name in a field of its own: the keys of the person know it.
          let keys =
            SearchKeys.of(record: canonical) + SearchKeys.of(personKeys: persons[serial] ?? [])
          return (serial, Array(Set(keys).sorted().prefix(SearchKeys.keys)))
        })
    }
  }

  static func write(_ session: any SQLSession, _ papers: [(serial: Int64, keys: [String])]) throws {
    try session.execute(
      "INSERT INTO search_key (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING",
      each: papers.flatMap { paper in paper.keys.map { [$0, paper.serial] } })
  }
}
