import TamgaDecisions
import TamgaDomain
import TamgaFormats
import Testing

@Suite struct RecordLimitsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let record: @Sendable (Int) -> String
    let limit: Int
    let finding: String
    let why: String
    var testDescription: String { why }
  }

  static func letters(_ count: Int) -> String { String(repeating: "ә", count: count) }

  static let cases: [Case] = [
    Case(
      record: { size in
        let record = Fixture.record()
        return record + String(repeating: " ", count: size - record.utf8.count)
      }, limit: 262_144, finding: "REC-LIMIT ", why: "bytes of a record"),
    Case(
      record: {
        let lists = $0 - 1
        return Fixture.record(
          top: [
            "x-a": String(repeating: "[", count: lists) + String(repeating: "]", count: lists)
          ])
      }, limit: 16, finding: "REC-LIMIT /x-a" + String(repeating: "/0", count: 15), why: "nesting"),
    Case(
      record: { Fixture.record(fields: ["remarks": "\"\(letters($0))\""]) }, limit: 4_000,
      finding: "REC-LIMIT /fields/remarks", why: "characters of a field"),
    Case(
      record: { Fixture.record(fields: ["remarks": "{\"kk\":\"\(letters($0))\",\"ru\":\"A\"}"]) },
      limit: 4_000, finding: "REC-LIMIT /fields/remarks/kk", why: "characters of one language"),
    Case(
      record: { Fixture.record(facts: "{\"employerName\":\"\(letters($0))\"}") }, limit: 4_000,
      finding: "REC-LIMIT /facts/employerName", why: "characters of a fact"),
    Case(
      record: { count in
        let items = Array(repeating: #""LIM-R2""#, count: count).joined(separator: ",")
        return Fixture.record(fields: ["groundIds": "[\(items)]"])
      }, limit: 200, finding: "REC-LIMIT /fields/groundIds", why: "items of a list"),
    Case(
      record: {
        Fixture.record(top: ["x-" + String(repeating: "k", count: $0 - 2): "1"])
      }, limit: 128, finding: "REC-LIMIT ", why: "characters of a key"),
  ]

  @Test(arguments: cases) func limit(_ c: Case) {
    let at = Fixture.parse(c.record(c.limit))
    #expect(at.findings.isEmpty)
    let above = Fixture.parse(c.record(c.limit + 1))
    #expect(above.findings.map { "\($0.rule) \($0.place)" } == [c.finding])
    #expect(above.isRejected)
  }

  @Test func privateTextsMayBeLong() {
    let record = Fixture.record(top: ["x-scan": "\"\(Self.letters(9_000))\""])
    #expect(Fixture.parse(record).findings.isEmpty)
  }

  @Test func whatTheSourceDidNotKeep() {
    func parse(_ content: RawRecord.Content) -> [String] {
      Fixture.parser.parse(
        RawRecord(
          source: "-", line: 1, content: content, startLine: 1, startColumn: 1, extent: 0..<1)
      ).findings.map { "\($0.rule) \($0.place) \($0.message.en.prefix(18))" }
    }
    #expect(parse(.tooLong(300_000)) == ["REC-LIMIT  the record is larg"])
    #expect(
      parse(.malformed(JSONFault(.bracket, offset: 9, line: 7, column: 3)))
        == ["REC-JSON  line 7, column 3: "])
  }

  @Test func faultsAreToldInPlacesOfTheFile() {
    let bytes = Array("{\n \"a\" 1}".utf8)
    let parsed = Fixture.parser.parse(
      RawRecord(
        source: "-", line: 3, content: .bytes(bytes), startLine: 10, startColumn: 5,
        extent: 0..<9))
    #expect(parsed.findings.first?.message.en.hasPrefix("line 11, column 6: ") == true)
    let first = Fixture.parser.parse(
      RawRecord(
        source: "-", line: 3, content: .bytes(Array("{,".utf8)), startLine: 10, startColumn: 5,
        extent: 0..<2))
    #expect(first.findings.first?.message.en.hasPrefix("line 10, column 6: ") == true)
  }

  @Test func findingsAreBounded() {
    let many = (0..<5_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    let fields = Fixture.parse(Fixture.record(top: ["fields": "{\(many)}"]))
    #expect(fields.findings.count == RecordLimits.findings + 1)
    #expect(fields.findings.last?.rule == "REC-LIMIT")
    let facts = Fixture.parse(Fixture.record(facts: "{\(many)}"))
    #expect(facts.findings.count == RecordLimits.unknownFacts + 1)
    #expect(!facts.isRejected, "an export may carry more than the rules need")
  }
}
