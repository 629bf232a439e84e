import TamgaPaperFile
import TamgaSeal
import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// What a file says of itself beside its pages: that of the paper, or the text is not called checked.
@Suite struct FilePropertiesTests {
  private static let issued = (try? VectorFolder.file("paper.pdf", in: "file-canonical")) ?? []

  @Test(
    arguments: [
      ([], "nothing"), (["Producer"], "a producer alone"),
      (["Title", "Producer", "Author", "Creator", "CreationDate", "ModDate"], "another order"),
      (["Producer", "Title", "Author", "Creator", "CreationDate"], "no day of a change"),
    ] as [([String], String)]) func refusesLines(_ keys: [String], _ why: String) throws
  {
    let all = try #require(PaperParts(Self.issued)).information
    let entries = try keys.map { key in try #require(all.first { $0.key.rawValue == key }) }
    #expect(FileProperties(entries) == nil, "\(why)")
    #expect(FileProperties(all) != nil)
    #expect(FileProperties(all.filter { $0.key != .author }) != nil, "a form that no office issues")
  }

  @Test(arguments: [
    (PaperParts.Entry.Key.producer, "Tamga"), (.producer, "cairo 1.16.0; Tamga VALID"),
    (.creator, "Tamga VALID"), (.created, "D:20390101000000Z"), (.changed, "D:20261399000000Z"),
  ]) func refusesALine(_ key: PaperParts.Entry.Key, _ text: String) throws {
    let all = try #require(PaperParts(Self.issued)).information
    #expect(FileProperties(all.map { $0.key == key ? .init(key, text) : $0 }) == nil)
  }

  @Test(
    arguments: [
      (
        "Рұқсат / Разрешение № ALA-26-0000017-4", "Полиция басқармасы / Управление полиции", 0, true
      ),
      ("Рұқсат № ALA-26-0000017-4", nil, 0, true),
      ("VALID UNTIL 2039 № ALA-26-0000017-4", nil, 0, false),
      ("Рұқсат / Разрешение № ALA-26-0000018-4", nil, 0, false),
      ("Рұқсат / Разрешение", nil, 0, false),
      ("Рұқсат / Разрешение № ALA-26-0000017-4", "Министерство", 0, false),
      ("Рұқсат / Разрешение № ALA-26-0000017-4", nil, 60, false),
    ] as [(String, String?, Int64, Bool)]) func propertiesAreThoseOfThePaper(
      _ title: String, _ author: String?, _ later: Int64, _ isChecked: Bool
    )
  {
    let code = Scene.link(Scene.seal())
    let properties = FileProperties(
      title: title, author: author, created: Scene.claims().sealedAt + later)
    let document = DocumentContents(
      pages: Scene.pages.map { PageContents(text: $0, codes: [code]) }, isCanonical: true,
      properties: properties)
    let verdict = Scene.verdicts(.document(document))[0]
    #expect(verdict.outcome == .valid, "what no seal covers makes no paper altered")
    #expect(verdict.reasons == (isChecked ? [] : [.fileRewritten, .textNotChecked]))
  }

  @Test(arguments: [(0, true), (1, false)] as [(UInt8, Bool)]) func theIdentifierIsThatOfTheSeal(
    _ change: UInt8, _ isChecked: Bool
  ) {
    var id = Scene.claims().id
    id[15] ^= change
    let properties = FileProperties(
      title: "Рұқсат № ALA-26-0000017-4", author: nil, created: Scene.claims().sealedAt, id: id)
    let document = DocumentContents(
      pages: Scene.pages.map { PageContents(text: $0, codes: [Scene.link(Scene.seal())]) },
      isCanonical: true, properties: properties)
    let verdict = Scene.verdicts(.document(document))[0]
    #expect(verdict.reasons == (isChecked ? [] : [.fileRewritten, .textNotChecked]))
  }
}
