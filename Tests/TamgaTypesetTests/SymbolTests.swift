import Foundation
import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// The symbol on paper (contract `seal.md`, Symbol).
@Suite struct SymbolTests {
  @Test(arguments: 10...13) func sizesOfThePapersVersions(_ version: Int) throws {
    let place = try QRPlacement(side: 4 * version + 17)
    #expect(abs(place.module * 600 / 72 - Double(place.dots)) < 1e-9)
    #expect(Double(place.dots) / 600 * 25.4 >= 0.55)
    #expect((38...42).contains(place.width / Measure.millimetre))
    for edge in [place.left, place.top] {
      #expect(abs(edge * 600 / 72 - (edge * 600 / 72).rounded()) < 1e-6)
    }
    let foot = place.top + place.width + place.zone
    #expect(foot < Measure.points(mm: Style.pageHeight - 5), "printers leave 5 mm white")
    #expect(place.left - place.zone >= Measure.points(mm: 15))
  }

  struct Dense: Sendable {
    let side: Int
    let fits: Bool
  }

  @Test(arguments: [
    Dense(side: 21, fits: true), Dense(side: 57, fits: true), Dense(side: 69, fits: true),
    Dense(side: 81, fits: true), Dense(side: 85, fits: false), Dense(side: 177, fits: false),
  ]) func refusesModulesUnderHalfAMillimetre(_ row: Dense) throws {
    if row.fits {
      let place = try QRPlacement(side: row.side)
      #expect(Double(place.dots) / 600 * 25.4 >= 0.5)
    } else {
      let error = #expect(throws: TypesetError.self) { try QRPlacement(side: row.side) }
      #expect(error?.code == .symbolTooDense)
    }
  }

  /// Drawn at 600 dpi every module is a square of whole dots and the quiet zone is white.
  @Test(arguments: 10...13) func isDrawnDotByDot(_ version: Int) throws {
    let symbol = try Symbol(version: version)
    try Tool.withFile(try pdf(symbol)) { file in
      let place = try QRPlacement(side: symbol.grid.side)
      let left = Int((place.left * 600 / 72).rounded())
      let top = Int((place.top * 600 / 72).rounded())
      let zone = 4 * place.dots
      let end = symbol.grid.side * place.dots + zone
      let page = try GreyPage(
        file, dpi: 600, size: (left + end + 1, top + end + 1))
      var wrong = 0
      var dirty = 0
      for y in -zone..<end {
        for x in -zone..<end {
          let (row, column) = (y / place.dots, x / place.dots)
          let isInside =
            x >= 0 && y >= 0 && row < symbol.grid.side && column < symbol.grid.side
          let shade = page.shade(left + x, top + y)
          if isInside {
            wrong += shade == (symbol.grid.isDark(row: row, column: column) ? 0 : 255) ? 0 : 1
          } else {
            dirty += shade == 255 ? 0 : 1
          }
        }
      }
      #expect(wrong == 0, "dots of another colour than their module")
      #expect(dirty == 0, "dots in the quiet zone")
    }
  }

  /// The same dots on each page of a long paper.
  @Test(arguments: [100, 150, 200, 300]) func isReadFromEveryPage(_ dpi: Int) throws {
    let symbol = try Symbol(version: 13)
    let refusal = Paper(document: "labour-immigrant-permit-refusal", example: "longest")
    try Tool.withFile(try pdf(symbol, refusal)) { file in
      let texts = try read(file, dpi: dpi, pages: 1...6)
      #expect(texts == Array(repeating: symbol.text, count: 6))
    }
  }

  @Test(arguments: 10...12) func isReadInEverySize(_ version: Int) throws {
    let symbol = try Symbol(version: version)
    try Tool.withFile(try pdf(symbol)) { file in
      for dpi in [100, 300] {
        let texts = try read(file, dpi: dpi, pages: 1...1)
        #expect(texts == [symbol.text], "\(dpi) dpi")
      }
    }
  }

  /// The middle of each place of a stamp is at least 25 mm from the code's edge.
  @Test(arguments: [
    Paper(document: "permanent-residence-permit-refusal"),
    Paper(document: "permanent-residence-permit-refusal", example: "longest"),
    Paper(document: "permanent-residence-permit-refusal", languages: [.ru]),
    Paper(document: "qualification-certificate"),
    Paper(document: "qualification-certificate", example: "longest", languages: [.kk]),
  ]) func staysClearOfTheStamp(_ paper: Paper) throws {
    let composition = try Office.typesetter().compose(paper.filled())
    let stamps = composition.pages.flatMap(\.lines).filter {
      ["М.О.", "М.П.", "Место печати"].contains($0.text)
    }
    #expect(stamps.count == paper.languages.count)
    for side in [57, 61, 65, 69] {
      let place = try QRPlacement(side: side)
      for stamp in stamps {
        let dx = max(0, (stamp.left + stamp.right) / 2 - place.left - place.width)
        let dy = max(0, place.top - (stamp.top + stamp.bottom) / 2)
        #expect((dx * dx + dy * dy).squareRoot() >= Measure.points(mm: 25))
      }
    }
  }

  private func pdf(
    _ symbol: Symbol, _ paper: Paper = Paper(document: "labour-immigrant-permit")
  ) throws -> [UInt8] {
    let composition = try Office.typesetter().compose(paper.filled())
    _ = composition.complete(checkCode: Office.checkCode)
    return try composition.pdf(code: symbol.grid, id: Office.id, created: 1_612_900_000)
  }

  /// What zbar reads from each page.
  private func read(_ file: URL, dpi: Int, pages: ClosedRange<Int>) throws -> [String] {
    let stem = file.deletingPathExtension().path()
    _ = try Tool.run("pdftoppm", ["-r", "\(dpi)", "-gray", file.path(), stem])
    return try pages.map { page in
      let picture = "\(stem)-\(page).pgm"
      return try Tool.run("zbarimg", ["--nodbus", "--quiet", "--raw", picture])
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
