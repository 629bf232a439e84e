/// Glyphs of one font file.
struct GlyphSet: Hashable {
  private var words: [UInt64] = []

  init() {}

  init(_ glyphs: some Collection<UInt16>) {
    guard let last = glyphs.max() else { return }
    words = Array(repeating: 0, count: Int(last) / 64 + 1)
    for glyph in glyphs { words[Int(glyph) / 64] |= 1 << UInt64(glyph % 64) }
  }

  mutating func insert(_ glyph: UInt16) {
    let word = Int(glyph) / 64
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(glyph % 64)
  }

  mutating func formUnion(_ other: GlyphSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many glyphs are in both.
  func countShared(with other: GlyphSet) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }

  func contains(_ glyph: UInt16) -> Bool {
    let word = Int(glyph) / 64
    return word < words.count && words[word] >> UInt64(glyph % 64) & 1 == 1
  }

  /// In ascending order.
  var glyphs: [UInt16] {
    var glyphs: [UInt16] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        glyphs.append(UInt16(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return glyphs
  }

  /// Six capitals that tell this subset of a font from another (ISO 32000-1, 9.6.4).
  var tag: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for glyph in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01b3 }
    return String(
      String.UnicodeScalarView(
        (0..<6).map { _ in
          defer { hash /= 26 }
          return Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26))
        }))
  }
}
