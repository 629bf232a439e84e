import TamgaDomain
import TamgaTemplates

/// Labels with their values, values on lines, and whom a paper goes to.
extension BlockComposer {
  /// As wide as the widest label of rows, within limits: values stand in one column.
  func labelWidth(of rows: [FilledBlock]) -> Double {
    let widest = rows.map { block in
      fonts.text(
        [Stretch(text: block.parts[0].text, letters: Letters(.serif, style.label))],
        width: nil
      ).width
    }.max()
    return min(
      max(widest ?? 0, Measure.points(mm: labelWidths.lowerBound)),
      Measure.points(mm: labelWidths.upperBound))
  }

  /// Label and value, or two of them beside each other.
  func row(
    _ block: FilledBlock, _ labelWidth: Double, continues: Bool, _ rows: inout RowGroup
  ) throws(TypesetError) -> Box {
    let isMark = block.parts[0].count == 1 && block.parts[0][0].text.isListMark
    let labelWidth = isMark ? Measure.points(mm: Style.markWidth) : labelWidth
    let left = labelWidth + Measure.points(mm: isMark ? 0 : Style.columnGap)
    let label = try self.label(block.parts[0], labelWidth, block)
    var cells = [
      Cell(label: label, value: [], labelX: 0, x: left, width: width - left)
    ]
    if block.parts.count > 2 {
      let middle = left + (width - left) / 2
      let second = try self.label(block.parts[2], nil, block)
      let x = middle + second.width + Measure.points(mm: 2)
      cells[0].width = middle - left - Measure.points(mm: Style.columnGap)
      cells.append(Cell(label: second, value: [], labelX: middle, x: x, width: width - x))
    }
    for index in cells.indices { cells[index].value = block.parts[2 * index + 1] }
    return try row(
      cells, rows.row(columns: 2 * cells.count, isItem: isMark && cells.count == 1), block,
      continues: continues)
  }

  private struct Cell {
    let label: ShapedText
    var value: [FilledBlock.Run]
    let labelX: Double
    let x: Double
    var width: Double
  }

  private func label(
    _ runs: [FilledBlock.Run], _ width: Double?, _ block: FilledBlock
  ) throws(TypesetError) -> ShapedText {
    try shaped(
      runs, Letters(.serif, style.label), width: width, shade: Style.quiet, spacing: 1.05,
      place: block.place)
  }

  /// A value stands on its rule: beside a label of more lines it stands at the last of them, beside one
  /// of fewer at the first.
  private func row(
    _ cells: [Cell], _ elements: [Element], _ block: FilledBlock, continues: Bool
  ) throws(TypesetError) -> Box {
    var parts: [(text: ShapedText, x: Double, down: Double)] = []
    var height = 0.0
    for cell in cells {
      let value = try shaped(
        cell.value, Letters(.serifBold, style.value), width: cell.width, spacing: 1.1,
        place: block.place)
      let isLong = value.lines.count > cell.label.lines.count
      func baseline(_ text: ShapedText) -> Double {
        (isLong ? text.lines.first : text.lines.last)?.baseline ?? 0
      }
      let base = max(baseline(cell.label), baseline(value))
      for (text, x) in [(cell.label, cell.labelX), (value, cell.x)] {
        parts.append((text, x, base - baseline(text)))
        height = max(height, base - baseline(text) + text.height)
      }
    }
    var items: [Page.Item] = []
    let ruleY = height + Measure.points(mm: 0.7)
    // Pairs beside each other stand on one rule.
    for (index, part) in parts.enumerated() {
      let pair = parts[(index / 2 * 2)..<(index / 2 * 2 + 2)]
      let own = pair.map { $0.down + $0.text.height }.max() ?? height
      items.append(.open(elements[index]))
      items += part.text.items(x: part.x, y: part.down + height - own)
    }
    for cell in cells {
      items.append(
        .rule(
          x: cell.x, y: ruleY, width: cell.width, thickness: 0.4, shade: Style.hairline))
    }
    return Box(
      items: items, height: ruleY, gap: gap(continues ? 1.3 : 3.6))
  }

