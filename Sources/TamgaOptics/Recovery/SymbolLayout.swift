/// Where everything stands in a symbol of error correction M (ISO/IEC 18004): what is the same in
/// every symbol of the version, and the order of the modules that carry data.
///
/// Only the versions that a seal can have: a denser symbol than ``QRSymbol/maximumVersion`` is none, and a
/// signature of 64 bytes with the fewest claims does not fit version 6. From version 7 on a symbol has
/// at least four blocks, each of which corrects eight words or more: noise passes for none of them.
struct SymbolLayout: Sendable {
  let version: Int
  /// Modules along one side.
  let side: Int
  /// Row by row: 1 dark and -1 light in every symbol of the version, 0 for data and format.
  let known: [Int8]
  /// Indices of the data modules in the order of the bits.
  let dataOrder: [Int]
  /// Rows (and columns) in which alignment patterns have their middles.
  let alignment: [Int]

  static let versions = 7...QRSymbol.maximumVersion
  /// Check words of each block and the number of blocks for M (table 9), for ``versions``.
  private static let blocks: [(check: Int, count: Int)] = [
    (18, 4), (22, 4), (22, 5), (26, 5), (30, 5), (22, 8), (22, 9),
  ]
  private static let all = versions.map { SymbolLayout(version: $0) }

  /// - Precondition: `version` is one of ``versions``.
  static func of(_ version: Int) -> SymbolLayout { all[version - versions.lowerBound] }

  var checkWords: Int { Self.blocks[version - Self.versions.lowerBound].check }
  var blockCount: Int { Self.blocks[version - Self.versions.lowerBound].count }
  /// Code words of the whole symbol; the rest of the data modules are left over.
  var wordCount: Int { dataOrder.count / 8 }

  private init(version: Int) {
    self.version = version
    let side = 4 * version + 17
    self.side = side
    let alignment = Self.alignmentRows(version)
    self.alignment = alignment
    var canvas = FunctionCanvas(side: side)
    for i in 0..<side {
      canvas[6, i] = i % 2 == 0 ? 1 : -1
      canvas[i, 6] = i % 2 == 0 ? 1 : -1
    }
    for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] {
      canvas.finder(row: row, column: column)
    }
    for row in alignment {
      for column in alignment where !Self.isFinder(row, column, side: side) {
        canvas.alignment(row: row, column: column)
      }
    }
    canvas.format()
    canvas.version(version)
    known = canvas.values
    dataOrder = Self.zigzag(side: side, reserved: canvas.reserved)
  }

  private static func alignmentRows(_ version: Int) -> [Int] {
    let count = version / 7 + 2
    let last = 4 * version + 10
    // Even steps, rounded up to even numbers, from the last to the first but one.
    let step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<(count - 1)).map { last - (count - 2 - $0) * step }
  }

  static func isFinder(_ row: Int, _ column: Int, side: Int) -> Bool {
    (row == 6 && (column == 6 || column == side - 7)) || (row == side - 7 && column == 6)
  }

  private static func zigzag(side: Int, reserved: [Bool]) -> [Int] {
    var order: [Int] = []
    var right = side - 1
    var upward = true
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<side {
        let row = upward ? side - 1 - step : step
        for column in [right, right - 1] where !reserved[row * side + column] {
          order.append(row * side + column)
        }
      }
      upward.toggle()
      right -= 2
    }
    return order
  }
}

/// The function patterns while they are being put down.
private struct FunctionCanvas {
  let side: Int
  private(set) var values: [Int8]
  private(set) var reserved: [Bool]

  init(side: Int) {
    self.side = side
    values = [Int8](repeating: 0, count: side * side)
    reserved = [Bool](repeating: false, count: side * side)
  }

  subscript(row: Int, column: Int) -> Int8 {
    get { values[row * side + column] }
    set {
      values[row * side + column] = newValue
      reserved[row * side + column] = true
    }
  }

  mutating func finder(row: Int, column: Int) {
    for dy in -4...4 {
      for dx in -4...4 {
        let (y, x) = (row + dy, column + dx)
        guard (0..<side).contains(y), (0..<side).contains(x) else { continue }
        let ring = max(abs(dx), abs(dy))
        self[y, x] = ring == 2 || ring == 4 ? -1 : 1
      }
    }
  }

  mutating func alignment(row: Int, column: Int) {
    for dy in -2...2 {
      for dx in -2...2 {
        self[row + dy, column + dx] = max(abs(dx), abs(dy)) == 1 ? -1 : 1
      }
    }
  }

  /// The places of the format, whose values depend on the mask; the one module that is always dark.
  mutating func format() {
    for (row, column) in SymbolFormat.places(side: side).flatMap(\.self) { self[row, column] = 0 }
    self[side - 8, 8] = 1
  }

  /// The version with its check bits (18, 6), twice (ISO/IEC 18004, 7.10).
  mutating func version(_ version: Int) {
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for i in 0..<18 {
      let value: Int8 = bits >> i & 1 == 1 ? 1 : -1
      let (a, b) = (side - 11 + i % 3, i / 3)
      self[a, b] = value
      self[b, a] = value
    }
  }
}
