import Foundation
import TamgaDomain
import Testing

@testable import TamgaLaw

/// Words of the dossier (`Tests/Fixtures/names.yaml`) and those that people are told.
@Suite struct NamesTests {
  /// The rows of a section, by name; those of a citation have the act before them: `MIA order 76|para 8`.
  static func section(_ name: String) throws -> [String: Message] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/names.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "\n\(name):\n"))
    var rows: [String: Message] = [:]
    var act = ""
    for line in text[start.upperBound...].split(separator: "\n") {
      guard line.hasPrefix(" ") || line.hasPrefix("#") else { break }
      if let head = line.wholeMatch(of: #/  "([^"]+)":/#) {
        act = String(head.1) + "|"
      } else if let row = line.wholeMatch(
        of: #/ +"?([^"{]+?)"?: \{kk: "([^"]*)", ru: "([^"]*)"(?:, en: "([^"]*)")?\}/#)
      {
        rows[act + row.1] = Message(
          kk: String(row.2), ru: String(row.3), en: row.4.map(String.init) ?? "")
      }
    }
    return rows
  }

  @Test func actsAreCalledAsTheDossierCallsThem() throws {
    let acts = try Self.section("acts")
    #expect(acts.count >= 17)
    for (act, words) in acts { #expect(ActNames.words(of: act) == words, "\(act)") }
  }

  @Test func placesAreCitedAsTheDossierCitesThem() throws {
    let citations = try Self.section("citations")
    #expect(citations.count > 100)
    for (key, words) in citations {
      let parts = key.split(separator: "|")
      let told = CitedPlace.words(String(parts[1]))
      #expect(told.kk == words.kk && told.ru == words.ru, "\(key): \(told)")
    }
  }

  /// Whatever a rule cites has an act with a name and a place without an English word.
  @Test func everyRuleIsCitedInWords() {
    for rule in Ruleset.all {
      let citation = rule.citation
      #expect(ActNames.table[citation.act] != nil, "\(rule.id): \(citation.act)")
      for text in [citation.words.kk, citation.words.ru] {
        #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(rule.id): \(text)")
      }
    }
  }

  @Test func factsAreCalledAsTheDossierCallsThem() throws {
    let facts = try Self.section("facts")
    #expect(facts.count > 70)
    for (name, words) in facts where FactCatalogue.type(of: name) != nil {
      #expect(FactCatalogue.words(of: name) == words, "\(name)")
    }
  }
}
