internal import CPango
import Synchronization
import TamgaDomain

/// A shaped and broken text. Owns its Pango layout; released with the last page that shows it.
final class ShapedText {
  let layout: OpaquePointer
  let lines: [Line]
  /// Points.
  let width: Double
  let height: Double
  /// 0 is black.
  let shade: Double
  let text: String
  private var plates: [LinePlate?]?
  let strikes: [Strike]

  /// Bytes of the text that a line goes through.
  struct Strike {
    let bytes: Range<Int>
    /// Of the letters, points.
    let size: Double
  }

  struct Line {
    /// What the line prints, without the white space at its end.
    let text: String
    /// From the top of the text, points.
    let top: Double
    let bottom: Double
    let baseline: Double
    /// From the left of the text, points.
    let left: Double
    let width: Double
  }

  enum Alignment { case left, centre, right }

  init(_ key: TextShelf.Key, fonts: FontStock) {
    let stretches = key.stretches
    let text = stretches.map(\.text).joined()
    self.text = text
    shade = key.shade
    strikes = Self.strikes(stretches)
    // safe: Pango returns a layout for any context
    let layout = pango_layout_new(fonts.context)!
    self.layout = layout
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    pango_layout_set_line_spacing(layout, Float(key.spacing))
    if let width = key.width {
      pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      switch key.alignment {
      case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
      case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
      case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
      }
    }
    let isCovered = fonts.measures.cover(stretches, in: fonts.context, fonts)
    func dress(keepsTogether: Bool) {
      Self.dress(
        layout, stretches, fonts, isWidened: !isCovered, keepsTogether: keepsTogether)
    }
    dress(keepsTogether: true)
    func broken() -> [Line] {
      Self.lines(
        of: layout, text, width: key.width, isBalanced: key.isBalanced && key.alignment == .centre
      ) {
        dress(keepsTogether: false)
      }
    }
    lines = isCovered ? broken() : FontMeasures.turn.withLock { _ in broken() }
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    self.width = Double(logical.width) / Double(PANGO_SCALE)
    height = Double(logical.height) / Double(PANGO_SCALE)
  }

  /// Breaks the text: what keeps together stays whole unless it is wider than the column.
  private static func lines(
    of layout: OpaquePointer, _ text: String, width: Double?, isBalanced: Bool, loosen: () -> Void
  ) -> [Line] {
    var inset = 0.0
    if let width {
      if widest(layout) > width + 0.01 { loosen() }
      if isBalanced {
        balance(layout, text, width)
        // A balanced layout is narrower than its column: centre it.
        inset = (width - Double(pango_layout_get_width(layout)) / Double(PANGO_SCALE)) / 2
      }
    }
    return measure(layout, text, inset)
  }

  private static func strikes(_ stretches: [Stretch]) -> [Strike] {
    var start = 0
    return stretches.compactMap { stretch in
      let bytes = start..<start + stretch.text.utf8.count
      start = bytes.upperBound
      return stretch.isStruck ? Strike(bytes: bytes, size: stretch.letters.size) : nil
    }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Letters that no font has.
  var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Points.
  private static func widest(_ layout: OpaquePointer) -> Double {
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }

  private static func measure(_ layout: OpaquePointer, _ text: String, _ inset: Double) -> [Line] {
    let scale = Double(PANGO_SCALE)
    let bytes = Array(text.utf8)
    var lines: [Line] = []
    // safe: every layout has an iterator
    let iterator = pango_layout_get_iter(layout)!
    defer { pango_layout_iter_free(iterator) }
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { break }
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let start = Int(line.pointee.start_index)
      var end = start + Int(line.pointee.length)
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      lines.append(
        Line(
          text: String(decoding: bytes[start..<end], as: UTF8.self), top: Double(logical.y) / scale,
          bottom: Double(logical.y + logical.height) / scale,
          baseline: Double(pango_layout_iter_get_baseline(iterator)) / scale,
          left: Double(logical.x) / scale + inset, width: Double(logical.width) / scale))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  /// A line as operators of a PDF; nil where only cairo can draw it.
  func plate(line index: Int, _ fonts: FontStock) -> LinePlate? {
    if plates == nil {
      let bytes = Array(text.utf8)
      plates = lines.indices.map { index in
        pango_layout_get_line_readonly(layout, Int32(index))
          .flatMap { plate(of: $0, bytes, fonts) }
      }
    }
    return plates?[index]
  }
}
