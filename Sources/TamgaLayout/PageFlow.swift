import TamgaDomain

/// Puts boxes onto pages, from the top.
enum PageFlow {
  /// A paper of more pages than this is refused. Records are held to ``Typesetter/recordPages``; the two
  /// above it are for a number that breaks its line another way than the provisional one did.
  static let maxPages = Typesetter.recordPages + 2

  static var tooLong: TypesetError {
    TypesetError(
      .tooLong, "pages", kk: "құжат \(maxPages) беттен асады",
      ru: "документ длиннее \(maxPages) страниц",
      en: "the paper is longer than \(maxPages) pages")
  }

  /// Breaks as late as the boxes allow; the gap above a page's first box is dropped. What belongs
  /// together is divided only when it is longer than a page, and a box only when it is higher.
  ///
  /// - Parameters:
  ///   - first: Room on the first page, points.
  ///   - later: Room on each page after it.
  static func pages(
    of boxes: [Box], first: Double, later: Double
  ) throws(TypesetError) -> [[Box]] {
    let boxes = boxes.flatMap { $0.parted(height: min(first, later)) }
    var pages: [[Box]] = []
    var start = 0
    repeat {
      guard pages.count < maxPages else { throw tooLong }
      let end = end(from: start, boxes, room: pages.isEmpty ? first : later, next: later)
      pages.append(Array(boxes[start..<end]))
      start = end
    } while start < boxes.count
    return pages
  }

  /// The box after the last one of the page that opens with `start`.
  private static func end(
    from start: Int, _ boxes: [Box], room: Double, next: Double
  ) -> Int {
    var used = 0.0
    var full = start
    while full < boxes.count {
      used += (full == start ? 0 : boxes[full].gap) + boxes[full].height
      if used > room, full > start { break }
      full += 1
    }
    guard full < boxes.count, start + 1 <= full else { return full }
    let candidates = (start + 1..<full + 1).reversed()
    if let cut = candidates.first(where: { rule(before: $0, boxes) == .allowed }),
      height(of: boxes[cut..<unitEnd(from: cut, boxes)]) <= next
    {
      return cut
    }
    return candidates.first { rule(before: $0, boxes) != .forbidden } ?? full
  }

  /// The end of what begins at `start` and belongs together.
  private static func unitEnd(from start: Int, _ boxes: [Box]) -> Int {
    (start + 1..<boxes.count).first { rule(before: $0, boxes) == .allowed } ?? boxes.count
  }

  private static func rule(before index: Int, _ boxes: [Box]) -> PageBreak {
    boxes[index - 1].keepsNext ? .forbidden : boxes[index].breakBefore
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
      items += Box.moved(box.items, x, y)
      y += box.height
    }
    return items
  }
}
