internal import GRDB

/// Draws places in the status lists: at random, so that a position tells nothing about the order of
/// issue (Token Status List, section "Unlinkability"), and never twice.
struct StatusPlacement {
  let db: Database
  let settings: SQLiteRegister.Settings

  /// Draws before a list counts as broken: at nine tenths full, 400 misses in a row have a chance
  /// of 10^-18.
  private static let draws = 400

  /// Takes a position in `first`, or in the next of its sixteen lists that has room.
  ///
  /// - Throws: ``RegisterError`` of code `status-lists-full`.
  func place(from first: Int) throws -> StatusIndex {
    let count = try db.cachedStatement(sql: "SELECT papers FROM status_list WHERE list = ?")
    for list in first..<first + StatusIndex.ordinals {
      let papers = try Int.fetchOne(count, arguments: [list]) ?? 0
      guard papers < settings.listPapers else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO status_list (list, papers) VALUES (?, 1)
          ON CONFLICT (list) DO UPDATE SET papers = papers + 1
          """
      ).execute(arguments: [list])
      return StatusIndex(list: list, position: try draw(in: list))
    }
    throw RegisterError(
      .statusListsFull, at: "list \(first)", "the sixteen status lists of this term are full",
      hint: "report this: an office of this size needs more lists for a year")
  }

  private func draw(in list: Int) throws -> Int {
    let isTaken = try db.cachedStatement(
      sql: "SELECT 1 FROM paper WHERE list = ? AND position = ?")
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<Self.draws {
      let position = Int.random(in: 0..<settings.listPositions, using: &generator)
      if try Int.fetchOne(isTaken, arguments: [list, position]) == nil { return position }
    }
    throw RegisterError(.inconsistent, at: "list \(list)", "no free position was found")
  }
}
