internal import TamgaSeal

/// What a page draws, as it is drawn: points from the top left, 0 is black.
enum PageInk {
  /// A letter with its pen at a place, and the points of a unit of its em.
  case glyph([[TrueTypeFont.Point]], x: Double, y: Double, unit: Double, shade: Double)
  case fill(PrintBox, shade: Double)
  /// A line of straight parts.
  case stroke([PrintPoint], thickness: Double, shade: Double)
  case symbol(PrintBox)
}
