/// Draws places in the status lists: at random, so that a position tells nothing about the order of
/// issue (Token Status List, section "Unlinkability"), and never twice.
package struct StatusPlacement {
  let session: any SQLSession
  let room: Room

  /// The size of a list; tests make it smaller.
  package struct Room: Sendable {
    /// Papers of a list before the next one begins: above it a free position takes too many draws.
    package var papers = 900_000
    /// Positions of a list.
    package var positions = StatusIndex.positions

    package init() {}
  }

  /// Draws before a list counts as broken: at nine tenths full, 400 misses in a row have a chance
  /// of 10^-18.
  private static let draws = 400

  /// Takes a position in `first`, or in the next of its sixteen lists that has room.
  ///
  /// - Throws: ``RegisterError`` of code `status-lists-full`.
  func place(from first: Int) throws -> StatusIndex {
    for list in first..<first + StatusIndex.ordinals {
      let papers = try session.first(
        "SELECT papers FROM status_list WHERE list = ?\(session.dialect.rowLock)", [list]
      ) { Int($0.int(0)) }
      guard papers ?? 0 < room.papers else { continue }
      try session.execute(
        """
        INSERT INTO status_list (list, papers) VALUES (?, 1)
        ON CONFLICT (list) DO UPDATE SET papers = status_list.papers + 1
        """, [list])
      return StatusIndex(list: list, position: try draw(in: list))
    }
    throw RegisterError(
      .statusListsFull, at: "list \(first)", "the sixteen status lists of this term are full",
      hint: "report this: an office of this size needs more lists for a year")
  }

  private func draw(in list: Int) throws -> Int {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<Self.draws {
      let position = Int.random(in: 0..<room.positions, using: &generator)
      let isTaken = try session.exists(
        "SELECT 1 FROM paper WHERE list = ? AND position = ?", [list, position])
      if !isTaken { return position }
    }
    throw RegisterError(.inconsistent, at: "list \(list)", "no free position was found")
  }
}
