/// Where the lines of texts may end, by what each degree of ``ShapedText/Keeping`` keeps together.
///
/// It follows from the words alone, in which a digit is as good as any other: a paper that does not fit on a page
/// asks again in each of its densities, and titles of further papers differ in their numbers. Not to be shared
/// between threads.
final class LineEndCache {
  private struct Key: Hashable {
    /// UTF-8, 0 for every digit.
    let text: [UInt8]
    let stretches: [Part]

    struct Part: Hashable {
      let bytes: Int
      let keepsTogether: Bool
    }

    func hash(into hasher: inout Hasher) {
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// The ends of one text.
  final class Ends {
    private let text: String
    private let stretches: [Stretch]
    private let degrees: [ShapedText.Keeping]
    private var known: [[Int]?]

    fileprivate init(_ text: String, _ stretches: [Stretch]) {
      self.text = text
      self.stretches = stretches
      degrees = ShapedText.Keeping.degrees(of: text)
      known = Array(repeating: nil, count: degrees.count)
    }

    /// Those that keep anything together; the first keeps most.
    var degreesThatKeep: [Int] { degrees.indices.filter { !degrees[$0].isNothing } }

    /// - Parameter count: Letters of the text.
    func places(_ degree: Int, count: Int) -> [Int] {
      if let places = known[degree] { return places }
      let places = LineEnds.places(
        of: text, count: count, whole: degrees[degree].ranges(stretches))
      known[degree] = places
      return places
    }
  }

  /// In bytes of text.
  private let ends = TwoGenerationCache<Key, Ends>(room: 64 << 10)

  func ends(of stretches: [Stretch]) -> Ends {
    var text: [UInt8] = []
    var parts: [Key.Part] = []
    for stretch in stretches {
      let start = text.count
      text += stretch.text.utf8
      parts.append(Key.Part(bytes: text.count - start, keepsTogether: stretch.keepsTogether))
    }
    for place in text.indices where UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[place] {
      text[place] = UInt8(ascii: "0")
    }
    let key = Key(text: text, stretches: parts)
    return ends.value(key, weight: text.count + 64) {
      var start = 0
      let same = zip(stretches, parts).map { stretch, part in
        defer { start += part.bytes }
        return Stretch(
          text: String(decoding: text[start..<start + part.bytes], as: UTF8.self),
          letters: stretch.letters, keepsTogether: stretch.keepsTogether)
      }
      return Ends(String(decoding: text, as: UTF8.self), same)
    }
  }
}
