import SeededNumbers
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDecisions

@Suite struct CanonicalJSONTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let canonical: String
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(text: #"{"b":1,"a":2}"#, canonical: #"{"a":2,"b":1}"#, why: "keys are sorted"),
    Case(
      text: #"{"ә":1,"z":2,"Z":3,"aa":4,"a":5}"#, canonical: #"{"Z":3,"a":5,"aa":4,"z":2,"ә":1}"#,
      why: "by bytes"),
    Case(text: " [ 1 , 2 ] ", canonical: "[1,2]", why: "no blanks, and lists keep their order"),
    Case(
      text: #"{"x-note":1,"a":{"x-b":2,"c":[{"x-d":3}]}}"#, canonical: #"{"a":{"c":[{}]}}"#,
      why: "private keys at every level"),
    Case(
      text: #"{"xa":1,"X-a":2}"#, canonical: #"{"X-a":2,"xa":1}"#,
      why: "keys that only look private stay"),
    Case(text: "[3, 3.0, 30e-1, 0.3e1]", canonical: "[3,3,3,3]", why: "whole numbers alike"),
    Case(text: "[-0, -0.0, 0e5]", canonical: "[0,0,0]", why: "zeros alike"),
    Case(text: "[0.1, 1.50]", canonical: "[0.1,1.5]", why: "fractions in the shortest form"),
    Case(text: #""\u0041\/\u04d8""#, canonical: #""A/Ә""#, why: "no escape that is not needed"),
    Case(text: #""\"\\\n\u001F""#, canonical: #""\"\\\n\u001f""#, why: "those that are"),
    Case(text: "\"\u{438}\u{306}\"", canonical: "\"й\"", why: "composed"),
  ]

  @Test(arguments: cases) func canonical(_ c: Case) throws {
    let value = try JSONReader.read(Array(c.text.utf8), limits: .record).value
    let bytes = CanonicalJSON.bytes(of: value)
    #expect(bytes == Array(c.canonical.utf8))
    let again = try JSONReader.read(bytes, limits: .record).value
    #expect(CanonicalJSON.bytes(of: again) == bytes, "the form of the form is itself")
  }

  @Test func aChangeShows() {
    let a = Fixture.parse(Fixture.record())
    let changed = Fixture.parse(Fixture.record(fields: ["termMonths": "2"]))
    let same = Fixture.parse(Fixture.record(top: ["x-run": "7"], fields: ["termMonths": "1.0"]))
    #expect(a.decision?.canonical != changed.decision?.canonical)
    #expect(a.decision?.canonical == same.decision?.canonical)
    #expect(a.decision?.canonical.isEmpty == false)
  }

  @Test func writtenValuesReadBack() throws {
    var random = SplitMix(state: 11)
    for _ in 0..<500 {
      let value = RandomJSON.object(&random, depth: 4)
      let read = try JSONReader.strictValue(of: JSONWriter.bytes(value), limits: .record)
      #expect(CanonicalJSON.bytes(of: read) == CanonicalJSON.bytes(of: value))
      #expect(JSONWriter.bytes(read) == JSONWriter.bytes(value))
    }
  }

  @Test func orderOfKeysDoesNotMatter() {
    var random = SplitMix(state: 13)
    for _ in 0..<200 {
      guard case .object(let members) = RandomJSON.object(&random, depth: 3) else { continue }
      let shuffled = JSONValue.object(members.shuffled(using: &random))
      #expect(CanonicalJSON.bytes(of: shuffled) == CanonicalJSON.bytes(of: .object(members)))
    }
  }

  @Test func writerKeepsOrderAndPrivateKeys() {
    let value = JSONValue.object([.init("z", .integer(1)), .init("x-a", .real(.nan))])
    #expect(JSONWriter.text(value) == #"{"z":1,"x-a":null}"#)
  }
}
