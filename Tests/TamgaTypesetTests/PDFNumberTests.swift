import SeededNumbers
import TamgaPaperFile
import Testing

/// Numbers in the syntax of PDF: whole ones as Swift writes them, others without an idle zero.
@Suite struct PDFNumberTests {
  private func written(_ number: Int) -> String {
    var bytes: [UInt8] = []
    bytes.write(number)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func written(_ number: Double, places: Int) -> String {
    var bytes: [UInt8] = []
    bytes.write(number, places: places)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    0, 9, 10, -1, -10, 99_999_999, 100_000_000, 100_000_001, 999_999_999, 1_000_000_000_000_007,
    -100_000_000, 4_200_000_000, .max, .min,
  ]) func wholeNumbers(_ number: Int) { #expect(written(number) == String(number)) }

  @Test func wholeNumbersOfAnyLength() {
    var random = SplitMix(state: 31)
    for _ in 0..<2_000 {
      let number = Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0..<63)
      #expect(written(number) == String(number))
    }
  }

  @Test(
    arguments: [
      (0, 6, "0"), (-0.0, 6, "0"), (0.5, 0, "0"), (1.5, 0, "2"), (0.1, 6, "0.1"),
      (-0.000_001, 6, "-0.000001"), (0.000_000_4, 6, "0"), (595.275_591, 6, "595.275591"),
      (-841.889_764, 6, "-841.889764"), (100, 6, "100"), (10.050, 3, "10.05"), (0.007, 3, "0.007"),
      (1.009_9, 3, "1.01"), (123_456_789.25, 2, "123456789.25"),
    ] as [(Double, Int, String)]) func fractions(_ number: Double, _ places: Int, _ text: String)
  {
    #expect(written(number, places: places) == text)
  }

  @Test func fractionsOfAnyLength() {
    var random = SplitMix(state: 32)
    for places in 1...6 {
      let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
      for _ in 0..<500 {
        let scaled = Int.random(in: -99_999_999...99_999_999, using: &random)
        let digits = String(scaled.magnitude % UInt(unit) + UInt(unit)).dropFirst()
        let fraction = String(digits).trimmingZeros
        let whole = (scaled < 0 ? "-" : "") + String(scaled.magnitude / UInt(unit))
        let text = fraction.isEmpty ? whole : whole + "." + fraction
        #expect(written(Double(scaled) / Double(unit), places: places) == text)
      }
    }
  }

  @Test func digitsOfGlyphs() {
    for code in [0, 1, 9, 10, 15, 16, 0xABC, 0xFFFF, 0x0190] as [UInt16] {
      var bytes: [UInt8] = []
      bytes.writeHex(code)
      let text = String(code, radix: 16)
      #expect(
        String(decoding: bytes, as: UTF8.self) == String(repeating: "0", count: 4 - text.count)
          + text)
    }
  }
}

extension String {
  /// Without the zeros at its end.
  fileprivate var trimmingZeros: String {
    String(reversed().drop { $0 == "0" }.reversed())
  }
}
