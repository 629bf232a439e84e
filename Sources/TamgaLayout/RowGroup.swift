import TamgaDomain
import TamgaTemplates

/// The table, or the list, that rows which follow each other make together: a value that stands alone in its row
/// takes the columns of the pairs in others, and what begins with `1)` is an item of a list.
struct RowGroup {
  private let language: Language
  private var whole: Element?
  private var columns = 0

  init(_ language: Language) { self.language = language }

  mutating func end() { whole = nil }

  /// Begins a table unless one goes on.
  ///
  /// - Parameter blocks: Its rows, and what follows.
  mutating func begin(_ blocks: ArraySlice<FilledBlock>) {
    guard whole == nil else { return }
    let kind = blocks.first?.kind
    columns = blocks.prefix { $0.kind == kind }.map(\.parts.count).max() ?? 2
  }

  /// The elements of a row: of each cell its label and its value.
  ///
  /// - Parameter columns: Labels and values.
  mutating func row(columns: Int, isItem: Bool) -> [Element] {
    let tag: StructureTag = isItem ? .list : .table
    let group: Element
    if let whole, whole.tag == tag {
      group = whole
    } else {
      group = Element(tag, language)
    }
    whole = group
    let span = max(1, self.columns - columns + 1)
    let row = Element(isItem ? .item : .row, language, in: group)
    return (0..<columns).map { column in
      switch (isItem, column % 2 == 0) {
      case (true, true): Element(.label, language, in: row)
      case (true, false): Element(.body, language, in: row)
      case (false, true): Element(.header, language, scope: .row, in: row)
      case (false, false):
        Element(.cell, language, span: column == columns - 1 ? span : 1, in: row)
      }
    }
  }
}
