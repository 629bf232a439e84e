import Foundation
import Testing

@testable import TamgaDomain

/// One function of a record's text: what is laid out, digested, copied and read back.
@Suite struct PrintedTextTests {
  /// The scalars are compared: the standard library compares texts by their canonical form.
  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let normalised: String
    let why: String
    var testDescription: String { why }
  }

  static let rows = [
    Row(text: "Сейітқали Ә. Б.", normalised: "Сейітқали Ә. Б.", why: "an ordinary name"),
    Row(text: "Ә.\u{2009}Б.\u{202F}К.", normalised: "Ә. Б. К.", why: "thin spaces"),
    Row(text: "\u{2003}А\u{3000}Б\u{205F}", normalised: " А Б ", why: "wide spaces"),
    Row(text: "а\u{A0}б", normalised: "а\u{A0}б", why: "a no-break space stays"),
    Row(text: "и\u{306} е\u{308}", normalised: "й ё", why: "letters in two parts"),
    Row(text: "\u{212B}\u{2126}\u{212A}", normalised: "ÅΩK", why: "signs that are letters"),
    Row(text: "ª º ² ½ №", normalised: "ª º ² ½ №", why: "compatibility changes nothing"),
    Row(text: "а\u{301}", normalised: "а\u{301}", why: "a stress mark belongs to no letter"),
    Row(text: "\u{1100}\u{1161}", normalised: "가", why: "Hangul"),
  ]

  @Test(arguments: rows) func isMadeOneKind(_ row: Row) {
    let found = PrintedText.normalised(row.text)
    #expect(Self.scalars(found) == Self.scalars(row.normalised))
    #expect(Self.scalars(PrintedText.normalised(found)) == Self.scalars(found), "once is enough")
  }

  /// Whole texts are read byte by byte or scalar by scalar, and no letter tells which.
  @Test func theShortWayIsTheLongOne() {
    var differing: [UInt32] = []
    for value in 0..<0x3100 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "А\(scalar)ж \(scalar)"
      if Self.scalars(PrintedText.words(of: text))
        != Self.scalars(PrintedText.wordsOfAnyLetters(text))
      {
        differing.append(value)
      }
    }
    #expect(differing.isEmpty)
  }

  /// Foundation's normaliser is another hand. Every character, and every pair of a letter and a mark.
  @Test func composesAsFoundationDoes() {
    var differing: [String] = []
    func compare(_ text: String) {
      let mine = Self.scalars(PrintedText.words(of: text))
      let theirs = Self.scalars(text.precomposedStringWithCanonicalMapping)
      if mine != theirs { differing.append(text) }
    }
    let dropped: Set<UInt32> = [0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
    for value in UInt32(0x21)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace,
        !dropped.contains(value)
      else { continue }
      compare(String(scalar))
    }
    for mark in UInt32(0x300)...0x345 {
      for letter in [UInt32](0x41...0x7A) + [UInt32](0x391...0x451) {
        guard let letter = Unicode.Scalar(letter), let mark = Unicode.Scalar(mark) else { continue }
        compare("\(letter)\(mark)")
      }
    }
    #expect(differing.isEmpty, "\(differing.prefix(5))")
  }

  @Test func spacesOfAnyKindAreEqualInComparisons() {
    let texts = ["А Б", "А\u{A0}Б", " А  Б\u{2009}", "А\nБ", "А\u{3000}Б"]
    #expect(Set(texts.map(PrintedText.words)) == ["АБ"])
    #expect(Set(texts.map(PrintedText.singleSpaced)) == ["А Б"])
    #expect(PrintedText.words(of: "со\u{AD}гла\u{200B}сие\u{FEFF}") == "согласие")
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let text: String
    let refusal: PermittedCharacters.Refusal?
    let position: Int
    var count = 1
    let why: String
    var testDescription: String { why }
  }

  static let refused = [
    Refused(text: "Алматы №5\n«Ә» – 1/2", refusal: nil, position: 0, why: "an ordinary text"),
    Refused(text: "со\u{AD}г", refusal: .softHyphen, position: 3, why: "a soft hyphen"),
    Refused(text: "a\u{200D}\u{200C}b", refusal: .joiner, position: 2, count: 2, why: "joiners"),
    Refused(text: "\u{200B}", refusal: .invisible, position: 1, why: "a space without width"),
    Refused(text: "а\u{301}", refusal: .mark, position: 2, why: "a stress mark"),
    Refused(text: "\u{301}а", refusal: .mark, position: 1, why: "a mark without a letter"),
    Refused(text: "q\u{20DD}", refusal: .mark, position: 2, why: "an enclosing mark"),
    Refused(text: "A\u{FE0F}", refusal: .variation, position: 2, why: "a variation selector"),
    Refused(text: "A\u{E0100}", refusal: .variation, position: 2, why: "one of the last plane"),
    Refused(text: "A\u{E0041}", refusal: .invisible, position: 2, why: "a tag"),
    Refused(text: "A\u{3164}", refusal: .invisible, position: 2, why: "a filler that is a letter"),
    Refused(text: "A\u{2800}", refusal: .invisible, position: 2, why: "Braille without dots"),
    Refused(text: "A\u{1680}", refusal: .space, position: 2, why: "a space that is seen"),
    Refused(text: "A\u{F8FF}", refusal: .privateUse, position: 2, why: "private use"),
    Refused(text: "A\u{378}", refusal: .unassigned, position: 2, why: "unassigned"),
    Refused(text: "A\u{2028}", refusal: .lineBreak, position: 2, why: "a line separator"),
    Refused(text: "ABCDEF\u{6DD}", refusal: .invisible, position: 7, why: "a format character"),
    Refused(text: "3⁄4", refusal: .fraction, position: 2, why: "a fraction"),
    Refused(text: "ﬁ", refusal: .ligature, position: 1, why: "two letters in one"),
  ]

  @Test(arguments: refused) func saysWhichAndWhere(_ row: Refused) {
    let found = RefusedCharacter(in: row.text)
    #expect(found?.refusal == row.refusal)
    #expect((found?.position ?? 0) == row.position)
    if let found { #expect(found.count == row.count) }
  }

  @Test func whatTheFontsLackIsNamedToo() throws {
    let letters = LetterSet("ABCа б".unicodeScalars)
    #expect(RefusedCharacter(in: "A\nа б C", letters: letters) == nil)
    let found = try #require(RefusedCharacter(in: "AB山\u{1F600}", letters: letters))
    #expect(found.refusal == .noFont && found.position == 3 && found.count == 2)
    #expect(found.name == "U+5C71 CJK UNIFIED IDEOGRAPH-5C71" || found.name == "U+5C71")
    #expect(RefusedCharacter(in: "\u{AD}")?.name == "U+00AD SOFT HYPHEN")
    #expect(RefusedCharacter(in: "\u{7}")?.name.hasPrefix("U+0007") == true)
  }
}
