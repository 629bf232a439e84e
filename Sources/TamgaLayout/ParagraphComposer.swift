internal import CPango

/// Composes texts of several lines: lines end where Pango lets them, and hold as many letters as their column.
struct ParagraphComposer {
  /// What the place of a line follows from: the kinds of letters in it and in the line before it.
  private struct LineKind: Hashable {
    let letters: [TextPieces.Kind]
    /// nil for the first line.
    let before: [TextPieces.Kind]?
    let spacing: Double
  }

  /// Points.
  private struct Measures: Equatable {
    /// From the baseline of the line before it; of the first line from the top of the text.
    let baseline: Double
    /// From the line's own baseline.
    let top: Double
    let bottom: Double
  }

  private var measures: [LineKind: Measures] = [:]
  private let ends = LineEndCache()
  /// Lines of a kind stood in different ways: nothing is composed from then on.
  private var isContradicted = false
  private static let scale = Double(PANGO_SCALE)

  /// Takes the places of lines that Pango has laid out.
  mutating func learn(_ key: ShapedTextCache.Key, _ plain: TextPieces, _ text: ShapedText) {
    guard text.lines.count > 1, !Self.isMixed(plain), let parts = plain.parts(text),
      let last = text.lines.last
    else { return }
    var rest = parts[...]
    let kinds = text.lines.map { line in
      defer { rest = rest.dropFirst(line.runs.count) }
      return TextPieces.kinds(rest.prefix(line.runs.count).map(\.piece.kind))
    }
    for (kind, (index, line)) in zip(Self.lineKinds(kinds, key.spacing), text.lines.enumerated()) {
      let measured = Measures(
        baseline: line.baseline - (index > 0 ? text.lines[index - 1].baseline : 0),
        top: line.top - line.baseline, bottom: line.bottom - line.baseline)
      if measures[kind] ?? measured != measured { isContradicted = true }
      measures[kind] = measured
    }
    if text.height != last.bottom { isContradicted = true }
  }

  /// Lines with letters of a fallback font are broken by Pango alone: near the end of a column it was seen to let stand
  /// what is too wide by the advances.
  private static func isMixed(_ plain: TextPieces) -> Bool {
    plain.kinds.contains(where: \.isForeign)
  }

  private static func lineKinds(_ kinds: [[TextPieces.Kind]], _ spacing: Double) -> [LineKind] {
    kinds.indices.map { index in
      LineKind(
        letters: kinds[index], before: index > 0 ? kinds[index - 1] : nil, spacing: spacing)
    }
  }

  /// The text as Pango would lay it out; nil where that is not certain.
  func text(
    _ key: ShapedTextCache.Key, _ plain: TextPieces, _ tables: LetterTables
  ) -> ShapedText? {
    guard !isContradicted, !Self.isMixed(plain), let width = key.width,
      let row = LetterRow(plain, tables)
    else { return nil }
    let text = key.stretches.text
    guard let (ends, lines) = broken(row, key.stretches, Self.units(width)) else {
      return nil
    }
    let isBalanced = key.isBalanced && key.alignment == .centre
    /// What Pango lays out in a part of the column is set in.
    func inset(_ column: Int) -> Double {
      isBalanced ? (width - Double(column) / Self.scale) / 2 : 0
    }
    guard isBalanced, ShapedText.balanced.contains(lines.count) else {
      let column = Self.units(width)
      return composed(key, text, plain, row, tables, lines, column, inset: inset(column))
    }
    let narrow = ShapedText.narrowest(width, lines.count) {
      ShapedText.lines(of: words(row, ends), $0)
    }
    guard case .lines(let balanced) = row.lines(in: Self.units(narrow), ends),
      balanced.count == lines.count
    else { return nil }
    let column = Self.units(narrow)
    return composed(key, text, plain, row, tables, balanced, column, inset: inset(column))
  }

  /// As Pango takes a width in points.
  private static func units(_ width: Double) -> Int { Int(Int32(width * scale)) }

