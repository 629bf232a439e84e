import TamgaDecisions
import TamgaDomain
import Testing

@Suite struct DecisionParserTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let record: String
    /// `RULE place` of every finding, in order.
    let findings: [String]
    let why: String
    var testDescription: String { why }

    init(_ record: String, _ findings: [String], _ why: String) {
      self.record = record
      self.findings = findings
      self.why = why
    }

    /// A record with members of the top changed.
    static func top(_ key: String, _ value: String?, _ findings: [String], _ why: String) -> Case {
      Case(Fixture.record(top: [key: value]), findings, why)
    }

    /// A record with a field changed.
    static func field(_ key: String, _ value: String?, _ findings: [String], _ why: String) -> Case
    {
      Case(Fixture.record(fields: [key: value]), findings, why)
    }

    static func facts(_ facts: String, _ findings: [String], _ why: String) -> Case {
      Case(Fixture.record(facts: facts), findings, why)
    }
  }

  static func found(_ record: String) -> [String] {
    Fixture.parse(record).findings.map { "\($0.rule) \($0.place)" }
  }

  static let wholes: [Case] = [
    Case(Fixture.record(), [], "nothing is wrong"),
    Case("", ["REC-JSON "], "nothing at all"),
    Case("{", ["REC-JSON "], "cut short"),
    Case("[]", ["REC-TYPE "], "a list"),
    Case("\"a\"", ["REC-TYPE "], "a text"),
    Case("null", ["REC-TYPE "], "nothing as a value"),
    Case(
      "{}",
      [
        "REC-UNKNOWN-DOCUMENT /document", "REC-ID /id", "GEN-REQUIRED-FIELDS /issuingBody",
        "GEN-REQUIRED-FIELDS /issueDate",
      ], "an empty object"),
    Case(
      #"{"id":"A","id":"B","document":"labour-immigrant-permit","fields":{}}"#,
      [
        "REC-DUPLICATE-KEY /id", "GEN-REQUIRED-FIELDS /issuingBody",
        "GEN-REQUIRED-FIELDS /issueDate", "GEN-REQUIRED-FIELDS /fields/latinFullName",
        "GEN-REQUIRED-FIELDS /fields/passportSeriesNumber",
        "GEN-REQUIRED-FIELDS /fields/citizenship", "GEN-REQUIRED-FIELDS /fields/termMonths",
        "GEN-REQUIRED-FIELDS /fields/validFrom", "GEN-REQUIRED-FIELDS /fields/validUntil",
        "GEN-REQUIRED-FIELDS /fields/officerPosition",
        "GEN-REQUIRED-FIELDS /fields/officerFullName",
      ], "every finding at once; what Tamga allots or writes is not asked for"),
  ]

  static let tops: [Case] = [
    .top("id", nil, ["REC-ID /id"], "no id"),
    .top("id", "null", ["REC-ID /id"], "null for an id"),
    .top("id", #""""#, ["REC-ID /id"], "an empty id"),
    .top("id", "17", ["REC-ID /id"], "a number for an id"),
    .top("id", #""a b""#, ["REC-ID /id"], "a blank in an id"),
    .top("id", #""Ә-1""#, ["REC-ID /id"], "a letter of another script"),
    .top("id", #""a,b""#, ["REC-ID /id"], "a comma, which stands before the hyphen"),
    .top("id", #""a;b""#, ["REC-ID /id"], "a semicolon, which stands after the colon"),
    .top("id", #""A.z_0:/-9""#, [], "every kind of character of an id"),
    .top("id", "\"\(String(repeating: "a", count: 64))\"", [], "64 characters"),
    .top("id", "\"\(String(repeating: "a", count: 65))\"", ["REC-ID /id"], "65 characters"),
    .top("document", nil, ["REC-UNKNOWN-DOCUMENT /document"], "no kind"),
    .top("document", #""labour""#, ["REC-UNKNOWN-DOCUMENT /document"], "no such kind"),
    .top("document", "1", ["REC-TYPE /document"], "a number for a kind"),
    .top("issuingBody", nil, ["GEN-REQUIRED-FIELDS /issuingBody"], "no body"),
    .top("issuingBody", #""ALA-MPS-99""#, ["REC-UNKNOWN-BODY /issuingBody"], "no such body"),
    .top("issuingBody", "{}", ["REC-TYPE /issuingBody"], "an object for a body"),
    .top("issueDate", nil, ["GEN-REQUIRED-FIELDS /issueDate"], "no day"),
    .top("issueDate", #"" ""#, ["GEN-REQUIRED-FIELDS /issueDate"], "a blank day"),
    .top("issueDate", #""09.02.2021""#, ["REC-DATE /issueDate"], "a day as it is printed"),
    .top("issueDate", #""2021-02-30""#, ["REC-DATE /issueDate"], "no such day"),
    .top("issueDate", #""2021-02-09T00:00""#, ["REC-DATE /issueDate"], "a day with a time"),
    .top("issueDate", "20210209", ["REC-TYPE /issueDate"], "a number for a day"),
    .top("issueDate", #""9999-12-31""#, ["REC-DATE /issueDate"], "a stand-in for no day"),
    .top("languages", #"["kk"]"#, [], "Kazakh alone"),
    .top("languages", #"["ru","kk"]"#, [], "Russian first"),
    .top("languages", "null", [], "null is absent"),
    .top("languages", "[]", ["REC-LANGUAGES /languages"], "none"),
    .top("languages", #"["en"]"#, ["REC-LANGUAGES /languages"], "another one"),
    .top("languages", #"["kk","kk"]"#, ["REC-LANGUAGES /languages"], "one twice"),
    .top("languages", #""kk""#, ["REC-LANGUAGES /languages"], "no list"),
    .top("previous", #""ALA-21-0000017-4""#, [], "a number"),
    .top("previous", #""ALA-21-0000017-4~2""#, [], "a copy"),
    .top("previous", #""№ 123/45 от 2020""#, [], "a paper of another office"),
    .top("previous", #""A~0""#, ["REC-PREVIOUS /previous"], "copy 0"),
    .top("previous", #""A~+2""#, ["REC-PREVIOUS /previous"], "a sign before the copy"),
    .top("previous", #""A~1~2""#, ["REC-PREVIOUS /previous"], "two copies"),
    .top("previous", #""~2""#, ["REC-PREVIOUS /previous"], "a copy of nothing"),
    .top("previous", #""A\nB""#, ["REC-PREVIOUS /previous"], "a line break"),
    .top("previous", "17", ["REC-PREVIOUS /previous"], "a number without quotation marks"),
    .top(
      "previous", "\"\(String(repeating: "1", count: 64))\"", [], "a number of 64 characters"),
    .top(
      "previous", "\"\(String(repeating: "1", count: 65))\"", ["REC-PREVIOUS /previous"],
      "a number of 65 characters"),
    .top("previous", #"{"decision":"T-0"}"#, [], "a decision"),
    .top("previous", #"{"decision":"T 0"}"#, ["REC-PREVIOUS /previous"], "no id of a decision"),
    .top("previous", "{}", ["REC-PREVIOUS /previous"], "no decision in it"),
    .top(
      "previous", #"{"decision":"T-0","number":"1"}"#, ["REC-PREVIOUS /previous/number"],
      "both at once"),
    .top("previous", #"{"decision":"T-1"}"#, ["REC-PREVIOUS /previous/decision"], "itself"),
    .top("feilds", "{}", ["REC-UNKNOWN-KEY /feilds"], "a mistyped key"),
    .top("validFrom", #""2021-02-10""#, ["REC-UNKNOWN-KEY /validFrom"], "a field at the top"),
    .top("x-run", #"{"a":"\u0007"}"#, [], "a private key with anything in it"),
    .top("x-run", #"{"a":1,"a":2}"#, ["REC-DUPLICATE-KEY /x-run/a"], "but no key twice"),
    .top("fields", "[]", ["REC-TYPE /fields"], "a list for the fields"),
    .top("facts", "1", ["REC-TYPE /facts"], "a number for the facts"),
    .top("facts", "null", [], "no facts"),
  ]

  static let fields: [Case] = [
    .field("latinFullName", nil, ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "a missing field"),
    .field("latinFullName", "null", ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "null"),
    .field("latinFullName", #""""#, ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "empty"),
    .field(
      "latinFullName", #"" \u00A0\u200B""#, ["GEN-REQUIRED-FIELDS /fields/latinFullName"],
      "nothing to see"),
    .field("latinFullName", "5", ["REC-TYPE /fields/latinFullName"], "a number for a text"),
    .field("latinFullName", #""A\nB""#, ["REC-CHARACTERS /fields/latinFullName"], "a line break"),
    .field(
      "latinFullName", #""A\u202eB""#, ["REC-CHARACTERS /fields/latinFullName"], "an override"),
    .field("latinFullName", #"{"kk":"A","ru":"A"}"#, [], "one text given twice"),
    .field(
      "latinFullName", #"{"kk":"A","ru":"B"}"#, ["REC-TYPE /fields/latinFullName"],
      "two texts for one"),
    .field("patronymic", nil, [], "an absent patronymic"),
    .field("patronymic", #""""#, [], "a blank patronymic"),
    .field("iin", #""""#, [], "a blank IIN"),
    .field("iin", #""850312399993""#, [], "an IIN"),
    .field("iin", #""85031239999""#, ["REC-TYPE /fields/iin"], "eleven digits"),
    .field("iin", #""٨50312399993""#, ["REC-TYPE /fields/iin"], "a digit of another script"),
    .field("citizenship", #""XXA""#, [], "a stateless person"),
    .field("citizenship", #""uzb""#, ["REC-TYPE /fields/citizenship"], "small letters"),
    .field("citizenship", #""UZ""#, ["REC-TYPE /fields/citizenship"], "two letters"),
    .field("citizenship", #""QQQ""#, ["REC-TYPE /fields/citizenship"], "no country"),
    .field("sex", #""male""#, [], "a code"),
    .field("sex", #""ер""#, ["REC-TYPE /fields/sex"], "the word for the code"),
    .field("birthDate", #""1990-5-17""#, ["REC-DATE /fields/birthDate"], "one digit"),
    .field("birthDate", #""1849-12-31""#, ["REC-DATE /fields/birthDate"], "before anybody alive"),
    .field("birthDate", #""1850-01-01""#, [], "the first day"),
    .field("birthDate", #""2299-12-31""#, [], "the last day"),
    .field("birthDate", #""2300-01-01""#, ["REC-DATE /fields/birthDate"], "one after it"),
    .field("termMonths", "3.0", [], "a whole number with a fraction of nothing"),
    .field("termMonths", "1200", [], "a hundred years"),
    .field(
      "termMonths", "1201", ["REC-LIMIT /fields/termMonths", "LIM-PERMIT-TERM /fields/termMonths"],
      "a month more"),
    .field(
      "termMonths", "1.5", ["REC-TYPE /fields/termMonths", "LIM-PERMIT-TERM /fields/termMonths"],
      "half a month"),
    .field(
      "termMonths", "-1", ["REC-TYPE /fields/termMonths", "LIM-PERMIT-TERM /fields/termMonths"],
      "less than nothing"),
    .field(
      "termMonths", #""3""#, ["REC-TYPE /fields/termMonths", "LIM-PERMIT-TERM /fields/termMonths"],
      "a text for a number"),
    .field("termMonths", "4", [], "a term that is not listed: the law says so"),
    .field("officerPosition", #""Инспектор""#, [], "one text for both languages"),
    .field(
      "officerPosition", #"{"kk":"А"}"#, ["GEN-REQUIRED-FIELDS /fields/officerPosition/ru"],
      "no Russian text"),
    .field(
      "officerPosition", #"{"kk":" ","ru":"А"}"#,
      ["GEN-REQUIRED-FIELDS /fields/officerPosition/kk"], "a blank Kazakh text"),
    .field(
      "officerPosition", #"{"kk":"","ru":""}"#, ["GEN-REQUIRED-FIELDS /fields/officerPosition"],
      "both blank"),
    .field(
      "officerPosition", #"{"kk":1,"ru":"А"}"#, ["REC-TYPE /fields/officerPosition/kk"],
      "a number for a text"),
    .field(
      "officerPosition", #"{"kk":"А","ru":"А","en":"A"}"#,
      ["REC-UNKNOWN-KEY /fields/officerPosition/en"], "a third language"),
    .field("officerPosition", #"{"kk":"А","ru":"А","x-en":"A"}"#, [], "a private key beside"),
    .field("officerPosition", #"["А"]"#, ["REC-TYPE /fields/officerPosition"], "a list"),
    .field("remarks", #""A\nB""#, [], "a line break where the form allows it"),
    .field(
      "remarks", #"{"kk":"A"}"#, ["GEN-REQUIRED-FIELDS /fields/remarks/ru"],
      "half of an optional text"),
    .field("groundIds", "[]", [], "no ground: the law says so"),
    .field("groundIds", #"["LIM-R2"]"#, [], "a ground"),
    .field("groundIds", #""LIM-R2""#, ["REC-TYPE /fields/groundIds"], "a ground without a list"),
    .field("groundIds", "[2]", ["REC-TYPE /fields/groundIds"], "a number for a ground"),
    .field("missingDocuments", #"["A",{"kk":"B","ru":"C"}]"#, [], "texts of both kinds"),
    .field(
      "missingDocuments", #"["A",{"kk":"B"}]"#,
      ["GEN-REQUIRED-FIELDS /fields/missingDocuments/1/ru"], "half a text in a list"),
    .field(
      "missingDocuments", #"["A\nB",2]"#,
      ["REC-CHARACTERS /fields/missingDocuments/0", "REC-TYPE /fields/missingDocuments/1"],
      "two faults in a list"),
    .field("permitNumber", #""77""#, [], "a number given by the exporting system"),
    .field("passportExpiryDate", #""2030-01-01""#, [], "paper data that the form does not print"),
    .field(
      "passportExpiryDate", #""soon""#, ["REC-DATE /fields/passportExpiryDate"],
      "but it must be a date"),
    .field(
      "lattinFullName", #""A""#, ["REC-UNKNOWN-KEY /fields/lattinFullName"], "a mistyped field"),
    .field("refusalReason", #""A""#, [], "a derived text that the kind declares"),
    .field("qrPayload", #""A""#, ["REC-UNKNOWN-KEY /fields/qrPayload"], "what Tamga writes"),
    .field(
      "requestedMonths", "3", ["REC-UNKNOWN-KEY /fields/requestedMonths"], "a fact among the fields"
    ),
    .field("a/b~c", "3", ["REC-UNKNOWN-KEY /fields/a~1b~0c"], "a key that needs escapes"),
    .field("x-note", #""\u202e""#, [], "a private field"),
    .field(#"\u0007"#, "1", ["REC-CHARACTERS /fields"], "a control character in a key"),
  ]

  static let facts: [Case] = [
    .facts("{}", [], "no facts"),
    .facts(#"{"colour":"red","x-colour":1}"#, ["REC-UNKNOWN-FACT /facts/colour"], "an unknown one"),
    .facts(#"{"acceptanceDate":null,"cause":" "}"#, [], "null and blank are absent"),
    .facts(#"{"acceptanceDate":"2021-02-08"}"#, [], "a date"),
    .facts(#"{"acceptanceDate":"yesterday"}"#, ["REC-DATE /facts/acceptanceDate"], "no date"),
    .facts(#"{"acceptanceDate":true}"#, ["REC-TYPE /facts/acceptanceDate"], "a flag for a date"),
    .facts(#"{"leftInTime":true}"#, [], "a flag"),
    .facts(#"{"leftInTime":"yes"}"#, ["REC-TYPE /facts/leftInTime"], "a word for a flag"),
    .facts(#"{"leftInTime":1}"#, ["REC-TYPE /facts/leftInTime"], "a number for a flag"),
    .facts(#"{"quotaLeft":1000000000}"#, [], "the largest count"),
    .facts(#"{"quotaLeft":1000000001}"#, ["REC-LIMIT /facts/quotaLeft"], "one above it"),
    .facts(#"{"requestedMonths":1201}"#, ["REC-LIMIT /facts/requestedMonths"], "too many months"),
    .facts(#"{"score":-1}"#, ["REC-TYPE /facts/score"], "less than nothing"),
    .facts(#"{"channel":"portal"}"#, [], "a word of a list"),
    .facts(#"{"channel":"post"}"#, ["REC-TYPE /facts/channel"], "a word that is not in it"),
    .facts(#"{"workKind":"gardening","cause":"stolen"}"#, [], "words of open lists"),
    .facts(#"{"employerName":"А\nБ"}"#, ["REC-CHARACTERS /facts/employerName"], "a line break"),
    .facts(#"{"employerName":7}"#, ["REC-TYPE /facts/employerName"], "a number for a text"),
    .facts(#"{"receivedAt":"2021-02-09T15:30:00+06:00"}"#, [], "a time"),
    .facts(#"{"receivedAt":"2021-02-09T15:30:00"}"#, ["REC-DATE /facts/receivedAt"], "no offset"),
    .facts(#"{"receivedAt":1612863000}"#, ["REC-TYPE /facts/receivedAt"], "seconds"),
    .facts(
      #"{"conclusions":[{"agency":"nsd","date":"2012-11-01","groundIds":["EXIT-R1"]}]}"#, [],
      "a conclusion"),
    .facts(
      #"{"conclusions":[{"agency":1,"date":"x","groundIds":"a"},2]}"#,
      [
        "REC-TYPE /facts/conclusions/0/agency", "REC-DATE /facts/conclusions/0/date",
        "REC-TYPE /facts/conclusions/0/groundIds", "REC-TYPE /facts/conclusions/1",
      ], "everything wrong with conclusions"),
    .facts(#"{"conclusions":{}}"#, ["REC-TYPE /facts/conclusions"], "no list of conclusions"),
    .facts(#"{"stepDates":{"1":"2012-11-01","15":null}}"#, [], "dates of steps"),
    .facts(
      #"{"stepDates":{"one":"2012-11-01","2":"x"}}"#,
      ["REC-TYPE /facts/stepDates/one", "REC-DATE /facts/stepDates/2"], "no step, and no date"),
    .facts(#"{"stepDates":[]}"#, ["REC-TYPE /facts/stepDates"], "a list of steps"),
    .facts(#"{"channel":"a","channel":"b"}"#, ["REC-DUPLICATE-KEY /facts/channel"], "a fact twice"),
    Case(
      Fixture.record(
        fields: ["acceptanceDate": #""2021-02-08""#], facts: #"{"acceptanceDate":"2021-02-08"}"#),
      [], "a field and a fact that say the same"),
    Case(
      Fixture.record(
        fields: ["acceptanceDate": #""2021-02-08""#], facts: #"{"acceptanceDate":"2021-02-07"}"#),
      ["REC-FACT-CONFLICT /facts/acceptanceDate"], "a field and a fact that differ"),
    Case(
      Fixture.record(
        fields: ["inspectionActNumber": #""12""#], facts: #"{"inspectionActNumber":"13"}"#),
      ["REC-FACT-CONFLICT /facts/inspectionActNumber"], "texts that differ"),
  ]

  @Test(arguments: wholes + tops + fields + facts) func finds(_ c: Case) {
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
}
