internal import CPango
import Synchronization
import TamgaDomain

/// A text in its lines: what is drawn, and where. Nothing of Pango is left in it. Not to be shared between threads.
public final class ShapedText {
  public let text: String
  public let lines: [Line]
  /// Points.
  public let width: Double
  public let height: Double
  /// 0 is black.
  public let shade: Double
  /// Letters that no font has.
  let unknownGlyphs: Int
  /// Put together from letters that were learnt, as a paper's own words mostly are; the rest is laid out by Pango.
  public let isComposed: Bool
  /// What the maker of files keeps of it; layout only carries it along.
  package var drawing: AnyObject?

  public struct Line: Sendable {
    /// What the line prints, without the white space at its end.
    public let text: String
    /// From the top of the text, points.
    public let top: Double
    public let bottom: Double
    public let baseline: Double
    /// From the left of the text, points.
    public let left: Double
    public let width: Double
    public let runs: [GlyphRun]
    public let strikes: [Strike]
  }

  /// A line through letters, points from the line's left end and its baseline, downwards.
  public struct Strike: Hashable, Sendable {
    public let x: Double
    public let y: Double
    public let width: Double
    public let thickness: Double
  }

  enum Alignment { case left, centre, right }

  /// A text whose letters all have their glyphs.
  init(text: String, lines: [Line], width: Double, height: Double, shade: Double) {
    self.text = text
    self.lines = lines
    self.width = width
    self.height = height
    self.shade = shade
    unknownGlyphs = 0
    isComposed = true
  }

  /// Another one that looks the same.
  init(likewise other: ShapedText) {
    text = other.text
    lines = other.lines
    width = other.width
    height = other.height
    shade = other.shade
    unknownGlyphs = other.unknownGlyphs
    isComposed = other.isComposed
    drawing = other.drawing
  }

  /// As Pango lays it out.
  init(_ key: ShapedTextCache.Key, fonts: FontLibrary) {
    let text = key.stretches.text
    self.text = text
    shade = key.shade
    isComposed = false
    (lines, width, height, unknownGlyphs) = Self.withLayout(key, text, fonts) { layout, inset in
      var logical = PangoRectangle()
      pango_layout_get_extents(layout, nil, &logical)
      return (
        Self.measure(layout, key.stretches, text, inset, fonts),
        Double(logical.width) / Double(PANGO_SCALE), Double(logical.height) / Double(PANGO_SCALE),
        Int(pango_layout_get_unknown_glyphs_count(layout))
      )
    }
  }

  /// Whether every letter of a text is in some font.
  static func hasEveryLetter(_ key: ShapedTextCache.Key, fonts: FontLibrary) -> Bool {
    withLayout(key, key.stretches.text, fonts) { layout, _ in
      pango_layout_get_unknown_glyphs_count(layout) == 0
    }
  }

  /// Calls `body` with the text shaped, broken and measured, and how far it is set in from the left, points.
  /// Pango keeps the measures of every line, so that `body` reads them without cairo.
  private static func withLayout<Value: Sendable>(
    _ key: ShapedTextCache.Key, _ text: String, _ fonts: FontLibrary,
    _ body: (OpaquePointer, _ inset: Double) -> Value
  ) -> Value {
    // safe: Pango returns a layout for any context
    let layout = pango_layout_new(fonts.context)!
    // With it may go fonts.
    defer { CairoLock.alone { g_object_unref(UnsafeMutableRawPointer(layout)) } }
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    pango_layout_set_line_spacing(layout, Float(key.spacing))
    if let width = key.width {
      pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      switch key.alignment {
      case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
      case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
      case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
      }
    }
    let isCovered = fonts.metrics.cover(key.stretches, in: fonts.context, fonts) == .own
    func dress(_ keeping: Keeping) {
      Self.dress(layout, key.stretches, fonts, isWidened: !isCovered, keeping: keeping)
    }
    let degrees = key.width == nil ? [.nothing] : Keeping.degrees(of: text)
    dress(degrees[0])
    let inset = CairoLock.alone {
      let inset = breakLines(
        of: layout, text, width: key.width,
        isBalanced: key.isBalanced && key.alignment == .centre,
        loosen: degrees.dropFirst().map { keeping in { dress(keeping) } })
      // Measures every line.
      _ = widest(layout)
      return inset
    }
    return body(layout, inset)
  }

  /// Breaks the text: what keeps together stays whole unless it is wider than the column.
  ///
  /// - Parameter loosen: Each keeps less together.
  /// - Returns: How far the text is set in from the left of its column, points.
  private static func breakLines(
    of layout: OpaquePointer, _ text: String, width: Double?, isBalanced: Bool, loosen: [() -> Void]
  ) -> Double {
    guard let width else { return 0 }
    for loosen in loosen where widest(layout) > width + 0.01 { loosen() }
    guard isBalanced else { return 0 }
    balance(layout, text, width)
    // A balanced layout is narrower than its column: centre it.
    return (width - Double(pango_layout_get_width(layout)) / Double(PANGO_SCALE)) / 2
  }

  /// Points.
  static func widest(_ layout: OpaquePointer) -> Double {
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }

  private static func measure(
    _ layout: OpaquePointer, _ stretches: [Stretch], _ text: String, _ inset: Double,
    _ fonts: FontLibrary
  ) -> [Line] {
    let scale = Double(PANGO_SCALE)
    let bytes = Array(text.utf8)
    let struck = StruckBytes(stretches)
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
      let (runs, strikes) = runs(of: line, bytes, struck, fonts)
      lines.append(
        Line(
          text: String(decoding: bytes[start..<end], as: UTF8.self), top: Double(logical.y) / scale,
          bottom: Double(logical.y + logical.height) / scale,
          baseline: Double(pango_layout_iter_get_baseline(iterator)) / scale,
          left: Double(logical.x) / scale + inset, width: Double(logical.width) / scale,
          runs: runs, strikes: strikes))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }
}
