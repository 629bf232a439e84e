internal import GRDB
public import TamgaDomain

extension SQLiteRegister {
  public func paper(serial: Int64) throws(RegisterError) -> PaperEntry? {
    try read { try PaperRow.one($0, serial: serial) }
  }

  public func papers(number: DocumentNumber) throws(RegisterError) -> [PaperEntry] {
    try read { db in
      try PaperRow.all(
        db, "WHERE p.number = ? AND p.copy = ? ORDER BY p.serial", [number.number, number.copy])
    }
  }

  public func copies(ofNumber number: String) throws(RegisterError) -> [PaperEntry] {
    try read { try PaperRow.all($0, "WHERE p.number = ? ORDER BY p.serial", [number]) }
  }

  public func paper(decision: String, part: Int) throws(RegisterError) -> PaperEntry? {
    try read { try PaperRow.one($0, "WHERE p.decision = ? AND p.part = ?", [decision, part]) }
  }

  public func paper(at index: StatusIndex) throws(RegisterError) -> PaperEntry? {
    try read { db in
      try PaperRow.one(db, "WHERE p.list = ? AND p.position = ?", [index.list, index.position])
    }
  }

  public func paper(
    number: DocumentNumber, checkCode: String
  ) throws(RegisterError) -> PaperEntry? {
    try read { db in
      try PaperRow.one(
        db,
        """
        JOIN seal s ON s.serial = p.serial
        WHERE p.number = ? AND p.copy = ? AND s.check_code = ? ORDER BY p.serial LIMIT 1
        """, [number.number, number.copy, checkCode])
    }
  }

  public func papers(
    personKey: String, document: String?, service: Service?, limit: Int
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(page: limit)
    var query = "JOIN person k ON k.serial = p.serial WHERE k.key = ?"
    var arguments: StatementArguments = [personKey]
    if let document {
      query += " AND p.document = ?"
      arguments += [document]
    }
    if let service {
      query += " AND p.service = ?"
      arguments += [service.rawValue]
    }
    arguments += [limit]
    return try read { [query, arguments] db in
      try PaperRow.all(db, query + " ORDER BY p.issue_date DESC, p.serial DESC LIMIT ?", arguments)
    }
  }

  public func papers(
    _ filter: PaperFilter, after serial: Int64, limit: Int
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(page: limit)
    var terms = ["p.serial > ?"]
    var arguments: StatementArguments = [serial]
    func add(_ term: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      terms.append(term)
      arguments += [value]
    }
    add("p.document = ?", filter.document)
    add("p.service = ?", filter.service?.rawValue)
    add("p.status = ?", filter.status?.rawValue)
    add("p.batch = ?", filter.batch)
    add("p.body = ?", filter.issuingBody)
    add("p.issue_date >= ?", filter.issuedFrom?.iso)
    add("p.issue_date <= ?", filter.issuedThrough?.iso)
    if !filter.states.isEmpty {
      // Literals in this order let SQLite take the partial index of unfinished papers.
      let words = PaperState.allCases.filter(filter.states.contains).map { "'\($0.rawValue)'" }
      terms.append("p.state IN (\(words.joined(separator: ", ")))")
    }
    arguments += [limit]
    let condition = "WHERE \(terms.joined(separator: " AND ")) ORDER BY p.serial LIMIT ?"
    return try read { [arguments] db in try PaperRow.all(db, condition, arguments) }
  }

  public func counts() throws(RegisterError) -> [PaperCount] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT document, state, status, count(*) FROM paper
          GROUP BY document, state, status ORDER BY document, state, status
          """)
      var counts: [PaperCount] = []
      while let row = try rows.next() {
        guard let state = PaperState(rawValue: row[1]), let status = PaperStatus(rawValue: row[2])
        else { throw PaperRow.damaged(0, "state") }
        counts.append(PaperCount(document: row[0], state: state, status: status, papers: row[3]))
      }
      return counts
    }
  }

  public func seal(of serial: Int64) throws(RegisterError) -> SealRecord? {
    try read { try PaperRow.seal($0, serial: serial) }
  }

  public func record(of serial: Int64) throws(RegisterError) -> [UInt8]? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT canonical FROM record WHERE serial = ?", arguments: [serial]
      ).map { PaperRow.bytes($0[0]) }
    }
  }

  public func events(
    of serial: Int64?, after sequence: Int64, limit: Int
  ) throws(RegisterError) -> [RegisterEvent] {
    try RegisterLimits.check(page: limit)
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, at, who, what, serial, reason, detail FROM event
          WHERE sequence > ? \(serial == nil ? "" : "AND serial = ?") ORDER BY sequence LIMIT ?
          """,
        arguments: serial.map { [sequence, $0, limit] } ?? [sequence, limit])
      var events: [RegisterEvent] = []
      while let row = try rows.next() {
        events.append(
          RegisterEvent(
            sequence: row[0], at: row[1], who: row[2], what: row[3], serial: row[4],
            reason: row[5], detail: row[6]))
      }
      return events
    }
  }
}
