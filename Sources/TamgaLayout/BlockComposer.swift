import TamgaDomain
import TamgaTemplates

/// Gives every block of one language its look.
struct BlockComposer {
  let language: Language
  let style: Style
  let fonts: FontLibrary

  var width: Double { Measure.points(mm: Style.contentWidth) }

  /// The boxes of a language's body, in the order of the form. Letterhead, mark and seal belong to
  /// the page and are left out here.
  func boxes(of blocks: [FilledBlock]) throws(TypesetError) -> [Box] {
    let labelWidth = labelWidth(of: blocks)
    var boxes: [Box] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .letterhead, .mark, .seal: break
      case .table:
        var rows: [FilledBlock] = []
        while index < blocks.count, blocks[index].kind == .table {
          rows.append(blocks[index])
          index += 1
        }
        boxes += try table(rows)
        continue
      case .signature, .stamp:
        var group = [block]
        while index + 1 < blocks.count, [.signature, .stamp].contains(blocks[index + 1].kind) {
          index += 1
          group.append(blocks[index])
        }
        boxes += try signatures(group, afterBody: !boxes.isEmpty)
      default:
        boxes += try compose(
          block, labelWidth, isFirst: boxes.isEmpty,
          previous: index > 0 ? blocks[index - 1].kind : nil)
      }
      index += 1
    }
    return boxes
  }

  private func compose(
    _ block: FilledBlock, _ labelWidth: Double, isFirst: Bool, previous: BlockKind?
  ) throws(TypesetError) -> [Box] {
    switch block.kind {
    case .title:
      return [
        try centred(
          block, .serifBold, style.title, gap: isFirst ? 0 : 5, tag: .heading, spacing: 1.1,
          keepsNext: true)
      ]
    case .subtitle:
      return [
        try centred(
          block, .serif, style.subtitle, gap: previous == .title ? 1.6 : 1, keepsNext: true)
      ]
    case .operative:
      return [try centred(block, .serifBold, style.operative, gap: 5, keepsNext: true)]
    case .term:
      return [
        try centred(block, .serif, style.term, value: .serifBold, gap: 2.6, continues: true)
      ]
    case .note:
      return [try centred(block, .serifItalic, style.note, gap: 2.2)]
    case .row: return [try row(block, labelWidth, continues: previous == .row)]
    case .line: return [try line(block)]
    case .paragraph: return try paragraph(block.parts[0], block, gap: 3.4)
    case .list: return try list(block)
    default: return []
    }
  }

  // MARK: shaping

  /// Shapes runs; values may have letters of their own. Short ones and single words keep together,
  /// or all of them: the number in a title.
  func shaped(
    _ runs: [FilledBlock.Run], _ letters: Letters, value: Letters? = nil, width: Double?,
    alignment: ShapedText.Alignment = .left, shade: Double = Style.ink, isBalanced: Bool = false,
    spacing: Double = 1.18, keepsValues: Bool = false, place: String
  ) throws(TypesetError) -> ShapedText {
    let stretches = runs.map { run in
      Stretch(
        text: run.text, letters: run.isValue ? value ?? letters : letters,
        keepsTogether: run.isValue
          && (keepsValues || run.text.count <= Style.wholeValue || !run.text.contains(" ")),
        isStruck: run.isStruck)
    }
    let text = fonts.text(
      stretches, width: width, alignment: alignment, shade: shade,
      isBalanced: isBalanced, spacing: spacing)
    if text.unknownGlyphs > 0 {
      throw TypesetError.missingGlyph(at: place)
    }
    return text
  }

  func gap(_ mm: Double) -> Double { Measure.points(mm: mm) * style.air }

  private func centred(
    _ block: FilledBlock, _ face: Face, _ size: Double, value: Face? = nil, gap: Double,
    tag: Page.Tag = .paragraph, spacing: Double = 1.15, continues: Bool = false,
    keepsNext: Bool = false
  ) throws(TypesetError) -> Box {
    let text = try shaped(
      block.parts[0], Letters(face, size), value: value.map { Letters($0, size) }, width: width,
      alignment: .centre, isBalanced: true, spacing: spacing, keepsValues: block.kind != .note,
      place: block.place)
    return Box(
      items: text.items(x: 0, y: 0), height: text.height, gap: self.gap(gap),
      breakBefore: continues ? .forbidden : .allowed, keepsNext: keepsNext, tag: tag)
  }

  // MARK: rows

  /// As wide as the widest label of the form, within limits: values stand in one column.
  private func labelWidth(of blocks: [FilledBlock]) -> Double {
    let widest = blocks.filter { $0.kind == .row }.map { block in
      fonts.text(
        [Stretch(text: block.parts[0].map(\.text).joined(), letters: Letters(.serif, style.label))],
        width: nil
      ).width
    }.max()
    return min(
      max(widest ?? 0, Measure.points(mm: Style.minLabelWidth)),
      Measure.points(mm: Style.maxLabelWidth))
  }

  private func row(
    _ block: FilledBlock, _ labelWidth: Double, continues: Bool
  ) throws(TypesetError) -> Box {
    let left = labelWidth + Measure.points(mm: Style.columnGap)
    let label = try shaped(
      block.parts[0], Letters(.serif, style.label), width: labelWidth, shade: Style.quiet,
      spacing: 1.05, place: block.place)
    let value = try shaped(
      block.parts[1], Letters(.serifBold, style.value), width: width - left, spacing: 1.1,
      place: block.place)
    // Label and value stand on one baseline.
    let firstLabel = label.lines.first?.baseline ?? 0
    let firstValue = value.lines.first?.baseline ?? 0
    let base = max(firstLabel, firstValue)
    let height = max(base - firstLabel + label.height, base - firstValue + value.height)
    var items = label.items(x: 0, y: base - firstLabel)
    items += value.items(x: left, y: base - firstValue)
    let ruleY = height + Measure.points(mm: 0.7)
    items.append(
      .rule(x: left, y: ruleY, width: width - left, thickness: 0.4, shade: Style.hairline))
    return Box(
      items: items, height: ruleY, gap: gap(continues ? 1.3 : 3.6), tag: .paragraph)
  }

  /// Values centred on lines, their captions under them; two values share the row. Underscores are
  /// a line for the hand: the line itself is drawn.
  private func line(_ block: FilledBlock) throws(TypesetError) -> Box {
    let pairs = stride(from: 0, to: block.parts.count, by: 2).map { index in
      (block.parts[index], index + 1 < block.parts.count ? block.parts[index + 1] : [])
    }
    let gutter = Measure.points(mm: 6)
    let column = (width - gutter * Double(pairs.count - 1)) / Double(pairs.count)
    var items: [Page.Item] = []
    var values: [ShapedText?] = []
    for (value, _) in pairs {
      let isBlank = value.allSatisfy { $0.text.allSatisfy { $0 == "_" } }
      values.append(
        isBlank
          ? nil
          : try shaped(
            value, Letters(.serif, style.body), value: Letters(.serifBold, style.value),
            width: column, alignment: .centre, isBalanced: true, spacing: 1.1, place: block.place))
    }
    let ruleY = (values.compactMap { $0?.height }.max() ?? style.value) + Measure.points(mm: 0.7)
    var height = ruleY
    for (index, (_, caption)) in pairs.enumerated() {
      let x = Double(index) * (column + gutter)
      if let value = values[index] {
        items += value.items(x: x, y: ruleY - Measure.points(mm: 0.7) - value.height)
      }
      items.append(.rule(x: x, y: ruleY, width: column, thickness: 0.4, shade: Style.hairline))
      guard !caption.isEmpty else { continue }
      let text = try shaped(
        caption, Letters(.serif, style.caption), width: column, alignment: .centre,
        shade: Style.quiet, spacing: 1.05, place: block.place)
      items += text.items(x: x, y: ruleY + Measure.points(mm: 0.5))
      height = max(height, ruleY + Measure.points(mm: 0.5) + text.height)
    }
    return Box(items: items, height: height, gap: gap(2.6), tag: .paragraph)
  }
}
