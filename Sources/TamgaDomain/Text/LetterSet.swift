/// A set of characters: those that the fonts of the papers draw.
public struct LetterSet: Hashable, Sendable {
  /// A bit for each code point below U+3000, where nearly all letters of papers are.
  private var low = [UInt64](repeating: 0, count: Self.lowEnd / 64)
  private var high: Set<UInt32> = []

  private static let lowEnd = 0x3000

  /// The set of these characters, each once.
  public init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { insert(scalar) }
  }

  /// Adds a character; one that is there already changes nothing.
  public mutating func insert(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < Self.lowEnd {
      low[Int(value) / 64] |= 1 << UInt64(value % 64)
    } else {
      high.insert(value)
    }
  }

  /// Whether a character is in the set; canonical equivalents are characters of their own.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < Self.lowEnd
      ? low[Int(value) / 64] >> UInt64(value % 64) & 1 == 1 : high.contains(value)
  }
}
