/// Composes texts without Pango, of what Pango said of earlier ones.
///
/// Whichever of the two composes a text, it is Pango's to the last unit, so that a paper does not depend on
/// what came before it. What is not known for certain is left to Pango: letters of another kind or font, lines of
/// another height.
///
/// Own code, because the values of a paper (a name, a number, two dates) are new texts each time, and their
/// shaping was a quarter of a paper's cost.
struct TextComposer {
  private(set) var letters = LetterTables()
  private var lines = LineComposer()
  private var paragraphs = ParagraphComposer()

  /// The text as Pango would lay it out; nil where that is not certain.
  ///
  /// - Parameter plain: The pieces of the key's stretches.
  func text(_ key: ShapedTextCache.Key, _ plain: TextPieces) -> ShapedText? {
    lines.text(key, plain, letters) ?? paragraphs.text(key, plain, letters)
  }

  /// Learns what is not known of a text's letters.
  ///
  /// - Returns: Whether anything was learnt, so that the text may now be composed.
  mutating func fill(_ plain: TextPieces, _ shaper: PairShaper) -> Bool {
    letters.fill(plain, shaper)
  }

  /// Takes a text that Pango has laid out.
  ///
  /// - Parameter isCertain: Whether letters of a kind move by pairs, in this font and no other.
  mutating func learn(
    _ key: ShapedTextCache.Key, _ plain: TextPieces, _ text: ShapedText,
    isCertain: (FontFace, TextPieces.Kind) -> Bool
  ) {
    guard letters.learn(plain, text, isCertain: isCertain) else { return }
    lines.learn(key, plain, text)
    paragraphs.learn(key, plain, text)
  }
}
