import SeededNumbers
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// Operators that are written without cairo are those that cairo writes, to the byte.
@Suite struct TextOperatorsTests {
  private struct Lines {
    var random: SplitMix
    let face: FontFace
    let font: PDFFont
    /// Those that say a letter, so that one map serves a line.
    let glyphs: [UInt16]

    init(_ face: FontFace, seed: UInt64) throws {
      random = SplitMix(state: seed)
      self.face = face
      font = try #require(PDFFont(face))
      glyphs = (1..<UInt16(font.glyphCount)).filter { [font] in
        font.letter(of: $0, map: 0) != nil
      }
    }

    /// Sizes and shades as papers have them, and sizes of dense forms.
    private static let sizes = [6.5, 7, 8, 8.2, 9.5, 10, 10.35, 11, 11.5, 14, 10.8 * 0.97]
    private static let shades = [0, 0.28, 0.65]

    /// Mostly as words stand: each letter where the last one ends, in Pango's units of a 1,024th of a point, some
    /// closer; now and then apart, higher, or very long.
    mutating func next() -> LineDrawing.Line {
      let size = Self.sizes.randomElement(using: &random) ?? 10
      var text: [UInt8] = []
      var line: [GlyphRun.Glyph] = []
      var x = Int.random(in: 0...400_000, using: &random)
      let isLong = Int.random(in: 0..<12, using: &random) == 0
      for _ in 0..<Int.random(in: 1...(isLong ? 230 : 60), using: &random) {
        let isBlank = Int.random(in: 0..<6, using: &random) == 0
        let glyph =
          isBlank
          ? UInt16(font.space ?? 0) : glyphs.randomElement(using: &random) ?? 1
        let letter = font.letter(of: glyph, map: 0).map { Array(String($0).utf8) } ?? [0x2E]
        let y = Int.random(in: 0..<800, using: &random) == 0 ? -3.5 : 0
        line.append(
          GlyphRun.Glyph(
            id: UInt32(glyph), x: Double(x) / 1_024, y: y,
            letters: text.count..<text.count + letter.count))
        text += letter
        let advance = Double(font.advance(of: glyph)) / font.unitsPerEm * size * 1_024
        x += Int(advance.rounded())
        switch Int.random(in: 0..<40, using: &random) {
        case 0: x -= Int.random(in: 0...Int(size * 200), using: &random)
        case 1: x += Int.random(in: 0...Int(size * 3_000), using: &random)
        case 2: x += Int.random(in: -8...8, using: &random)
        case 3 where Int.random(in: 0..<20, using: &random) == 0: x += Int(size * 11_000)
        default: break
        }
      }
      return LineDrawing.Line(
        line: ShapedText.Line(
          text: "", top: 0, bottom: 0, baseline: 0, left: 0, width: 0,
          runs: [
            GlyphRun(font: face, size: size, glyphs: line, text: text, isRightToLeft: false)
          ], strikes: []), shade: Self.shades.randomElement(using: &random) ?? 0)
    }
  }

  private func operators(_ drawing: LineDrawing?) -> String {
    guard let drawing else { return "" }
    let names = drawing.names.map { "<map \($0.map) at \($0.place)>" }
    return String(decoding: drawing.operators, as: UTF8.self) + names.joined()
  }

  @Test(arguments: CairoSurfaceTests.faces) func areCairos(_ face: FontFace) throws {
    var lines = try Lines(face, seed: 23)
    var written = 0
    for _ in 0..<40 {
      let batch = (0..<25).map { _ in lines.next() }
      let cache = PDFCache()
      let drawn = try LineDrawing.drawn(batch, cache)
      let composed = batch.map { line in
        LineDrawing.Line(line: line.line, shade: line.shade, isComposed: true)
      }
      let ours = try LineDrawing.drawn(composed, cache)
      for (line, (one, other)) in zip(composed, zip(ours, drawn)) {
        #expect(operators(one) == operators(other))
        #expect(one?.glyphs.map(\.glyphs) == other?.glyphs.map(\.glyphs))
        let parts = UndrawnLine(line, cache)?.parts ?? []
        if parts.allSatisfy({ if case .shown = $0 { false } else { true } }) { written += 1 }
      }
    }
    #expect((700..<1_000).contains(written), "of 1,000 lines")
  }

  /// What a paper's own words come to: nearly nothing is left to cairo.
  @Test func whatIsComposedNeedsNoCairo() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let cache = PDFCache()
    var (composed, left) = (0, 0)
    var random = SplitMix(state: 29)
    let words = ["MUNTEANU", "MARIA", "Мұхамеджанов", "Ғ.", "аралығында", "№", "12.10.2027", "–"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      let shaped = fonts.text([Stretch(text: text, letters: Letters(.serifBold, 11))], width: 300)
      guard shaped.isComposed else { continue }
      composed += 1
      for line in shaped.lines {
        let parts =
          UndrawnLine(
            LineDrawing.Line(line: line, shade: shaped.shade, isComposed: true), cache)?.parts
          ?? []
        if parts.contains(where: { if case .shown = $0 { true } else { false } }) { left += 1 }
      }
    }
    #expect(composed > 200)
    #expect(left == 0)
  }
}
