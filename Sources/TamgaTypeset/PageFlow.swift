import TamgaDomain

/// Puts boxes onto pages of one height, from the top.
enum PageFlow {
  /// A paper of more pages than this is refused: no lawful record comes near it.
  static let maxPages = 40

  /// Breaks before the last box that allows it; the gap above a page's first box is dropped.
  ///
  /// - Returns: The items of each page and how far each is filled, points from the body's top.
  static func pages(
    of boxes: [Box], height: Double
  ) throws(TypesetError) -> [(boxes: [Box], height: Double)] {
    var pages: [[Box]] = []
    var page: [Box] = []
    var used = 0.0
    for box in boxes {
      let need = (page.isEmpty ? 0 : box.gap) + box.height
      if used + need > height, !page.isEmpty {
        // The break goes back to the last place that allows one, unless that is the page's head.
        var rest: [Box] = []
        if !box.mayBreakBefore {
          var cut = page.count - 1
          while cut > 0, !page[cut].mayBreakBefore { cut -= 1 }
          if cut > 0 {
            rest = Array(page[cut...])
            page.removeSubrange(cut...)
          }
        }
        pages.append(page)
        page = rest
        used = Self.height(of: page)
        page.append(box)
        used += (page.count > 1 ? box.gap : 0) + box.height
      } else {
        page.append(box)
        used += need
      }
      guard pages.count < maxPages else {
        throw TypesetError(
          .tooLong, "", kk: "құжат \(maxPages) беттен асады",
          ru: "бумага длиннее \(maxPages) страниц",
          en: "the paper is longer than \(maxPages) pages")
      }
    }
    if !page.isEmpty || pages.isEmpty { pages.append(page) }
    return pages.map { ($0, Self.height(of: $0)) }
  }

  /// The height of boxes that stand together, without the gap above the first.
  static func height(of boxes: some Collection<Box>) -> Double {
    var height = 0.0
    for (index, box) in boxes.enumerated() { height += box.height + (index == 0 ? 0 : box.gap) }
    return height
  }

  /// Items of boxes placed from `x`, `y` downwards.
  static func items(of boxes: [Box], x: Double, y: Double) -> [Page.Item] {
    var items: [Page.Item] = []
    var y = y
    for (index, box) in boxes.enumerated() {
      if index > 0 { y += box.gap }
      if let tag = box.tag { items.append(.open(tag)) }
      items += Box.moved(box.items, x, y)
      if let tag = box.tag { items.append(.close(tag)) }
      y += box.height
    }
    return items
  }
}
