import TamgaDecisions
import TamgaDomain
import TamgaFormats
import Testing

@Suite struct DecisionParserTests {
  static func found(_ record: String) -> [String] {
    Fixture.parse(record).findings.map { "\($0.rule) \($0.place)" }
  }

  @Test(arguments: wholes + tops + fields + facts) func finds(_ c: DecisionCase) {
    #expect(Self.found(c.record) == c.findings)
  }

  @Test func warningsDoNotReject() {
    let parsed = Fixture.parse(Fixture.record(facts: #"{"colour":"red"}"#))
    #expect(parsed.findings.map(\.level) == [.warning])
    #expect(!parsed.isRejected)
    #expect(Fixture.parse(Fixture.record(fields: ["iin": "1"])).isRejected)
  }

  @Test func oneLanguageAsksForOneText() {
    let kazakh = Fixture.parse(
      Fixture.record(
        top: ["languages": #"["kk"]"#], fields: ["officerPosition": #"{"kk":"Инспектор"}"#]))
    #expect(kazakh.findings.isEmpty)
    #expect(kazakh.decision?.languages == [.kk])
    #expect(kazakh.decision?.fields["officerPosition"] == .text(Bilingual(kk: "Инспектор", ru: "")))
    let russian = Self.found(
      Fixture.record(
        top: ["languages": #"["ru"]"#], fields: ["officerPosition": #"{"kk":"Инспектор"}"#]))
    #expect(russian == ["GEN-REQUIRED-FIELDS /fields/officerPosition/ru"])
  }

  @Test func readsEveryKindOfValue() throws {
    let record = Fixture.record(
      top: ["previous": #"{"decision":"T-0"}"#, "languages": #"["ru","kk"]"#],
      fields: [
        "sex": #""female""#, "iin": #""850312399993""#, "groundIds": #"["LIM-R2","LIM-R3"]"#,
        "missingDocuments": #"["A",null,"",{"kk":"B","ru":"C"}]"#, "termMonths": "3.0",
        "acceptedDocuments": #"["lim-passport","",{"kk":"B","ru":"C"}]"#,
        "untilText": #"[null,"A",{"kk":"","ru":""},"B"]"#,
      ],
      facts: """
        {"receivedAt":"2021-02-09T00:30:00.5+06:00","hasConviction":false,"score":8,
        "channel":"portal","stepDates":{"1":"2021-02-09"}}
        """)
    let decision = try #require(Fixture.parse(record).decision)
    #expect(decision.id == "T-1")
    #expect(decision.kind == Fixture.permit)
    #expect(decision.issuingBody == "ALA-MPS-01")
    #expect(decision.languages == [.kk, .ru])
    #expect(decision.issueDate == CalendarDate(2021, 2, 9))
    #expect(decision.previous == .decision("T-0"))
    #expect(decision.fields["latinFullName"] == .text(Bilingual(both: "TEST ONE")))
    #expect(decision.fields["citizenship"] == .code("UZB"))
    #expect(decision.fields["sex"] == .code("female"))
    #expect(decision.fields["iin"] == .text(Bilingual(both: "850312399993")))
    #expect(decision.fields["termMonths"] == .count(3))
    #expect(decision.fields["groundIds"] == .grounds(["LIM-R2", "LIM-R3"]))
    #expect(
      decision.fields["missingDocuments"]
        == .texts([Bilingual(both: "A"), Bilingual(kk: "B", ru: "C")]))
    #expect(
      decision.fields["acceptedDocuments"]
        == .texts([Bilingual(both: "lim-passport"), Bilingual(kk: "B", ru: "C")]))
    #expect(
      decision.fields["untilText"] == .texts(["", "A", "", "B"].map { Bilingual(both: $0) }),
      "a blank holds its place")
    #expect(decision.facts["receivedAt"] == .time(Moment(seconds: 1_612_809_000, offset: 360)))
    #expect(decision.facts["hasConviction"] == .flag(false))
    #expect(decision.facts["score"] == .count(8))
    #expect(decision.facts["channel"] == .text("portal"))
    #expect(
      decision.facts["stepDates"] == .value(.object([.init("1", .text("2021-02-09"))])))
    #expect(decision.unreadable.isEmpty)
  }

  @Test func formNeverHidesLaw() throws {
    let record = Fixture.record(
      top: ["id": nil, "issuingBody": #""NO-SUCH""#],
      fields: ["validFrom": #""soon""#, "latinFullName": #""A\u0007""#],
      facts: #"{"score":"many","quotaLeft":3}"#)
    let parsed = Fixture.parse(record)
    let decision = try #require(parsed.decision)
    #expect(parsed.isRejected)
    #expect(decision.id == nil)
    #expect(decision.unreadable == ["validFrom", "latinFullName", "score"])
    #expect(decision.fields["validFrom"] == nil)
    #expect(decision.fields["latinFullName"] == nil, "a text with such a character is not judged")
    #expect(decision.fields["validUntil"] == .date(try #require(CalendarDate(2021, 3, 10))))
    #expect(decision.facts == ["quotaLeft": .count(3)])
    #expect(Fixture.parse(Fixture.record(top: ["document": #""x""#])).decision == nil)
  }

  @Test func idSurvivesWhatItCan() {
    let deep = String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    let parsed = Fixture.parse(Fixture.record(top: ["x-deep": deep]))
    #expect(parsed.id == "T-1")
    #expect(parsed.findings.map(\.rule) == ["REC-LIMIT"])
    #expect(Fixture.parse(#"{"id":"A","id":"A"}"#).id == nil, "which of the two?")
  }

  @Test func noOfficeKnowsEveryBody() {
    let parser = DecisionParser(bodies: nil, kind: { _ in Fixture.permit })
    let bytes = Array(Fixture.record(top: ["issuingBody": #""ANY""#]).utf8)
    let parsed = parser.parse(
      RawRecord(
        source: "-", line: 1, content: .bytes(bytes), startLine: 1, startColumn: 1,
        extent: 0..<Int64(bytes.count)))
    #expect(parsed.findings.isEmpty)
    #expect(parsed.decision?.issuingBody == "ANY")
  }

  @Test func missingGroundsAreLeftToTheirRule() {
    func found(names grounds: [GroundKind]) -> [String] {
      let kind = Fixture.kind(
        "refusal", number: "decisionNumber", [Fixture.field("groundIds", .grounds)],
        grounds: grounds)
      let bytes = Array(Fixture.record(top: ["fields": "{}"]).utf8)
      return DecisionParser(bodies: nil, kind: { _ in kind }).parse(
        RawRecord(
          source: "-", line: 1, content: .bytes(bytes), startLine: 1, startColumn: 1,
          extent: 0..<Int64(bytes.count))
      ).findings.map { "\($0.rule) \($0.place)" }
    }
    #expect(found(names: []) == ["GEN-REQUIRED-FIELDS /fields/groundIds"])
    #expect(found(names: [.refusal]) == [])
  }
}
