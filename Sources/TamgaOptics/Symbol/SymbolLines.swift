/// Modules of a symbol of at most 128 a side, once by rows and once by columns: bit 0 is the first of a line.
struct SymbolLines: Hashable, Sendable {
  let side: Int
  private(set) var rows: [UInt128]
  private(set) var columns: [UInt128]

  /// The same modules by rows and by columns, as many of each.
  init(rows: [UInt128], columns: [UInt128]) {
    side = rows.count
    self.rows = rows
    self.columns = columns
  }

  init(side: Int) {
    self.side = side
    rows = Array(repeating: 0, count: side)
    columns = rows
  }

  /// Sets the modules for which `isSet` holds; they are asked for row by row.
  init(side: Int, _ isSet: (_ row: Int, _ column: Int) -> Bool) {
    self.init(side: side)
    columns.withUnsafeMutableBufferPointer { columns in
      for row in 0..<side {
        var line: UInt128 = 0
        for column in 0..<side where isSet(row, column) {
          line |= 1 << UInt128(column)
          columns[column] |= 1 << UInt128(row)
        }
        rows[row] = line
      }
    }
  }

  mutating func set(_ row: Int, _ column: Int) {
    rows[row] |= 1 << UInt128(column)
    columns[column] |= 1 << UInt128(row)
  }

  /// These modules, turned over where both others are set.
  func turned(where pattern: SymbolLines, within area: SymbolLines) -> SymbolLines {
    var lines = self
    for line in 0..<side {
      lines.rows[line] ^= pattern.rows[line] & area.rows[line]
      lines.columns[line] ^= pattern.columns[line] & area.columns[line]
    }
    return lines
  }

  var modules: [Bool] {
    [Bool](unsafeUninitializedCapacity: side * side) { buffer, count in
      for row in rows {
        var line = row
        for _ in 0..<side {
          buffer.initializeElement(at: count, to: line & 1 == 1)
          count += 1
          line >>= 1
        }
      }
    }
  }
}
