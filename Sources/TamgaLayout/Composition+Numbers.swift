import TamgaDomain
import TamgaTemplates

/// The head of a page after the first of its language: it prints the paper's number.
struct PageHead {
  /// Places in the paper, from 0.
  let page: Int
  let part: Int
  /// Points.
  let height: Double
  /// How many items of the page are its own; they come first.
  let items: Int
}

extension Composition {
  /// The pages with the numbers that the paper was given in the end; nil where one of them takes other room.
  ///
  /// - Parameters:
  ///   - numbered: The same paper with them.
  ///   - first: The number of the decision's first paper, on a further one.
  func pages(of numbered: FilledDocument, first: String?) throws(TypesetError) -> [Page]? {
    guard let numbers, !isComplete, document.keepsPlacesWhenNumbered else { return nil }
    var pages = pages
    var shaped = [ShapedText?](repeating: nil, count: numbers.entries.count)
    for page in pages.indices {
      for (place, item) in pages[page].items.enumerated() {
        guard case .text(let text, let line, let x, let baseline) = item,
          let index = numbers.index(of: text)
        else { continue }
        if shaped[index] == nil {
          let entry = numbers.entries[index]
          let runs = entry.runs.map { $0.numbered(own: numbered.number, first: first) }
          let text = try entry.shape(runs)
          guard text.standsLike(entry.text) else { return nil }
          shaped[index] = text
        }
        guard let text = shaped[index] else { continue }
        pages[page].items[place] = .text(text, line: line, x: x, baseline: baseline)
      }
    }
    let composer = HeadComposer(document: numbered, fonts: fonts)
    for head in heads {
      let box = composer.continuation(numbered.parts[head.part])
      guard box.height == head.height, box.items.count == head.items else { return nil }
      pages[head.page].items.replaceSubrange(
        ..<head.items,
        with: Box.moved(box.items, Measure.points(mm: Style.margin), Measure.points(mm: Style.top)))
    }
    return pages
  }
}
