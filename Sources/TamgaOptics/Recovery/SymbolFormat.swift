/// The format of a symbol: 15 bits that say error correction and mask (ISO/IEC 18004, 7.9).
enum SymbolFormat {
  /// Bits of the mask `mask` with error correction M, the lowest first.
  static func bits(mask: Int) -> [Bool] {
    // M is 00, so the data are the mask alone.
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    return (0..<15).map { bits >> $0 & 1 == 1 }
  }

  /// The places (row, column) of bit 0 to 14: both copies.
  static func places(side: Int) -> [[(row: Int, column: Int)]] {
    let first =
      (0..<6).map { (row: $0, column: 8) } + [(7, 8), (8, 8), (8, 7)]
      + (9..<15).map { (row: 8, column: 14 - $0) }
    let second =
      (0..<8).map { (row: 8, column: side - 1 - $0) }
      + (8..<15).map { (row: side - 15 + $0, column: 8) }
    return [first, second]
  }

  /// Whether `mask` changes the module at a place (ISO/IEC 18004, table 10).
  static func changes(_ mask: Int, row i: Int, column j: Int) -> Bool {
    switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: i * j % 2 + i * j % 3 == 0
    case 6: (i * j % 2 + i * j % 3) % 2 == 0
    default: ((i + j) % 2 + i * j % 3) % 2 == 0
    }
  }
}
