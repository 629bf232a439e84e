import TamgaDomain
import TamgaOptics
import Testing

@Suite struct QRSymbolTests {
  struct Size: Sendable, CustomTestStringConvertible {
    let text: String
    let version: Int?
    let why: String
    var testDescription: String { why }
  }

  /// Bits of 13-M: 331 data code words (ISO/IEC 18004, table 7). A byte segment has a head of 4 + 8
  /// bits up to version 9 and 4 + 16 above, a numeric one 4 + 10, 4 + 12.
  static let sizes: [Size] = [
    Size(text: "A", version: 1, why: "one letter"),
    Size(text: Sample.digits(count: 34), version: 1, why: "all digits of 1-M"),
    Size(text: Sample.digits(count: 35), version: 2, why: "one digit above 1-M"),
    Size(text: Sample.digits(count: 796), version: 13, why: "all digits of 13-M"),
    Size(text: String(repeating: "a", count: 331), version: 13, why: "all bytes of 13-M"),
    Size(text: String(repeating: "a", count: 332), version: nil, why: "one byte above 13-M"),
    Size(text: Sample.digits(count: 797), version: nil, why: "one digit above 13-M"),
    Size(text: Sample.carrier(digits: 627), version: 12, why: "carrier of 258 bytes: 12-M"),
    Size(text: Sample.carrier(digits: 629), version: 13, why: "two digits more: 13-M"),
    Size(text: Sample.carrier(digits: 731), version: 13, why: "carrier of 301 bytes: 13-M"),
    Size(text: Sample.carrier(digits: 737), version: nil, why: "a carrier above 13-M"),
  ]

  @Test(arguments: sizes) func takesTheSmallestVersion(_ size: Size) throws {
    guard let version = size.version else {
      let error = #expect(throws: QRError.self) { try QRSymbol.encode(size.text) }
      #expect(error?.code == .tooLong)
      return
    }
    let grid = try QRSymbol.encode(size.text)
    #expect(grid.version == version)
    #expect(grid.side == 4 * version + 17)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let text: String
    let code: QRError.Code
    let why: String
    var testDescription: String { why }
  }

  static let refusals: [Refusal] = [
    Refusal(text: "", code: .empty, why: "no text"),
    Refusal(text: "https://қаз.example/v#1", code: .character, why: "a host outside ASCII"),
    Refusal(text: "TG1:\u{0}", code: .character, why: "U+0000, at which C strings end"),
    Refusal(text: "TG1:\n", code: .character, why: "a line break"),
    Refusal(text: "TG1:\u{7F}", code: .character, why: "delete"),
    Refusal(
      text: String(repeating: "7", count: 1_000_000), code: .tooLong, why: "a million digits"),
  ]

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
    let error = #expect(throws: QRError.self) { try QRSymbol.encode(refusal.text) }
    #expect(error?.code == refusal.code)
    #expect(error?.description.contains(refusal.text.prefix(40)) == refusal.text.isEmpty)
  }

  @Test func aLowerLimitIsKept() throws {
    let text = Sample.carrier(digits: 627)
    #expect(try QRSymbol.encode(text, limit: 12).version == 12)
    #expect(throws: QRError.self) { try QRSymbol.encode(text, limit: 11) }
  }

  /// libqrencode chooses the segments itself; one byte and one numeric segment need at least the
  /// bits counted here, so that no split by hand is smaller.
  @Test(arguments: [1, 60, 180, 333, 450, 520, 627, 700, 731])
  func theSplitIsTheShortest(digits: Int) throws {
    let prefix = "https://tamga.example/v#".utf8.count
    // Data code words of version 1-M to 13-M (ISO/IEC 18004, table 7).
    let capacity = [16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334]
    let smallest = try #require(
      (1...13).first { version in
        let heads = version < 10 ? 4 + 8 + 4 + 10 : 4 + 16 + 4 + 12
        let rest = [0, 4, 7][digits % 3]
        return heads + 8 * prefix + digits / 3 * 10 + rest <= capacity[version - 1] * 8
      })
    #expect(try QRSymbol.encode(Sample.carrier(digits: digits)).version <= smallest)
  }

  @Test func manyThreadsMakeTheSameSymbols() async throws {
    let texts = (0..<40).map { Sample.carrier(digits: 300 + $0 * 9) }
    let alone = try texts.map { try QRSymbol.encode($0) }
    try await withThrowingTaskGroup(of: (Int, ModuleGrid).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, try QRSymbol.encode(text)) }
      }
      for try await (index, grid) in group { #expect(grid == alone[index]) }
    }
  }

  @Test func theFinderPatternsStandInThreeCorners() throws {
    let grid = try QRSymbol.encode("TG1:ABC")
    let last = grid.side - 7
    for (top, left) in [(0, 0), (0, last), (last, 0)] {
      let ring = (0..<7).map { grid.isDark(row: top + 3, column: left + $0) }
      #expect(ring == [true, false, true, true, true, false, true])
    }
    #expect(!grid.isDark(row: 7, column: 7), "separators are light: true is dark")
  }
}
