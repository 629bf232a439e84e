/// The glyphs of a font, as they are drawn: what tells a letter from one that only claims to be it.
///
/// A fingerprint is the first 10 bytes of SHA-256 over everything that makes the drawing, and the
/// character that it stands for. It is the same for a font file as it is installed and for any subset
/// of it, whoever made the subset, since only numbers of glyphs and padding differ there.
public struct GlyphFingerprints: Hashable, Sendable {
  /// Bytes of a fingerprint. A forger seeks any drawing that meets any of them: 2^67 trials.
  static let size = 10
  /// Fingerprints of one file: a font has 65,535 glyphs at most.
  static let countLimit = 1 << 17

  /// In rising order, one after the other.
  public let bytes: [UInt8]

  /// Nil unless the bytes are fingerprints in strictly rising order, at least one.
  public init?(encoded bytes: [UInt8]) {
    guard !bytes.isEmpty, bytes.count % Self.size == 0,
      bytes.count / Self.size <= Self.countLimit
    else { return nil }
    self.bytes = bytes
    for index in 1..<max(1, count) where !(self[index - 1] < self[index]) { return nil }
  }

  private init(_ prints: some Sequence<GlyphPrint>) {
    var bytes: [UInt8] = []
    for print in Set(prints).sorted() {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: print.high >> (56 - 8 * shift))) }
      bytes += [UInt8(print.low >> 8), UInt8(truncatingIfNeeded: print.low)]
    }
    self.bytes = bytes
  }

  /// How many fingerprints these are.
  public var count: Int { bytes.count / Self.size }

  /// The fingerprints of all characters that a font file has, as subsets without hints draw them.
  ///
  /// - Parameter withHints: Also as subsets draw them that keep the hints of the file.
  /// - Returns: Nil for a font that papers cannot be in: other outlines than those of TrueType, a
  ///   malformed glyph, or no character at all.
  public init?(of font: TrueTypeFont, withHints: Bool = false) {
    var prints: [GlyphPrint] = []
    for (number, index) in font.characters() {
      guard let scalar = Unicode.Scalar(number) else { continue }
      for isHinted in withHints ? [false, true] : [false] {
        guard let glyph = font.glyph(index, isHinted: isHinted) else { return nil }
        // A blank draws nothing.
        guard !glyph.outline.isEmpty else { continue }
        prints.append(
          GlyphPrint(glyph, font.unitsPerEm, isHinted ? font.hints : TrueTypeFont.noHints, scalar))
      }
    }
    guard !prints.isEmpty, prints.count <= Self.countLimit else { return nil }
    self.init(prints)
  }

  /// Whether a drawing is that of a character.
  public func holds(
    _ glyph: TrueTypeFont.Glyph, of font: TrueTypeFont, as scalar: Unicode.Scalar
  ) -> Bool {
    Self.prints(glyph, of: font, as: scalar).contains(where: contains)
  }

  /// The fingerprints that a drawing may have to be that of a character: mostly one.
  static func prints(
    _ glyph: TrueTypeFont.Glyph, of font: TrueTypeFont, as scalar: Unicode.Scalar
  ) -> [GlyphPrint] {
    ([scalar] + drawnAlike(scalar)).map { GlyphPrint(glyph, font.unitsPerEm, font.hints, $0) }
  }

  func contains(_ wanted: GlyphPrint) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let print = self[middle]
      if print == wanted { return true }
      if print < wanted { low = middle + 1 } else { high = middle }
    }
    return false
  }

  private subscript(_ index: Int) -> GlyphPrint { GlyphPrint(bytes, at: index * Self.size) }

  /// Characters in whose drawing a shaper shows one that the font lacks.
  private static func drawnAlike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xAD, 0x2010, 0x2011: ["\u{2D}", "\u{2010}"]
    default: []
    }
  }
}

/// One fingerprint.
struct GlyphPrint: Hashable, Comparable {
  let high: UInt64
  let low: UInt16

  init(_ bytes: [UInt8], at place: Int) {
    var high: UInt64 = 0
    for index in place..<place + 8 { high = high << 8 | UInt64(bytes[index]) }
    self.high = high
    low = UInt16(bytes[place + 8]) << 8 | UInt16(bytes[place + 9])
  }

  init(
    _ glyph: TrueTypeFont.Glyph, _ unitsPerEm: Int, _ hints: [UInt8], _ scalar: Unicode.Scalar
  ) {
    var text = hints
    text.reserveCapacity(hints.count + 16 + glyph.outline.count)
    for number in [
      UInt32(unitsPerEm), UInt32(glyph.advance), UInt32(glyph.bearing), scalar.value,
    ] {
      for shift in 0..<4 { text.append(UInt8(truncatingIfNeeded: number >> (24 - 8 * shift))) }
    }
    text += glyph.outline
    self.init(SHA256Sum.of(text), at: 0)
  }

  static func < (one: GlyphPrint, other: GlyphPrint) -> Bool {
    one.high == other.high ? one.low < other.low : one.high < other.high
  }
}
