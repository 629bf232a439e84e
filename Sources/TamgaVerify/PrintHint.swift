internal import TamgaDomain

/// A sealed field that a reader of pictures saw otherwise: a hint for the eye, never a verdict.
public struct PrintHint: Hashable, Sendable {
  /// The claim's name in ``ShownClaims``.
  public let claim: String
  /// What the seal says.
  public let sealed: String
  /// What was read in its place.
  public let read: String

  /// Percent: below it the reader itself is not sure.
  private static let sure = 85.0
  /// Words of a page that are looked at.
  private static let wordLimit = 3_000
  /// Figures that may differ; with more it is another number.
  private static let figures = 2

  /// The fields that were read with confidence, and otherwise than they are sealed.
  ///
  /// A field that stands anywhere as it is sealed is no hint: one that is printed twice may be
  /// misread once. Of numbers and days only the figures are compared, because a reader of three
  /// alphabets takes letters for their twins; of names only those read in the alphabet of the seal.
  static func hints(in words: [ReadWord], against claims: ShownClaims) -> [PrintHint] {
    let words = words.prefix(wordLimit)
    let numbers: [(String, String?)] = [
      ("passport", claims.passport), ("number", claims.number),
      ("validFrom", claims.validFrom?.printed), ("validUntil", claims.validUntil?.printed),
    ]
    let sealed = Set(numbers.compactMap { $0.1.map(ReadText.figures) })
    var hints: [PrintHint] = []
    for (claim, value) in numbers {
      guard let value, let read = otherNumber(value, words, besides: sealed) else { continue }
      hints.append(PrintHint(claim: claim, sealed: value, read: read))
    }
    if let name = claims.name, !claims.nameCut, let read = otherName(name, words) {
      hints.append(PrintHint(claim: "name", sealed: name, read: read))
    }
    return hints
  }

  private static func otherNumber(
    _ sealed: String, _ words: ArraySlice<ReadWord>, besides others: Set<String>
  ) -> String? {
    let wanted = ReadText.figures(sealed)
    guard wanted.count >= 5 else { return nil }
    var best: (text: String, distance: Int)?
    for word in words {
      let text = ReadText.bare(word.text)
      let found = ReadText.figures(text)
      if found == wanted { return nil }
      guard word.confidence >= sure, found.count == wanted.count, !others.contains(found),
        text.count == sealed.count
      else { continue }
      let distance = zip(found, wanted).count { $0 != $1 }
      if distance <= min(figures, (best?.distance ?? .max) - 1) { best = (text, distance) }
    }
    return best?.text
  }

  private static func otherName(_ sealed: String, _ words: ArraySlice<ReadWord>) -> String? {
    let wanted = Array(ReadText.letters(sealed).unicodeScalars)
    let parts = sealed.split(separator: " ").count
    let list = Array(words)
    guard wanted.count >= 5, list.count >= parts else { return nil }
    var best: (text: String, distance: Int)?
    for start in 0...list.count - parts {
      let window = list[start..<start + parts]
      let text = window.map { ReadText.bare($0.text) }.joined(separator: " ")
      let found = Array(ReadText.letters(text).unicodeScalars)
      if found == wanted { return nil }
      guard window.allSatisfy({ $0.confidence >= sure }),
        ReadText.alphabets(text) == ReadText.alphabets(sealed)
      else { continue }
      // A quarter of the letters may differ; more is another name.
      let limit = min(wanted.count / 4, (best?.distance ?? .max) - 1)
      if let distance = EditDistance.between(wanted, found, limit: limit) {
        best = (text, distance)
      }
    }
    return best?.text
  }
}

/// Normalises texts for comparison with what OCR gives.
enum ReadText {
  /// The figures of a text.
  static func figures(_ text: String) -> String {
    String(text.filter { $0.isASCII && $0.isNumber })
  }

  /// The letters of a text as capitals without marks above and below: readers lose those.
  static func letters(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in PrintedText.decomposed(text.uppercased())
    where scalar.properties.isAlphabetic { letters.append(scalar) }
    return String(letters)
  }

  enum Alphabet: Hashable { case latin, cyrillic, other }

  static func alphabets(_ text: String) -> Set<Alphabet> {
    Set(
      letters(text).unicodeScalars.map {
        switch $0.value {
        case 0x41...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        default: .other
        }
      })
  }

  /// A word without the punctuation around it.
  static func bare(_ text: String) -> String {
    let punctuation: Set<Character> = [",", ".", ";", ":", "(", ")", "«", "»", "\"", "№", "|", "'"]
    var word = text[...]
    while let first = word.first, punctuation.contains(first) { word.removeFirst() }
    while let last = word.last, punctuation.contains(last) { word.removeLast() }
    return String(word)
  }
}
