import TamgaDomain

/// Shaped texts of earlier papers: the words of a form stand on every paper of its kind.
///
/// A shaped text follows from its key alone, so that a paper is the same whatever came before it.
final class ShapedTextCache {
  /// Everything that the look of a text depends on; widths are points.
  struct Key: Hashable {
    let stretches: [Stretch]
    let width: Double?
    let alignment: ShapedText.Alignment
    let shade: Double
    let isBalanced: Bool
    let spacing: Double
    /// Of all of these, reckoned once: a text is looked up in several tables.
    private let hash: Int

    init(
      stretches: [Stretch], width: Double?, alignment: ShapedText.Alignment, shade: Double,
      isBalanced: Bool, spacing: Double
    ) {
      self.stretches = stretches
      self.width = width
      self.alignment = alignment
      self.shade = shade
      self.isBalanced = isBalanced
      self.spacing = spacing
      var hasher = Hasher()
      hasher.combine(stretches)
      hasher.combine(width)
      hasher.combine(spacing)
      hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// Bytes of UTF-8 and what each entry takes besides, in the same measure.
    fileprivate var weight: Int { stretches.reduce(48) { $0 + $1.text.utf8.count + 16 } }
  }

  // A shaped text takes some 25 bytes for each of its text.
  private let texts = TwoGenerationCache<Key, ShapedText>(room: 512 << 10)
  /// Asked for once so far: most are values of a paper, which would drive out the words of forms.
  private let fresh = TwoGenerationCache<Key, ShapedText>(room: 192 << 10)

  /// The text of `key`, from `make` when it is not here.
  func text(_ key: Key, make: (Key) -> ShapedText) -> ShapedText {
    let weight = key.weight
    if let text = texts.known(key, weight: weight) { return text }
    if let text = fresh.known(key, weight: weight) {
      texts.keep(text, for: key, weight: weight)
      return text
    }
    return fresh.value(key, weight: weight) { make(key) }
  }
}
