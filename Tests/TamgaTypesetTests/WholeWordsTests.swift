import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// What would read wrong when it is copied from two lines stays on one, if a line holds it.
@Suite struct WholeWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let word: String
    let isWhole: Bool
    let why: String
    var testDescription: String { why }
  }

  static let rows = [
    Row(word: "+7 700 000 00 00", isWhole: true, why: "a telephone number"),
    Row(word: "+998 90 000 00 01,", isWhole: true, why: "one with a comma"),
    Row(word: "14-үй", isWhole: true, why: "a word with a hyphen"),
    Row(word: "үй мен көше", isWhole: false, why: "words"),
    Row(word: "7 700 000 00 00", isWhole: false, why: "digits without the sign"),
    Row(word: "+ 700 сан", isWhole: true, why: "a count and what it counts"),
  ]

  /// Whatever the column is, from the width of the longest word to that of everything.
  @Test(arguments: rows) func staysOnOneLine(_ row: Row) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    func shaped(_ text: String, _ width: Double?) -> ShapedText {
      fonts.text(
        [Stretch(text: text, letters: Letters(.serif, 10))], width: width)
    }
    let least = max(shaped(row.word, nil).width, shaped("Алматы", nil).width) + 1
    let lines = stride(from: least, to: least + 120, by: 3).map { width in
      shaped("Алматы қ., Үлгі к. " + row.word + " соңы", width).lines.map(\.text)
    }
    let divided = lines.filter { lines in !lines.contains { $0.contains(row.word) } }
    #expect(divided.isEmpty == row.isWhole, "\(divided)")
  }

  /// A word that no line holds is divided without a hyphen: what is drawn is the word's own text.
  @Test(arguments: [
    "Абдурахмангажиевмухаммадюсуфходжаевзадеоглы", "Sejtqalijewabdurahmanowmuhammedjusufow",
    "ул.Толебаева-Сейфуллина,дом.№17/2А,кв.(305)",
    String(repeating: "Алматы\u{A0}", count: 8) + "қаласы",
  ]) func aLongWordHasNoHyphenOfOurs(_ word: String) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    for width in stride(from: 40.0, to: 200, by: 10) {
      let text = fonts.text(
        [Stretch(text: word, letters: Letters(.serifBold, 10))], width: width)
      #expect(text.lines.map(\.text).joined() == word)
      for line in text.lines {
        let drawing = try #require(try LineDrawing.drawn([.init(line: line)], PDFCache())[0])
        let operators = String(decoding: drawing.operators, as: UTF8.self)
        #expect(!operators.contains("/Span"), "a glyph that does not say what it is")
        let drawn = drawing.glyphs.reduce(0) { $0 + $1.glyphs.count }
        // Of two blanks one may be drawn by the glyph of the other.
        #expect(drawn <= Set(line.text).count + 1, "a glyph of no letter")
      }
    }
  }

  /// A number that no line holds is divided, not printed beyond the margin.
  @Test func whatIsTooLongIsDivided() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let text = fonts.text(
      [
        Stretch(
          text: "+7" + String(repeating: " 000", count: 60), letters: Letters(.serif, 10))
      ], width: 100)
    #expect(text.lines.count > 5)
    #expect(text.lines.allSatisfy { $0.width <= 100 })
  }
}
