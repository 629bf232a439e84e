import Foundation
import TamgaDomain
import TamgaLaw
import Testing

@testable import TamgaDecisions

/// The files of the contract, read as they are.
@Suite struct ContractTests {
  static func file(_ name: String, from place: String = #filePath) -> URL {
    URL(filePath: place).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/contract/\(name)")
  }

  /// The kinds of the examples with the fields that their forms print.
  static let kinds: [String: DocumentKind] = {
    let officer = ["officerPosition:text", "officerFullName:plain"]
    let person = ["passportSeriesNumber:plain", "citizenship:country", "birthDate:date"]
    let term = ["validFrom:date", "validUntil:date"]
    let labour = ["latinFullName:plain", "termMonths:count"] + person + term + officer
    let forms: [(String, [String])] = [
      ("labour-immigrant-permit", labour),
      ("labour-immigrant-permit-extension", labour),
      (
        "labour-immigrant-permit-refusal",
        ["latinFullName:plain", "groundIds:grounds"] + person + officer
      ),
      (
        "fingerprint-photo-certificate",
        ["fullName:plain", "sex:sex", "temporaryAddress:text", "officerRank:text"]
          + ["fingerprintDate:date"] + person + officer
      ),
      (
        "temporary-residence-permit",
        ["latinFullName:plain", "sex:sex", "passportKind:passport", "passportExpiryDate:date"]
          + ["iin:iin", "stayPurpose:plain", "hostName:text", "hostIinBin:iin"]
          + ["residenceAddress:text"] + person + term + officer
      ),
      (
        "qualification-certificate",
        ["fullName:plain", "sector:text", "profession:text", "basis:text", "officerFullName:plain"]
          + person + term
      ),
      (
        "permanent-residence-permit-refusal",
        ["fullName:plain", "residenceAddress:text", "decisionBody:text", "decisionDate:date"]
          + ["groundIds:grounds", "officerRank:text", "officerFullName:plain"] + person
      ),
    ]
    var kinds: [String: DocumentKind] = [:]
    for (id, fields) in forms {
      let declared = fields.map { field in
        let parts = field.split(separator: ":").map(String.init)
        return Fixture.field(parts[0], type(parts[1]))
      }
      let refusal = Fixture.field("refusalDetail", .text, required: false)
      kinds[id] = Fixture.kind(id, number: "decisionNumber", declared + [refusal])
    }
    return kinds
  }()

  static func type(_ name: String) -> FieldType {
    switch name {
    case "plain": .plain
    case "date": .date
    case "count": .count
    case "country": .country
    case "iin": .iin
    case "grounds": .grounds
    case "sex": Fixture.sex
    case "passport": .code([CodeWord("ordinary", Bilingual(kk: "қарапайым", ru: "обычный"))])
    default: .text
    }
  }

  /// The examples have nothing wrong with their form; what is wrong with those of `rejected.jsonl` is
  /// a matter of law.
  @Test(arguments: [("decisions.jsonl", 7), ("rejected.jsonl", 5)])
  func examples(name: String, count: Int) throws {
    let kinds = Self.kinds
    let parser = DecisionParser(bodies: ["ALA-MPS-01", "ALA-AKIM-01"], kind: { kinds[$0] })
    let source = try RecordSource(path: Self.file(name).path)
    #expect(source.layout == .lines)
    var reader = try source.records()
    var ids: Set<String> = []
    while let record = try reader.next() {
      let parsed = parser.parse(record)
      #expect(parsed.findings == [])
      let decision = try #require(parsed.decision)
      #expect(decision.fields.count >= 6)
      #expect(decision.unreadable.isEmpty)
      if let id = parsed.id { ids.insert(id) }
    }
    #expect(ids.count == count)
  }

  /// Every name in the first column of `facts.md` is in the catalogue with the type of its row, and
  /// nothing else is.
  @Test func catalogueIsThatOfTheContract() throws {
    let text = try String(contentsOf: Self.file("facts.md"), encoding: .utf8)
    var names: Set<String> = []
    for row in text.split(separator: "\n") {
      // Marks and remarks of the second revision are no part of a name.
      let line = row.replacing(/\(r2: [^)]*\)/, with: "").replacing("(r2) ", with: "")
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map(String.init)
      let types = cells[1].split(separator: ";").map(String.init)
      for (index, group) in cells[0].split(separator: ";").enumerated() {
        let row = Self.quoted(String(group))
        names.formUnion(row)
        // A type that is written once stands for all names after it.
        let type = types[min(index, types.count - 1)]
        let each = type.split(separator: ",").map(String.init)
        for (place, name) in row.enumerated() {
          let isOwn = each.count == row.count && Self.quoted(type).isEmpty
          let words = isOwn ? each[place] : type
          // A remark of the row says that this day may be partial.
          let type: FactType? =
            name == "previousBirthDate" ? .partialDate : Self.type(in: words)
          #expect(FactCatalogue.type(of: name) == type, "\(name)")
        }
      }
    }
    #expect(names.count > 60)
    #expect(names == Set(FactCatalogue.names))
  }

  static func quoted(_ cell: String) -> [String] {
    cell.matches(of: /`([a-zA-Z0-9-]+)`/).map { String($0.output.1) }
  }

  /// The type that a cell of the table describes.
  static func type(in words: String) -> FactType? {
    if words.contains("list of `{") { return .conclusions }
    if words.contains("country code") { return .text }
    if words.contains("step number") { return .stepDates }
    if words.contains("another word") || words.contains("text") { return .text }
    let list = quoted(words)
    if words.contains("a list of words") { return .words(list) }
    if !list.isEmpty { return .word(list) }
    if words.contains("date") { return .date }
    if words.contains("time") { return .time }
    if words.contains("flag") { return .flag }
    return words.contains("count") ? .count : nil
  }
}