  /// Values centred on lines, their captions under them; two values share the row. Underscores are
  /// a line for the hand: the line itself is drawn.
  func line(_ block: FilledBlock) throws(TypesetError) -> Box {
    let pairs = stride(from: 0, to: block.parts.count, by: 2).map { index in
      (block.parts[index], index + 1 < block.parts.count ? block.parts[index + 1] : [])
    }
    let gutter = Measure.points(mm: 6)
    let column = (width - gutter * Double(pairs.count - 1)) / Double(pairs.count)
    var items: [Page.Item] = []
    var values: [ShapedText?] = []
    for (value, _) in pairs {
      values.append(
        value.isForTheHand
          ? nil
          : try shaped(
            value, Letters(.serif, style.body), value: Letters(.serifBold, style.value),
            width: column, alignment: .centre, isBalanced: true, spacing: 1.1, place: block.place))
    }
    let ruleY = (values.compactMap { $0?.height }.max() ?? style.value) + Measure.points(mm: 0.7)
    var height = ruleY
    for (index, (runs, caption)) in pairs.enumerated() {
      let x = Double(index) * (column + gutter)
      items.append(.open(Element(.paragraph, language)))
      if let value = values[index] {
        items += value.items(x: x, y: ruleY - Measure.points(mm: 0.7) - value.height)
      }
      items.append(.rule(x: x, y: ruleY, width: column, thickness: 0.4, shade: Style.hairline))
      for piece in try captions(caption, of: runs, values[index], column, block) {
        items += piece.text.items(x: x + piece.x, y: ruleY + Measure.points(mm: 0.5))
        height = max(height, ruleY + Measure.points(mm: 0.5) + piece.text.height)
      }
    }
    return Box(items: items, height: height, gap: gap(2.6))
  }

  /// A caption centred under its line; of as many captions as the line has values each under its own.
  private func captions(
    _ caption: [FilledBlock.Run], of runs: [FilledBlock.Run], _ value: ShapedText?,
    _ column: Double, _ block: FilledBlock
  ) throws(TypesetError) -> [(text: ShapedText, x: Double)] {
    guard !caption.isEmpty else { return [] }
    let letters = Letters(.serif, style.caption)
    let pieces = caption.text.bracketed
    if pieces.count > 1, let value, value.lines.count == 1 {
      let spans = value.spans(of: runs)
      if spans.count >= pieces.count {
        return try zip(pieces, spans).map { piece, span throws(TypesetError) in
          let text = try shaped(
            [.init(text: piece, isValue: false)], letters, width: nil, shade: Style.quiet,
            spacing: 1.05, place: block.place)
          return (text, value.lines[0].left + (span.lowerBound + span.upperBound - text.width) / 2)
        }
      }
    }
    let text = try shaped(
      caption, letters, width: column, alignment: .centre, shade: Style.quiet, isBalanced: true,
      spacing: 1.05, place: block.place)
    return [(text, 0)]
  }

  /// Whom a paper goes to and from whom, at the right above: each a label with its value, or a value on
  /// its line with a caption.
  func addressee(_ blocks: [FilledBlock], isFirst: Bool) throws(TypesetError) -> [Box] {
    var column = self
    column.width = Measure.points(mm: Style.addresseeWidth)
    column.labelWidths = Style.addresseeLabelWidths
    let labelled = blocks.filter { $0.parts.count > 1 && $0.parts[0].isLabel }
    let labelWidth = column.labelWidth(of: labelled)
    var boxes: [Box] = []
    var rows = RowGroup(language)
    rows.begin(labelled[...])
    for block in blocks {
      let isRow = block.parts.count > 1 && block.parts[0].isLabel
      var box =
        isRow
        ? try column.row(block, labelWidth, continues: !boxes.isEmpty, &rows)
        : try column.line(block)
      if !isRow { rows.end() }
      box.items = Box.moved(box.items, width - column.width, 0)
      boxes.append(box)
    }
    return boxes
  }
}

extension [FilledBlock.Run] {
  /// Words of the form alone; where values stand among them, they are no label of what follows.
  fileprivate var isLabel: Bool {
    !contains { $0.isValue } && contains { $0.text.contains { $0.isLetter } }
  }

  /// Nothing, or underscores: a line to write on.
  var isForTheHand: Bool { allSatisfy { $0.text.allSatisfy { $0 == "_" } } }
}

extension String {
  /// `1)`
  fileprivate var isListMark: Bool {
    utf8.count <= 3 && hasSuffix(")") && utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `(a) (b (c))` as `(a)` and `(b (c))`; empty for a text that is not made of brackets alone.
  fileprivate var bracketed: [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    for letter in self {
      if letter == "(" { depth += 1 }
      if depth == 0, letter != " " { return [] }
      if depth > 0 { piece.append(letter) }
      if letter == ")" {
        depth -= 1
        if depth == 0 {
          pieces.append(piece)
          piece = ""
        }
      }
    }
    return depth == 0 ? pieces : []
  }
}

extension ShapedText {
  /// Where the values of a text in one line stand, points from the line's left end.
  fileprivate func spans(of runs: [FilledBlock.Run]) -> [ClosedRange<Double>] {
    var spans: [ClosedRange<Double>] = []
    var start = 0
    for run in runs {
      let end = start + run.text.utf8.count
      if run.isValue { spans.append(lines[0].place(of: start)...lines[0].place(of: end)) }
      start = end
    }
    return spans
  }
}

extension ShapedText.Line {
  /// Where the letter at a byte begins, points from the line's left end; the line's end behind the last.
  fileprivate func place(of byte: Int) -> Double {
    var start = 0
    for run in runs {
      if byte < start + run.text.count {
        return run.glyphs.first { start + $0.letters.lowerBound >= byte }?.x ?? width
      }
      start += run.text.count
    }
    return width
  }
}
