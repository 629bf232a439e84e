import TamgaDomain
import TamgaTemplates
import Testing

/// The words of the forms are those of the acts, in their order. The fixtures hold them row by row;
/// a line that begins with «+ » is ours.
@Suite struct StatutoryTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let language: Language
    var testDescription: String { "\(document), \(language.rawValue)" }
  }

  static let rows = RealFolder.printedByActs.flatMap { document in
    Language.allCases.map { Row(document: document, language: $0) }
  }

  @Test(arguments: rows) func formsPrintTheWordsOfTheAct(_ row: Row) throws {
    let library = try RealFolder.library()
    let template = try #require(library.templates[row.document])
    let statutory = try RealFolder.lines("statutory/\(row.document).\(row.language.rawValue).txt")
      .map { $0.hasPrefix("+ ") ? String($0.dropFirst(2)) : $0 }
      .joined(separator: " ")
    for edition in template.editions {
      let form = try #require(edition.forms[row.language])
      let printed = form.blocks.filter { $0.kind != .seal }.map(Self.text).joined(separator: " ")
      #expect(Self.words(printed) == Self.words(statutory))
    }
  }

  /// Every fixture is compared with a form, in both languages.
  @Test func everyFixtureIsRead() throws {
    let names = Self.rows.map { "\($0.document).\($0.language.rawValue).txt" }
    #expect(try RealFolder.statutory() == (names + ["grounds.tsv"]).sorted())
  }

  /// What a form prints besides the words of its act.
  @Test(arguments: rows) func littleIsAdded(_ row: Row) throws {
    let ours = try RealFolder.lines("statutory/\(row.document).\(row.language.rawValue).txt")
      .filter { $0.hasPrefix("+ ") }.map { String($0.dropFirst(2)) }
    let expected = try #require(Addition.all[row.document])
    #expect(ours == expected.map { row.language == .kk ? $0.kk : $0.ru })
  }

  /// The mark of an extension, of a duplicate: only their forms print it (MIA order 76, annex 5 and
  /// para 13; MIA order 992, annex 1-1; Labour ministry order 236, annex 3).
  @Test(arguments: RealFolder.documents) func onlyItsKindsPrintAMark(_ document: String) throws {
    let template = try #require(try RealFolder.library().templates[document])
    for form in template.editions.flatMap(\.forms.values) {
      let names = form.blocks.flatMap { $0.parts.flatMap(\.variables) }
      #expect(names.contains("extendedMark") == (template.kind.action == .extend))
      #expect(names.contains("duplicateMark") == (template.kind.action == .duplicate))
    }
  }

  /// Kazakh words of the forms hold no Latin letter, Russian ones neither.
  @Test(arguments: RealFolder.documents) func lettersAreCyrillic(_ document: String) throws {
    let template = try #require(try RealFolder.library().templates[document])
    for form in template.editions.flatMap(\.forms.values) {
      for part in form.blocks.flatMap(\.parts) {
        for segment in part.segments {
          switch segment {
          case .text(let text), .option(_, _, let text):
            #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(text)")
          case .variable: break
          }
        }
      }
    }
  }

  private static func text(_ block: Block) -> String {
    block.parts.map { part in
      part.segments.map { segment in
        switch segment {
        case .text(let text): text
        case .variable(let name, _): "{\(name)}"
        case .option(_, _, let words): words
        }
      }.joined()
    }.joined(separator: " ")
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }
}
