/// A short word in small letters, compared and looked up at once; empty for a long one.
///
/// Own form, because a `String` of letters outside ASCII is normalised whenever it is hashed or compared,
/// which took more than breaking the lines.
struct SmallWord: Hashable, ExpressibleByStringLiteral {
  /// Letters.
  static let longest = 12

  /// UTF-16; 0 behind the last.
  private var units = SIMD16<UInt16>()
  private(set) var count = 0

  init(_ letters: some Sequence<Unicode.Scalar>) {
    for letter in letters {
      guard count < Self.longest else {
        self = Self([])
        return
      }
      units[count] = Self.small(letter)
      count += 1
    }
  }

  init(stringLiteral word: String) { self.init(word.unicodeScalars) }

  func hash(into hasher: inout Hasher) {
    let words = unsafeBitCast(units, to: SIMD4<UInt64>.self)
    for index in 0..<3 { hasher.combine(words[index]) }
  }

  var isEmpty: Bool { count == 0 }

  subscript(place: Int) -> UInt16 { units[place] }

  func contains(_ letter: Unicode.Scalar) -> Bool {
    (0..<count).contains { units[$0] == UInt16(truncatingIfNeeded: letter.value) }
  }

  func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(units[place]) }

  /// A number and nothing else.
  var isNumber: Bool { !isEmpty && (0..<count).allSatisfy(isDigit) }

  /// `02.04.2024`
  var isDate: Bool {
    count == 10
      && (0..<count).allSatisfy { $0 == 2 || $0 == 5 ? units[$0] == 0x2E : isDigit($0) }
  }

  /// Of the letters of Kazakh and Russian; others are left as they are.
  private static func small(_ letter: Unicode.Scalar) -> UInt16 {
    switch letter.value {
    case 0x400...0x40F: UInt16(letter.value + 0x50)
    case 0x410...0x42F: UInt16(letter.value + 0x20)
    // Ғ, Қ, Ң, Ү, Ұ, Һ, Ә, Ө: the small letter follows the capital.
    case 0x48A...0x4BF, 0x4D0...0x52F: UInt16(letter.value | 1)
    default: UInt16(exactly: letter.value) ?? .max
    }
  }
}
