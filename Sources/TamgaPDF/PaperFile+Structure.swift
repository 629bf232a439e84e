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
          file.object(number) { bytes in
            bytes.write("<< /Type /StructElem /S /")
            bytes.write(tag.rawValue)
            bytes.write(" /P ")
            bytes.write(reference: document)
            bytes.write(" /Pg ")
            bytes.write(reference: page)
            bytes.write(" /K ")
            bytes.write(mark)
            bytes.write(" >>")
          }
          return number
        })
    }
    let parents = file.reserve()
    file.object(parents) { bytes in
      bytes.write("<< /Nums [")
      for (page, elements) in elements.enumerated() {
        bytes.write("\n   ")
        bytes.write(page)
        bytes.write(" ")
        bytes.write(references: elements)
      }
      bytes.write(" ] >>")
    }
    file.object(document) { bytes in
      bytes.write("<< /Type /StructElem /S /")
      bytes.write(Page.Tag.document.rawValue)
      bytes.write(" /P ")
      bytes.write(reference: root)
      bytes.write(" /K ")
      bytes.write(references: elements.flatMap(\.self))
      bytes.write(" >>")
    }
    file.object(root) { bytes in
      bytes.write("<< /Type /StructTreeRoot /ParentTree ")
      bytes.write(reference: parents)
      bytes.write(" /K ")
      bytes.write(references: [document])
      bytes.write(" >>")
    }
  }

  /// Title, author and the moment of making (14.3.3); nothing of the machine or its clock.
  func writeInfo(_ number: Int, _ file: inout PDFFile) {
    let moment = Self.date(created)
    file.object(number) { bytes in
      bytes.write("<< /Producer ")
      bytes.write(CairoMaster.producer)
      bytes.write("\n   /Title ")
      bytes.writeText(title)
      if let author {
        bytes.write("\n   /Author ")
        bytes.writeText(author)
      }
      bytes.write("\n   /Creator (Tamga)\n   /CreationDate ")
      bytes.writeText(moment)
      bytes.write("\n   /ModDate ")
      bytes.writeText(moment)
      bytes.write("\n>>")
    }
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

extension [UInt8] {
  fileprivate mutating func write(references numbers: [Int]) {
    write("[")
    for number in numbers {
      write(" ")
      write(reference: number)
    }
    write(" ]")
  }
}
