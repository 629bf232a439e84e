import TamgaDomain

/// Draws places in the status lists for one group: at random, so that a position tells nothing about
/// the order of issue (Token Status List, section "Unlinkability"), and never twice.
package final class StatusPlacement {
  /// The size of a list; tests make it smaller.
  package struct Room: Sendable {
    /// Papers of a list before the next one begins: above it a free position takes too many draws.
    package var papers = 900_000
    /// Positions of a list.
    package var positions = StatusIndex.listSize

    package init() {}
  }

  private let session: any SQLSession
  private let room: Room
  /// Papers of each list that was looked at, those of this group included.
  private var papers: [Int: Int] = [:]
  /// Papers that the row of a list does not count yet.
  private var uncounted: [Int: Int] = [:]
  private var drawn: Set<StatusIndex> = []

  /// Draws before a list counts as broken: at nine tenths full, 400 misses in a row have a chance
  /// of 10^-18.
  private static let draws = 400

  init(session: any SQLSession, room: Room) {
    self.session = session
    self.room = room
  }

  /// Takes a position for each paper: in its first list, or in the next of the sixteen lists that
  /// has room.
  ///
  /// - Throws: ``RegisterError`` of code `status-lists-full`.
  func take(from firsts: [Int]) throws -> [StatusIndex] {
    var new: [Int: Int] = [:]
    let lists = try firsts.map { try list(from: $0, &new) }
    // A paper refers to the row of its list.
    try session.execute(
      """
      INSERT INTO status_list (list, papers) VALUES (?, ?)
      ON CONFLICT (list) DO UPDATE SET papers = status_list.papers + excluded.papers
      """, each: new.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    return try draw(in: lists)
  }

  /// Counts the papers in the rows of their lists. As late as can be: other groups wait for the row.
  func write() throws {
    try session.execute(
      "UPDATE status_list SET papers = papers + ? WHERE list = ?",
      each: uncounted.sorted { $0.key < $1.key }.map { [$0.value, $0.key] })
    uncounted = [:]
  }

  private func list(from first: Int, _ new: inout [Int: Int]) throws -> Int {
    for list in first..<first + StatusIndex.listsOfYear {
      let count =
        try papers[list]
        ?? session.first("SELECT papers FROM status_list WHERE list = ?", [list]) { Int($0.int(0)) }
      guard count ?? 0 < room.papers else {
        papers[list] = count
        continue
      }
      papers[list] = (count ?? 0) + 1
      if count == nil || new[list] != nil {
        new[list, default: 0] += 1
      } else {
        uncounted[list, default: 0] += 1
      }
      return list
    }
    throw RegisterError(
      .statusListsFull, at: "№ \(first)", kk: "бұл мерзімнің он алты мәртебе тізімі толды",
      ru: "шестнадцать списков статусов этого срока заполнены",
      en: "the sixteen status lists of this term are full",
      hint: Message(
        kk: "хабарлаңыз: мұндай кеңсеге жылына көбірек тізім керек",
        ru: "сообщите об этом: такому ведомству нужно больше списков на год",
        en: "report this: an office of this size needs more lists for a year"))
  }

  private func draw(in lists: [Int]) throws -> [StatusIndex] {
    var generator = SystemRandomNumberGenerator()
    var indexes: [StatusIndex?] = Array(repeating: nil, count: lists.count)
    var open = Array(lists.indices)
    for _ in 0..<Self.draws {
      let candidates = try open.map { place in
        let position = Int.random(in: 0..<room.positions, using: &generator)
        guard let index = StatusIndex(list: lists[place], position: position) else {
          throw RegisterError(
            .inconsistent, at: "№ \(lists[place])", kk: "мәртебе тізімі шектен тыс",
            ru: "список статусов вне границ", en: "the status list is out of bounds",
            hint: .reportFault)
        }
        return index
      }
      let found = try session.rows(
        "SELECT 1 FROM paper WHERE list = ? AND position = ?",
        each: candidates.map { [$0.list, $0.position] }
      ) { _ in true }
      for (place, (candidate, rows)) in zip(open, zip(candidates, found))
      where rows.isEmpty && drawn.insert(candidate).inserted {
        indexes[place] = candidate
      }
      open.removeAll { indexes[$0] != nil }
      if open.isEmpty { return indexes.compactMap { $0 } }
    }
    throw RegisterError(
      .inconsistent, at: "№ \(lists[open[0]])", kk: "мәртебе тізімінде бос орын табылмады",
      ru: "в списке статусов не нашлось свободного места",
      en: "no free position was found in the status list", hint: .reportFault)
  }
}
