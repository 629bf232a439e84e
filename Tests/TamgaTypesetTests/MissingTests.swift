import Foundation
import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaTemplates

/// What the fonts do not have is an error with its place, never an empty box on paper.
@Suite struct MissingTests {
  struct Letter: Sendable, CustomTestStringConvertible {
    let text: String
    let why: String
    var testDescription: String { why }
  }

  static let letters = [
    Letter(text: "山田 太郎", why: "Chinese characters"), Letter(text: "محمد", why: "Arabic"),
    Letter(text: "Անի", why: "Armenian"), Letter(text: "ნინო", why: "Georgian"),
    Letter(text: "नेहा", why: "Devanagari"), Letter(text: "ANVAR 😀", why: "a picture"),
    Letter(text: "\u{E001}", why: "a letter of private use"),
  ]

  @Test(arguments: letters) func namesTheLineOfTheTemplate(_ row: Letter) throws {
    var paper = Paper(document: "temporary-residence-permit")
    paper.fields["residenceAddress"] = .text(Bilingual(kk: "мекенжай", ru: row.text))
    let error = #expect(throws: TypesetError.self) {
      try Office.typesetter().compose(paper.filled())
    }
    let form = "temporary-residence-permit/2024-03-24/ru.form"
    #expect(error?.code == .missingGlyph)
    #expect(error?.place == "\(form):\(try line(of: "{residenceAddress}", in: form))")
    #expect(error?.description.contains(row.text) == false, "values stay out of errors")
    #expect(error?.hint?.en.contains("fonts.yaml") == true)
  }

  /// Head and strip print values that the form may leave out.
  @Test(arguments: letters) func looksAtHeadAndStripToo(_ row: Letter) throws {
    let ordinary = Paper(document: "permanent-residence-permit-refusal")
    var papers = [ordinary, ordinary]
    papers[0].number = row.text
    papers[1].body = IssuingBody(
      code: "B", kind: .police, place: "ALA", name: Bilingual(kk: "Орган", ru: row.text))
    papers[0].fields["decisionNumber"] = .text(Bilingual(both: "1"))
    for paper in papers {
      let error = #expect(throws: TypesetError.self) {
        try Office.typesetter().compose(paper.filled())
      }
      #expect(error?.code == .missingGlyph)
      #expect(error?.description.contains(row.text) == false)
    }
  }

  @Test func knowsTheLettersOfTheRegion() throws {
    let letters = try #require(FontLetters.of(Office.library().shared.fonts))
    for text in [
      "ӘҒҚҢӨҰҮҺІәғқңөұүһі", "Oʻgʻil Gʼ", "NguyễnĐặng", "Şəhla İ ı", "Ӣ Ҷ Ҳ Ӯ", "Љ Џ", "№«»",
    ] {
      #expect(text.unicodeScalars.allSatisfy(letters.contains), "\(text)")
    }
    for row in Self.letters {
      #expect(row.text.unicodeScalars.contains { !letters.contains($0) }, "\(row.why)")
    }
  }

  @Test func withoutAFileNoLettersAreKnown() throws {
    let real = try Office.library().shared.fonts
    let fonts = FontList(templates: real.templates, folders: [], files: real.files)
    #expect(FontLetters.of(fonts) == nil)
  }

  @Test(arguments: ["NoSuchFont.ttf", "shared/NoSuchFont.ttf", "shared"])
  func namesTheFontFile(_ name: String) throws {
    let real = try Office.library().shared.fonts
    var files = real.files
    files[1] = FontFile(
      role: files[1].role, name: name, sha256: files[1].sha256, package: nil, line: 7)
    let fonts = FontList(templates: real.templates, folders: real.folders, files: files)
    let error = #expect(throws: TypesetError.self) { try Typesetter(fonts: fonts) }
    #expect(error?.code == .missingFont)
    #expect(error?.place == "shared/fonts.yaml:7")
    #expect(error?.hint != nil)
  }

  @Test func noFolderIsAMissingFontToo() throws {
    let real = try Office.library().shared.fonts
    let fonts = FontList(templates: real.templates, folders: [], files: real.files)
    let error = #expect(throws: TypesetError.self) { try Typesetter(fonts: fonts) }
    #expect(error?.code == .missingFont)
    #expect(error?.place == "shared/fonts.yaml:\(real.files[0].line)")
  }

  /// From 1, in the file of a form.
  private func line(of text: String, in form: String) throws -> Int {
    let file = Office.templates.appending(path: form)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }
}
