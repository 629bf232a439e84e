internal import TamgaDomain
public import TamgaOptics

/// A sealed field that a reader of pictures saw otherwise: a hint for the eye, never a verdict.
public struct PrintHint: Hashable, Sendable {
  /// The claim's name in ``ShownClaims``.
  public let claim: String
  public let sealed: String
  /// What was read in its place.
  public let read: String

  /// Percent: below it the reader itself is not sure.
  private static let sure = 80.0
  /// Words of a page that are looked at.
  private static let wordLimit = 3_000

  /// The fields that were read with confidence, and otherwise than they are sealed.
  ///
  /// A field that stands anywhere as it is sealed is no hint: one that is printed twice may be
  /// misread once.
  static func hints(in words: [ReadWord], against claims: ShownClaims) -> [PrintHint] {
    let words = words.prefix(wordLimit).map {
      (
        text: LookAlike.bare($0.text), folded: LookAlike.folded($0.text),
        sure: $0.confidence >= sure
      )
    }
    let fields: [(String, String?)] = [
      ("passport", claims.passport), ("name", claims.nameCut ? nil : claims.name),
      ("number", claims.number), ("validFrom", claims.validFrom?.printed),
      ("validUntil", claims.validUntil?.printed),
    ]
    let folds = Set(fields.compactMap { $0.1.map(LookAlike.folded) })
    return fields.compactMap { claim, sealed in
      guard let sealed else { return nil }
      let wanted = LookAlike.folded(sealed)
      let parts = sealed.split(separator: " ").count
      guard parts > 0, words.count >= parts else { return nil }
      var best: (text: String, distance: Int, isSure: Bool)?
      for start in 0...words.count - parts {
        let window = words[start..<start + parts]
        let folded = window.map(\.folded).joined()
        if folded == wanted { return nil }
        guard !folds.contains(folded) else { continue }
        // A quarter of the letters may differ; more is another text.
        let limit = min(wanted.unicodeScalars.count / 4, (best?.distance ?? .max) - 1)
        guard
          let distance = EditDistance.between(
            Array(wanted.unicodeScalars), Array(folded.unicodeScalars), limit: limit)
        else { continue }
        best = (
          window.map(\.text).joined(separator: " "), distance, window.allSatisfy(\.sure)
        )
      }
      guard let best, best.isSure else { return nil }
      return PrintHint(claim: claim, sealed: sealed, read: best.text)
    }
  }
}

/// Letters that a reader of pictures cannot tell apart.
enum LookAlike {
  private static let twins: [Character: Character] = [
    "А": "A", "В": "B", "С": "C", "Е": "E", "Ё": "E", "Н": "H", "Һ": "H", "І": "I", "Ј": "J",
    "К": "K", "Қ": "K", "М": "M", "О": "0", "O": "0", "Ө": "0", "Р": "P", "Ѕ": "S", "Т": "T",
    "Х": "X", "Ү": "Y", "Ұ": "Y", "У": "Y", "Ԛ": "Q", "З": "3", "Б": "6", "L": "1", "I": "1",
    "|": "1", "!": "1", "S": "5", "—": "-", "–": "-", "‐": "-",
  ]

  /// Capital, without what surrounds the word, and twins made one.
  static func folded(_ text: String) -> String {
    String(
      text.split(separator: " ").map { bare(String($0)) }.joined().uppercased()
        .map { twins[$0] ?? $0 }.map { twins[$0] ?? $0 })
  }

  static func bare(_ text: String) -> String {
    let punctuation: Set<Character> = [",", ".", ";", ":", "(", ")", "«", "»", "\"", "№", "|", "'"]
    var word = text[...]
    while let first = word.first, punctuation.contains(first) { word.removeFirst() }
    while let last = word.last, punctuation.contains(last) { word.removeLast() }
    return String(word)
  }
}
