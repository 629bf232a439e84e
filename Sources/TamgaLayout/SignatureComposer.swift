import TamgaDomain
import TamgaTemplates

/// Signatures, the place of the stamp, and tables.
extension BlockComposer {
  /// Signature and stamp stand side by side and are never divided; they do not open a page alone.
  func signatures(_ group: [FilledBlock], afterBody: Bool) throws(TypesetError) -> [Box] {
    let width = Measure.points(mm: Style.contentWidth)
    var items: [Page.Item] = []
    var height = 0.0
    for block in group where block.kind == .signature {
      if height > 0 { height += Measure.points(mm: 2) }
      let (more, depth) = try signature(block, width)
      items += Box.moved(more, 0, height)
      height += depth
    }
    for block in group where block.kind == .stamp {
      let text = try shaped(
        block.parts[0], Letters(.serif, style.body), width: nil, shade: Style.quiet,
        place: block.place)
      let hasSignature = items.isEmpty == false
      let y = hasSignature ? height + Measure.points(mm: 1.5) : 0
      items += text.items(x: Measure.points(mm: stampLeft), y: y)
      height = y + text.height
    }
    return [
      Box(
        items: items, height: height, gap: gap(5), breakBefore: afterBody ? .forbidden : .allowed,
        tag: .paragraph)
    ]
  }

  /// The stamp is about 40 mm wide: its centre stays clear of names and of the code.
  private var stampLeft: Double { 82 }

  /// Role over name at the left, a line for the hand with its caption, the date at the right.
  private func signature(
    _ block: FilledBlock, _ width: Double
  ) throws(TypesetError) -> ([Page.Item], Double) {
    let others = block.parts.dropFirst(2)
    let hand = others.first { $0.first?.text.hasPrefix("(") ?? false }
    let date = others.first { !($0.first?.text.hasPrefix("(") ?? true) }
    let dateText = try date.map { runs throws(TypesetError) in
      try shaped(
        runs, Letters(.serif, style.body), width: nil, spacing: 1.1, place: block.place)
    }
    let dateWidth = dateText?.width ?? 0
    let handWidth = hand == nil ? 0 : Measure.points(mm: 36)
    let leftWidth = width - dateWidth - handWidth - Measure.points(mm: 4)
    let role = try shaped(
      block.parts[0], Letters(.serif, style.role), value: Letters(.serif, style.role),
      width: leftWidth, shade: Style.quiet, spacing: 1.05, place: block.place)
    var items = role.items(x: 0, y: 0)
    var height = role.height
    var baseline = role.lines.last?.baseline ?? 0
    if block.parts.count > 1 {
      let name = try shaped(
        block.parts[1], Letters(.serif, style.body), width: leftWidth, spacing: 1.1,
        place: block.place)
      let y = height + Measure.points(mm: 0.6)
      items += name.items(x: 0, y: y)
      baseline = y + (name.lines.last?.baseline ?? 0)
      height = y + name.height
    }
    if let hand {
      let x = leftWidth + Measure.points(mm: 2)
      items.append(
        .rule(x: x, y: baseline + 1.5, width: handWidth, thickness: 0.5, shade: Style.quiet))
      let caption = try shaped(
        hand, Letters(.serif, style.caption), width: handWidth, alignment: .centre,
        shade: Style.quiet, place: block.place)
      items += caption.items(x: x, y: baseline + 2.5)
      height = max(height, baseline + 2.5 + caption.height)
    }
    if let dateText {
      items += dateText.items(
        x: width - dateWidth, y: baseline - (dateText.lines.last?.baseline ?? 0))
    }
    return (items, height)
  }

  /// Rows of equal columns. The first row is a head, and so is every row without a place for a value:
  /// a head stays with what follows.
  func table(_ rows: [FilledBlock]) throws(TypesetError) -> [Box] {
    let width = Measure.points(mm: Style.contentWidth)
    var boxes: [Box] = []
    for (index, row) in rows.enumerated() {
      let column = width / Double(row.parts.count)
      let isHead = index == 0 || !row.hasPlaces
      // Under the names of the columns their numbers may stand: of such heads the first is bold.
      let opens = index == 0 || isHead && rows[index - 1].hasPlaces
      let padding = Measure.points(mm: 1.2)
      var items: [Page.Item] = []
      var height = 0.0
      for (place, cell) in row.parts.enumerated() {
        let text = try shaped(
          cell, Letters(opens ? .serifBold : .serif, style.label), width: column - padding,
          spacing: 1.05, place: row.place)
        items += text.items(x: Double(place) * column, y: padding)
        height = max(height, text.height + 2 * padding)
      }
      items.append(
        .rule(
          x: 0, y: height, width: width, thickness: opens ? 0.8 : 0.4, shade: Style.hairline))
      boxes.append(
        Box(
          items: items, height: height, gap: index == 0 ? gap(3.4) : 0,
          breakBefore: .allowed, keepsNext: isHead && index + 1 < rows.count, tag: .paragraph))
    }
    return boxes
  }
}
