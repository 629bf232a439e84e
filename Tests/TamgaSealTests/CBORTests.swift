import SeededNumbers
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct CBORTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let value: CBOR
    let hex: String
    let why: String
    var testDescription: String { why }
  }

  /// RFC 8949 appendix A, as far as the values are ours.
  static let forms: [Form] = [
    Form(value: .unsigned(0), hex: "00", why: "zero"),
    Form(value: .unsigned(23), hex: "17", why: "the largest number in the first byte"),
    Form(value: .unsigned(24), hex: "1818", why: "the smallest number in a second byte"),
    Form(value: .unsigned(255), hex: "18ff", why: "the largest in one byte"),
    Form(value: .unsigned(256), hex: "190100", why: "the smallest in two"),
    Form(value: .unsigned(65_536), hex: "1a00010000", why: "the smallest in four"),
    Form(value: .unsigned(1_000_000_000_000), hex: "1b000000e8d4a51000", why: "eight bytes"),
    Form(value: .unsigned(.max), hex: "1bffffffffffffffff", why: "the largest number"),
    Form(value: .integer(-1), hex: "20", why: "minus one"),
    Form(value: .integer(-65537), hex: "3a00010000", why: "the key of the paper's claims"),
    Form(value: .integer(.min), hex: "3b7fffffffffffffff", why: "the smallest Int64"),
    Form(value: .bytes([1, 2, 3, 4]), hex: "4401020304", why: "bytes"),
    Form(value: .text("ü水"), hex: "65c3bce6b0b4", why: "UTF-8"),
    Form(value: .array([]), hex: "80", why: "nothing in an array"),
    Form(
      value: .array([.unsigned(1), .array([.unsigned(2)])]), hex: "82018102", why: "nesting"),
    Form(value: .map([]), hex: "a0", why: "nothing in a map"),
    Form(
      value: .map([
        .init(.integer(-1), .null), .init(.text("a"), .flag(true)),
        .init(.unsigned(100), .flag(false)), .init(.unsigned(2), .null),
      ]), hex: "a402f61864f420f66161f5", why: "keys in byte order, whatever order they came in"),
    Form(value: .tagged(18, .bytes([])), hex: "d240", why: "the tag of COSE_Sign1"),
  ]

  @Test(arguments: forms) func bothWays(_ form: Form) throws {
    #expect(Hex.text(form.value.encoded) == form.hex)
    let bytes = try #require(Hex.bytes(form.hex))
    #expect(try CBORReader.read(bytes, limit: 64).encoded == bytes)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let hex: String
    let fault: CBORFault
    let why: String
    var testDescription: String { why }
  }

  static let refusals: [Refusal] = [
    Refusal(hex: "", fault: .truncated(at: 0), why: "nothing"),
    Refusal(hex: "1817", fault: .notShortest(at: 0), why: "23 in two bytes"),
    Refusal(hex: "1900ff", fault: .notShortest(at: 0), why: "255 in three bytes"),
    Refusal(hex: "1a0000ffff", fault: .notShortest(at: 0), why: "65535 in five bytes"),
    Refusal(hex: "1b00000000ffffffff", fault: .notShortest(at: 0), why: "2^32-1 in nine bytes"),
    Refusal(hex: "3800", fault: .notShortest(at: 0), why: "-1 in two bytes"),
    Refusal(hex: "580101", fault: .notShortest(at: 0), why: "a long length of bytes"),
    Refusal(hex: "9801f6", fault: .notShortest(at: 0), why: "a long length of an array"),
    Refusal(hex: "d812f6", fault: .notShortest(at: 0), why: "a long tag"),
    Refusal(hex: "1c", fault: .unsupported(at: 0), why: "a reserved length"),
    Refusal(hex: "5f4101ff", fault: .indefiniteLength(at: 0), why: "bytes without length"),
    Refusal(hex: "7f6161ff", fault: .indefiniteLength(at: 0), why: "a text without length"),
    Refusal(hex: "9f01ff", fault: .indefiniteLength(at: 0), why: "an array without length"),
    Refusal(hex: "bf0102ff", fault: .indefiniteLength(at: 0), why: "a map without length"),
    Refusal(hex: "ff", fault: .indefiniteLength(at: 0), why: "a break by itself"),
    Refusal(hex: "f93c00", fault: .unsupported(at: 0), why: "a half precision number"),
    Refusal(hex: "fb3ff0000000000000", fault: .unsupported(at: 0), why: "a double"),
    Refusal(hex: "f7", fault: .unsupported(at: 0), why: "undefined"),
    Refusal(hex: "f820", fault: .unsupported(at: 0), why: "a simple value"),
    Refusal(hex: "62c328", fault: .notUTF8(at: 0), why: "broken UTF-8"),
    Refusal(hex: "63eda080", fault: .notUTF8(at: 0), why: "a surrogate in UTF-8"),
    Refusal(hex: "62c080", fault: .notUTF8(at: 0), why: "overlong UTF-8"),
    Refusal(hex: "a201000100", fault: .duplicateKey(at: 3), why: "a key twice"),
    Refusal(hex: "a202000100", fault: .keysNotSorted(at: 3), why: "keys out of order"),
    Refusal(hex: "0100", fault: .trailingBytes(at: 1), why: "a byte after the value"),
    Refusal(hex: "44010203", fault: .truncated(at: 0), why: "a byte short"),
    Refusal(hex: "1901", fault: .truncated(at: 0), why: "a length cut off"),
    Refusal(hex: "820100ff", fault: .trailingBytes(at: 3), why: "a break after an array"),
    Refusal(hex: "8201", fault: .truncated(at: 0), why: "an item short"),
    Refusal(hex: "a101", fault: .truncated(at: 0), why: "a key without value"),
    Refusal(hex: "5bffffffffffffffff", fault: .truncated(at: 0), why: "2^64-1 bytes announced"),
    Refusal(hex: "9bffffffffffffffff", fault: .truncated(at: 0), why: "2^64-1 items announced"),
    Refusal(hex: "bbffffffffffffffff", fault: .truncated(at: 0), why: "2^64-1 keys announced"),
  ]

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) throws {
    let bytes = try #require(Hex.bytes(refusal.hex))
    #expect(throws: refusal.fault) { try CBORReader.read(bytes, limit: 64) }
  }

  /// The reader, which refuses keys out of order, is the judge.
  @Test func keysOfEveryKindStandInByteOrder() throws {
    var random = SplitMix(state: 34)
    for _ in 0..<500 {
      let keys = (0..<Int.random(in: 0...12, using: &random)).map { _ -> CBOR in
        let number =
          UInt64.random(in: 0 ... .max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .text(String(number, radix: 36))
        default: return .bytes(Array(repeating: UInt8(number & 0xFF), count: Int(number % 5)))
        }
      }
      let map = CBOR.map(Set(keys).map { .init($0, .null) })
      let read = try CBORReader.read(map.encoded, limit: 1_024)
      #expect(read.entries.map { Set($0.map(\.key)) } == Set(keys))
    }
  }

  @Test func depth() throws {
    func nested(_ depth: Int) -> [UInt8] { [UInt8](repeating: 0x81, count: depth - 1) + [0] }
    let limit = CBORReader.depthLimit
    #expect(throws: Never.self) { try CBORReader.read(nested(limit), limit: 64) }
    #expect(throws: CBORFault.tooDeep(at: limit)) {
      try CBORReader.read(nested(limit + 1), limit: 64)
    }
    for opening in [UInt8(0x81), 0xC0, 0xA1] {
      let bomb = [UInt8](repeating: opening, count: 1_000_000)
      #expect(throws: CBORFault.self) { try CBORReader.read(bomb, limit: .max) }
    }
  }

  /// Millions of tiny values would take gigabytes of memory.
  @Test func values() {
    func flat(_ count: Int) -> [UInt8] {
      CBOR.array([CBOR](repeating: .null, count: count)).encoded
    }
    let limit = CBORReader.valueLimit
    #expect(throws: Never.self) { try CBORReader.read(flat(limit - 1), limit: .max) }
    #expect(throws: CBORFault.tooManyValues(limit: limit)) {
      try CBORReader.read(flat(limit), limit: .max)
    }
    #expect(throws: CBORFault.tooManyValues(limit: 8)) {
      try CBORReader.read([0x9A, 0x00, 0xFF, 0xFF, 0xFF] + flat(1 << 24), limit: .max, values: 8)
    }
  }

  @Test func size() {
    let value = CBOR.bytes([UInt8](repeating: 0, count: 98)).encoded
    #expect(throws: Never.self) { try CBORReader.read(value, limit: 100) }
    #expect(throws: CBORFault.tooLarge(limit: 99)) { try CBORReader.read(value, limit: 99) }
  }

  /// Whatever is read is written again byte by byte: there is no second form of any value.
  @Test func oneFormOfEveryValue() throws {
    var generator = SplitMix(state: 8949)
    let seed = Fixture.largest.encoded
    var read = 0
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      guard let value = try? CBORReader.read(bytes, limit: 1024) else { continue }
      read += 1
      #expect(value.encoded == bytes)
    }
    #expect(read > 1000, "mutations of texts and bytes stay readable")
  }
}
