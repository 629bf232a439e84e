import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDecisions

@Suite struct RecordMessagesTests {
  static let problems: [RecordProblem] = {
    let expected: [RecordProblem.Expected] = [
      .object, .text, .plain, .bilingual, .dateText, .timeText, .count, .flag, .country, .iin,
      .texts, .grounds, .conclusions, .stepDates, .code(["male", "female"]),
    ]
    let limits: [JSONIrregularity.Kind] = [.nesting, .text, .list, .key, .number]
    let suggestions: [RecordProblem.Suggestion?] = [
      nil, .name("fullName"), .top, .fields, .facts, .derived,
    ]
    var all: [RecordProblem] = [
      .recordTooLong, .notAnObject, .duplicateKey, .keyCharacters, .newline,
      .furtherUnknownFacts, .furtherFindings, .date, .time, .count(limit: 1_200), .idMissing, .id,
      .documentMissing, .unknownDocument(nil), .unknownDocument("exit-pr-talon"),
      .unknownBody(nil), .unknownBody("ALA-MPS-01"), .unknownPaper(nil),
      .unknownPaper("lim-passport"), .languages, .previous, .previousIsItself,
      .blank, .blankIn(.kk), .blankIn(.ru),
    ]
    all += JSONFault.Code.allCases.map { .json($0, line: 3, column: 14) }
    all += expected.map { .type($0) }
    all += limits.map { .limit($0) }
    all += suggestions.flatMap { [.unknownKey($0), .unknownFact($0)] }
    all += refused.map { .characters($0) }
    return all
  }()

  /// A character of every sort that may not stand in a text.
  static let refused = [
    "\u{7}", "\t", "\u{85}", "\u{200F}", "\u{AD}", "\u{200D}", "\u{FE0F}", "\u{200B}", "\u{1680}",
    "а\u{301}", "\u{E000}", "\u{378}", "\u{FFFD}", "\u{FB01}", "\u{2044}", "山",
  ].compactMap {
    RefusedCharacter(in: "Алматы" + $0 + "A\u{7}", letters: LetterSet("АлматыA".unicodeScalars))
  }

  @Test func everySortOfRefusalHasItsWords() {
    #expect(Set(Self.refused.map(\.refusal)) == Set(PermittedCharacters.Refusal.allCases))
  }

  @Test(arguments: problems) func speaksThreeLanguages(_ problem: RecordProblem) {
    let message = problem.message
    for tongue in MessageLanguage.allCases {
      let text = message[tongue]
      #expect(text.count > 8)
      #expect(text.last != ".", "no final period")
      #expect(text.first?.isUppercase == false, "lower case at the start")
    }
    #expect(message.kk.contains { "әғқңөұүһі".contains($0) }, "Kazakh has letters of its own")
    #expect(message.ru.contains { "абвгдежзиклмнопрстуы".contains($0) })
    #expect(!message.en.unicodeScalars.contains { (0x400...0x52F).contains($0.value) })
    #expect(!Self.mixesScripts(message.kk) && !Self.mixesScripts(message.ru))
    #expect(problem.rule.wholeMatch(of: /(REC|GEN|LIM)(-[A-Z]+)+/) != nil)
  }

  /// True when Latin and Cyrillic letters stand in one word (GEN-KK-LETTERS).
  static func mixesScripts(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { word in
      let scalars = word.unicodeScalars
      return scalars.contains { (0x400...0x52F).contains($0.value) }
        && scalars.contains { $0.isASCII }
    }
  }

  @Test func everyProblemOfARecordHasItsOwnWords() {
    let texts = Self.problems.map(\.message.en)
    // A blank field of a form and the ends of two limits share their words; nothing else does.
    #expect(Set(texts).count >= texts.count - 2)
    #expect(texts.count > 60)
  }

  struct Hint: Sendable, CustomTestStringConvertible {
    let record: String
    let hint: String
    let why: String
    var testDescription: String { why }
  }

  static let hints: [Hint] = [
    Hint(
      record: Fixture.record(fields: ["pasportSeriesNumber": "1"]),
      hint: "did you mean passportSeriesNumber", why: "a letter missing"),
    Hint(
      record: Fixture.record(fields: ["validForm": "1"]), hint: "did you mean validFrom",
      why: "two letters swapped"),
    Hint(
      record: Fixture.record(fields: ["validfrom": "1"]), hint: "did you mean validFrom",
      why: "another case"),
    Hint(
      record: Fixture.record(fields: ["zzzzzz": "1"]), hint: "begin it with x-",
      why: "nothing is near"),
    Hint(
      record: Fixture.record(fields: ["previous": "1"]), hint: "at the top", why: "a key of the top"
    ),
    Hint(
      record: Fixture.record(fields: ["taxPaidMonths": "1"]), hint: "move it into facts",
      why: "a fact among fields"),
    Hint(
      record: Fixture.record(fields: ["qrPayload": "1"]), hint: "Tamga writes it itself",
      why: "a derived field"),
    Hint(
      record: Fixture.record(top: ["isueDate": "1"]), hint: "did you mean issueDate",
      why: "a key of the top mistyped"),
    Hint(
      record: Fixture.record(top: ["latinFullName": "1"]), hint: "move it into fields",
      why: "a field at the top"),
    Hint(
      record: Fixture.record(top: ["score": "1"]), hint: "move it into facts",
      why: "a fact at the top"),
    Hint(
      record: Fixture.record(facts: #"{"validUntil":"2021-03-10"}"#), hint: "move it into fields",
      why: "a field among facts"),
    Hint(
      record: Fixture.record(facts: #"{"taxPaidMonth":1}"#), hint: "did you mean taxPaidMonths",
      why: "a fact mistyped"),
    Hint(
      record: Fixture.record(top: ["document": #""labour-imigrant-permit""#]),
      hint: "did you mean labour-immigrant-permit", why: "a kind mistyped"),
    Hint(
      record: Fixture.record(top: ["issuingBody": #""ALA-MPS-10""#]),
      hint: "did you mean ALA-MPS-01", why: "a body mistyped"),
    Hint(
      record: Fixture.record(fields: ["sex": #""m""#]), hint: "one of: male, female",
      why: "the codes are listed"),
  ]

  @Test(arguments: hints) func suggests(_ c: Hint) {
    let findings = Fixture.parse(c.record).findings
    #expect(findings.count == 1)
    #expect(findings.first?.message.en.contains(c.hint) == true)
  }

  @Test func noValueOfARecordIsRepeated() {
    let secret = "GEHEIM"
    let record = Fixture.record(
      top: ["id": "\"\(secret) 1\"", "issuingBody": "\"\(secret)\"", "previous": "\"~\(secret)\""],
      fields: [
        "birthDate": "\"\(secret)\"", "sex": "\"\(secret)\"", "iin": "\"\(secret)\"",
        "termMonths": "\"\(secret)\"", "citizenship": "\"\(secret)\"",
        "latinFullName": "\"\(secret)\\u0007\"",
      ], facts: "{\"channel\":\"\(secret)\",\"receivedAt\":\"\(secret)\"}")
    let findings = Fixture.parse(record).findings
    #expect(findings.count >= 10)
    for finding in findings {
      for tongue in MessageLanguage.allCases { #expect(!finding.message[tongue].contains(secret)) }
      #expect(!finding.place.contains(secret))
    }
    let fault = Fixture.parse("{\"a\":\(secret)}").findings.first
    #expect(fault?.rule == "REC-JSON")
    #expect(fault?.message.en.contains(secret) == false)
  }
}
