import Testing

@testable import TamgaOptics

/// The list of codes comes from a process that a picture may have taken over.
@Suite struct CodeSearchTests {
  private static func symbol(_ x: UInt32, _ y: UInt32, _ count: UInt32, _ text: String) -> [UInt8] {
    [x, y, count].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
      + Array(text.utf8)
  }

  @Test func codesAsTheyAreWritten() {
    let bytes =
      Self.symbol(3, 70_000, 5, "first") + Self.symbol(.max, 0, 0, "") + Self.symbol(1, 2, 2, "é")
    #expect(
      CodeSearch.codes(in: bytes) == [
        FoundCode(text: "first", x: 3, y: 70_000), FoundCode(text: "", x: -1, y: 0),
        FoundCode(text: "é", x: 1, y: 2),
      ])
    #expect(CodeSearch.codes(in: []) == [])
    // Bytes that are no UTF-8 count as a code.
    #expect(CodeSearch.codes(in: Self.symbol(0, 0, 1, "") + [0xFF])?.first?.text == "\u{FFFD}")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let why: String
    let bytes: [UInt8]
    var testDescription: String { why }
  }

  static let refusals: [Refusal] = [
    Refusal(why: "half a head", bytes: [1, 2, 3]),
    Refusal(why: "a head cut short", bytes: Array(symbol(0, 0, 0, "").dropLast())),
    Refusal(why: "fewer bytes than it says", bytes: symbol(0, 0, 4, "abc")),
    Refusal(why: "two milliard bytes", bytes: symbol(0, 0, 0x7FFF_FFFF, "abc")),
    Refusal(why: "a negative length", bytes: symbol(0, 0, 0x8000_0000, "abc")),
    Refusal(why: "a byte too many", bytes: symbol(0, 0, 2, "abc")),
    Refusal(
      why: "33 codes", bytes: Array(repeatElement(symbol(0, 0, 1, "a"), count: 33).joined())),
  ]

  @Test(arguments: refusals) func whatIsNoListIsRefused(_ row: Refusal) {
    #expect(CodeSearch.codes(in: row.bytes) == nil)
  }
}
