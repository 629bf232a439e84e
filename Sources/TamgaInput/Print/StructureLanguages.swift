internal import TamgaDomain
internal import TamgaOptics

/// The languages that the structure of a PDF names (ISO 32000-1, 14.7 and 14.9.2), as a program that reads aloud
/// finds them: from the root down.
struct StructureLanguages {
  /// By the page's number in the tree of parents and the mark on it.
  private var languages: [Mark: String] = [:]
  /// The elements that hold the marks, and those that the tree of parents names: readers start from either.
  private var elements: [Mark: PDFValue] = [:]
  private var parents: [Mark: PDFValue] = [:]
  /// Whether there is a structure at all.
  private var isThere = false
  private let file: PDFObjects
  private var room = 20_000
  private static let depthLimit = 32

  private struct Mark: Hashable {
    let page: Int
    let number: Int
  }

  init(_ file: PDFObjects) {
    self.file = file
    guard let catalog = file.dictionary(file.trailer["Root"]),
      let root = file.dictionary(catalog["StructTreeRoot"])
    else { return }
    isThere = true
    take(root["K"], on: nil, of: nil, in: language(of: catalog), depth: 0)
    takeParents(root["ParentTree"], depth: 0)
  }

  /// The tree of parents, by numbers of pages (ISO 32000-1, 7.9.7 and 14.7.4.4).
  private mutating func takeParents(_ value: PDFValue?, depth: Int) {
    room -= 1
    guard depth < Self.depthLimit, room > 0, let node = file.dictionary(value) else { return }
    let pairs = file.resolved(node["Nums"]).array ?? []
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      guard let page = file.resolved(pairs[index]).integer else { continue }
      for (number, element) in (file.resolved(pairs[index + 1]).array ?? []).enumerated() {
        parents[Mark(page: page, number: number)] = element
      }
    }
    for kid in file.resolved(node["Kids"]).array ?? [] { takeParents(kid, depth: depth + 1) }
  }

  private func language(of members: [String: PDFValue]) -> String? {
    file.resolved(members["Lang"]).string.map(PDFText.string)
  }

  private mutating func take(
    _ given: PDFValue?, on page: PDFValue?, of element: PDFValue?, in language: String?, depth: Int
  ) {
    room -= 1
    guard depth < Self.depthLimit, room > 0 else { return }
    let value = file.resolved(given)
    if let kids = value.array {
      for kid in kids { take(kid, on: page, of: element, in: language, depth: depth + 1) }
    } else if let number = value.integer {
      note(number, on: page, of: element, in: language)
    } else if let members = value.dictionary {
      let page = members["Pg"] ?? page
      if let number = members["MCID"]?.integer {
        note(number, on: page, of: element, in: language)
      } else {
        take(
          members["K"], on: page, of: given, in: self.language(of: members) ?? language,
          depth: depth + 1)
      }
    }
  }

  private mutating func note(
    _ number: Int, on page: PDFValue?, of element: PDFValue?, in language: String?
  ) {
    guard let language, let page = file.dictionary(page)?["StructParents"]?.integer else { return }
    let mark = Mark(page: page, number: number)
    languages[mark] = language
    elements[mark] = element
  }

  /// The texts of a page that was followed to its end, with their languages: none («») where the structure does
  /// not tell one or tells two. Nil for a file without a structure.
  func texts(
    of page: PrintedPage, _ members: [String: PDFValue]
  ) -> [(text: String, language: String)]? {
    guard isThere else { return nil }
    guard let first = page.marks.first, let number = members["StructParents"]?.integer,
      !page.hasOwnLanguages
    else { return [(page.text, "")] }
    var texts: [(String, String)] = [(String(page.text[..<first.start]), "")]
    for (place, text) in page.markedTexts where !text.isEmpty {
      let mark = Mark(page: number, number: place)
      let isOne = parents[mark].map { $0 == elements[mark] } ?? true
      texts.append((text, isOne ? languages[mark] ?? "" : ""))
    }
    return texts
  }
}
