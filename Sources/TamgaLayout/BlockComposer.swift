import TamgaDomain
import TamgaTemplates

/// Gives every block of one language its look.
struct BlockComposer {
  let language: Language
  let style: Style
  let fonts: FontLibrary
  /// Takes the texts that print a number.
  var numbers: NumberedTexts?
  /// Of the column, points.
  var width = Measure.points(mm: Style.contentWidth)
  /// The narrowest and the widest column of labels, millimetres.
  var labelWidths = Style.minLabelWidth...Style.maxLabelWidth

  /// The boxes of a language's body, in the order of the form. Letterhead, mark and seal belong to
  /// the page and are left out here.
  func boxes(of blocks: [FilledBlock]) throws(TypesetError) -> [Box] {
    let labelWidth = labelWidth(of: blocks.filter { $0.kind == .row })
    var boxes: [Box] = []
    // Rows that follow each other are one table.
    var rows = RowGroup(language)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .letterhead, .mark, .seal: break
      case .table:
        rows.end()
        let rows = Self.run(of: blocks, from: index) { $0.kind == .table }
        boxes += try table(rows)
        index += rows.count
        continue
      case .addressee:
        rows.end()
        let rows = Self.run(of: blocks, from: index) { $0.kind == .addressee }
        boxes += try addressee(rows, isFirst: boxes.isEmpty)
        index += rows.count
        continue
      case .signature, .stamp, .line:
        rows.end()
        if let group = StampGroup(blocks, from: index) {
          let (box, taken) = try stamped(
            group, labelWidth, afterBody: !boxes.isEmpty, &rows)
          boxes.append(box)
          index += taken
          continue
        }
        fallthrough
      default:
        if block.kind == .row { rows.begin(blocks[index...]) }
        boxes += try compose(
          block, labelWidth, isFirst: boxes.isEmpty,
          previous: index > 0 ? blocks[index - 1].kind : nil, &rows)
        if index + 1 < blocks.count, block.introduces(blocks[index + 1]), !boxes.isEmpty {
          boxes[boxes.count - 1].keepsNext = true
        }
      }
      index += 1
    }
    return boxes
  }

  /// The blocks of one sort that follow each other.
  private static func run(
    of blocks: [FilledBlock], from start: Int, _ isOne: (FilledBlock) -> Bool
  ) -> [FilledBlock] {
    Array(blocks[start...].prefix(while: isOne))
  }

  func compose(
    _ block: FilledBlock, _ labelWidth: Double, isFirst: Bool, previous: BlockKind?,
    _ rows: inout RowGroup
  ) throws(TypesetError) -> [Box] {
    if block.kind != .row { rows.end() }
    switch block.kind {
    case .title:
      return [
        try centred(
          block, .serifBold, style.title, gap: isFirst ? 0 : max(5, 3 / style.air), tag: .heading,
          spacing: 1.1,
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
    case .row: return [try row(block, labelWidth, continues: previous == .row, &rows)]
    case .line: return [try line(block)]
    case .paragraph: return try paragraph(block.parts[0], block, gap: 3.4)
    case .list: return try list(block)
    case .signature: return [try signature(block, afterBody: !isFirst, previous: previous)]
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
          && (keepsValues || !run.text.utf8.contains(UInt8(ascii: " "))
            || run.text.hasAtMost(Style.wholeValue)),
        isStruck: run.isStruck)
    }
    let text = fonts.text(
      stretches, width: width, alignment: alignment, shade: shade,
      isBalanced: isBalanced, spacing: spacing)
    if text.unknownGlyphs > 0 {
      throw TypesetError.missingGlyph(at: place)
    }
    if let numbers, runs.contains(where: { $0.number != nil }) {
      // Another number, or a value of the record, may be the same words.
      let text = ShapedText(likewise: text)
      var composer = self
      composer.numbers = nil
      numbers.add(
        NumberedTexts.Entry(text: text, runs: runs) { [composer] runs throws(TypesetError) in
          try composer.shaped(
            runs, letters, value: value, width: width, alignment: alignment, shade: shade,
            isBalanced: isBalanced, spacing: spacing, keepsValues: keepsValues, place: place)
        })
      return text
    }
    return text
  }

  func gap(_ mm: Double) -> Double { Measure.points(mm: mm) * style.air }

  private func centred(
    _ block: FilledBlock, _ face: Face, _ size: Double, value: Face? = nil, gap: Double,
    tag: StructureTag = .paragraph, spacing: Double = 1.15, continues: Bool = false,
    keepsNext: Bool = false
  ) throws(TypesetError) -> Box {
    let text = try shaped(
      block.parts[0], Letters(face, size), value: value.map { Letters($0, size) }, width: width,
      alignment: .centre, isBalanced: true, spacing: spacing, keepsValues: block.kind != .note,
      place: block.place)
    return Box(
      items: [.open(Element(tag, language))] + text.items(x: 0, y: 0), height: text.height,
      gap: self.gap(gap), breakBefore: continues ? .forbidden : .allowed, keepsNext: keepsNext)
  }
}

extension String {
  /// Whether it has no more characters, without counting those of a long text.
  fileprivate func hasAtMost(_ count: Int) -> Bool {
    utf8.count <= count || index(startIndex, offsetBy: count + 1, limitedBy: endIndex) == nil
  }
}

extension FilledBlock {
  /// Whether the next block is what this one announces: no page ends between them.
  fileprivate func introduces(_ next: FilledBlock) -> Bool {
    guard kind == .paragraph else { return false }
    return next.kind == .line || parts[0].last?.text.hasSuffix(":") ?? false
  }
}
