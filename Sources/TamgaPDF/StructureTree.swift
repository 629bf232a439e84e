import TamgaDomain
import TamgaLayout
import TamgaPaperFile

/// The elements of a paper as they stand in each other, from what is marked on its pages (ISO 32000-1, 14.7).
///
/// An element stands where its first mark does; one that goes on, on another page too, has several. The rows
/// of a table and the items of a list that begin on another page make one of their own there, so that each
/// page is read in its order.
struct StructureTree {
  private struct Node {
    let element: Element?
    let page: Int
    var kids: [Kid] = []

    enum Kid {
      case node(Int)
      case mark(page: Int, number: Int)
    }
  }

  /// The document, and the others in the order in which they were met.
  private var nodes = [Node(element: nil, page: 0)]
  private var known: [ObjectIdentifier: Int] = [:]

  init(_ contents: [PageContent]) {
    let count = contents.reduce(2) { $0 + $1.parts.count }
    nodes.reserveCapacity(count)
    known.reserveCapacity(count)
    for (page, content) in contents.enumerated() {
      for (element, mark) in content.parts {
        let node = self.node(of: element, on: page)
        if let mark { nodes[node].kids.append(.mark(page: page, number: mark)) }
      }
    }
  }

  private mutating func node(of element: Element, on page: Int) -> Int {
    if let node = known[ObjectIdentifier(element)] { return node }
    var parent = 0
    if let around = element.parent {
      parent = node(of: around, on: page)
      if around.tag == .table || around.tag == .list, nodes[parent].page != page {
        known[ObjectIdentifier(around)] = nil
        parent = node(of: around, on: page)
      }
    }
    nodes.append(Node(element: element, page: page))
    let node = nodes.count - 1
    known[ObjectIdentifier(element)] = node
    nodes[parent].kids.append(.node(node))
    return node
  }

  /// The root of the structure.
  var document: PaperElement { PaperElement(.document, kids: kids(of: 0)) }

  private func kids(of node: Int) -> [PaperElement.Kid] {
    nodes[node].kids.map { kid in
      switch kid {
      case .mark(let page, let number): .mark(page: page, number: number)
      case .node(let node): .element(element(node))
      }
    }
  }

  private func element(_ node: Int) -> PaperElement {
    guard let element = nodes[node].element else {
      return PaperElement(.paragraph, kids: kids(of: node))
    }
    let tag = element.tag
    let language = element.language.rawValue
    return PaperElement(
      tag, language: element.parent == nil ? language : nil,
      alternative: tag == .figure ? PaperElement.codeWords[language] : nil,
      scope: element.scope,
      span: element.span > 1 ? element.span : nil,
      kids: kids(of: node))
  }
}
