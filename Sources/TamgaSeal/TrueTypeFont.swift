/// A TrueType font as papers embed it: whole outlines of some letters (OpenType 1.9, `glyf`).
public struct TrueTypeFont: Sendable {
  /// One letter's drawing.
  public struct Glyph: Sendable {
    /// Units of the em.
    public let advance: Int
    /// Where the drawing begins, units of the em: a renderer moves the outline by it. Two's
    /// complement of 16 bits.
    public let bearing: Int
    /// Everything that makes the drawing, its hints included; empty for a space.
    public let outline: [UInt8]

    /// A drawing as the tables of a font have it.
    public init(advance: Int, bearing: Int, outline: [UInt8]) {
      self.advance = advance
      self.bearing = bearing
      self.outline = outline
    }
  }

  /// Parts of parts: the fonts of the papers have one level.
  static let depthLimit = 3
  /// Parts of a glyph: a letter with its marks has three.
  static let partLimit = 8
  /// A font with drawings of other sorts, or with two of one sort, is drawn by each renderer in its
  /// own way (OpenType 1.9, "Font Tables").
  private static let knownTables: Set = [
    "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep", "name", "post",
    "OS/2", "gasp",
  ]

  /// Into how many units the em is divided: 16 to 16,384.
  public let unitsPerEm: Int
  /// Covers what moves the points of every outline when it is drawn: `cvt `, `fpgm` and `prep`. They
  /// are empty in a font without hints.
  public let hints: [UInt8]
  let bytes: [UInt8]
  let tables: [String: Range<Int>]
  let hasLongOffsets: Bool
  private let metrics: Int
  let glyphs: Int

  /// Nil for what is no such font.
  ///
  /// - Parameter isInstalled: True for a font as it is installed, which has tables for other uses.
  public init?(_ bytes: [UInt8], isInstalled: Bool = false) {
    self.bytes = bytes
    var tables: [String: Range<Int>] = [:]
    guard Self.number(bytes, 0, 4) == 0x10000, let count = Self.number(bytes, 4, 2) else {
      return nil
    }
    for index in 0..<count {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count, let offset = Self.number(bytes, entry + 8, 4),
        let length = Self.number(bytes, entry + 12, 4), offset <= bytes.count,
        length <= bytes.count - offset
      else { return nil }
      let name = String(decoding: bytes[entry..<entry + 4], as: UTF8.self)
      guard tables[name] == nil, isInstalled || Self.knownTables.contains(name) else { return nil }
      tables[name] = offset..<offset + length
    }
    self.tables = tables
    func field(_ table: String, _ offset: Int) -> Int? {
      guard let range = tables[table], offset + 2 <= range.count else { return nil }
      return Self.number(bytes, range.lowerBound + offset, 2)
    }
    // FreeType refuses shorter tables and another magic number, and readers put another font in place.
    func has(_ table: String, atLeast count: Int) -> Bool {
      tables[table].map { $0.count >= count } ?? false
    }
    guard has("head", atLeast: 54), has("hhea", atLeast: 36), has("maxp", atLeast: 32),
      field("head", 12) == 0x5F0F, field("head", 14) == 0x3CF5,
      let unitsPerEm = field("head", 18), (16...16_384).contains(unitsPerEm),
      let format = field("head", 50), format <= 1, let glyphs = field("maxp", 4),
      let metrics = field("hhea", 34), metrics > 0
    else { return nil }
    self.unitsPerEm = unitsPerEm
    hasLongOffsets = format != 0
    self.glyphs = glyphs
    self.metrics = metrics
    hints = Self.hints { name in tables[name].map { bytes[$0] } ?? [] }
  }

  /// Two bytes of a table; nil behind its end.
  public func field(_ table: String, _ offset: Int) -> Int? {
    guard let range = tables[table], offset >= 0, offset + 2 <= range.count else { return nil }
    return number(range.lowerBound + offset, 2)
  }

  /// The ``hints`` of a font without any.
  public static let noHints = hints { _ in [] }

  private static func hints(_ content: (String) -> ArraySlice<UInt8>) -> [UInt8] {
    var sum = SHA256Sum()
    for name in ["cvt ", "fpgm", "prep"] {
      sum.add(Array(name.utf8))
      sum.add(SHA256Sum.of(Array(content(name))))
    }
    return sum.bytes
  }

  /// A letter's drawing; nil when the font has no such glyph or it is malformed.
  ///
  /// - Parameter isHinted: False for the drawing as a font has it whose hints were taken out.
  public func glyph(_ index: Int, isHinted: Bool = true) -> Glyph? {
    guard let outline = outline(index, isHinted, depth: 0), let metrics = metrics(of: index) else {
      return nil
    }
    return Glyph(advance: metrics.advance, bearing: metrics.bearing, outline: outline)
  }

