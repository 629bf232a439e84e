import TamgaDomain
import TamgaTemplates
import Testing

/// What the files of an office may be written like, and what of YAML they may not use.
@Suite struct YAMLTests {
  struct Row: CustomTestStringConvertible {
    let text: String
    let expected: String
    let testDescription: String

    init(_ text: String, _ expected: String, _ what: String) {
      (self.text, self.expected, testDescription) = (text, expected, what)
    }
  }

  /// Reads the key `a` as a text.
  static func text(_ yaml: String) -> String {
    do throws(TemplateFaults) {
      return try YAMLMap.read(yaml, file: "f") { $0.text("a") }
    } catch {
      return error.faults.map { "\($0.code) \($0.place)" }.joined(separator: ", ")
    }
  }

  @Test(arguments: [
    Row("a: word", "word", "plain"),
    Row("a: 'it''s'", "it's", "in single quotes"),
    Row(#"a: "x\u0041\n""#, "xA\n", "in double quotes, with escapes"),
    Row("a: |\n  one\n  two\n", "one\ntwo\n", "lines"),
    Row("a: >-\n  one\n  two\n", "one two", "folded lines"),
    Row("a: one\n  two", "one two", "plain, over two lines"),
    Row("{a: x}", "x", "in braces"),
    Row("--- # the only document\na: x\n...\n", "x", "with marks of begin and end"),
    Row("a: 'null'", "null", "the word in quotes"),
    Row("a: 007", "007", "digits"),
    Row("a: \u{049B}\u{04B1}жат", "құжат", "Kazakh letters"),
  ])
  func textsAreRead(_ row: Row) { #expect(Self.text(row.text) == row.expected) }

  @Test(arguments: [
    Row("", "notYAML f:1", "nothing"),
    Row("# only words\n", "notYAML f:1", "a remark"),
    Row("- a\n", "notYAML f:1", "a list at the top"),
    Row("a", "notYAML f:1", "a word at the top"),
    Row("b: 1\na: &x word", "notYAML f:2", "an anchor"),
    Row("a: *x", "notYAML f:1", "an alias"),
    Row("a: !!str 5", "notYAML f:1", "a tag"),
    Row("a: !x [b]", "notYAML f:1", "a tag of one's own"),
    Row("a: &x {b: c}", "notYAML f:1", "an anchor of a mapping"),
    Row("a: x\n---\na: y\n", "notYAML f:2", "two documents"),
    Row("a: x\na: y\n", "duplicate f:2", "a key twice"),
    Row("a: {b: 1, b: 2}", "duplicate f:1", "a key twice inside"),
    Row("? [x]\n: y\n", "notYAML f:1", "a list as key"),
    Row("a: [x", "notYAML f:2", "an open bracket"),
    Row("a: 'x", "notYAML f:1", "an open quote"),
    Row("a: x: y", "notYAML f:1", "two colons"),
    Row("a:\tx\n\tb: y", "notYAML f:2", "a tab as indent"),
    Row("a: \u{1}", "notYAML f", "a control character"),
    Row("a: ", "missingKey f:1", "no value"),
    Row("a: ~", "missingKey f:1", "nothing, written"),
    Row("a: ''", "missingKey f:1", "an empty text"),
    Row("b: x", "missingKey f:1, unknownKey f:1", "another key"),
    Row("a: [x]", "wrongValue f:1", "a list for a text"),
    Row("a: x\nc: y", "unknownKey f:2", "a key too many"),
    Row(
      "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40), "notYAML f:1",
      "lists forty deep"),
  ])
  func faultsHaveTheirLine(_ row: Row) { #expect(Self.text(row.text) == row.expected) }

  @Test(arguments: [
    Row("a: 12", "12", "digits"), Row("a: '12'", "12", "digits in quotes"),
    Row("a: 0x10", "no", "hexadecimal"), Row("a: 1_000", "no", "with underscores"),
    Row("a: -1", "no", "negative"), Row("a: 99999999999999999999", "no", "too large"),
    Row("a: 1.0", "no", "with a point"),
  ])
  func numbersAreDecimal(_ row: Row) {
    let count = try? YAMLMap.read(row.text, file: "f") { $0.count("a") }
    #expect((count.map { "\($0)" } ?? "no") == row.expected)
  }

  /// What libyaml says of these is English; the other two languages have words of their own, and not
  /// only the general ones.
  @Test(arguments: [
    "a:\n\tb: 1", "a: @x", "a: b: c", "a: [1, 2", "a: {b: 1", "a: 'open", "- x\n y: 1\n- z",
    "a: 1\n b: 2", "a:\n  - x\n - y", "a: \"\\q\"", "a: \u{1}", "? : [", "key\nb: 1",
  ])
  func syntaxIsToldInTheReadersLanguage(_ yaml: String) throws {
    let faults = try #require(throws: TemplateFaults.self) {
      try YAMLMap.read(yaml, file: "f") { $0.text("a") }
    }
    let message = try #require(faults.faults.first { $0.code == .notYAML }).message
    for text in [message.kk, message.ru] {
      let words = text.replacing("YAML", with: "").replacing("UTF-8", with: "")
      #expect(!words.contains { $0.isASCII && $0.isLetter }, "\(text)")
      #expect(!text.hasSuffix("ережесі бұзылған") && !text.hasSuffix("правила записи"), "\(text)")
    }
  }
}
