import Foundation
import SeededNumbers
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDecisions

@Suite struct JSONReaderTests {
  struct Good: Sendable, CustomTestStringConvertible {
    let text: String
    let value: JSONValue
    let why: String
    var testDescription: String { why }
  }

  static let good: [Good] = [
    Good(text: "null", value: .null, why: "a word"),
    Good(text: " \t\r\n true \n", value: .flag(true), why: "blanks around"),
    Good(text: "0", value: .integer(0), why: "zero"),
    Good(text: "-0", value: .integer(0), why: "minus zero"),
    Good(
      text: "9223372036854775807", value: .integer(.max), why: "the largest whole number of 64 bits"
    ),
    Good(text: "9223372036854775808", value: .real(9.223372036854775808e18), why: "one above it"),
    Good(text: "-1.5e+2", value: .real(-150), why: "all parts of a number"),
    Good(text: "[]", value: .array([]), why: "an empty list"),
    Good(text: "[ 1 , 2 ]", value: .array([.integer(1), .integer(2)]), why: "blanks in a list"),
    Good(text: "{}", value: .object([]), why: "an empty object"),
    Good(
      text: #"{"b":1,"a":{"b":2}}"#,
      value: .object([.init("b", .integer(1)), .init("a", .object([.init("b", .integer(2))]))]),
      why: "the order is kept, and a key may stand again in another object"),
    Good(
      text: #""\"\\\/\b\f\n\r\t\u0041""#, value: .text("\"\\/\u{8}\u{C}\n\r\tA"),
      why: "every escape; whether the record may hold it is another question"),
    Good(text: #""\uD83D\uDE00""#, value: .text("😀"), why: "a pair of surrogates"),
    Good(text: "\"Әғқңөұүһі\"", value: .text("Әғқңөұүһі"), why: "Kazakh letters"),
  ]

  @Test(arguments: good) func reads(_ c: Good) throws {
    #expect(try JSONReader.read(Array(c.text.utf8), limits: .record).value == c.value)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: JSONFault.Code
    let line: Int
    let column: Int
    let why: String
    var testDescription: String { why }

    init(_ text: String, _ code: JSONFault.Code, _ line: Int, _ column: Int, _ why: String) {
      self.init(Array(text.utf8), code, line, column, why)
    }

    init(_ bytes: [UInt8], _ code: JSONFault.Code, _ line: Int, _ column: Int, _ why: String) {
      self.bytes = bytes
      self.code = code
      self.line = line
      self.column = column
      self.why = why
    }
  }

  static let bad: [Bad] = [
    Bad("", .empty, 1, 1, "nothing"),
    Bad(" \n ", .empty, 2, 2, "blanks"),
    Bad("{", .unexpectedEnd, 1, 2, "an object cut short"),
    Bad(#"{"a""#, .unexpectedEnd, 1, 5, "a member cut short"),
    Bad(#"{"a":"#, .unexpectedEnd, 1, 6, "a value cut off"),
    Bad("[1,", .unexpectedEnd, 1, 4, "a list cut short"),
    Bad(#""abc"#, .unexpectedEnd, 1, 5, "a text cut short"),
    Bad(#""\u12"#, .unexpectedEnd, 1, 6, "an escape cut short"),
    Bad("tru", .unexpectedEnd, 1, 4, "a word cut short"),
    Bad("-", .unexpectedEnd, 1, 2, "a number cut short"),
    Bad("[1,]", .unexpectedCharacter, 1, 4, "a comma before the end of a list"),
    Bad("[,1]", .unexpectedCharacter, 1, 2, "a comma at its start"),
    Bad(#"{"a":1,}"#, .unexpectedCharacter, 1, 8, "a comma before the end of an object"),
    Bad(#"{"a" 1}"#, .unexpectedCharacter, 1, 6, "no colon"),
    Bad("{a:1}", .unexpectedCharacter, 1, 2, "a key without quotation marks"),
    Bad("{'a':1}", .unexpectedCharacter, 1, 2, "single quotation marks"),
    Bad("[1 2]", .unexpectedCharacter, 1, 4, "no comma"),
    Bad("True", .unexpectedCharacter, 1, 1, "a word of another language"),
    Bad("NaN", .unexpectedCharacter, 1, 1, "not a number"),
    Bad("// a\n1", .unexpectedCharacter, 1, 1, "a comment"),
    Bad("[1}", .bracket, 1, 3, "a bracket closed by the other"),
    Bad("{}{}", .trailingData, 1, 3, "two values"),
    Bad("1 2", .trailingData, 1, 3, "two numbers"),
    Bad("{}\u{0}", .trailingData, 1, 3, "a zero byte after the value"),
    Bad("01", .number, 1, 1, "a leading zero"),
    Bad("-01", .number, 1, 2, "a leading zero after the sign"),
    Bad("1.", .unexpectedEnd, 1, 3, "no digits after the point"),
    Bad("[1.]", .number, 1, 4, "no digits after the point, inside a list"),
    Bad("[1e]", .number, 1, 4, "no exponent"),
    Bad("+1", .unexpectedCharacter, 1, 1, "a plus"),
    Bad(".5", .unexpectedCharacter, 1, 1, "no digit before the point"),
    Bad("0x1F", .trailingData, 1, 2, "hexadecimal"),
    Bad(#""\x""#, .escape, 1, 3, "an escape that does not exist"),
    Bad(#""\u00G0""#, .escape, 1, 6, "a letter that is no hexadecimal digit"),
    Bad("\"a\nb\"", .control, 1, 3, "a line break inside a text"),
    Bad("\"\u{1}\"", .control, 1, 2, "a control character inside a text"),
    Bad("{\n \"ә\": \"ғ\"\n x", .unexpectedCharacter, 3, 2, "the line and the column are counted"),
    Bad([0x22, 0xFF, 0x22], .encoding, 1, 2, "a byte that is never UTF-8"),
    Bad([0xFE, 0xFF, 0, 0x7B], .encoding, 1, 1, "UTF-16 of the other order"),
    Bad([0x22, 0xC0, 0x80, 0x22], .encoding, 1, 2, "an overlong form"),
    Bad([0x22, 0xED, 0xA0, 0x80, 0x22], .encoding, 1, 2, "a surrogate as bytes"),
    Bad([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .encoding, 1, 2, "above U+10FFFF"),
    Bad([0x22, 0xD3, 0x22], .encoding, 1, 2, "half a letter"),
    Bad([0xEF, 0xBB, 0xBF, 0x31], .unexpectedCharacter, 1, 1, "a byte order mark inside a file"),
    Bad([0xFF, 0xFE, 0x31, 0x00], .encoding, 1, 1, "UTF-16"),
  ]

  @Test(arguments: bad) func refuses(_ c: Bad) {
    let fault = #expect(throws: JSONFault.self) { try JSONReader.read(c.bytes, limits: .record) }
    #expect(fault?.code == c.code)
    #expect(fault?.line == c.line)
    #expect(fault?.column == c.column)
  }

  struct Odd: Sendable, CustomTestStringConvertible {
    let text: String
    var kind: JSONIrregularity.Kind?
    /// Of the characters of a text, where ``kind`` is nil.
    var refusal: PermittedCharacters.Refusal?
    let place: String
    let why: String
    var testDescription: String { why }
  }

  static let odd: [Odd] = [
    Odd(text: #"{"a":1,"a":2}"#, kind: .duplicateKey, place: "/a", why: "a key twice"),
    Odd(
      text: #"{"a":1,"\u0061":2}"#, kind: .duplicateKey, place: "/a", why: "one of them escaped"),
    Odd(
      text: "{\"\u{439}\":1,\"\u{438}\u{306}\":2}", kind: .duplicateKey, place: "/й",
      why: "the same letter composed and decomposed"),
    Odd(text: #"[{"a/b":{"~":1,"~":2}}]"#, kind: .duplicateKey, place: "/0/a~1b/~0", why: "inside"),
    Odd(text: #"["\uD800"]"#, refusal: .broken, place: "/0", why: "a high surrogate alone"),
    Odd(text: #"["\uDC00"]"#, refusal: .broken, place: "/0", why: "a low surrogate alone"),
    Odd(
      text: #"["\uD800\u0041"]"#, refusal: .broken, place: "/0", why: "a surrogate and a letter"),
    Odd(text: #"["\u0000"]"#, refusal: .control, place: "/0", why: "the zero character"),
    Odd(text: #"["\t"]"#, refusal: .tab, place: "/0", why: "a tabulator"),
    Odd(text: #"["\r\n"]"#, refusal: .control, place: "/0", why: "a carriage return"),
    Odd(text: "[\"\u{7F}\"]", refusal: .control, place: "/0", why: "delete"),
    Odd(text: "[\"\u{85}\"]", refusal: .lineBreak, place: "/0", why: "a C1 control"),
    Odd(text: "[\"\u{202E}A\"]", refusal: .direction, place: "/0", why: "right-to-left override"),
    Odd(text: "[\"\u{2066}A\"]", refusal: .direction, place: "/0", why: "an isolate"),
    Odd(text: "[\"\u{200F}\"]", refusal: .direction, place: "/0", why: "a right-to-left mark"),
    Odd(text: "[\"\u{2028}\"]", refusal: .lineBreak, place: "/0", why: "a line separator"),
    Odd(text: "[\"\u{FEFF}\"]", refusal: .invisible, place: "/0", why: "a byte order mark"),
    Odd(text: "[\"\u{E000}\"]", refusal: .privateUse, place: "/0", why: "private use"),
    Odd(
      text: "[\"\u{10FFFD}\"]", refusal: .privateUse, place: "/0", why: "private use, last plane"),
    Odd(text: "[\"\u{FFFE}\"]", refusal: .unassigned, place: "/0", why: "a noncharacter"),
    Odd(text: "[\"\u{1FFFF}\"]", refusal: .unassigned, place: "/0", why: "one of another plane"),
    Odd(text: #"["\uFDD0"]"#, refusal: .unassigned, place: "/0", why: "one in the middle"),
    Odd(text: "[\"\u{FFFD}\"]", refusal: .broken, place: "/0", why: "a lost letter"),
    Odd(text: #"{"a":{"\u0007":1}}"#, kind: .keyCharacters, place: "/a", why: "a control in a key"),
    Odd(text: "[1e999]", kind: .number, place: "/0", why: "a number beyond all measure"),
  ]

  @Test(arguments: odd) func collects(_ c: Odd) throws {
    let found = try JSONReader.read(Array(c.text.utf8), limits: .record).irregularities
    #expect(found.count == 1)
    if case .characters(let text)? = found.first?.kind {
      let refused = try #require(RefusedCharacter(in: text))
      #expect(refused.refusal == c.refusal && refused.position == 1)
    } else {
      #expect(found.first?.kind == c.kind)
    }
    #expect(found.first?.place.description == c.place)
    #expect(throws: JSONFault.self) {
      try JSONReader.strictValue(of: Array(c.text.utf8), limits: .record)
    }
  }

  @Test func allIrregularitiesAtOnce() throws {
    let text = #"{"a":"\u0001","b":["\u0002",{"c":1,"c":2}],"a":3}"#
    let (value, found) = try JSONReader.read(Array(text.utf8), limits: .record)
    #expect(found.map(\.place.description) == ["/a", "/b/0", "/b/1/c", "/a"])
    #expect(value["a"] == .text("\u{1}"), "the first value is kept")
  }

  @Test func textsAndKeysAreComposed() throws {
    // The standard library compares texts by their canonical form: the scalars tell them apart.
    let value = try JSONReader.read(
      Array("{\"\u{418}\u{306}\":\"e\u{301}\u{323}\"}".utf8), limits: .record
    ).value
    #expect(value.members?.first.map { Array($0.key.unicodeScalars) } == ["\u{419}"])
    #expect(
      value.members?.first?.value.text.map { Array($0.unicodeScalars) } == ["\u{1EB9}", "\u{301}"])
  }

  /// Foundation's reader is another hand: what this one accepts, that one must read the same.
  @Test func agreesWithFoundation() throws {
    var random = SplitMix(state: 7)
    var read = 0
    for _ in 0..<300 {
      let value = RandomJSON.value(&random, depth: 4)
      let bytes = JSONWriter.bytes(value)
      let mine = try JSONReader.strictValue(of: bytes, limits: .record)
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(RandomJSON.same(mine, theirs))
      read += 1
    }
    #expect(read == 300)
  }
}
