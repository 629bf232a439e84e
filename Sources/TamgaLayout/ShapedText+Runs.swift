internal import CPango

/// Glyphs and their places as Pango has laid them out.
extension ShapedText {
  /// Bytes of a text that a line goes through.
  struct StruckBytes {
    private var ranges: [(bytes: Range<Int>, size: Double)] = []

    init(_ stretches: [Stretch]) {
      guard stretches.contains(where: \.isStruck) else { return }
      var start = 0
      for stretch in stretches {
        let bytes = start..<start + stretch.text.utf8.count
        start = bytes.upperBound
        if stretch.isStruck { ranges.append((bytes, stretch.letters.size)) }
      }
    }

    /// The size of the letters at a struck byte, points.
    func size(at byte: Int) -> Double? { ranges.first { $0.bytes.contains(byte) }?.size }
  }

  /// `PANGO_GLYPH_EMPTY` and `PANGO_GLYPH_UNKNOWN_FLAG`.
  private static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
  private static let unknownFlag: PangoGlyph = 0x1000_0000

  static func runs(
    of line: UnsafeMutablePointer<PangoLayoutLine>, _ text: [UInt8], _ struck: StruckBytes,
    _ fonts: FontLibrary
  ) -> ([GlyphRun], [Strike]) {
    var runs: [GlyphRun] = []
    var strikes: [Strike] = []
    var left = 0.0
    var node = line.pointee.runs
    while let run = node {
      node = run.pointee.next
      let item = run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
      guard let string = item.pointee.glyphs, let piece = item.pointee.item,
        let font = fonts.font(piece.pointee.analysis.font)
      else { continue }
      let offset = Int(piece.pointee.offset)
      let (glyphs, width) = glyphs(
        string, count: Int(piece.pointee.length), space: font.space, left: left,
        isRightToLeft: piece.pointee.analysis.level % 2 == 1)
      runs.append(
        GlyphRun(
          font: font.file, size: font.size, glyphs: glyphs,
          text: Array(text[offset..<offset + Int(piece.pointee.length)]),
          isRightToLeft: piece.pointee.analysis.level % 2 == 1))
      if let size = struck.size(at: offset) {
        strikes.append(
          Strike(
            x: left, y: -size * Style.strikeHeight, width: width,
            thickness: size * Style.strikeThickness))
      }
      left += width
    }
    return (runs, strikes)
  }

  /// - Parameters:
  ///   - count: Bytes of the run's text.
  ///   - left: Of the run, points from the line's left end.
  /// - Returns: The glyphs that are drawn, and the width of all, points.
  private static func glyphs(
    _ string: UnsafeMutablePointer<PangoGlyphString>, count: Int, space: UInt32?, left: Double,
    isRightToLeft: Bool
  ) -> ([GlyphRun.Glyph], width: Double) {
    let total = Int(string.pointee.num_glyphs)
    guard let infos = string.pointee.glyphs, let clusters = string.pointee.log_clusters else {
      return ([], 0)
    }
    var glyphs: [GlyphRun.Glyph] = []
    glyphs.reserveCapacity(total)
    var width = 0
    var index = 0
    /// Where the letters of the last cluster begin.
    var last = count
    while index < total {
      let start = Int(clusters[index])
      var next = index + 1
      while next < total, Int(clusters[next]) == start { next += 1 }
      // From right to left the cluster that follows in the text is drawn before.
      let end = isRightToLeft ? last : next < total ? Int(clusters[next]) : count
      last = start
      while index < next {
        let info = infos[index]
        // A real space at a line's end keeps the words apart when copied.
        let glyph: UInt32? =
          info.glyph == emptyGlyph ? space : info.glyph & unknownFlag != 0 ? 0 : info.glyph
        if let glyph {
          glyphs.append(
            GlyphRun.Glyph(
              id: glyph,
              x: left + Double(width + Int(info.geometry.x_offset)) / Double(PANGO_SCALE),
              y: Double(info.geometry.y_offset) / Double(PANGO_SCALE),
              letters: start..<max(start, end)))
        }
        width += Int(info.geometry.width)
        index += 1
      }
    }
    return (glyphs, Double(width) / Double(PANGO_SCALE))
  }
}
