/// How many letters must be changed, added or removed to make one text of another (Levenshtein).
enum EditDistance {
  /// The distance, or nil when it is larger than `limit`.
  static func between(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let changed = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
      }
      // Distances never shrink from row to row.
      if row.allSatisfy({ $0 > limit }) { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
