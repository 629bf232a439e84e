import CQREncode
import Glibc
import Testing

@testable import TamgaOptics

/// The mask that is chosen here is the one that libqrencode chooses.
@Suite struct MaskChoiceTests {
  /// The library's own symbol.
  private static func library(_ text: String, _ level: CorrectionLevel) -> [Bool]? {
    guard let code = QRcode_encodeString(text, 0, level.ofLibrary, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    return UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }

  private static func text(_ random: inout some RandomNumberGenerator, _ count: Int) -> String {
    let alphabets = [
      "0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", "0", "az09/#:.?=&",
    ]
    // safe: neither is empty
    let letters = Array(alphabets.randomElement(using: &random)!)
    return String((0..<count).map { _ in letters.randomElement(using: &random)! })
  }

  @Test(arguments: CorrectionLevel.allCases) func asTheLibraryChooses(_ level: CorrectionLevel)
    throws
  {
    var random = SystemRandomNumberGenerator()
    var versions: Set<Int> = []
    var compared = 0
    // More symbols where papers have theirs; every version up to the largest that is done here.
    for round in 0..<1_200 {
      let count =
        round % 3 == 0
        ? Int.random(in: 1...1_200, using: &random) : Int.random(in: 1...300, using: &random)
      let text = Self.text(&random, count)
      let expected = try #require(Self.library(text, level))
      guard let symbol = UnmaskedSymbol(text, level) else {
        #expect(expected.count > 128 * 128, "\(text)")
        continue
      }
      let found = symbol.masked(level)
      versions.insert((found.side - 17) / 4)
      compared += 1
      #expect(found.modules == expected, "\(level) \(text)")
    }
    #expect(
      compared > 800 && versions.count >= 24, "\(compared) symbols of versions \(versions.sorted())"
    )
  }

  /// Drawn modules have runs and finder-like rows that no code of words has: every branch of the count.
  @Test func pointsOfDrawnModules() throws {
    let count = try #require(dlsym(nil, "Mask_evaluateSymbol"))
    let evaluate = unsafeBitCast(
      count, to: (@convention(c) (CInt, UnsafeMutablePointer<UInt8>) -> CInt).self)
    func library(_ modules: [Bool], _ side: Int) -> Int {
      var frame = modules.map { UInt8($0 ? 1 : 0) }
      return Int(evaluate(CInt(side), &frame))
    }
    var random = SystemRandomNumberGenerator()
    for side in [21, 25, 57, 65, 69, 125] {
      for round in 0..<120 {
        // From noise to long runs.
        let length = 1 + round % 12
        var rows: [[Bool]] = []
        for _ in 0..<side {
          var row: [Bool] = []
          var colour = Bool.random(using: &random)
          while row.count < side {
            row += Array(repeating: colour, count: Int.random(in: 1...length, using: &random))
            colour.toggle()
          }
          rows.append(Array(row.prefix(side)))
        }
        let isUpright = Bool.random(using: &random)
        let places = (0..<side * side).map { (row: $0 / side, column: $0 % side) }
        let modules = places.map { isUpright ? rows[$0.row][$0.column] : rows[$0.column][$0.row] }
        let bit = UInt64.random(in: 0...7, using: &random)
        let others = UInt8(truncatingIfNeeded: ~(1 << bit))
        let lines = modules.map { module -> UInt8 in
          UInt8(module ? 1 << bit : 0) | UInt8.random(in: 0...255, using: &random) & others
        }.withUnsafeBytes { SymbolLines(side: side, bit: bit, of: $0) }
        #expect(lines.modules == modules)
        #expect(MaskScore(lines).pointsOfLines == library(lines.modules, side))
      }
    }
  }

  @Test(arguments: [
    (CorrectionLevel.medium, 0, 0b101_0100_0001_0010), (.low, 0, 0b111_0111_1100_0100),
    (.quartile, 5, 0b010_0001_1000_0011), (.high, 7, 0b000_1000_0011_1011),
  ]) func formats(_ level: CorrectionLevel, _ mask: Int, _ bits: Int) {
    #expect(level.format(mask: mask) == bits)
  }
}
