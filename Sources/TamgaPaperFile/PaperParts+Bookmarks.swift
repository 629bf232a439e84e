internal import TamgaDomain

/// Where each language of a paper of several pages begins.
extension PaperParts {
  /// The outline (12.3.3): the page on which the first title of each language stands.
  func writeBookmarks(
    _ document: PaperElement, _ numbers: PaperNumbers, _ file: inout PDFFile
  ) -> Int? {
    var marks: [(title: String, page: Int)] = []
    for case .element(let element) in document.kids where element.tag == .heading {
      guard let language = element.language, let title = PaperElement.bookmarks[language],
        case .mark(let page, _)? = element.kids.first,
        !marks.contains(where: { $0.title == title })
      else { continue }
      marks.append((title, page))
    }
    guard !marks.isEmpty else { return nil }
    let outline = file.reserve()
    let items = marks.map { _ in file.reserve() }
    file.object(
      outline,
      .dictionary([
        ("Type", .name("Outlines")), ("First", .reference(items[0])),
        ("Last", .reference(items[items.count - 1])), ("Count", .integer(items.count)),
      ]))
    for (index, mark) in marks.enumerated() {
      var entries: [PDFDirectObject.Entry] = [
        ("Title", .text(mark.title)), ("Parent", .reference(outline)),
      ]
      if index > 0 { entries.append(("Prev", .reference(items[index - 1]))) }
      if index + 1 < items.count { entries.append(("Next", .reference(items[index + 1]))) }
      entries.append(
        ("Dest", .array([.reference(numbers.pages[mark.page]), .name("Fit")])))
      file.object(items[index], .dictionary(entries))
    }
    return outline
  }
}
