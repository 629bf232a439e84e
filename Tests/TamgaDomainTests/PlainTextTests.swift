import TamgaDomain
import Testing

/// Foreign text on a terminal.
@Suite struct PlainTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mred", "a\\u{1B}[31mred"), ("a\u{9B}31m", "a\\u{9B}31m"), ("a\rb", "a\\u{D}b"),
    ("a\nb", "a\\u{A}b"), ("a\u{202E}fdp.exe", "a\\u{202E}fdp.exe"), ("\u{7}", "\\u{7}"),
    ("a\u{2028}b", "a\\u{2028}b"), ("a\u{E0041}", "a\\u{E0041}"), ("Әлия – №1", "Әлия – №1"),
    ("", ""),
  ]) func aLine(_ text: String, _ shown: String) { #expect(PlainText.line(text) == shown) }

  @Test func severalLines() {
    #expect(PlainText.lines("a\n\tb\u{1B}c") == "a\n\tb\\u{1B}c")
  }

  /// The value of the JSON stays the same.
  @Test func json() {
    func shown(_ text: String) -> String {
      String(decoding: PlainText.json(Array(text.utf8)), as: UTF8.self)
    }
    #expect(shown("{\"a\": \"x\u{9B}y\"}") == "{\"a\": \"x\\u009By\"}")
    #expect(shown("[\"\u{202E}\u{7F}\u{E0041}\"]") == "[\"\\u202E\\u007F\\uDB40\\uDC41\"]")
    #expect(shown("{\"Ә\": \"ё\"}\n") == "{\"Ә\": \"ё\"}\n")
  }
}
