/// The eight masks of a symbol (ISO/IEC 18004, table 10), and the format information that names one.
struct MaskPattern: Sendable {
  /// 0 to 7.
  let number: Int
  /// The modules that it turns over, of the largest symbol here.
  private let lines: SymbolLines

  static let all = (0..<8).map(MaskPattern.init)
  private static let largest = 128

  /// After so many rows and columns every mask begins anew.
  private static let period = 12

  private init(_ number: Int) {
    self.number = number
    let rows = (0..<Self.period).map { i in Self.line { Self.isTurned(number, i, $0) } }
    let columns = (0..<Self.period).map { j in Self.line { Self.isTurned(number, $0, j) } }
    lines = SymbolLines(
      rows: (0..<Self.largest).map { rows[$0 % Self.period] },
      columns: (0..<Self.largest).map { columns[$0 % Self.period] })
  }

  private static func line(_ isTurned: (Int) -> Bool) -> UInt128 {
    var line: UInt128 = 0
    for place in 0..<period where isTurned(place) { line |= 1 << UInt128(place) }
    for place in stride(from: period, to: largest, by: period) {
      line |= (line & ((1 << UInt128(period)) - 1)) << UInt128(place)
    }
    return line
  }

  private static func isTurned(_ number: Int, _ i: Int, _ j: Int) -> Bool {
    switch number {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: i * j % 2 + i * j % 3 == 0
    case 6: (i * j % 2 + i * j % 3) % 2 == 0
    default: (i * j % 3 + (i + j) % 2) % 2 == 0
    }
  }

  /// A symbol under this mask, with its format information.
  ///
  /// - Parameters:
  ///   - symbol: Without a mask; light where the format information stands.
  ///   - data: Where data and error correction stand.
  ///   - level: Of error correction.
  func applied(
    to symbol: SymbolLines, data: SymbolLines, level: CorrectionLevel
  ) -> SymbolLines {
    var lines = symbol.turned(where: lines, within: data)
    let side = lines.side
    let format = level.format(mask: number)
    // Two copies of 15 bits, the lowest first (ISO/IEC 18004, figure 25).
    for bit in 0..<15 where format >> bit & 1 == 1 {
      switch bit {
      case 0..<6: lines.set(bit, 8)
      case 6, 7: lines.set(bit + 1, 8)
      case 8: lines.set(8, 7)
      default: lines.set(8, 14 - bit)
      }
      if bit < 8 { lines.set(8, side - 1 - bit) } else { lines.set(side - 15 + bit, 8) }
    }
    return lines
  }
}

/// How much of a symbol may be damaged; the raw values stand in its format information.
enum CorrectionLevel: Int, CaseIterable, Sendable {
  case medium = 0
  case low = 1
  case high = 2
  case quartile = 3

  /// Level and mask with their BCH code of 15 bits (ISO/IEC 18004, annex C).
  func format(mask: Int) -> Int {
    let data = rawValue << 3 | mask
    var rest = data << 10
    for bit in stride(from: 14, through: 10, by: -1) where rest >> bit & 1 == 1 {
      rest ^= 0b101_0011_0111 << (bit - 10)
    }
    return (data << 10 | rest) ^ 0b101_0100_0001_0010
  }
}
