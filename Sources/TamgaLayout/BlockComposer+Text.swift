import TamgaDomain
import TamgaTemplates

/// Running text: paragraphs and lists, which flow over pages line by line.
extension BlockComposer {
  /// One box a line, so that long texts flow; first and last lines never stand alone.
  ///
  /// - Parameters:
  ///   - element: What it means; nil for a paragraph.
  ///   - inside: Whether a page may end between the other lines.
  func paragraph(
    _ runs: [FilledBlock.Run], _ block: FilledBlock, _ element: Element? = nil, gap: Double,
    indent: Double = 0, inside: PageBreak = .allowed
  ) throws(TypesetError) -> [Box] {
    let text = try shaped(
      runs, Letters(.serif, style.body), value: Letters(.serif, style.body), width: width - indent,
      spacing: 1.22, place: block.place)
    let count = text.lines.count
    let element = element ?? Element(.paragraph, language)
    return text.lines.indices.map { index in
      let line = text.lines[index]
      return Box(
        items: [
          .open(element),
          .text(
            text, line: index, x: indent, baseline: line.baseline - line.top),
        ],
        height: line.bottom - line.top, gap: index == 0 ? self.gap(gap) : 0,
        breakBefore: index == 0 ? .allowed : index > 1 && index < count - 1 ? inside : .forbidden)
    }
  }

  /// A lead-in, one item and what closes it run on; several items are numbered, and each stays
  /// whole when it fits on a page.
  func list(_ block: FilledBlock) throws(TypesetError) -> [Box] {
    let lead = block.parts.count > 1 ? block.parts[0] : []
    guard block.items.count > 1 else {
      let pieces = [lead, block.items.first ?? [], block.closing].filter { !$0.isEmpty }
      let space = [FilledBlock.Run(text: " ", isValue: false)]
      return try paragraph(Array(pieces.joined(separator: space)), block, gap: 3.4)
    }
    var boxes: [Box] = []
    if !lead.isEmpty {
      boxes += try paragraph(lead, block, gap: 3.4)
      boxes[boxes.count - 1].keepsNext = true
    }
    let indent = Measure.points(mm: 8)
    let whole = Element(.list, language)
    for (index, item) in block.items.enumerated() {
      let element = Element(.item, language, in: whole)
      var lines = try paragraph(
        item, block, Element(.body, language, in: element), gap: index == 0 ? 2 : 1.2,
        indent: indent, inside: .avoided)
      let number = try shaped(
        [.init(text: "\(index + 1))", isValue: false)], Letters(.serif, style.body), width: nil,
        place: block.place)
      lines[0].items.insert(
        contentsOf: [.open(Element(.label, language, in: element))]
          + number.items(
            x: Measure.points(mm: 1.5),
            y: (lines[0].items.compactMap(\.baseline).first ?? 0)
              - (number.lines.first?.baseline ?? 0)), at: 0)
      boxes += lines
    }
    if !block.closing.isEmpty { boxes += try paragraph(block.closing, block, gap: 2) }
    return boxes
  }
}

extension Page.Item {
  /// The baseline of a line of text.
  var baseline: Double? {
    if case .text(_, _, _, let baseline) = self { baseline } else { nil }
  }
}
