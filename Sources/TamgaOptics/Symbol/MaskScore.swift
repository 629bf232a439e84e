/// What speaks against a masked symbol (ISO/IEC 18004, table 11), counted for whole lines at a time as
/// libqrencode counts it module by module.
///
/// By hand because the library's own count is a sixth of what a paper costs; a test compares its choice with ours.
struct MaskScore {
  let symbol: SymbolLines
  /// Of lines and squares of one colour, and of the share of dark modules.
  private(set) var quickPoints = 0
  private let side: Int
  private let full: UInt128

  init(_ symbol: SymbolLines) {
    self.symbol = symbol
    side = symbol.side
    full = side == 128 ? .max : (1 << UInt128(side)) - 1
    quickPoints = balance + pointsOfRuns
  }

  /// All but the share of dark modules.
  var pointsOfLines: Int {
    pointsOfRuns + (symbol.rows + symbol.columns).reduce(0) { $0 + finders($1) }
  }

  /// The lower, the better; counted as far as they are fewer than `most`, nil for no fewer.
  func points(below most: Int) -> Int? {
    var points = quickPoints
    for line in symbol.rows where points < most { points += finders(line) }
    for line in symbol.columns where points < most { points += finders(line) }
    return points < most ? points : nil
  }

  /// Of lines and squares of one colour.
  private var pointsOfRuns: Int {
    var points = 0
    for line in symbol.rows { points += runs(line) }
    for line in symbol.columns { points += runs(line) }
    for row in 1..<side { points += blocks(symbol.rows[row - 1], symbol.rows[row]) }
    return points
  }

  /// Ten for each full 5 % that the share of dark modules is away from one half.
  private var balance: Int {
    let modules = side * side
    let dark = symbol.rows.reduce(0) { $0 + $1.nonzeroBitCount }
    let share = (200 * dark + modules) / modules / 2
    return abs(share - 50) / 5 * 10
  }

  /// Three for five modules of one colour in a row, and one for each further one.
  private func runs(_ line: UInt128) -> Int {
    let same = ~(line ^ line >> 1) & full >> 1
    let pairs = same & same >> 1
    let fives = pairs & pairs >> 2
    return fives.nonzeroBitCount + 2 * (fives & ~(fives << 1)).nonzeroBitCount
  }

  /// Three for each square of four modules of one colour.
  private func blocks(_ upper: UInt128, _ lower: UInt128) -> Int {
    let dark = upper & lower
    let light = ~(upper | lower) & full
    return 3 * ((dark & dark >> 1).nonzeroBitCount + (light & light >> 1).nonzeroBitCount)
  }

  /// Forty for each row of runs 1:1:3:1:1 with a light run of four before or behind it, or nothing dark.
  private func finders(_ line: UInt128) -> Int {
    // Most rows are of one module to the unit.
    let light = ~line
    let middle = line & line &>> 1 & line &>> 2
    let begins = line & ~(line &<< 1)
    let behind = middle &>> 2 & light &>> 5
    let ends = line &>> 6 & ~(line &>> 7)
    let ones = begins & light &>> 1 & behind & ends
    var points = ones == 0 ? 0 : 40 * quiet(ones, line, 1)
    // Runs of so many modules, beginning at a bit.
    var (darkRun, lightRun) = (line & line &>> 1, light & light &>> 1)
    var centre = middle & middle &>> 3
    var unit = 2
    while centre != 0, 7 * unit <= side {
      let step = UInt128(unit)
      let behind = centre &>> (2 * step) & lightRun &>> (5 * step)
      let ends = darkRun &>> (6 * step) & ~(line &>> (7 * step))
      let starts = darkRun & ~(line &<< 1) & lightRun &>> step & behind & ends
      if starts != 0 { points += 40 * quiet(starts, line, unit) }
      darkRun &= line &>> step
      lightRun &= light &>> step
      unit += 1
      let last = 3 * UInt128(unit)
      centre &= line &>> (last - 3) & line &>> (last - 2)
      centre &= line &>> (last - 1)
    }
    return points
  }

  /// How many of the places have enough light on one side.
  private func quiet(_ starts: UInt128, _ line: UInt128, _ unit: Int) -> Int {
    var count = 0
    var rest = starts
    while rest != 0 {
      let start = rest.trailingZeroBitCount
      rest &= rest - 1
      let before = line & ((1 << UInt128(start)) - 1)
      let behind = line >> UInt128(start + 7 * unit)
      if before == 0 || start - (128 - before.leadingZeroBitCount) >= 4 * unit
        || behind == 0 || behind.trailingZeroBitCount >= 4 * unit
      {
        count += 1
      }
    }
    return count
  }
}
