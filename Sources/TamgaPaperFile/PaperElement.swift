package import TamgaDomain

/// An element of the structure of a file (ISO 32000-1, 14.7.2): what a part of the pages means.
package struct PaperElement: Hashable {
  /// What stands in an element, in the order of reading.
  package enum Kid: Hashable {
    case element(PaperElement)
    /// The content of a mark, from 0, on a page, from 0.
    case mark(page: Int, number: Int)
  }

  package let tag: StructureTag
  /// `kk`, `ru` or `en`; nil where it is that of the element around it.
  package let language: String?
  /// What is said in place of a picture.
  package let alternative: String?
  package let scope: HeaderScope?
  /// How many columns a cell takes (14.8.5.7); nil for one.
  package let span: Int?
  package var kids: [Kid]

  package init(
    _ tag: StructureTag, language: String? = nil, alternative: String? = nil,
    scope: HeaderScope? = nil,
    span: Int? = nil, kids: [Kid]
  ) {
    self.tag = tag
    self.language = language
    self.alternative = alternative
    self.scope = scope
    self.span = span
    self.kids = kids
  }

  /// The types by the marks of each page; nil where a mark is missing, or named twice.
  ///
  /// - Parameter pages: How many there are.
  package func tags(pages: Int) -> [[String]]? {
    var tags = [[Int: String]](repeating: [:], count: pages)
    guard gather(into: &tags) else { return nil }
    var lists: [[String]] = []
    for marks in tags {
      var list: [String] = []
      for number in 0..<marks.count {
        guard let tag = marks[number] else { return nil }
        list.append(tag)
      }
      lists.append(list)
    }
    return lists
  }

  /// Every mark in the element, in the order of reading.
  package func forEachMark(_ take: (_ page: Int, _ number: Int) -> Void) {
    for kid in kids {
      switch kid {
      case .element(let element): element.forEachMark(take)
      case .mark(let page, let number): take(page, number)
      }
    }
  }

  private func gather(into tags: inout [[Int: String]]) -> Bool {
    kids.allSatisfy { kid in
      switch kid {
      case .element(let element): element.gather(into: &tags)
      case .mark(let page, let number):
        tags.indices.contains(page)
          && tags[page].updateValue(tag.rawValue, forKey: number) == nil
      }
    }
  }
}
