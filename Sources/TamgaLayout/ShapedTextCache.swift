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

    /// Bytes of UTF-8 and what each entry takes besides, in the same measure.
    fileprivate var weight: Int { stretches.reduce(48) { $0 + $1.text.utf8.count + 16 } }
  }

  /// A shaped text takes some 25 bytes for each of its text.
  private let texts = TwoGenerationCache<Key, ShapedText>(room: 384 << 10)

  /// The text of `key`, from `make` when it is not here.
  func text(_ key: Key, make: (Key) -> ShapedText) -> ShapedText {
    texts.value(key, weight: key.weight) { make(key) }
  }
}