  /// The first way to keep words together in which no line is too long; nil where there is none or it is not certain.
  private func broken(
    _ row: LetterRow, _ stretches: [Stretch], _ column: Int
  ) -> (ends: [Int], lines: [Range<Int>])? {
    let known = ends.ends(of: stretches)
    for degree in known.degreesThatKeep {
      let ends = known.places(degree, count: row.letters.count)
      switch row.lines(in: column, ends) {
      case .lines(let lines): return (ends, lines)
      case .tooWide: continue
      case .uncertain: return nil
      }
    }
    return nil
  }

  private func words(_ row: LetterRow, _ ends: [Int]) -> [ShapedText.Word] {
    var start = 0
    return ends.map { end in
      let foot = row.letters[end - 1].isBlank ? row.places[end - 1] : row.places[end]
      defer { start = end }
      return ShapedText.Word(
        width: Double(foot - row.places[start]) / Self.scale,
        blank: Double(row.places[end] - foot) / Self.scale)
    }
  }

  // MARK: lines

  private func composed(
    _ key: ShapedTextCache.Key, _ text: String, _ plain: TextPieces, _ row: LetterRow,
    _ tables: LetterTables, _ lines: [Range<Int>], _ column: Int, inset: Double
  ) -> ShapedText? {
    let kinds = lines.map { line in
      TextPieces.kinds(row.letters[line].lazy.map { plain.pieces[$0.piece].kind })
    }
    var composed: [ShapedText.Line] = []
    var (left, right) = (Int.max, 0)
    var baseline = 0.0
    for (line, kind) in zip(lines, Self.lineKinds(kinds, key.spacing)) {
      guard let measure = measures[kind], let (runs, total) = runs(row, line, plain, tables) else {
        return nil
      }
      baseline += measure.baseline
      var bytes = runs.flatMap(\.text)
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      let place = LineComposer.left(of: total, in: column, key.alignment)
      (left, right) = (min(left, place), max(right, place + total))
      composed.append(
        ShapedText.Line(
          text: String(decoding: bytes, as: UTF8.self), top: baseline + measure.top,
          bottom: baseline + measure.bottom, baseline: baseline,
          left: Double(place) / Self.scale + inset,
          width: Double(total) / Self.scale, runs: runs, strikes: []))
    }
    return ShapedText(
      text: text, lines: composed, width: Double(right - left) / Self.scale,
      height: composed.last?.bottom ?? 0,
      shade: key.shade)
  }

  /// - Returns: With the advance of all, Pango units.
  private func runs(
    _ row: LetterRow, _ line: Range<Int>, _ plain: TextPieces, _ tables: LetterTables
  ) -> ([GlyphRun], total: Int)? {
    guard let advances = row.advances(of: line) else { return nil }
    var runs: [GlyphRun] = []
    var total = 0
    var start = line.lowerBound
    while start < line.upperBound {
      let first = row.letters[start]
      let piece = plain.pieces[first.piece]
      guard let table = tables[piece] else { return nil }
      let end = min(line.upperBound, start + piece.units.count - first.place)
      var glyphs: [GlyphRun.Glyph] = []
      glyphs.reserveCapacity(end - start)
      for (letter, advance) in zip(row.letters[start..<end], advances[(start - line.lowerBound)...])
      {
        let bytes = letter.bytes
        glyphs.append(
          GlyphRun.Glyph(
            id: letter.glyph, x: Double(total) / Self.scale, y: 0,
            letters: bytes.lowerBound - first.bytes.lowerBound..<bytes.upperBound
              - first.bytes.lowerBound))
        total += advance
      }
      let bytes = first.bytes.lowerBound..<row.letters[end - 1].bytes.upperBound
      runs.append(
        GlyphRun(
          font: table.font, size: table.size, glyphs: glyphs, text: Array(piece.text[bytes]),
          isRightToLeft: false))
      start = end
    }
    return (runs, total)
  }
}
