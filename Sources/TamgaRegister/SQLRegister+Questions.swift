internal import TamgaDomain

extension SQLRegister {
  // Three statements a group: a server that is far away is asked three times, not ten times a record.
  public func answers(
    to questions: [DecisionQuestion]
  ) throws(RegisterError) -> [DecisionAnswer] {
    for question in questions { try RegisterLimits.check(page: question.limit) }
    guard !questions.isEmpty else { return [] }
    return try snapshot { session in
      let papers = try session.rows(
        "\(PaperRow.select) WHERE p.decision = ? ORDER BY p.part",
        each: questions.map { [$0.decision] }, PaperRow.entry)
      let newest = try Self.newest(session, Set(questions.flatMap(\.personKeys)))
      // Most persons are new: nothing more is asked of their keys.
      let places = questions.indices.flatMap { index in
        questions[index].personKeys.filter { newest[$0] != nil }.map { (index: index, key: $0) }
      }
      let found = try session.rows(
        """
        \(PaperRow.select) JOIN person k ON k.serial = p.serial WHERE k.key = ? AND p.service = ?
        ORDER BY p.issue_date DESC, p.serial DESC LIMIT ?
        """,
        each: places.map { place in
          let question = questions[place.index]
          return [place.key, question.service.rawValue, question.limit]
        }, PaperRow.entry)
      var ofPerson: [[Int64: PaperEntry]] = questions.map { _ in [:] }
      for (place, entries) in zip(places, found) {
        for entry in entries { ofPerson[place.index][entry.serial] = entry }
      }
      return questions.indices.map { index in
        DecisionAnswer(
          papers: papers[index],
          newest: questions[index].personKeys.compactMap { newest[$0] }.max() ?? 0,
          ofPerson: ofPerson[index].values.sorted { $0.serial > $1.serial })
      }
    }
  }

  /// The newest entry under each of the keys that have one.
  private static func newest(
    _ session: any SQLSession, _ keys: Set<String>
  ) throws -> [String: Int64] {
    let keys = Array(keys)
    let found = try session.rows(
      "SELECT max(serial) FROM person WHERE key = ?", each: keys.map { [$0] }
    ) { $0.optionalInt(0) }
    var newest: [String: Int64] = [:]
    for (key, serials) in zip(keys, found) { newest[key] = serials.first ?? nil }
    return newest
  }
}
