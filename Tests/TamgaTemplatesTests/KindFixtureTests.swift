import TamgaDomain
import TamgaLaw
import TamgaTemplates
import Testing

/// Editions and grounds of every kind against a table typed from the acts' catalogue.
@Suite struct KindFixtureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let from: String
    let until: String
    let grounds: Set<String>
    var testDescription: String { document }
  }

  static let rows: [Row] = ((try? RealFolder.lines("kinds.tsv")) ?? []).compactMap { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4 else { return nil }
    return Row(
      document: cells[0], from: cells[1], until: cells[2],
      grounds: Set(cells[3].split(separator: " ").map(String.init)))
  }

  @Test func everyKindStandsInTheTable() {
    #expect(Self.rows.map(\.document) == RealFolder.documents)
    #expect(Self.rows.count { !$0.grounds.isEmpty } == 12)
  }

  @Test(arguments: rows) func editionsAreThoseOfTheActs(_ row: Row) throws {
    let template = try #require(try RealFolder.library().templates[row.document])
    #expect(template.editions.map { $0.edition.from.iso } == [row.from])
    #expect(template.editions.map { $0.edition.until?.iso ?? "" } == [row.until])
  }

  /// Each ground that any act lists, named alone: the rule takes those of the paper and no other.
  @Test(arguments: rows) func groundsAreThoseOfTheActs(_ row: Row) throws {
    let library = try RealFolder.library()
    let template = try #require(library.templates[row.document])
    let days = template.editions.flatMap { [$0.edition.from, $0.edition.until ?? $0.edition.from] }
    for day in days {
      var taken: Set<String> = []
      for id in library.shared.grounds.keys
      where try findings(of: template.kind, naming: id, on: day).isEmpty { taken.insert(id) }
      #expect(taken == row.grounds, "\(day.iso)")
    }
  }

  private func findings(
    of kind: DocumentKind, naming ground: String, on day: CalendarDate
  ) throws -> [Finding] {
    // A kind without grounds asks no rule about them: it has no field to name one.
    guard kind.field("groundIds") != nil else {
      return [Finding("none", .error, at: "", Message(kk: "", ru: "", en: ""))]
    }
    var fields: [String: FieldValue] = ["groundIds": .grounds([ground])]
    if kind.field("conclusionResult") != nil { fields["conclusionResult"] = .code("found") }
    let decision = Decision(
      id: "A", kind: kind, languages: [.kk], issuingBody: "B", issueDate: day, fields: fields,
      facts: [:], previous: nil, unreadable: [], canonical: [])
    let all = try Ruleset.findings(
      in: RuleContext(
        decision: decision, body: nil, policy: OfficePolicy(), today: day, edition: nil,
        history: History(), grounds: try RealFolder.library().shared.grounds))
    #expect(kind.rules.contains { $0.id == "GEN-REFUSAL-GROUND" })
    return all.filter { $0.rule == "GEN-REFUSAL-GROUND" }
  }
}
