import TamgaDecisions
import TamgaDomain

/// Kinds and records for these tests. All people are invented.
enum Fixture {
  static func field(
    _ name: String, _ type: FieldType, required: Bool = true, newlines: Bool = false,
    keepsBlanks: Bool = false
  ) -> FieldDeclaration {
    FieldDeclaration(
      name: name, type: type, label: Message(kk: name, ru: name, en: name), isRequired: required,
      isPrinted: required, allowsNewlines: newlines, keepsBlanks: keepsBlanks)
  }

  static func kind(
    _ id: String, number: String, _ fields: [FieldDeclaration], grounds: [GroundKind] = []
  ) -> DocumentKind {
    DocumentKind(
      id: id, code: "T", service: .labourImmigrant, action: .grant, effect: .grants,
      title: Message(kk: id, ru: id, en: id), fields: fields, rules: [],
      number: NumberDeclaration(field: number, series: "{place}-{yy}"), copies: 1,
      claims: SealedClaims(
        name: nil, passport: nil, printsPassport: true, citizenship: nil, validFrom: nil,
        validUntil: nil, further: []),
      groundKinds: grounds, extendedMark: nil)
  }

  static let sex: FieldType = .code([
    CodeWord("male", Bilingual(kk: "ер", ru: "мужской")),
    CodeWord("female", Bilingual(kk: "әйел", ru: "женский")),
  ])

  /// Every type of field in one kind; what the tables below change.
  static let permit = kind(
    "labour-immigrant-permit", number: "permitNumber",
    [
      field("permitNumber", .plain), field("refusalReason", .text), field("issueDate", .date),
      field("latinFullName", .plain), field("passportSeriesNumber", .plain),
      field("citizenship", .country), field("birthDate", .date, required: false),
      field("termMonths", .count), field("validFrom", .date), field("validUntil", .date),
      field("officerPosition", .text), field("officerFullName", .plain),
      field("patronymic", .plain, required: false), field("sex", sex, required: false),
      field("iin", .iin), field("remarks", .text, required: false, newlines: true),
      field("groundIds", .grounds, required: false),
      field("missingDocuments", .texts, required: false),
      field("acceptedDocuments", .papers, required: false),
      field("untilText", .texts, required: false, keepsBlanks: true),
      field("acceptanceDate", .date, required: false),
      field("inspectionActNumber", .text, required: false),
    ])

  /// Two papers that applicants hand in.
  static let papers = RequiredDocuments(
    papers: ["lim-passport", "lim-tax-receipt"].map { id in
      RequiredDocument(
        id: id, service: .labourImmigrant, text: Bilingual(both: id),
        citation: Citation("MIA order 76", "annex 1 row 8"))
    }, reducedSets: [], expired: [:])

  static let parser = DecisionParser(
    kindNames: [permit.id], bodies: ["ALA-MPS-01", "ALA-AKIM-01"],
    isCountry: { ["UZB", "KGZ"].contains($0) }, papers: papers,
    kind: { $0 == permit.id ? permit : nil })

  /// A record without any finding, as members that a test replaces.
  static let top: [(String, String)] = [
    ("id", #""T-1""#), ("document", #""labour-immigrant-permit""#),
    ("issuingBody", #""ALA-MPS-01""#), ("issueDate", #""2021-02-09""#),
  ]

  static let fields: [(String, String)] = [
    ("latinFullName", #""TEST ONE""#), ("passportSeriesNumber", #""FA0000001""#),
    ("citizenship", #""UZB""#), ("birthDate", #""1990-05-17""#), ("termMonths", "1"),
    ("validFrom", #""2021-02-10""#), ("validUntil", #""2021-03-10""#),
    ("officerPosition", #"{"kk":"Инспектор","ru":"Инспектор"}"#),
    ("officerFullName", #""Сейітқали Ә. Б.""#),
  ]

  /// The record with members replaced or added; nil takes a member out. `facts` is written whole.
  static func record(
    top changes: [String: String?] = [:], fields fieldChanges: [String: String?] = [:],
    facts: String? = nil
  ) -> String {
    var members = merged(top, changes)
    if changes["fields"] == nil {
      members.append("\"fields\":{\(merged(fields, fieldChanges).joined(separator: ","))}")
    }
    if let facts { members.append("\"facts\":\(facts)") }
    return "{\(members.joined(separator: ","))}"
  }

  private static func merged(
    _ members: [(String, String)], _ changes: [String: String?]
  ) -> [String] {
    var text: [String] = []
    for (key, value) in members where changes[key] == nil { text.append("\"\(key)\":\(value)") }
    for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
      if let value { text.append("\"\(key)\":\(value)") }
    }
    return text
  }

  static func parse(_ text: String) -> ParsedDecision { parse(Array(text.utf8)) }

  static func parse(_ bytes: [UInt8]) -> ParsedDecision {
    parser.parse(
      RawRecord(
        source: "test.jsonl", line: 1, content: .bytes(bytes), startLine: 1, startColumn: 1,
        extent: 0..<Int64(bytes.count)))
  }
}
