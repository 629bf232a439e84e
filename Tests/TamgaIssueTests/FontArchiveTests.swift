import Foundation
import TamgaSeal
import TamgaTemplates
import Testing

@testable import TamgaIssue

/// What an office keeps of the fonts that it issues in.
@Suite struct FontArchiveTests {
  /// A folder with two fonts of their own and an archive.
  private final class Place {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "tamga-fonts-\(UUID().uuidString)").path()
    let archive: FontArchive

    init() throws {
      archive = FontArchive(office: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in ["PTM55F.ttf", "PTM75F.ttf"] {
        let file = URL(filePath: "/usr/share/fonts/truetype/paratype/" + name)
        try Data(contentsOf: file).write(to: URL(filePath: path + "/" + name))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The files of a list, each with the sum that it has now.
    func list(_ names: String...) throws -> FontList {
      FontList(
        templates: path, folders: [path],
        files: try names.enumerated().map { index, name in
          let data = try Data(contentsOf: URL(filePath: path + "/" + name))
          return FontFile(
            role: .fallback, name: name,
            sha256: FontsPart.Face(name: name, file: Array(data)).sha256, package: nil,
            line: index + 1)
        })
    }

    var kept: [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: archive.folder)
      return (names ?? []).filter { $0.hasSuffix(".ttf") }.sorted()
    }

    func turnBit(of name: String) throws {
      var data = try Data(contentsOf: URL(filePath: path + "/" + name))
      data[data.count - 1] ^= 1
      try data.write(to: URL(filePath: path + "/" + name))
    }
  }

  @Test func nothingIsTakenOut() throws {
    let place = try Place()
    #expect(try place.archive.part() == nil, "no paper, no fonts")
    let one = try place.list("PTM55F.ttf")
    try place.archive.confirm(one, at: 100)
    try place.archive.confirm(one, at: 200)
    #expect(place.archive.editions().map(\.since) == [100])
    let both = try place.list("PTM55F.ttf", "PTM75F.ttf")
    try place.archive.confirm(both, at: 100)
    #expect(place.archive.editions().map(\.since) == [100, 101], "two of one second")
    try place.archive.confirm(one, at: 300)
    #expect(place.archive.editions().map(\.since) == [100, 101, 300], "back to the first")
    #expect(place.archive.editions().map(\.faces.count) == [1, 2, 1])
    #expect(place.kept.count == 2)
    let part = try #require(try place.archive.part())
    #expect(part.editions.count == 3 && part.glyphs.count == 2)
    #expect(try place.archive.part() == part, "from what was kept")
  }

  @Test func anotherFileChangesNothing() throws {
    let place = try Place()
    let list = try place.list("PTM55F.ttf", "PTM75F.ttf")
    try place.archive.confirm(list, at: 100)
    try place.turnBit(of: "PTM75F.ttf")
    for _ in 1...2 {
      let error = #expect(throws: TemplateFaults.self) {
        try place.archive.confirm(list, at: 200)
      }
      #expect(error?.faults.first?.place == "shared/fonts.yaml:2")
    }
    #expect(place.archive.editions().count == 1 && place.kept.count == 2)
    try place.turnBit(of: "PTM75F.ttf")
    try place.archive.confirm(list, at: 300)
    #expect(place.archive.editions().count == 1, "the former file is back")
    try FileManager.default.removeItem(atPath: place.path + "/PTM55F.ttf")
    #expect(throws: TemplateFaults.self) { try place.archive.confirm(list, at: 400) }
    #expect(try place.archive.part()?.glyphs.count == 2, "the copies are what counts")
  }

  /// A change that came between two exports is known all the same.
  @Test func anEditionBetweenExports() throws {
    let place = try Place()
    try place.archive.confirm(place.list("PTM55F.ttf"), at: 100)
    try place.archive.confirm(place.list("PTM75F.ttf"), at: 200)
    for name in ["PTM55F.ttf", "PTM75F.ttf"] {
      try FileManager.default.removeItem(atPath: place.path + "/" + name)
    }
    let part = try #require(try place.archive.part())
    #expect(part.editions.map(\.since) == [100, 200])
    #expect(part.glyphs.values.allSatisfy { $0.count > 300 })
  }
}
