import Foundation
import TamgaDomain
import Testing

@testable import TamgaLaw

/// Holds the page on the coverage of the acts to the paragraphs, the rules and the kinds.
@Suite struct CoverageOfActsTests {
  /// A paragraph on the page.
  struct Row: Sendable {
    let act: String
    let place: String
    let rules: [String]
    let papers: [String]
    let remarks: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static let ruleHeading = "Rules that no paragraph above sets"
  static let paperHeading = "Papers that are not made here"

  /// The cells of every table row, by heading; heads and rulers left out.
  static func tables() throws -> [String: [[String]]] { try page.get() }

  private static let page = Result { try read() }

  private static func read() throws -> [String: [[String]]] {
    var tables: [String: [[String]]] = [:]
    var heading = ""
    let page = try text("Sources/TamgaLaw/Documentation.docc/CoverageOfActs.md")
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| "), !line.hasPrefix("| place |"), !line.hasPrefix("| rule |"),
        !line.hasPrefix("| paper |")
      else { continue }
      let cells = line.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false)
      tables[heading, default: []].append(cells.map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return tables
  }

  static func ids(_ cell: String) -> [String] {
    cell.split(separator: ",").map { $0.filter { $0 != "`" && $0 != " " } }
  }

  static func rows() throws -> [Row] {
    try tables().filter { $0.key != ruleHeading && $0.key != paperHeading }.flatMap { act, rows in
      try rows.map { cells in
        try #require(cells.count == 4, "\(act) \(cells)")
        return Row(
          act: act, place: cells[0], rules: ids(cells[1]), papers: ids(cells[2]), remarks: cells[3])
      }
    }
  }

  @Test func everyParagraphStandsOnThePageOnce() throws {
    let places = try Self.rows().map { "\($0.act) | \($0.place)" }
    let asked = try Self.text("Tests/Fixtures/acts.txt").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(asked.count > 150 && Set(asked).count == asked.count, "\(asked.count)")
    #expect(Set(asked).subtracting(places) == [], "not on the page")
    #expect(Set(places).subtracting(asked) == [], "in no act")
    #expect(places.count == Set(places).count)
  }

  @Test func everyParagraphHasARuleAPaperOrAReason() throws {
    for row in try Self.rows() {
      let isOurs = !row.rules.isEmpty || !row.papers.isEmpty
      let reason = row.remarks.hasPrefix("not ours: ") ? row.remarks.dropFirst(10) : ""
      #expect(isOurs == reason.isEmpty, "\(row.act) \(row.place)")
      #expect(isOurs || reason.count > 8, "\(row.act) \(row.place)")
    }
  }

  @Test func everyRuleStandsOnThePage() throws {
    let known = Set(CoverageTests.ids)
    let others = try #require(try Self.tables()[Self.ruleHeading]).map { Self.ids($0[0])[0] }
    let onPage = Set(try Self.rows().flatMap(\.rules)).union(others)
    #expect(known.subtracting(onPage) == [], "no paragraph asks for it")
    #expect(onPage.subtracting(known) == [], "no such rule")
  }

  @Test func designedRulesAreNamedAsSuch() throws {
    let designed = Ruleset.all.filter { $0.citation.act == "Tamga" }.map { $0.id }
    let others = try #require(try Self.tables()[Self.ruleHeading]).map { Self.ids($0[0])[0] }
    #expect(Set(others) == Set(designed + ["TRP-PR-APPLICANT"]))
    #expect(
      Set(others).isDisjoint(
        with: Set(try Self.rows().flatMap(\.rules)).subtracting(["TRP-PR-APPLICANT"])))
  }

  /// The acts that a rule may cite and the page tells; the standard belongs to the order.
  static let acts = [
    "MIA order 76": "MIA order 76", "MIA order 992": "MIA order 992",
    "Labour ministry order 236": "Labour ministry order 236", "Decree 148": "Decree 148",
    "MIA order 596": "MIA order 596", "Decree 199": "MIA order 596",
  ]

  @Test(arguments: CoverageTests.ids) func ruleStandsWhereItsCitationSays(_ id: String) throws {
    let citation = try #require(Ruleset.rule(id)).citation
    guard let act = Self.acts[citation.act], id != "TRP-PR-APPLICANT" else { return }
    let table = try Self.rows().filter { $0.act == act }
    #expect(table.contains { $0.rules.contains(id) }, "\(act)")
    guard citation.act == act else { return }
    for place in Self.places(citation.place, prefix: act == "Decree 148" ? "para " : "rules ") {
      let cited = Self.rows(at: place, of: table)
      #expect(cited.contains { $0.rules.contains(id) }, "\(place)")
    }
  }

  /// The places of a citation in the words of the page.
  static func places(_ citation: String, prefix: String) -> [String] {
    citation.split(separator: ";").flatMap { piece -> [String] in
      let text = piece.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "rules para ", with: "para ")
      for (plural, single) in [("paras ", prefix), ("annexes ", "annex ")]
      where text.hasPrefix(plural) {
        return text.dropFirst(plural.count).components(separatedBy: ", ").map { single + $0 }
      }
      if let rows = text.range(of: " rows ") {
        return text[rows.upperBound...].components(separatedBy: ", ")
          .map { text[..<rows.lowerBound] + " row " + $0 }
      }
      return [text.hasPrefix("para ") ? prefix + text.dropFirst(5) : text]
    }
  }

  /// The rows of a place, of the whole of which it is a part, or of its parts.
  static func rows(at place: String, of table: [Row]) -> [Row] {
    func begins(_ a: String, _ b: String) -> Bool {
      guard a.hasPrefix(b) else { return false }
      return a.dropFirst(b.count).first.map { $0 == " " || $0 == "(" } ?? true
    }
    var words = place.split(separator: " ")
    while !words.isEmpty {
      let wanted = words.joined(separator: " ")
      let found = table.filter { begins(wanted, $0.place) || begins($0.place, wanted) }
      if !found.isEmpty { return found }
      words.removeLast()
    }
    return table
  }

  @Test func everyKindStandsOnThePage() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: "Templates").resolvingSymlinksInPath(),
      includingPropertiesForKeys: nil)
    let kinds = Set(folders.map(\.lastPathComponent)).subtracting(["shared"])
      .filter { !$0.hasPrefix(".") }
    let others = try #require(try Self.tables()[Self.paperHeading]).map { Self.ids($0[0])[0] }
    let onPage = Set(try Self.rows().flatMap(\.papers))
    #expect(kinds.count > 5 && kinds.subtracting(onPage) == [], "no act asks for it")
    #expect(onPage.subtracting(kinds).subtracting(others) == [], "no such kind")
    #expect(kinds.isDisjoint(with: others) && onPage.isSuperset(of: others))
  }

  @Test func groundsExist() throws {
    let list = try Self.text("Templates/shared/grounds.yaml")
    let ground = /\b(LIM|TRP|PR|QC|EXIT)-[A-Z][0-9]+\b/
    var named: Set<String> = []
    for row in try Self.rows() {
      named.formUnion(row.remarks.matches(of: ground).map { String($0.0) })
    }
    #expect(named.count > 20)
    for id in named { #expect(list.contains("- id: \(id)\n"), "\(id)") }
  }
}
