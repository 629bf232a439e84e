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

  static let rows = RealFolder.documents.flatMap { document in
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

  /// Only the letterhead, in one form the line on complaints and in one the line above «(қолы)» are
  /// added to what the acts print.
  @Test(arguments: rows) func littleIsAdded(_ row: Row) throws {
    let ours = try RealFolder.lines("statutory/\(row.document).\(row.language.rawValue).txt")
      .filter { $0.hasPrefix("+ ") }
    let complaints = [
      "+ Шешімге Қазақстан Республикасының заңнамасында белгіленген тәртіппен шағым жасалуы мүмкін.",
      "+ Решение может быть обжаловано в установленном законодательством Республики Казахстан"
        + " порядке.",
    ]
    #expect(
      ours.allSatisfy { ["+ {issuingBody}", "+ ____"].contains($0) || complaints.contains($0) })
    #expect(ours.count <= (row.document == "qualification-certificate" ? 2 : 1))
  }

  /// Only the extension's form prints the mark (MIA order 76, annex 5).
  @Test(arguments: rows) func onlyTheExtensionPrintsTheMark(_ row: Row) throws {
    let template = try #require(try RealFolder.library().templates[row.document])
    for edition in template.editions {
      let form = try #require(edition.forms[row.language])
      let names = form.blocks.flatMap { $0.parts.flatMap(\.variables) }
      #expect(
        names.contains("extendedMark") == (row.document == "labour-immigrant-permit-extension"))
    }
  }

  /// Kazakh words of the forms hold no Latin letter, Russian ones neither.
  @Test(arguments: rows) func lettersAreCyrillic(_ row: Row) throws {
    let template = try #require(try RealFolder.library().templates[row.document])
    for edition in template.editions {
      let form = try #require(edition.forms[row.language])
      for part in form.blocks.flatMap(\.parts) {
        for case .text(let text) in part.segments {
          #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(text)")
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
        }
      }.joined()
    }.joined(separator: " ")
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }
}
