import Crypto
import Testing

@testable import TamgaSeal

@Suite struct PrintedTests {
  static let cti = [UInt8](1...16)

  static func digest(_ pages: [String]) -> [UInt8] { PrintedDigest.of(pages: pages, cti: cti) }

  /// The definition, step by step, on a text whose words are plain.
  @Test func definition() {
    let input = Self.cti + Array("RUQSATРұқсат".utf8) + [0x0C] + Array("№17".utf8) + [0x0C]
    let expected = Array(SHA256.hash(data: input).prefix(8))
    #expect(Self.digest(["RUQSAT\n  Рұқсат ", "\u{A0}№ 17\u{C}"]) == expected)
    #expect(Self.digest(["RUQSATРұқсат", "№17"]) == expected)
    let file = PrintedDigest.Attachment(name: "a.json", content: [0x7B, 0x7D])
    let attached =
      input + [0x1C] + Array("a.json".utf8) + [0]
      + Array(SHA256.hash(data: [0x7B, 0x7D] as [UInt8]))
    #expect(
      PrintedDigest.of(pages: ["RUQSATРұқсат", "№17"], attachments: [file], cti: Self.cti)
        == Array(SHA256.hash(data: attached).prefix(8)))
  }

  struct Same: Sendable, CustomTestStringConvertible {
    let a: [String]
    let b: [String]
    let same: Bool
    let why: String
    var testDescription: String { why }
  }

  static let table: [Same] = [
    Same(a: ["a b\tc\nd"], b: ["abcd"], same: true, why: "white space is not printed"),
    Same(a: ["a\u{2003}b\u{3000}c\u{85}d"], b: ["abcd"], same: true, why: "all of Unicode's"),
    Same(a: ["со\u{AD}гласие"], b: ["согласие"], same: true, why: "a soft hyphen"),
    Same(a: ["a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}b"], b: ["ab"], same: true, why: "no width"),
    Same(a: ["И\u{306}"], b: ["Й"], same: true, why: "a letter in two parts"),
    Same(a: ["И \u{306}"], b: ["Й"], same: true, why: "its parts drawn apart"),
    Same(a: ["e\u{301}"], b: ["é"], same: true, why: "a Latin accent"),
    Same(a: ["ab"], b: ["ab", ""], same: false, why: "an empty page added"),
    Same(a: ["ab", "cd"], b: ["abcd"], same: false, why: "two pages made one"),
    Same(a: ["ab", "cd"], b: ["cd", "ab"], same: false, why: "pages in another order"),
    Same(a: ["ab", "cd"], b: ["abc", "d"], same: false, why: "a word on another page"),
    Same(a: ["17.02.2021"], b: ["17.02.2022"], same: false, why: "a digit"),
    Same(a: ["ANVAR"], b: ["АNVAR"], same: false, why: "a Cyrillic letter that looks alike"),
    Same(a: ["Ұ"], b: ["Y"], same: false, why: "a Kazakh letter"),
    Same(a: ["co-op"], b: ["coop"], same: false, why: "a real hyphen"),
    Same(a: ["a"], b: ["A"], same: false, why: "case"),
    Same(a: ["a."], b: ["a"], same: false, why: "a full stop"),
    Same(a: [], b: [""], same: false, why: "no page and an empty one"),
  ]

  @Test(arguments: table) func compared(_ c: Same) {
    #expect((Self.digest(c.a) == Self.digest(c.b)) == c.same)
  }

  @Test func everyPaperHasItsOwn() {
    #expect(
      PrintedDigest.of(pages: ["x"], cti: Self.cti)
        != PrintedDigest.of(pages: ["x"], cti: Self.cti.reversed()))
    #expect(Self.digest(["x"]).count == 8)
  }

  /// Apart from the words: the first 8 bytes of SHA-256 over the cti, 0x1C, the name, 0x00 and the SHA-256 of
  /// the content.
  @Test func filesByThemselves() {
    let file = PrintedDigest.Attachment(name: "decision.json", content: Array("{}".utf8))
    let input =
      Self.cti + [0x1C] + Array("decision.json".utf8) + [0x00] + SHA256Sum.of(Array("{}".utf8))
    let digest = PrintedDigest.of(files: [file], cti: Self.cti)
    #expect(digest == Array(SHA256Sum.of(input).prefix(8)))
    #expect(digest != PrintedDigest.of(files: [file], cti: Self.cti.reversed()))
    #expect(digest != PrintedDigest.of(files: [], cti: Self.cti))
  }

  @Test func attachments() {
    let a = PrintedDigest.Attachment(name: "a", content: [1])
    let b = PrintedDigest.Attachment(name: "b", content: [2])
    func digest(_ files: [PrintedDigest.Attachment]) -> [UInt8] {
      PrintedDigest.of(pages: ["x"], attachments: files, cti: Self.cti)
    }
    #expect(digest([a, b]) == digest([b, a]), "in the order of names")
    #expect(digest([a]) != digest([]))
    #expect(digest([a]) != digest([.init(name: "a", content: [2])]))
    #expect(digest([a]) != digest([.init(name: "b", content: [1])]))
  }

  @Test func checkCode() throws {
    // 40 bits of ones and zeros by turns: 10101 01010 …
    let code = CheckCode(cti: [0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0xFF])
    #expect(code.printed == "NANA-NANA")
    #expect(CheckCode(cti: [0, 0, 0, 0, 1]).printed == "0000-0001")
    #expect(CheckCode(cti: [255, 255, 255, 255, 255]).text == "ZZZZZZZZ")
    for typed in ["NANANANA", "nana-nana", " n a n a - N A N A ", "NA-NA-NA-NA"] {
      #expect(CheckCode(typed: typed) == code)
    }
    #expect(CheckCode(typed: "oil0-OIL1")?.text == "01100111")
    let refused = [
      "", "NANANAN", "NANANANAN", "NANA_NANA", "UUUUUUUU", "NANANAN!", "ӘӘӘӘӘӘӘӘ",
      String(repeating: "-", count: 33),
    ]
    for typed in refused { #expect(CheckCode(typed: typed) == nil, "\(typed)") }
  }
}
