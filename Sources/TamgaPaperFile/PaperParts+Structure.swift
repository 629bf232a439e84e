internal import TamgaDomain

/// What the parts of the pages mean (14.7).
extension PaperParts {
  /// The elements as they stand in each other (14.7), and which of them each mark of a page belongs to.
  func writeStructure(
    _ document: PaperElement, _ numbers: PaperNumbers, _ file: inout PDFFile
  ) {
    var parents = pages.map { [Int](repeating: 0, count: $0.tags.count) }
    write(document, as: numbers.document, in: numbers.structure, numbers, &parents, &file)
    let tree = file.reserve()
    file.object(tree) { bytes in
      bytes.write("<< /Nums [")
      for (page, elements) in parents.enumerated() {
        bytes.write(" ")
        bytes.write(page)
        bytes.write(" [")
        for element in elements {
          bytes.write(" ")
          bytes.write(reference: element)
        }
        bytes.write(" ]")
      }
      bytes.write(" ] >>")
    }
    file.object(
      numbers.structure,
      .dictionary([
        ("Type", .name("StructTreeRoot")), ("ParentTree", .reference(tree)),
        ("ParentTreeNextKey", .integer(pages.count)),
        ("K", .array([.reference(numbers.document)])),
      ]))
  }

  /// An element behind those that stand in it.
  private func write(
    _ element: PaperElement, as number: Int, in parent: Int, _ numbers: PaperNumbers,
    _ parents: inout [[Int]], _ file: inout PDFFile
  ) {
    var kids: [UInt8] = []
    kids.reserveCapacity(12 * element.kids.count)
    // The page of the first mark; a mark on another page names its own.
    var page: Int?
    for kid in element.kids {
      kids.write(" ")
      switch kid {
      case .element(let inner):
        let own = file.reserve()
        write(inner, as: own, in: number, numbers, &parents, &file)
        kids.write(reference: own)
      case .mark(let place, let mark):
        if page == nil { page = place }
        if place == page {
          kids.write(mark)
        } else {
          kids.write("<< /Type /MCR /Pg ")
          kids.write(reference: numbers.pages[place])
          kids.write(" /MCID ")
          kids.write(mark)
          kids.write(" >>")
        }
        if parents[place].indices.contains(mark) { parents[place][mark] = number }
      }
    }
    file.object(number) { bytes in
      bytes.write("<< /S /")
      bytes.write(text: element.tag.rawValue)
      bytes.write(" /P ")
      bytes.write(reference: parent)
      if let language = element.language {
        bytes.write(" /Lang ")
        bytes.writeText(language)
      }
      if let alternative = element.alternative {
        bytes.write(" /Alt ")
        bytes.writeText(alternative)
      }
      if let scope = element.scope {
        bytes.write(" /A << /O /Table /Scope /")
        bytes.write(text: scope.rawValue)
        bytes.write(" >>")
      }
      if let span = element.span {
        bytes.write(" /A << /O /Table /ColSpan ")
        bytes.write(span)
        bytes.write(" >>")
      }
      if let page {
        bytes.write(" /Pg ")
        bytes.write(reference: numbers.pages[page])
      }
      bytes.write(" /K [")
      bytes += kids
      bytes.write(" ] >>")
    }
  }

  /// The elements in the order of reading, below one document, in a file of an earlier version.
  func writeStructure(_ numbers: PaperNumbers, _ file: inout PDFFile) {
    var elements: [[Int]] = []
    for (page, number) in zip(pages, numbers.pages) {
      elements.append(
        page.tags.enumerated().map { mark, tag in
          let element = file.reserve()
          file.object(
            element,
            .dictionary([
              ("Type", .name("StructElem")), ("S", .name(tag)),
              ("P", .reference(numbers.document)), ("Pg", .reference(number)),
              ("K", .integer(mark)),
            ]))
          return element
        })
    }
    let parents = file.reserve()
    let lists: [PDFDirectObject] = elements.enumerated().flatMap { page, elements in
      [.integer(page), .array(elements.map(PDFDirectObject.reference))]
    }
    file.object(parents, .dictionary([("Nums", .array(lists))]))
    file.object(
      numbers.document,
      .dictionary([
        ("Type", .name("StructElem")), ("S", .name("Document")),
        ("P", .reference(numbers.structure)),
        ("K", .array(elements.flatMap(\.self).map(PDFDirectObject.reference))),
      ]))
    file.object(
      numbers.structure,
      .dictionary([
        ("Type", .name("StructTreeRoot")), ("ParentTree", .reference(parents)),
        ("K", .array([.reference(numbers.document)])),
      ]))
  }
}
