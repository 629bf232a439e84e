internal import TamgaDomain

/// The elements of the structure, each before what stands around it.
extension PackedObjects {
  /// An element as it is written, those in it by their numbers.
  private struct Written {
    let element: PaperElement
    let kids: [Kid]

    enum Kid {
      case number(Int)
      case mark(page: Int, number: Int)
    }
  }

  /// The document; nil where an element has another form.
  mutating func structure(_ pages: [Int: Int]) -> PaperElement? {
    var written: [Int: Written] = [:]
    while true {
      let start = scanner
      guard scanner.take("<< /S /") else { break }
      scanner = start
      guard let number = begin(), let element = element(pages), written[number] == nil,
        written.count < PaperParts.limits.tags
      else { return nil }
      // The document is behind all others.
      if element.element.tag == .document { return whole(element, &written, depth: 0) }
      written[number] = element
    }
    return nil
  }

  private static let depthLimit = 12

  private func whole(
    _ element: Written, _ written: inout [Int: Written], depth: Int
  ) -> PaperElement? {
    guard depth < Self.depthLimit else { return nil }
    var whole = element.element
    for kid in element.kids {
      switch kid {
      case .mark(let page, let number): whole.kids.append(.mark(page: page, number: number))
      case .number(let number):
        // Each once.
        guard let inner = written.removeValue(forKey: number),
          let kid = self.whole(inner, &written, depth: depth + 1)
        else { return nil }
        whole.kids.append(.element(kid))
      }
    }
    return whole
  }

  private mutating func element(_ pages: [Int: Int]) -> Written? {
    guard scanner.take("<< /S /"), let name = scanner.run(until: " /P "),
      let tag = StructureTag(rawValue: String(decoding: name, as: UTF8.self)),
      scanner.integer() != nil, scanner.take(" 0 R")
    else { return nil }
    var (language, alternative): (String?, String?)
    var scope: HeaderScope?
    if scanner.take(" /Lang ") {
      language = scanner.text()
      guard language != nil else { return nil }
    }
    if scanner.take(" /Alt ") {
      alternative = scanner.text()
      guard alternative != nil else { return nil }
    }
    if scanner.take(" /A << /O /Table /Scope /") {
      scope = scanner.run(until: " >>").flatMap {
        HeaderScope(rawValue: String(decoding: $0, as: UTF8.self))
      }
      guard scope != nil else { return nil }
    }
    var span: Int?
    if scanner.take(" /A << /O /Table /ColSpan ") {
      span = scanner.integer()
      guard span != nil, scanner.take(" >>") else { return nil }
    }
    var page: Int?
    if scanner.take(" /Pg ") {
      page = scanner.integer().flatMap { pages[$0] }
      guard page != nil, scanner.take(" 0 R") else { return nil }
    }
    guard scanner.take(" /K ["), let kids = kids(pages, on: page), scanner.take(" >>\n") else {
      return nil
    }
    return Written(
      element: PaperElement(
        tag, language: language, alternative: alternative, scope: scope, span: span, kids: []),
      kids: kids)
  }

  private mutating func kids(_ pages: [Int: Int], on page: Int?) -> [Written.Kid]? {
    var kids: [Written.Kid] = []
    while !scanner.take(" ]") {
      if scanner.take(" << /Type /MCR /Pg ") {
        guard let number = scanner.integer(), let page = pages[number],
          scanner.take(" 0 R /MCID "), let mark = scanner.integer(), scanner.take(" >>")
        else { return nil }
        kids.append(.mark(page: page, number: mark))
        continue
      }
      guard scanner.take(" "), let number = scanner.integer() else { return nil }
      if scanner.take(" 0 R") {
        kids.append(.number(number))
      } else {
        guard let page else { return nil }
        kids.append(.mark(page: page, number: number))
      }
      guard kids.count <= PaperParts.limits.tags else { return nil }
    }
    return kids
  }
}
