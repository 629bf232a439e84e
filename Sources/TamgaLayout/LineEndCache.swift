/// Where the lines of texts may end, by what each degree of ``ShapedText/Keeping`` keeps together: it follows from the
/// words alone, and a paper that does not fit on a page asks again in each of its densities.
///
/// Not to be shared between threads.
final class LineEndCache {
  private struct Key: Hashable {
    let text: String
    let stretches: [Part]

    struct Part: Hashable {
      let bytes: Int
      let keepsTogether: Bool
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

    /// Those that keep anything together, the first keeps most.
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

  /// - Parameter text: Of the stretches, one behind the other.
  func ends(of text: String, _ stretches: [Stretch]) -> Ends {
    let key = Key(
      text: text,
      stretches: stretches.map {
        Key.Part(bytes: $0.text.utf8.count, keepsTogether: $0.keepsTogether)
      })
    return ends.value(key, weight: text.utf8.count + 64) { Ends(text, stretches) }
  }
}
