import TamgaDomain

/// Rows of cells as lines of text, columns as wide as their widest cell.
enum TextTable {
  static func lines(_ rows: [[String]], indent: Int = 0) -> [String] {
    let rows = rows.map { $0.map(PlainText.line) }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (cell, width) in zip(row.dropLast(), widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      return line + (row.last ?? "")
    }
  }
}
