import SeededNumbers
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct PayloadTextTests {
  @Test func blocks() throws {
    var generator = SplitMix(state: 17)
    for count in 0...40 {
      let bytes = Fixture.random(count, &generator)
      let digits = DigitBlocks.encoded(bytes)
      #expect(digits.count == count / 7 * 17 + [0, 3, 5, 8, 10, 13, 15][count % 7])
      #expect(DigitBlocks.bytes(digits) == (count == 0 ? nil : bytes))
    }
    #expect(DigitBlocks.encoded([UInt8](repeating: 0xFF, count: 7)) == "72057594037927935")
    #expect(DigitBlocks.encoded([0, 0, 1]) == "00000001")
  }

  struct Digits: Sendable, CustomTestStringConvertible {
    let text: String
    let bytes: [UInt8]?
    let why: String
    var testDescription: String { why }
  }

  static let digits: [Digits] = [
    Digits(text: "255", bytes: [255], why: "the largest byte"),
    Digits(text: "256", bytes: nil, why: "one more than a byte"),
    Digits(text: "65536", bytes: nil, why: "one more than two bytes"),
    Digits(text: "16777216", bytes: nil, why: "one more than three"),
    Digits(text: "4294967296", bytes: nil, why: "one more than four"),
    Digits(text: "1099511627776", bytes: nil, why: "one more than five"),
    Digits(text: "281474976710656", bytes: nil, why: "one more than six"),
    Digits(text: "72057594037927936", bytes: nil, why: "one more than seven"),
    Digits(text: "99999999999999999", bytes: nil, why: "all nines"),
    Digits(text: "1", bytes: nil, why: "a length of no bytes"),
    Digits(text: "12", bytes: nil, why: "two digits"),
    Digits(text: "1234", bytes: nil, why: "four digits"),
    Digits(text: "1234567890123456", bytes: nil, why: "sixteen digits"),
    Digits(text: "00000000000000000" + "0", bytes: nil, why: "a block and one digit"),
    Digits(text: "", bytes: nil, why: "nothing"),
    Digits(text: "+12", bytes: nil, why: "a sign"),
    Digits(text: "12a", bytes: nil, why: "a letter"),
    Digits(text: "١٢٣", bytes: nil, why: "digits of another script"),
    Digits(text: " 12", bytes: nil, why: "a blank"),
  ]

  @Test(arguments: digits) func readsDigits(_ c: Digits) {
    #expect(DigitBlocks.bytes(c.text) == c.bytes)
  }

  struct Base: Sendable, CustomTestStringConvertible {
    let text: String
    let bytes: [UInt8]?
    let why: String
    var testDescription: String { why }
  }

  static let base45: [Base] = [
    Base(text: "BB8", bytes: Array("AB".utf8), why: "RFC 9285 section 4.3, AB"),
    Base(text: "%69 VD92EX0", bytes: Array("Hello!!".utf8), why: "RFC 9285, Hello!!"),
    Base(text: "UJCLQE7W581", bytes: Array("base-45".utf8), why: "RFC 9285, base-45"),
    Base(text: "QED8WEX0", bytes: Array("ietf!".utf8), why: "RFC 9285 section 4.4, ietf!"),
    Base(text: "FGW", bytes: [0xFF, 0xFF], why: "the largest group"),
    Base(text: "GGW", bytes: nil, why: "RFC 9285 section 4, 65536"),
    Base(text: ":::", bytes: nil, why: "91124"),
    Base(text: "U5", bytes: [0xFF], why: "the largest rest"),
    Base(text: "V5", bytes: nil, why: "256 in a rest"),
    Base(text: "::", bytes: nil, why: "2024 in a rest"),
    Base(text: "B", bytes: nil, why: "a single character"),
    Base(text: "BB8B", bytes: nil, why: "a single character at the end"),
    Base(text: "bb8", bytes: nil, why: "lower case"),
    Base(text: "BB=", bytes: nil, why: "a character of another base"),
    Base(text: "BBӘ", bytes: nil, why: "a Kazakh letter"),
  ]

  @Test(arguments: base45) func readsBase45(_ c: Base) {
    #expect(Base45.bytes(c.text) == c.bytes)
    if let bytes = c.bytes { #expect(Base45.encoded(bytes) == c.text) }
  }

  static let seal = [0xD2, 0x84] + [UInt8](repeating: 0x5A, count: 230)

  @Test func carriers() throws {
    let link = PayloadText.link(host: "tamga.example", Self.seal)
    #expect(link == "https://tamga.example/v#" + Self.digitsOfSeal)
    #expect(try PayloadText(link).carrier == .link(host: "tamga.example"))
    let prefixed = PayloadText.prefixed(Self.seal)
    #expect(try PayloadText(prefixed).carrier == .prefixed)
    let digits = String(link.split(separator: "#")[1])
    #expect(try PayloadText(digits).carrier == .bareDigits)
    let base45 = String(prefixed.dropFirst(4))
    #expect(try PayloadText(base45).carrier == .bareBase45)
    for text in [link, prefixed, digits, base45] {
      for white in ["", " ", "\n", "\r\n", "\t \u{A0}"] {
        #expect(try PayloadText(white + text + white).bytes == Self.seal)
      }
    }
  }

  /// A final blank would be lost with the white space around a text; RFC 9285 never writes one.
  @Test func noBase45EndsWithABlank() {
    for first in UInt8.min...UInt8.max {
      #expect(!Base45.encoded([first]).hasSuffix(" "))
      #expect(!Base45.encoded([first, 0xFF]).hasSuffix(" "))
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let text: String
    let fault: PayloadText.Fault
    let why: String
    var testDescription: String { why }
  }

  static let digitsOfSeal = DigitBlocks.encoded(seal)

  static let refusals: [Refusal] = [
    Refusal(text: "", fault: .noSeal, why: "nothing"),
    Refusal(text: " \n ", fault: .noSeal, why: "white space"),
    Refusal(text: "hello", fault: .noSeal, why: "a word"),
    Refusal(text: "ALA-21-0000017-4", fault: .noSeal, why: "a number of a paper"),
    Refusal(text: "4601234567890", fault: .noSeal, why: "a product code"),
    Refusal(text: "https://tamga.example/", fault: .noSeal, why: "another page of the host"),
    Refusal(text: "https://tamga.example/v?x=1", fault: .noSeal, why: "a query"),
    Refusal(text: "http://tamga.example/v#" + digitsOfSeal, fault: .noSeal, why: "no TLS"),
    Refusal(
      text: "https://tamga.example/w/v#" + digitsOfSeal, fault: .noSeal, why: "a deeper path"),
    Refusal(
      text: "https://user@tamga.example/v#" + digitsOfSeal, fault: .noSeal, why: "a user name"),
    Refusal(text: "https:///v#" + digitsOfSeal, fault: .noSeal, why: "no host"),
    Refusal(
      text: "https://tаmga.example/v#" + digitsOfSeal, fault: .noSeal,
      why: "a Cyrillic letter in the host"),
    Refusal(text: "https://tamga.example/v#", fault: .malformed, why: "a link without a seal"),
    Refusal(text: "https://tamga.example/v#12", fault: .malformed, why: "two digits"),
    Refusal(
      text: "https://tamga.example/v#" + digitsOfSeal + "x", fault: .malformed,
      why: "a letter after the digits"),
    Refusal(
      text: "https://tamga.example/v#" + digitsOfSeal.prefix(40) + " " + digitsOfSeal.dropFirst(40),
      fault: .malformed, why: "a blank among the digits"),
    Refusal(
      text: "https://tamga.example/v#9" + digitsOfSeal.dropFirst(), fault: .malformed,
      why: "a block that is too large"),
    Refusal(text: digitsOfSeal + "1", fault: .malformed, why: "bare digits of a wrong length"),
    Refusal(text: "TG1:", fault: .malformed, why: "a prefix and nothing"),
    Refusal(text: "TG1:bb8", fault: .malformed, why: "lower case after the prefix"),
    Refusal(text: "TG1:GGW", fault: .malformed, why: "a group that is too large"),
    Refusal(text: "tg1:BB8", fault: .noSeal, why: "the prefix in lower case"),
    Refusal(text: "TG2:BB8", fault: .noSeal, why: "a prefix to come"),
    Refusal(
      text: Base45.encoded(seal).prefix(93) + ":::", fault: .malformed,
      why: "base45 that is too large"),
    Refusal(
      text: digitsOfSeal + String(repeating: "1", count: 8193), fault: .tooLong,
      why: "bare digits above the limit"),
    Refusal(
      text: "https://tamga.example/v#" + String(repeating: "1", count: 8193), fault: .tooLong,
      why: "a link above the limit"),
    Refusal(
      text: "TG1:" + String(repeating: "A", count: 5_000_000), fault: .tooLong,
      why: "megabytes of base45"),
    Refusal(text: String(repeating: ":", count: 96), fault: .noSeal, why: "colons"),
    Refusal(
      text: "ACCOUNT 40702810900000012345 OF THE OFFICE, SEE PAGE 12 OF THE CONTRACT, 10.02.2026"
        + " $ 100.00", fault: .noSeal, why: "capitals and digits of something else"),
    Refusal(text: String(repeating: "1", count: 200), fault: .noSeal, why: "other digits"),
    Refusal(
      text: String(repeating: "1", count: 5_000_000), fault: .noSeal, why: "megabytes of digits"),
    Refusal(
      text: String(repeating: "{\"line\": 1}\n", count: 100_000), fault: .noSeal,
      why: "a file of results"),
    Refusal(
      text: "https://tamga.example/" + String(repeating: "x", count: 9000), fault: .noSeal,
      why: "a long link of something else"),
  ]

  @Test(arguments: refusals) func refuses(_ c: Refusal) {
    #expect(throws: c.fault) { try PayloadText(c.text) }
  }

  @Test func hosts() {
    let longest = String(repeating: "a", count: 253)
    for host in ["tamga.example", "xn--80a.example", "localhost:8080", longest] {
      #expect(PayloadText.isHost(host), "\(host)")
    }
    for host in ["", longest + "a", "Tamga.example", "a b", "a/b", "a_b", "a@b", "әә.example"] {
      #expect(!PayloadText.isHost(host), "\(host)")
    }
  }

  @Test func limit() throws {
    // 481 blocks of 17 digits, one of 15: 8192 digits.
    let zeros = [UInt8](repeating: 0, count: 481 * 7 + 6 - 2)
    let text = DigitBlocks.encoded([0xD2, 0x84] + zeros)
    #expect(text.utf8.count == PayloadText.limit)
    #expect(try PayloadText(text).bytes.count == 481 * 7 + 6)
  }
}
