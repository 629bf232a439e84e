import TamgaDomain

/// Two-generation cache of shaped text; entries unused for one generation are evicted.
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

  /// The most that either half holds; a shaped text takes some 25 bytes for each.
  private static let room = 384 << 10

  private var recent: [Key: ShapedText] = [:]
  private var former: [Key: ShapedText] = [:]
  private var weight = 0

  /// The text of `key`, from `make` when it is not here.
  func text(_ key: Key, make: (Key) -> ShapedText) -> ShapedText {
    if let text = recent[key] { return text }
    let text = former[key] ?? make(key)
    let weight = key.weight
    guard weight < Self.room / 8 else { return text }
    if self.weight + weight > Self.room {
      former = recent
      recent.removeAll(keepingCapacity: true)
      self.weight = 0
    }
    recent[key] = text
    self.weight += weight
    return text
  }
}
