import Foundation
import TamgaDomain
import TamgaTemplates
import Testing

/// `shared/fonts.yaml`: what it may say, and the files that it names.
@Suite struct FontListTests {
  private static let name = "shared/fonts.yaml"

  struct Row: Sendable, CustomTestStringConvertible {
    let words: String
    let text: String
    let expected: [String]
    let why: String
    var testDescription: String { why }
  }

  static let rows = [
    Row(
      words: "  - {for: sans, file: d.ttf, sha256: \(TestFolder.sum)}\n", text: "",
      expected: ["wrongValue \(name):2"], why: "no file for a face"),
    Row(
      words: "for: sans,", text: "for: serif,",
      expected: ["wrongValue \(name):2", "wrongValue \(name):2"], why: "two files for one face"),
    Row(
      words: "for: sans,", text: "for: gothic,",
      expected: ["wrongValue \(name):6", "wrongValue \(name):2"], why: "a face that no paper has"),
    Row(
      words: "file: d.ttf, ", text: "", expected: ["missingKey \(name):6"], why: "no file name"),
    Row(
      words: "d.ttf, sha256: \(TestFolder.sum)", text: "d.ttf", expected: ["missingKey \(name):6"],
      why: "a face without a sum: any version would do"),
    Row(
      words: "d.ttf, sha256: e3b0", text: "d.ttf, sha256: e3b", expected: ["wrongValue \(name):6"],
      why: "a digit of the sum is missing"),
    Row(
      words: "d.ttf, sha256: e3b0", text: "d.ttf, sha256: x3b0",
      expected: ["wrongValue \(name):6"], why: "a sum with another letter"),
    Row(
      words: "d.ttf", text: "/etc/d.ttf", expected: ["wrongValue \(name):6"],
      why: "a path from the root"),
    Row(
      words: "d.ttf", text: "shared/../../d.ttf", expected: ["wrongValue \(name):6"],
      why: "a path that leads out of the templates"),
    Row(words: "d.ttf", text: "\"\"", expected: ["missingKey \(name):6"], why: "an empty name"),
    Row(
      words: "package:", text: "packages:", expected: ["unknownKey \(name):7"],
      why: "a key misspelt"),
    Row(words: "for: fallback", text: "for: fallback", expected: [], why: "right as it stands"),
  ]

  @Test(arguments: rows) func fault(_ row: Row) throws {
    var folder = TestFolder.base
    let text = try #require(folder.files[Self.name])
    #expect(text.contains(row.words))
    folder.files[Self.name] = text.replacing(row.words, with: row.text)
    #expect(try Set(folder.faults()) == Set(row.expected))
  }

  @Test func theFilesOfThePapersAreThere() throws {
    let list = try FontList.read(templates: RealFolder.templates)
    #expect(Set(list.files.map(\.role)) == Set(FontRole.allCases))
    #expect(list.files.allSatisfy { $0.package != nil })
    try list.check()
  }

  /// All that is wrong at once, each with its line.
  @Test func anotherFileIsRefused() throws {
    let real = try FontList.read(templates: RealFolder.templates)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tamga-fonts-\(UInt64.random(in: 0...UInt64.max))").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/shared", withIntermediateDirectories: true)
    var files = real.files
    let source = try #require(real.path(of: files[0]))
    var bytes = try Data(contentsOf: URL(filePath: source))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: folder + "/shared/own.ttf"))
    files[0] = FontFile(
      role: .serif, name: "shared/own.ttf", sha256: files[0].sha256, package: "fonts-own", line: 3)
    files[2] = FontFile(
      role: .serifBold, name: "gone.ttf", sha256: files[2].sha256, package: "fonts-gone", line: 9)
    let list = FontList(templates: folder, folders: real.folders, files: files)
    let error = #expect(throws: TemplateFaults.self) { try list.check() }
    let faults = try #require(error).faults
    #expect(faults.map(\.code) == [.otherFont, .missingFont])
    #expect(faults.map(\.place) == ["shared/fonts.yaml:3", "shared/fonts.yaml:9"])
    let hints = try faults.map { try #require($0.hint) }
    for tongue in MessageLanguage.allCases {
      #expect(hints[0][tongue].contains("fonts-own") && hints[1][tongue].contains("fonts-gone"))
      #expect(faults[0].message[tongue].contains(folder + "/shared/own.ttf"))
    }
  }
}
