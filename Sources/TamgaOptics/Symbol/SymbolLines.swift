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

  /// - Parameters:
  ///   - bit: The one that says which modules are set.
  ///   - modules: A byte each, row by row.
  init(side: Int, bit: UInt64, of modules: UnsafeRawBufferPointer) {
    precondition(modules.count == side * side, "a byte for each module")
    self.init(side: side)
    for row in 0..<side {
      var line: UInt128 = 0
      var column = 0
      while column < side {
        let place = row * side + column
        let count = min(8, side - column)
        let bytes = Self.eight(modules, from: place, count: count)
        line |= UInt128(Self.packed(bytes &>> bit)) &<< UInt128(column)
        column += 8
      }
      rows[row] = line
    }
    columns = Self.turned(rows)
  }

  /// As many bytes from a place on, the first lowest.
  private static func eight(
    _ bytes: UnsafeRawBufferPointer, from place: Int, count: Int
  ) -> UInt64 {
    if count == 8 {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return (0..<count).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
  }

  /// The lowest bit of each of eight bytes, the first lowest.
  private static func packed(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }

  /// A byte of 0 or 1 for each bit, the lowest first.
  private static func spread(_ bits: UInt8) -> UInt64 {
    let ones = (UInt64(bits) &* 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201
    return ((ones &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7) & 0x0101_0101_0101_0101
  }

  /// Columns of rows: eight by eight modules at once.
  private static func turned(_ rows: [UInt128]) -> [UInt128] {
    var columns = [UInt128](repeating: 0, count: rows.count)
    for top in stride(from: 0, to: rows.count, by: 8) {
      let height = min(8, rows.count - top)
      for left in stride(from: 0, to: rows.count, by: 8) {
        var block: UInt64 = 0
        for row in 0..<height {
          let byte = UInt64(truncatingIfNeeded: rows[top + row] &>> UInt128(left)) & 0xFF
          block |= byte &<< UInt64(8 * row)
        }
        for column in 0..<min(8, rows.count - left) {
          columns[left + column] |= UInt128(packed(block &>> UInt64(column))) &<< UInt128(top)
        }
      }
    }
    return columns
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
    // Eight at once, behind whose end the next row begins.
    [Bool](unsafeUninitializedCapacity: side * side + 8) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      for (row, line) in rows.enumerated() {
        for column in stride(from: 0, to: side, by: 8) {
          let eight = Self.spread(UInt8(truncatingIfNeeded: line &>> UInt128(column)))
          bytes.storeBytes(
            of: eight.littleEndian, toByteOffset: row * side + column, as: UInt64.self)
        }
      }
      count = side * side
    }
  }
}
