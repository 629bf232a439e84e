internal import TamgaDomain

/// The titles of a print run's cover sheet (`Templates/shared/cover.yaml`), without the spaces between words. The
/// sheet has both.
enum CoverTitle {
  private static let words = ["ІЛЕСПЕПАРАҚ", "СОПРОВОДИТЕЛЬНЫЙЛИСТ"]

  static func stands(in text: String) -> Bool {
    let printed = Array(PrintedText.words(of: text))
    return words.allSatisfy { printed.holds(Array($0)) }
  }
}

extension [Character] {
  /// Whether another text stands in this one. By hand: the search of the library is not in Embedded Swift.
  func holds(_ part: [Character]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}
