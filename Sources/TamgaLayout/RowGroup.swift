import TamgaDomain

/// The table, or the list, that rows which follow each other make together: a table has rows of one width,
/// and what begins with `1)` is an item of a list.
struct RowGroup {
  private let language: Language
  private var whole: Element?
  private var columns = 0

  init(_ language: Language) { self.language = language }

  mutating func end() { whole = nil }

  /// The elements of a row: of each cell its label and its value.
  ///
  /// - Parameter columns: Labels and values.
  mutating func row(columns: Int, isItem: Bool) -> [Element] {
    let tag: Element.Tag = isItem ? .list : .table
    let group: Element
    if let whole, whole.tag == tag, self.columns == columns {
      group = whole
    } else {
      group = Element(tag, language)
    }
    whole = group
    self.columns = columns
    let row = Element(isItem ? .item : .row, language, in: group)
    return (0..<columns).map { column in
      switch (isItem, column % 2 == 0) {
      case (true, true): Element(.label, language, in: row)
      case (true, false): Element(.body, language, in: row)
      case (false, true): Element(.header, language, scope: .row, in: row)
      case (false, false): Element(.cell, language, in: row)
      }
    }
  }
}
