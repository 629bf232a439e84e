import TamgaDomain
import TamgaTemplates
import Testing

@Suite struct CoverWordsTests {
  static let names = [
    "title", "batch", "volume", "papers", "prints", "sheets", "kind", "count", "numbers",
    "refused", "unfinished", "unprinted", "lines", "more", "printed", "received", "hand",
  ]
  static let words = names.map { "\($0): {kk: \($0), ru: \($0)}\n" }.joined()

  @Test(arguments: names) func noWordMayBeMissing(_ name: String) throws {
    var folder = TestFolder.base
    folder.files["shared/cover.yaml"] = Self.words.replacing(
      "\(name): {kk: \(name), ru: \(name)}\n", with: "")
    #expect(try folder.faults() == ["missingKey shared/cover.yaml:1"])
  }

  @Test func eachWordStandsInItsPlace() throws {
    var sheet = CoverSheet(body: Bilingual(both: "body"), batch: "B")
    sheet.volumes = 2
    sheet.kinds = [
      .init(
        title: Message(kk: "kind", ru: "вид", en: ""), papers: 3, copies: 2,
        numbers: (1...7).map(String.init))
    ]
    sheet.refused = (1...30).map { "\($0): RULE" }
    sheet.unfinished = 4
    sheet.unprinted = 5
    let shared = try TestFolder.base.library().shared
    let text = sheet.document(shared).parts[0].blocks.map { block in
      block.parts.map { $0.map(\.text).joined() }.joined(separator: " | ")
    }
    #expect(
      text.dropFirst() == [
        "title", "batch\nvolume", "papers | 3", "prints | 6", "sheets | 0", "refused | 30",
        "unfinished | 4", "unprinted | 5", "kind | count | numbers",
        "kind / вид | 3 × 2 | 1; 2; 3; 4; 5; 6; …",
        "lines: " + (1...24).map { "\($0): RULE; " }.joined() + "more",
        "printed |   | hand", "received |   | hand",
      ])
  }
}
