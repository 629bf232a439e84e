import Foundation
import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// A file put together from lines that cairo drew one by one, against the same pages drawn by cairo as a
/// whole: nobody who reads, copies or prints it can tell which way it was made.
@Suite struct DrawnPaperTests {
  private struct Pair {
    let compiled: [UInt8]
    let drawn: [UInt8]

    init(_ paper: Paper) throws {
      let composition = try Office.typesetter().compose(paper.filled())
      composition.completeAsIssued()
      let isSealed = composition.document.kind.isSealed
      let file = composition.file(
        code: isSealed ? try Symbol(version: 12).grid : nil, id: Office.id, created: 1_612_900_000)
      compiled = try #require(try file.bytes(PDFCache()), "a font that is not TrueType")
      drawn = try file.drawnByCairo()
    }

    /// What a tool says of either file.
    func each<Value>(_ body: (URL) throws -> Value) throws -> (compiled: Value, drawn: Value) {
      (try Tool.withFile(compiled, body), try Tool.withFile(drawn, body))
    }
  }

  @Test(arguments: GoldenPageTests.papers) func isTheSamePaper(_ paper: Paper) throws {
    let pair = try Pair(paper)
    let texts = try pair.each(Tool.pageTexts)
    #expect(texts.compiled == texts.drawn)
    let facts = try pair.each { file in
      try Tool.run("pdfinfo", [file.path()]).split(separator: "\n")
        .filter { line in
          // What cairo's own file for no archive has otherwise.
          !["File size:", "Producer:", "PDF version:", "Metadata Stream:", "Tagged:"].contains {
            line.hasPrefix($0)
          }
        }
    }
    #expect(facts.compiled == facts.drawn)
    try standsInTheSamePlaces(pair)
    try looksTheSame(pair)
  }

  /// Every word stands in the same box, but for the three thousandths of an em that cairo lets a
  /// letter stray before it places it anew.
  private func standsInTheSamePlaces(_ pair: Pair) throws {
    let boxes = try pair.each(Self.boxes)
    #expect(boxes.compiled.map(\.word) == boxes.drawn.map(\.word))
    let moved = zip(boxes.compiled, boxes.drawn).filter { one, other in
      zip(one.edges, other.edges).contains { abs($0 - $1) > 0.05 }
    }
    #expect(moved.isEmpty, "\(moved.prefix(3))")
    #expect(boxes.compiled.count > 20)
  }

  private struct Box {
    let word: String
    /// Points.
    let edges: [Double]
  }

  private static func boxes(_ file: URL) throws -> [Box] {
    try Tool.run("pdftotext", ["-bbox", file.path(), "-"]).split(separator: "\n").compactMap {
      line in
      guard line.contains("<word ") else { return nil }
      let edges = line.split(separator: "\"").enumerated().compactMap { index, part in
        index % 2 == 1 && index < 8 ? Double(part) : nil
      }
      return Box(
        word: line.split(separator: ">").dropFirst().first.map(String.init) ?? "", edges: edges)
    }
  }

  /// Drawn in 256 greys. Poppler puts a letter on a quarter of a dot: the least difference may move
  /// one by so much, and a line that stands just between two rows of dots to the next row: half a hundredth
  /// of the dots may differ. Words and their places are held more closely above.
  private func looksTheSame(_ pair: Pair) throws {
    let pictures = try pair.each(Self.pictures)
    #expect(pictures.compiled.count == pictures.drawn.count)
    for (page, (one, other)) in zip(pictures.compiled, pictures.drawn).enumerated()
    where one != other {
      try #require(one.count == other.count)
      let differences = zip(one, other).filter(!=).map { abs(Int($0) - Int($1)) }.filter { $0 > 2 }
      let greatest = differences.max() ?? 0
      #expect(
        differences.count < one.count / 200,
        "page \(page + 1): \(differences.count) dots differ, at most by \(greatest)")
    }
  }

  private static func pictures(_ file: URL) throws -> [Data] {
    let folder = file.deletingLastPathComponent()
    _ = try Tool.run(
      "pdftoppm", ["-r", "151", "-gray", file.path(), folder.appending(path: "page").path()])
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".pgm") }
      .map { try Data(contentsOf: folder.appending(path: $0)) }
  }

  /// Cairo draws all text, every rule and the emblem: beside its own bytes a page has only what places
  /// and marks them, and the picture of the code.
  @Test(arguments: GoldenPageTests.papers) func allButMarksAndPlacesIsCairos(
    _ paper: Paper
  ) throws {
    let composition = try Office.typesetter().compose(paper.filled())
    composition.completeAsIssued()
    let file = composition.file(
      code: composition.document.kind.isSealed ? try Symbol(version: 12).grid : nil,
      id: Office.id, created: 0)
    var used = UsedFonts()
    let contents = try #require(try file.contents(PDFCache(), &used))
    for content in contents {
      var ours: [UInt8] = []
      var place = 0
      for range in content.drawn {
        ours += content.operators[place..<range.lowerBound]
        place = range.upperBound
      }
      ours += content.operators[place...]
      let words = Set(
        String(decoding: ours, as: UTF8.self).split(whereSeparator: \.isWhitespace)
          .filter { $0.first?.isLetter == true })
      #expect(words.isSubset(of: ["q", "Q", "cm", "BDC", "BMC", "EMC", "Do"]))
      let drawn = content.drawn.map { content.operators[$0] }.joined()
      #expect(String(decoding: Array(drawn), as: UTF8.self).contains(" rg /a0 gs\nBT\n"))
      #expect(drawn.count > content.operators.count / 2)
    }
  }

  /// The papers above have everything that a page can show.
  @Test func thePapersHaveStruckWords() throws {
    #expect(
      try GoldenPageTests.papers.contains { paper in
        try paper.filled().parts.contains { part in
          part.blocks.contains { $0.parts.contains { $0.contains(where: \.isStruck) } }
        }
      })
  }
}
