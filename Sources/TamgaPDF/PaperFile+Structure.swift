import TamgaDomain
import TamgaLayout

/// What a file says of itself: its structure and its makers.
extension PaperFile {
  /// The elements in the order of reading, below one document (ISO 32000-1, 14.7), and which of them
  /// each mark of a page belongs to.
  static func writeStructure(
    _ tags: [[Page.Tag]], pages: [Int], root: Int, document: Int, _ file: inout PDFFile
  ) {
    var elements: [[Int]] = []
    for (page, tags) in zip(pages, tags) {
      elements.append(
        tags.enumerated().map { mark, tag in
          let number = file.reserve()
          file.object(
            number,
            .dictionary([
              ("Type", .name("StructElem")), ("S", .name(tag.rawValue)),
              ("P", .reference(document)), ("Pg", .reference(page)), ("K", .integer(mark)),
            ]))
          return number
        })
    }
    let parents = file.reserve()
    file.object(
      parents,
      .dictionary([
        (
          "Nums",
          .array(
            elements.enumerated().flatMap { page, elements in
              [.integer(page), .array(elements.map(PDFValue.reference))]
            })
        )
      ]))
    file.object(
      document,
      .dictionary([
        ("Type", .name("StructElem")), ("S", .name(Page.Tag.document.rawValue)),
        ("P", .reference(root)),
        ("K", .array(elements.flatMap(\.self).map(PDFValue.reference))),
      ]))
    file.object(
      root,
      .dictionary([
        ("Type", .name("StructTreeRoot")), ("ParentTree", .reference(parents)),
        ("K", .array([.reference(document)])),
      ]))
  }

  /// Title, author and the moment of making (14.3.3); nothing of the machine or its clock.
  var information: [PDFValue.Entry] {
    let moment = Self.date(created)
    var entries: [PDFValue.Entry] = [("Producer", .text(Producer.name)), ("Title", .text(title))]
    if let author { entries.append(("Author", .text(author))) }
    return entries + [
      ("Creator", .text("Tamga")), ("CreationDate", .text(moment)), ("ModDate", .text(moment)),
    ]
  }

  /// `D:20210209194640Z` (7.9.4).
  private static func date(_ seconds: Int64) -> String {
    let rest = Int((seconds % 86_400 + 86_400) % 86_400)
    let day = CalendarDate(daysSinceEpoch: (Int(seconds) - rest) / 86_400)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "D:" + day.iso.filter { $0 != "-" } + two(rest / 3600) + two(rest / 60 % 60)
      + two(rest % 60) + "Z"
  }
}
