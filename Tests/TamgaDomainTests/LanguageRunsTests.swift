import TamgaDomain
import TamgaFormats
import Testing

/// The characters of the words in each language, as the digest has them.
@Suite struct LanguageRunsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let texts: [(text: String, language: String)]
    let runs: String
    let why: String
    var testDescription: String { why }
  }

  static let rows = [
    Row(texts: [], runs: "[]", why: "nothing"),
    Row(
      texts: [("A B", "kk"), ("Ү\u{A0}ә", "kk")], runs: #"[["kk",4]]"#, why: "blanks are no words"),
    Row(
      texts: [("A", "kk"), ("Б", "ru"), ("C", "kk")], runs: #"[["kk",1],["ru",1],["kk",1]]"#,
      why: "each run in its order"),
    Row(
      texts: [("A", "kk"), (" \u{AD}", "ru"), ("", "ru"), ("B", "kk")], runs: #"[["kk",2]]"#,
      why: "what has no words begins no run"),
    Row(
      texts: [("e", "kk"), ("\u{301}x", "kk")], runs: #"[["kk",2]]"#,
      why: "a mark joins the letter of the text before it"),
    Row(
      texts: [("e", "kk"), ("\u{301}", "kk"), ("яы", "ru"), ("漢 字", "ru")],
      runs: #"[["kk",1],["ru",4]]"#, why: "letters of other scripts"),
  ]

  @Test(arguments: rows) func areCounted(_ row: Row) {
    var runs = LanguageRuns()
    for (text, language) in row.texts { runs.add(text, in: language) }
    #expect(JSONWriter.text(runs.json) == row.runs)
  }

  /// However the texts are divided, their characters are those of the words of all of them.
  @Test func areThoseOfTheWords() {
    let letters = ["A", "ж", " ", "\u{301}", "é", "\u{AD}", "№", "漢", "\u{200B}", "ʻ", ""]
    for one in letters {
      for two in letters {
        for three in letters {
          var runs = LanguageRuns()
          for text in ["a", one, two, three] { runs.add(text, in: "kk") }
          let count = PrintedText.words(of: "a" + one + two + three).unicodeScalars.count
          #expect(JSONWriter.text(runs.json) == "[[\"kk\",\(count)]]", "\([one, two, three])")
        }
      }
    }
  }
}