  /// Units of the em; nil when the font has no such glyph.
  public func advance(of index: Int) -> Int? { metrics(of: index)?.advance }

  func metrics(of index: Int) -> (advance: Int, bearing: Int)? {
    guard (0..<glyphs).contains(index), let table = tables["hmtx"] else { return nil }
    // The last advance goes for all that follow; their bearings stand behind.
    let row = min(index, metrics - 1)
    let beyond = max(0, index - metrics + 1)
    let place = table.lowerBound + 4 * row
    let bearing = beyond == 0 ? place + 2 : table.lowerBound + 4 * metrics + 2 * (beyond - 1)
    guard place + 2 <= table.upperBound, bearing + 2 <= table.upperBound,
      let advance = number(place, 2), let side = number(bearing, 2)
    else { return nil }
    return (advance, side)
  }

  /// The glyph of a character by the one map that papers have: Unicode, of format 4.
  public func index(of scalar: UInt32) -> Int? {
    guard let range = tables["cmap"], number(range.lowerBound + 2, 2) == 1,
      number(range.lowerBound + 4, 2) == 3, number(range.lowerBound + 6, 2) == 1
    else { return nil }
    return index(of: scalar, inMapAt: range.lowerBound + 4)
  }

  /// - Parameter record: Where the map's encoding record stands.
  private func index(of scalar: UInt32, inMapAt record: Int) -> Int? {
    guard scalar <= 0xFFFF, let range = tables["cmap"], let offset = number(record + 4, 4),
      case let map = range.lowerBound &+ offset, number(map, 2) == 4,
      let doubled = number(map + 6, 2)
    else { return nil }
    for segment in stride(from: 0, to: doubled, by: 2) {
      guard let end = number(map + 14 + segment, 2) else { return nil }
      guard end >= Int(scalar) else { continue }
      return index(of: scalar, inSegment: segment, ofMapAt: map, doubled)
    }
    return nil
  }

  /// - Parameters:
  ///   - segment: Twice its number.
  ///   - doubled: Twice the count of segments.
  private func index(
    of scalar: UInt32, inSegment segment: Int, ofMapAt map: Int, _ doubled: Int
  ) -> Int? {
    let starts = map + 16 + doubled
    let deltas = starts + doubled
    let offsets = deltas + doubled
    guard let start = number(starts + segment, 2), start <= Int(scalar),
      let delta = number(deltas + segment, 2), let step = number(offsets + segment, 2)
    else { return nil }
    if step == 0 { return (Int(scalar) + delta) & 0xFFFF }
    let place = offsets + segment + step + 2 * (Int(scalar) - start)
    guard let glyph = number(place, 2), glyph != 0 else { return nil }
    return (glyph + delta) & 0xFFFF
  }

  /// All characters that the font's own Unicode map draws. For fonts as they are installed.
  public func characters() -> [(scalar: UInt32, glyph: Int)] {
    guard let range = tables["cmap"], let count = number(range.lowerBound + 2, 2) else { return [] }
    let records = (0..<count).map { range.lowerBound + 4 + 8 * $0 }
    guard let record = records.first(where: { number($0, 2) == 3 && number($0 + 2, 2) == 1 }) else {
      return []
    }
    guard let offset = number(record + 4, 4), case let map = range.lowerBound &+ offset,
      number(map, 2) == 4, let doubled = number(map + 6, 2)
    else { return [] }
    var characters: [(scalar: UInt32, glyph: Int)] = []
    var next = 1
    for segment in stride(from: 0, to: doubled, by: 2) {
      guard let end = number(map + 14 + segment, 2),
        let start = number(map + 16 + doubled + segment, 2)
      else { return [] }
      // The first segment that reaches a character decides about it.
      for scalar in max(start, next)..<max(min(end, 0xFFFE) + 1, start, next) {
        guard let glyph = index(of: UInt32(scalar), inSegment: segment, ofMapAt: map, doubled),
          glyph != 0
        else { continue }
        characters.append((UInt32(scalar), glyph))
      }
      next = max(next, end + 1)
    }
    return characters
  }

  func number(_ place: Int, _ count: Int) -> Int? { Self.number(bytes, place, count) }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    var number: UInt32 = 0
    for index in place..<place + count { number = number << 8 | UInt32(bytes[index]) }
    // Nowhere does a number of a font exceed what memory holds.
    return Int(exactly: number)
  }
}
