import TamgaDomain
import TamgaTemplates

/// Who signs, and the room of the stamp.
extension BlockComposer {
  /// Signatures do not open a page alone.
  func signature(
    _ block: FilledBlock, afterBody: Bool, previous: BlockKind?
  ) throws(TypesetError) -> Box {
    let (items, height) = try signature(block)
    return Box(
      items: items, height: height, gap: gap(previous == .signature ? 2 : 5),
      breakBefore: afterBody ? .forbidden : .allowed)
  }

  /// Role over name at the left, a line for the hand with its caption, the date at the right.
  private func signature(_ block: FilledBlock) throws(TypesetError) -> ([Page.Item], Double) {
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
    let hasName = block.parts.count > 1
    let role = try shaped(
      block.parts[0], Letters(.serif, style.role), value: Letters(.serif, style.role),
      width: hasName ? width : leftWidth, shade: Style.quiet, spacing: 1.05, place: block.place)
    func opened(_ items: [Page.Item]) -> [Page.Item] {
      [.open(Element(.paragraph, language))] + items
    }
    var items = opened(role.items(x: 0, y: 0))
    var height = role.height
    var baseline = role.lines.last?.baseline ?? 0
    if hasName {
      let name = try shaped(
        block.parts[1], Letters(.serif, style.body), width: leftWidth, spacing: 1.1,
        place: block.place)
      let y = height + Measure.points(mm: 0.6)
      items += opened(name.items(x: 0, y: y))
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
      items += opened(caption.items(x: x, y: baseline + 2.5))
      height = max(height, baseline + 2.5 + caption.height)
    }
    if let dateText {
      items += opened(
        dateText.items(
          x: width - dateWidth, y: baseline - (dateText.lines.last?.baseline ?? 0)))
    }
    return (items, height)
  }

  /// The stamp with its room, and beside it who signs: at the left of a stamp that the form prints after
  /// the signature, at the right of one before it. What follows stands beside it too, as far as it fits.
  ///
  /// - Returns: The box, and how many blocks it holds.
  func stamped(
    _ group: StampGroup, _ labelWidth: Double, afterBody: Bool, _ rows: inout RowGroup
  ) throws(TypesetError) -> (Box, taken: Int) {
    let radius = Measure.points(mm: Style.stampRadius)
    let room = 2 * radius + Measure.points(mm: Style.stampGap)
    var column = self
    column.width = width - room
    let left = group.opens ? room : 0
    let mark = try shaped(
      group.stamp.parts[0], Letters(.serif, style.body), width: radius * 1.7, alignment: .centre,
      shade: Style.quiet, place: group.stamp.place)
    var stack: [Page.Item] = []
    var height = 0.0
    func add(_ box: Box) {
      if height > 0 { height += box.gap }
      stack += Box.moved(box.items, left, height)
      height += box.height
    }
    for block in group.before {
      let boxes = try column.compose(block, labelWidth, isFirst: true, previous: nil, &rows)
      for box in boxes { add(box) }
    }
    rows.end()
    // The words of the stamp's place stand no higher than the lowest ones beside them, so that the page
    // reads in its order.
    let firstBaseline = mark.lines.first?.baseline ?? 0
    var centre = radius
    var down = 0.0
    if let last = stack.compactMap(\.baseline).max() {
      let baseline = centre - mark.height / 2 + firstBaseline
      down = max(0, baseline - last)
      centre += max(0, last - baseline)
      stack = Box.moved(stack, 0, down)
      height += down
    }
    var items = group.opens ? [] : stack
    let markY = centre - mark.height / 2
    items.append(.open(Element(.paragraph, language)))
    items += mark.items(
      x: (group.opens ? radius : width - radius) - radius * 0.85, y: markY)
    stack = []
    var taken = group.count
    var previous: BlockKind?
    for (place, block) in zip(group.after.indices, group.after) {
      // Those that have no room here go on below.
      if block.kind == .row { rows.begin(group.after[place...]) }
      let boxes = try column.compose(
        block, labelWidth, isFirst: false, previous: previous, &rows)
      previous = block.kind
      if taken == group.count, group.opens {
        // The first stands at the height of the stamp's words.
        let first = boxes.flatMap(\.items).compactMap(\.baseline).first ?? 0
        height = markY + firstBaseline - first
        for box in boxes {
          stack += Box.moved(box.items, left, height)
          height += box.height
        }
      } else {
        let more = boxes.reduce(0) { $0 + $1.gap + $1.height }
        guard height + more <= centre + radius else { break }
        boxes.forEach(add)
      }
      taken += 1
    }
    return (
      Box(
        items: items + stack, height: max(height, centre + radius), gap: gap(1.2),
        breakBefore: afterBody ? .forbidden : .allowed, endsBlank: true), taken
    )
  }
}

/// A stamp, who signs before it, and what may stand beside it.
struct StampGroup {
  let before: ArraySlice<FilledBlock>
  let stamp: FilledBlock
  let after: ArraySlice<FilledBlock>

  /// Nil where no stamp belongs to the block at `start`.
  init?(_ blocks: [FilledBlock], from start: Int) {
    guard
      let place = blocks[start...].firstIndex(where: { !Self.signs($0) }),
      blocks[place].kind == .stamp
    else { return nil }
    before = blocks[start..<place]
    stamp = blocks[place]
    after = blocks[(place + 1)...].prefix { Self.followers.contains($0.kind) }
  }

  /// The form prints the stamp's place before who signs.
  var opens: Bool { before.isEmpty }
  /// Blocks up to the stamp and with it.
  var count: Int { before.count + 1 }

  private static let followers: Set<BlockKind> = [.row, .line, .note, .signature]

  /// A signature, or a line with a place for the hand.
  private static func signs(_ block: FilledBlock) -> Bool {
    block.kind == .signature
      || block.kind == .line && block.parts.count > 2 && block.parts[2].isForTheHand
  }
}
