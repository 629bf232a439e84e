internal import TamgaDomain
internal import TamgaPaperFile

/// The structure that papers have (ISO 32000-1, 14.7): what a program that reads aloud says, and in which
/// order. No digest covers it, so that nothing in it may be free: the words in place of a picture are ours,
/// elements stand in each other as papers have them, and all is read as it stands on the pages.
enum StructureRules {
  static func allow(_ archive: PaperParts.Archive) -> Bool {
    guard languages.contains(archive.language), archive.structure.tag == .document,
      isWell(archive.structure)
    else { return false }
    var order = Order()
    return order.take(archive.structure)
  }

  private static let languages: Set = ["kk", "ru"]

  /// Which elements may stand in one; none in those that hold marks.
  private static func inner(_ tag: StructureTag) -> Set<StructureTag> {
    switch tag {
    case .document: [.heading, .paragraph, .table, .list, .figure]
    case .table: [.row]
    case .row: [.header, .cell]
    case .list: [.item]
    case .item: [.label, .body]
    case .heading, .paragraph, .header, .cell, .label, .body, .span, .figure: []
    }
  }

  private static func isWell(_ element: PaperElement) -> Bool {
    // What is filled in by hand is blank.
    guard element.language.map(languages.contains) ?? true,
      (element.scope != nil) == (element.tag == .header), isSpan(element.span, of: element.tag),
      !element.kids.isEmpty || [.header, .cell, .body].contains(element.tag)
    else { return false }
    if element.tag == .figure {
      guard let language = element.language, let words = element.alternative,
        words == PaperElement.codeWords[language]
      else { return false }
    } else if element.alternative != nil {
      return false
    }
    let inner = inner(element.tag)
    return element.kids.allSatisfy { kid in
      switch kid {
      // What stands in the document says its language, and what stands in that has the same.
      case .element(let kid):
        inner.contains(kid.tag) && (kid.language != nil) == (element.tag == .document)
          && isWell(kid)
      case .mark: inner.isEmpty
      }
    }
  }

  /// Cells take the columns of pairs that stand beside each other in other rows.
  private static func isSpan(_ span: Int?, of tag: StructureTag) -> Bool {
    span.map { tag == .cell && (2...7).contains($0) } ?? true
  }

  /// What stands in the document follows each other as it begins on the pages, and what stands in that as it
  /// begins on each of them. What is of one element stands together on each page and goes on on the next one.
  private struct Order {
    /// The last first marks: of what stands in the document, and on each page.
    private var outer = (page: 0, number: -1)
    private var inner: [Int: Int] = [:]

    mutating func take(_ document: PaperElement) -> Bool {
      for case .element(let element) in document.kids {
        guard let first = Self.first(of: element) else { continue }
        guard outer < first, begins(element) else { return false }
        outer = first
      }
      return true
    }

    private static func first(of element: PaperElement) -> (page: Int, number: Int)? {
      for kid in element.kids {
        switch kid {
        case .mark(let page, let number): return (page, number)
        case .element(let element):
          if let first = first(of: element) { return first }
        }
      }
      return nil
    }

    private mutating func begins(_ element: PaperElement) -> Bool {
      var own: (page: Int, number: Int)?
      for kid in element.kids {
        switch kid {
        case .element(let element):
          guard begins(element) else { return false }
        case .mark(let page, let number):
          if let before = own {
            let goesOn =
              page == before.page ? number == before.number + 1 : page == before.page + 1
            guard goesOn else { return false }
          } else {
            guard number > inner[page] ?? -1 else { return false }
            inner[page] = number
          }
          own = (page, number)
        }
      }
      return true
    }
  }
}
