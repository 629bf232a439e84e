internal import CPango
import Foundation

extension ShapedText {
  /// A line as operators; nil where only cairo can draw it: letters that run from the right, a font
  /// that is not TrueType.
  func plate(
    of line: UnsafeMutablePointer<PangoLayoutLine>, _ text: [UInt8], _ fonts: FontStock
  ) -> LinePlate? {
    var plate = LinePlate()
    var left = 0.0
    var node = line.pointee.runs
    while let run = node {
      let item = run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
      guard let glyphs = item.pointee.glyphs, let piece = item.pointee.item,
        piece.pointee.analysis.level % 2 == 0,
        let font = fonts.program(of: piece.pointee.analysis.font)
      else { return nil }
      let run = Run(
        glyphs: glyphs, font: font.program, size: font.size, space: font.space, left: left,
        text: text[Int(piece.pointee.offset)..<Int(piece.pointee.offset + piece.pointee.length)])
      guard run.add(to: &plate) else { return nil }
      let width = Double(pango_glyph_string_get_width(glyphs)) / Double(PANGO_SCALE)
      if let strike = strike(at: Int(piece.pointee.offset)) {
        plate.add(
          LinePlate.Strike(
            x: left, y: -strike.size * Style.strikeHeight, width: width,
            thickness: strike.size * Style.strikeThickness))
      }
      left += width
      node = node?.pointee.next
    }
    plate.finish()
    return plate
  }

  /// Glyphs of one font, and the bytes that they stand for.
  private struct Run {
    let glyphs: UnsafeMutablePointer<PangoGlyphString>
    let font: FontProgram
    let size: Double
    let space: UInt16?
    /// Points from the line's left end.
    let left: Double
    let text: ArraySlice<UInt8>

    /// Cluster by cluster: the glyphs that show the same letters.
    func add(to plate: inout LinePlate) -> Bool {
      let count = Int(glyphs.pointee.num_glyphs)
      var position = 0
      var index = 0
      while index < count {
        let start = Int(glyphs.pointee.log_clusters[index])
        var next = index + 1
        while next < count, glyphs.pointee.log_clusters[next] == start { next += 1 }
        let end = next < count ? Int(glyphs.pointee.log_clusters[next]) : text.count
        guard start <= end, let shown = shown(index..<next) else { return false }
        let letters = String(
          decoding: text[text.startIndex + start..<text.startIndex + end], as: UTF8.self)
        let drawn = shown.map(\.glyph)
        // A letter and its mark may be one drawing, or one letter two.
        let codes =
          codes(of: drawn, letters) ?? codes(
            of: drawn, letters.precomposedStringWithCanonicalMapping)
          ?? codes(of: drawn, letters.decomposedStringWithCanonicalMapping)
          ?? codes(ofBlanks: drawn, letters)
        let saysItself = codes != nil
        if !saysItself { plate.beginSpan(letters) }
        for (number, (index, glyph, before)) in shown.enumerated() {
          let place = glyphs.pointee.glyphs[index].geometry
          plate.add(
            codes?[number] ?? glyph, of: font, size: size,
            x: left + Double(position + before + Int(place.x_offset)) / Double(PANGO_SCALE),
            y: Double(place.y_offset) / Double(PANGO_SCALE))
        }
        if !saysItself { plate.endSpan() }
        position += width(index..<next)
        index = next
      }
      return true
    }

    /// The codes of glyphs that say `letters` one by one; nil when they do not.
    private func codes(of glyphs: [UInt16], _ letters: String) -> [UInt16]? {
      guard glyphs.count == letters.unicodeScalars.count else { return glyphs.isEmpty ? [] : nil }
      var codes: [UInt16] = []
      for (glyph, letter) in zip(glyphs, letters.unicodeScalars) {
        guard let code = font.code(of: glyph, as: letter) else { return nil }
        codes.append(code)
      }
      return codes
    }

    /// A no-break space at a line's end is drawn as a space, which is the same in every comparison.
    private func codes(ofBlanks glyphs: [UInt16], _ letters: String) -> [UInt16]? {
      guard let space, glyphs == [space], letters.allSatisfy(\.isWhitespace) else { return nil }
      return codes(of: glyphs, " ")
    }

    /// The glyphs of a cluster that are drawn, each with the width of those before it; nil when one of
    /// them is none of the font's.
    private func shown(_ range: Range<Int>) -> [(index: Int, glyph: UInt16, before: Int)]? {
      var shown: [(Int, UInt16, Int)] = []
      for index in range {
        let glyph = glyphs.pointee.glyphs[index].glyph
        if glyph == emptyGlyph {
          // A real space at a line's end keeps the words apart when copied.
          guard let space else { continue }
          shown.append((index, space, width(range.lowerBound..<index)))
        } else if glyph < font.glyphCount {
          shown.append((index, UInt16(glyph), width(range.lowerBound..<index)))
        } else {
          return nil
        }
      }
      return shown
    }

    /// Units of Pango.
    private func width(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 + Int(glyphs.pointee.glyphs[$1].geometry.width) }
    }
  }
}
