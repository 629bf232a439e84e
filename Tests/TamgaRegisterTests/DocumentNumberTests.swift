import Testing

@testable import TamgaRegister

@Suite struct DocumentNumberTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: Result<DocumentNumber, InvalidNumber>
    let why: String
    var testDescription: String { why }

    init(_ text: String, _ number: String, _ copy: Int, _ why: String) {
      self.text = text
      expected = .success(DocumentNumber(stored: number, copy: copy))
      self.why = why
    }
    init(_ text: String, _ error: InvalidNumber, _ why: String) {
      self.text = text
      expected = .failure(error)
      self.why = why
    }
  }

  static let readings: [Reading] = [
    Reading("ALA-21-0000017-4", "ALA-21-0000017-4", 0, "an original"),
    Reading("ALA-21-0000017-4~2", "ALA-21-0000017-4", 2, "a copy"),
    Reading("№ 12/3-к~9999", "№ 12/3-к", 9_999, "a number as an office writes it, last copy"),
    Reading("12~0", .copyOutOfRange, "the original has no mark"),
    Reading("12~02", .copyOutOfRange, "leading zero: two spellings of one paper"),
    Reading("12~", .copyOutOfRange, "no copy after the mark"),
    Reading("12~10000", .copyOutOfRange, "one above the last copy"),
    Reading("12~-1", .copyOutOfRange, "negative"),
    Reading("12~+1", .copyOutOfRange, "signed"),
    Reading("12~1~2", .copyOutOfRange, "two marks"),
    Reading("12~٢", .copyOutOfRange, "Arabic digit"),
    Reading("~2", .blank, "no number"),
    Reading("", .blank, "nothing"),
    Reading("  ", .blank, "spaces"),
    Reading(String(repeating: "9", count: 65), .tooLong(bytes: 65), "one byte above the limit"),
    Reading("12\n", .unprintable, "line break"),
    Reading("12\u{202E}3", .unprintable, "bidirectional override"),
    Reading("12\u{0}", .unprintable, "null"),
  ]

  @Test(arguments: readings) func reads(_ reading: Reading) {
    let result = Result { () throws(InvalidNumber) in try DocumentNumber(reading: reading.text) }
    #expect(result == reading.expected)
    if case .success(let number) = result { #expect(number.description == reading.text) }
  }

  @Test func takesNoTildeInANumber() {
    #expect(throws: InvalidNumber.tilde) { try DocumentNumber("12~2") }
    #expect(throws: InvalidNumber.copyOutOfRange) { try DocumentNumber("12", copy: 10_000) }
    #expect(throws: Never.self) { try DocumentNumber(String(repeating: "9", count: 64)) }
  }

  struct Name: Sendable, CustomTestStringConvertible {
    let number: String
    let copy: Int
    let file: String
    let why: String
    var testDescription: String { why }
  }

  static let names: [Name] = [
    Name(number: "ALA-21-0000017-4", copy: 0, file: "ALA-21-0000017-4", why: "as it is"),
    Name(number: "ALA-21-0000017-4", copy: 2, file: "ALA-21-0000017-4~2", why: "a copy"),
    Name(number: "12/3", copy: 0, file: "12%2F3", why: "a slash makes no folder"),
    Name(number: "..", copy: 0, file: "%2E.", why: "not the parent folder"),
    Name(number: "../../etc", copy: 0, file: "%2E.%2F..%2Fetc", why: "leaves no folder"),
    Name(number: "-rf", copy: 0, file: "%2Drf", why: "no option"),
    Name(number: "50%", copy: 0, file: "50%25", why: "the escape itself is escaped"),
    Name(number: "к", copy: 0, file: "%D0%BA", why: "letters beyond ASCII"),
    Name(number: "a b", copy: 0, file: "a%20b", why: "space"),
    Name(number: "a\\b", copy: 0, file: "a%5Cb", why: "backslash"),
  ]

  @Test(arguments: names) func fileNames(_ name: Name) throws {
    #expect(try DocumentNumber(name.number, copy: name.copy).fileName == name.file)
  }

  @Test func twoNumbersNeverShareAFileName() throws {
    let all = try Self.names.map { try DocumentNumber($0.number, copy: $0.copy).fileName }
    #expect(Set(all).count == all.count)
    let longest = try DocumentNumber(String(repeating: "к", count: 32), copy: 9_999)
    #expect(longest.fileName.utf8.count + ".pdf".utf8.count <= 255)
  }
}
