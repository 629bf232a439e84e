internal import CPango
import Synchronization
import TamgaDomain

/// A shaped and broken text. Owns its Pango layout; released with the last page that shows it.
final class ShapedText {
  private let layout: OpaquePointer
  let lines: [Line]
  /// Points.
  let width: Double
  let height: Double
  /// 0 is black.
  let shade: Double
  let text: String
  private var plates: [LinePlate?]?
  private let strikes: [Strike]

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
    let layout = pango_layout_new(fonts.context(key.language))!
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
    Self.dress(layout, stretches, fonts, keepsTogether: true)
    func broken() -> [Line] {
      Self.lines(
        of: layout, text, width: key.width, isBalanced: key.isBalanced && key.alignment == .centre
      ) {
        Self.dress(layout, stretches, fonts, keepsTogether: false)
      }
    }
    lines =
      fonts.measures.cover(stretches, in: fonts.context(key.language), fonts)
      ? broken() : FontMeasures.turn.withLock { _ in broken() }
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

  private static func dress(
    _ layout: OpaquePointer, _ stretches: [Stretch], _ fonts: FontStock, keepsTogether: Bool
  ) {
    // safe: Pango returns a list
    let list = pango_attr_list_new()!
    var start: UInt32 = 0
    func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ end: UInt32) {
      attribute?.pointee.start_index = start
      attribute?.pointee.end_index = end
      pango_attr_list_insert(list, attribute)
    }
    for (index, stretch) in stretches.enumerated() {
      let end = start + UInt32(stretch.text.utf8.count)
      let description = fonts.description(stretch.letters)
      insert(pango_attr_font_desc_new(description), end)
      pango_font_description_free(description)
      // It makes a run of its own; the line is drawn with the run.
      if stretch.isStruck { insert(pango_attr_strikethrough_new(1), end) }
      if stretch.keepsTogether, keepsTogether {
        // A number keeps its sign, whichever side it stands on.
        let before = index > 0 && stretches[index - 1].text.hasSuffix("№ ")
        let after = index + 1 < stretches.count && stretches[index + 1].text.hasPrefix(" №")
        if before { start -= UInt32("№ ".utf8.count) }
        insert(pango_attr_allow_breaks_new(0), after ? end + UInt32(" №".utf8.count) : end)
      } else if keepsTogether {
        for word in whole(stretch.text) {
          let attribute = pango_attr_allow_breaks_new(0)
          attribute?.pointee.start_index = start + word.lowerBound
          attribute?.pointee.end_index = start + word.upperBound
          pango_attr_list_insert(list, attribute)
        }
      }
      start = end
    }
    // A ligature would come out of the file as one odd letter.
    let features = pango_attr_font_features_new("liga=0, clig=0, dlig=0")
    pango_attr_list_insert(list, features)
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
  }

  /// The bytes of words with a hyphen: «14-үй» copied from two lines would read «14үй». A telephone
  /// number, `+` and groups of digits, is one word too.
  private static func whole(_ text: String) -> [Range<UInt32>] {
    let bytes = Array(text.utf8)
    var words: [Range<UInt32>] = []
    var start = 0
    var isWhole = false
    func close(_ end: Int) {
      if isWhole { words.append(UInt32(start)..<UInt32(end)) }
      isWhole = false
    }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
        if bytes[start] == UInt8(ascii: "+"), byte == UInt8(ascii: " "), isDigit {
          isWhole = true
        } else {
          close(index)
          start = index + 1
        }
      } else if byte == UInt8(ascii: "-") {
        isWhole = true
      }
    }
    close(bytes.count)
    return words
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

  /// Draws one line with its left end at `x` on `baseline`, points.
  func draw(line index: Int, x: Double, baseline: Double, on cairo: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
    var x = x
    var node = line.pointee.runs
    cairo_set_source_rgb(cairo, shade, shade, shade)
    while let run = node {
      let item = run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
      let width = Double(pango_glyph_string_get_width(item.pointee.glyphs)) / Double(PANGO_SCALE)
      cairo_move_to(cairo, x, baseline)
      Self.show(item, text, cairo)
      strike(Int(item.pointee.item.pointee.offset), x: x, width: width, baseline, cairo)
      x += width
      node = run.pointee.next
    }
  }

  /// The line through a run that begins at `byte`.
  func strike(at byte: Int) -> Strike? { strikes.first { $0.bytes.contains(byte) } }

  /// Draws the line through a run that begins at a struck byte.
  private func strike(
    _ byte: Int, x: Double, width: Double, _ baseline: Double, _ cairo: OpaquePointer
  ) {
    guard let strike = strike(at: byte) else { return }
    cairo_rectangle(
      cairo, x, baseline - strike.size * Style.strikeHeight, width,
      strike.size * Style.strikeThickness)
    cairo_fill(cairo)
  }

  /// Shows a run with its text, so that a glyph that serves two letters reads back right.
  private static func show(
    _ item: UnsafeMutablePointer<PangoGlyphItem>, _ text: String, _ cairo: OpaquePointer
  ) {
    // safe: a copy of a run is a run
    let copy = pango_glyph_item_copy(item)!
    defer { pango_glyph_item_free(copy) }
    let glyphs = copy.pointee.glyphs!  // safe: a run has glyphs
    // Pango empties the space at a line's end; a real one keeps the words apart when copied.
    var space: hb_codepoint_t = 0
    let font = pango_font_get_hb_font(copy.pointee.item.pointee.analysis.font)
    if hb_font_get_nominal_glyph(font, 0x20, &space) != 0 {
      for index in 0..<Int(glyphs.pointee.num_glyphs)
      where glyphs.pointee.glyphs[index].glyph == emptyGlyph {
        glyphs.pointee.glyphs[index].glyph = space
      }
    }
    pango_cairo_show_glyph_item(cairo, text, copy)
  }

  /// `PANGO_GLYPH_EMPTY`.
  static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
}
