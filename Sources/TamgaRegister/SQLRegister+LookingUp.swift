package import TamgaDomain

extension SQLRegister {
  public func paper(serial: Int64) throws(RegisterError) -> PaperEntry? {
    try reading { try PaperRow.one($0, serial: serial) }
  }

  public func papers(number: DocumentNumber) throws(RegisterError) -> [PaperEntry] {
    try reading { session in
      try PaperRow.all(
        session, "WHERE p.number = ? AND p.copy = ? ORDER BY p.serial",
        [number.number, number.copy])
    }
  }

  public func copies(ofNumber number: String) throws(RegisterError) -> [PaperEntry] {
    try reading { try PaperRow.all($0, "WHERE p.number = ? ORDER BY p.serial", [number]) }
  }

  public func paper(decision: String, part: Int) throws(RegisterError) -> PaperEntry? {
    try reading { try PaperRow.one($0, "WHERE p.decision = ? AND p.part = ?", [decision, part]) }
  }

  public func paper(at index: StatusIndex) throws(RegisterError) -> PaperEntry? {
    try reading { session in
      try PaperRow.one(
        session, "WHERE p.list = ? AND p.position = ?", [index.list, index.position])
    }
  }

  public func paper(
    number: DocumentNumber, checkCode: String
  ) throws(RegisterError) -> PaperEntry? {
    try reading { session in
      try PaperRow.one(
        session,
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
    var arguments: [any SQLArgument] = [personKey]
    if let document {
      query += " AND p.document = ?"
      arguments += [document]
    }
    if let service {
      query += " AND p.service = ?"
      arguments += [service.rawValue]
    }
    arguments += [limit]
    return try reading { session in
      try PaperRow.all(
        session, query + " ORDER BY p.issue_date DESC, p.serial DESC LIMIT ?", arguments)
    }
  }

  public func papers(
    _ filter: PaperFilter, after serial: Int64, limit: Int
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(page: limit)
    var terms = ["p.serial > ?"]
    var arguments: [any SQLArgument] = [serial]
    func add(_ term: String, _ value: (any SQLArgument)?) {
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
    return try reading { try PaperRow.all($0, condition, arguments) }
  }

  public func counts() throws(RegisterError) -> [PaperCount] {
    try reading { session in
      try session.rows(
        """
        SELECT document, state, status, count(*) FROM paper
        GROUP BY document, state, status ORDER BY document, state, status
        """, []
      ) { row in
        guard let state = PaperState(rawValue: row.text(1)),
          let status = PaperStatus(rawValue: Int(row.int(2)))
        else { throw PaperRow.damaged(0, "state") }
        return PaperCount(
          document: row.text(0), state: state, status: status, papers: Int(row.int(3)))
      }
    }
  }

  public func seal(of serial: Int64) throws(RegisterError) -> SealRecord? {
    try reading { try PaperRow.seal($0, serial: serial) }
  }

  public func record(of serial: Int64) throws(RegisterError) -> [UInt8]? {
    try reading { session in
      try session.first("SELECT canonical FROM record WHERE serial = ?", [serial]) { $0.bytes(0) }
    }
  }
}
