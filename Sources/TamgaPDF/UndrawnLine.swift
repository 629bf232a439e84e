internal import CCairo
import Foundation
import TamgaLayout
import TamgaPaperFile

/// A line of text that cairo has not drawn yet: what it is to show at once, and between the marks that say what
/// glyphs stand for where they do not say it themselves.
struct UndrawnLine {
  enum Part {
    /// Glyphs in a font, and by which of its maps they are read.
    case shown(ShownGlyphs, PDFFont, map: Int)
    /// Those that needed no drawing; nil for blanks alone, which have no operators.
    case written(TextOperators?, PDFFont, map: Int, GlyphSet)
    /// Marks of ours.
    case mark([UInt8])
  }

  private(set) var parts: [Part] = []
  let strikes: [ShapedText.Strike]
  /// 0 is black.
  let shade: Double
  private let isComposed: Bool

  /// - Returns: nil for glyphs that are not embedded: the font is not TrueType.
  init?(_ line: LineDrawing.Line, _ cache: PDFCache) {
    strikes = line.line.strikes
    shade = line.shade
    isComposed = line.isComposed
    var pending = Pending()
    for run in line.line.runs {
      guard let font = cache.font(run.font) else { return nil }
      if pending.font !== font || pending.size != run.size {
        flush(&pending)
        pending.font = font
        pending.size = run.size
      }
      guard add(run, font, &pending) else { return nil }
    }
    flush(&pending)
  }

  /// Glyphs that cairo draws at once: of one font in one size, read by one map.
  private struct Pending {
    var font: PDFFont?
    var size = 0.0
    var map = 0
    var glyphs: [cairo_glyph_t] = []
  }

  /// Adds the glyphs cluster by cluster: those that show the same letters.
  private mutating func add(
    _ run: GlyphRun, _ font: PDFFont, _ pending: inout Pending
  ) -> Bool {
    pending.glyphs.reserveCapacity(pending.glyphs.count + run.glyphs.count)
    // From right to left the letters of a run are not read in the order of drawing.
    if run.isRightToLeft {
      addSpan(run.glyphs[...], String(decoding: run.text, as: UTF8.self), &pending)
      return run.glyphs.allSatisfy { $0.id < font.glyphCount }
    }
    var index = 0
    while index < run.glyphs.count {
      let letters = run.glyphs[index].letters
      var next = index + 1
      while next < run.glyphs.count, run.glyphs[next].letters == letters { next += 1 }
      // A glyph that the font lacks would get a code that means another one.
      for place in index..<next where run.glyphs[place].id >= font.glyphCount { return false }
      if next == index + 1, let letter = Self.letter(run.text, letters),
        let map = font.map(in: run.glyphs[index].id, says: letter)
      {
        append(run.glyphs[index], map: map, &pending)
      } else {
        let letters = String(decoding: run.text[letters], as: UTF8.self)
        addCluster(run.glyphs[index..<next], letters, font, &pending)
      }
      index = next
    }
    return true
  }

  /// The one letter in a range of UTF-8; nil for several.
  private static func letter(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty else { return nil }
    let first = text[range.lowerBound]
    switch range.count {
    case 1 where first < 0x80: return UInt32(first)
    case 2 where first >= 0xC2 && first < 0xE0:
      return UInt32(first & 0x1F) << 6 | UInt32(text[range.lowerBound + 1] & 0x3F)
    case 3 where first >= 0xE0 && first < 0xF0:
      return UInt32(first & 0x0F) << 12 | UInt32(text[range.lowerBound + 1] & 0x3F) << 6
        | UInt32(text[range.lowerBound + 2] & 0x3F)
    default: return nil
    }
  }

  private mutating func addCluster(
    _ cluster: ArraySlice<GlyphRun.Glyph>, _ letters: String, _ font: PDFFont,
    _ pending: inout Pending
  ) {
    // A letter and its mark may be one drawing, or one letter two.
    let maps =
      Self.maps(of: cluster, letters, font)
      ?? Self.maps(of: cluster, letters.precomposedStringWithCanonicalMapping, font)
      ?? Self.maps(of: cluster, letters.decomposedStringWithCanonicalMapping, font)
      ?? Self.maps(ofBlanks: cluster, letters, font)
    guard let maps else { return addSpan(cluster, letters, &pending) }
    for (glyph, map) in zip(cluster, maps) { append(glyph, map: map, &pending) }
  }

  /// The maps by which glyphs say `letters` one by one; nil when they do not.
  private static func maps(
    of glyphs: ArraySlice<GlyphRun.Glyph>, _ letters: String, _ font: PDFFont
  ) -> [Int]? {
    guard glyphs.count == letters.unicodeScalars.count else { return nil }
    var maps: [Int] = []
    for (glyph, letter) in zip(glyphs, letters.unicodeScalars) {
      guard let map = font.map(in: glyph.id, says: letter.value) else { return nil }
      maps.append(map)
    }
    return maps
  }

  /// A no-break space at a line's end is drawn as a space, which is the same in every comparison.
  private static func maps(
    ofBlanks glyphs: ArraySlice<GlyphRun.Glyph>, _ letters: String, _ font: PDFFont
  ) -> [Int]? {
    guard glyphs.count == 1, glyphs.first?.id == font.space, letters.allSatisfy(\.isWhitespace)
    else { return nil }
    return maps(of: glyphs, " ", font)
  }

  private mutating func append(
    _ glyph: GlyphRun.Glyph, map: Int, _ pending: inout Pending
  ) {
    if pending.map != map {
      flush(&pending)
      pending.map = map
    }
    pending.glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: glyph.x, y: glyph.y))
  }

  /// Glyphs that do not say what they stand for (14.9.4).
  private mutating func addSpan(
    _ glyphs: ArraySlice<GlyphRun.Glyph>, _ letters: String, _ pending: inout Pending
  ) {
    flush(&pending)
    var mark: [UInt8] = []
    mark.write("/Span << /ActualText <feff")
    for unit in letters.utf16 { mark.writeHex(unit) }
    mark.write("> >> BDC\n")
    parts.append(.mark(mark))
    for glyph in glyphs { append(glyph, map: 0, &pending) }
    flush(&pending)
    mark.removeAll()
    mark.write("EMC\n")
    parts.append(.mark(mark))
  }

  private mutating func flush(_ pending: inout Pending) {
    defer { pending.glyphs.removeAll(keepingCapacity: true) }
    guard let font = pending.font, !pending.glyphs.isEmpty else { return }
    let shown = ShownGlyphs(glyphs: pending.glyphs, size: pending.size, shade: shade)
    if isComposed, let part = Self.written(shown, font, pending.map) {
      parts.append(part)
    } else {
      parts.append(.shown(shown, font, map: pending.map))
    }
  }

  /// nil where cairo is to write.
  private static func written(_ shown: ShownGlyphs, _ font: PDFFont, _ map: Int) -> Part? {
    switch TextOperators.of(shown, font) {
    case .written(let operators): .written(operators, font, map: map, shown.set)
    case .nothing: .written(nil, font, map: map, shown.set)
    case .unsure: nil
    }
  }
}
