import TamgaDomain
import TamgaTemplates

/// Tables: columns as wide as what stands in them.
extension BlockComposer {
  /// The first row is a head, and so is every row without a place for a value: a head stays with what
  /// follows. A head under values opens a table with columns of its own; all of them stay on one page
  /// where it holds them.
  func table(_ rows: [FilledBlock]) throws(TypesetError) -> [Box] {
    var boxes: [Box] = []
    var columns: [Double] = []
    var whole = Element(.table, language)
    for (index, row) in rows.enumerated() {
      let isHead = index == 0 || !row.hasPlaces
      // Under the names of the columns their numbers may stand: of such heads the first is bold.
      let opens = index == 0 || isHead && rows[index - 1].hasPlaces
      if opens || columns.count != row.parts.count {
        let end = rows[(index + 1)...].indices.first {
          rows[$0].parts.count != row.parts.count || !rows[$0].hasPlaces && rows[$0 - 1].hasPlaces
        }
        columns = try widths(of: Array(rows[index..<(end ?? rows.count)]))
        whole = Element(.table, language)
      }
      let padding = Measure.points(mm: 1.2)
      var items: [Page.Item] = []
      var height = 0.0
      var x = 0.0
      let element = Element(.row, language, in: whole)
      for (cell, column) in zip(row.parts, columns) {
        let text = try shaped(
          cell, letters(isHead: isHead), value: Letters(.serifBold, style.label),
          width: column - Self.cellGap, shade: isHead ? Style.quiet : Style.ink, spacing: 1.05,
          place: row.place)
        items.append(
          .open(
            isHead
              ? Element(.header, language, scope: .column, in: element)
              : Element(.cell, language, in: element)))
        items += text.items(x: x, y: padding)
        x += column
        height = max(height, text.height + 2 * padding)
      }
      items.append(
        .rule(
          x: 0, y: height, width: width, thickness: opens ? 0.8 : 0.4, shade: Style.hairline))
      boxes.append(
        Box(
          items: items, height: height, gap: index == 0 ? gap(3.4) : 0,
          breakBefore: index == 0 ? .allowed : .avoided,
          keepsNext: isHead && index + 1 < rows.count))
    }
    return boxes
  }

  /// Between the words of one column and the next, points.
  private static var cellGap: Double { Measure.points(mm: 3) }

  private func letters(isHead: Bool) -> Letters {
    Letters(.serif, isHead ? max(Style.smallest, style.label - 1) : style.label)
  }

  /// Each column has room for its longest word, and of the rest a share by how much it holds.
  private func widths(of rows: [FilledBlock]) throws(TypesetError) -> [Double] {
    let count = rows[0].parts.count
    var least = [Double](repeating: 0, count: count)
    var whole = [Double](repeating: 0, count: count)
    for (index, row) in rows.enumerated() {
      let isHead = index == 0 || !row.hasPlaces
      for (column, cell) in row.parts.enumerated() {
        let face: Face = isHead ? .serif : .serifBold
        let letters = Letters(face, self.letters(isHead: isHead).size)
        func width(_ text: String) -> Double {
          fonts.text([Stretch(text: text, letters: letters)], width: nil).width
        }
        let text = cell.text
        // Texts without end get no more room than a long sentence.
        let start = String(text.prefix(Self.measured))
        whole[column] = max(whole[column], width(start) + Self.cellGap)
        // «№ р/р» is one word.
        let words = start.count <= 6 ? [start] : start.split(separator: " ").map(String.init)
        for word in words {
          least[column] = max(least[column], width(word) + Self.cellGap)
        }
      }
    }
    let limit = self.width / Double(count) * 1.6
    least = least.map { min($0, limit) }
    whole = zip(whole, least).map { max($0, $1) }
    let room = self.width - least.reduce(0, +)
    guard room > 0 else {
      return [Double](repeating: self.width / Double(count), count: count)
    }
    let wanted = zip(whole, least).map { $0 - $1 }
    let sum = wanted.reduce(0, +)
    guard sum > room else {
      // Everything has room: what is left goes to all but a column of marks.
      let left = (room - sum) / whole.reduce(0, +)
      return whole.map { $0 + $0 * left }
    }
    return zip(least, wanted).map { $0 + $1 * room / sum }
  }

  /// Characters of a cell by which its column is measured.
  private static let measured = 160
}
