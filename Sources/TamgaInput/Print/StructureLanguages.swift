internal import TamgaDomain
internal import TamgaOptics

/// The languages that the structure of a PDF names (ISO 32000-1, 14.7 and 14.9.2), as a program that reads aloud
/// finds them: from the root down.
struct StructureLanguages {
  /// By the page's number in the tree of parents and the mark on it.
  private var languages: [Mark: String] = [:]
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
    take(root["K"], on: nil, in: language(of: catalog), depth: 0)
  }

  private func language(of members: [String: PDFValue]) -> String? {
    file.resolved(members["Lang"]).string.map(PDFText.string)
  }

  private mutating func take(
    _ value: PDFValue?, on page: PDFValue?, in language: String?, depth: Int
  ) {
    room -= 1
    guard depth < Self.depthLimit, room > 0 else { return }
    let value = file.resolved(value)
    if let kids = value.array {
      for kid in kids { take(kid, on: page, in: language, depth: depth + 1) }
    } else if let number = value.integer {
      note(number, on: page, in: language)
    } else if let members = value.dictionary {
      let page = members["Pg"] ?? page
      if let number = members["MCID"]?.integer {
        note(number, on: page, in: language)
      } else {
        take(
          members["K"], on: page, in: self.language(of: members) ?? language, depth: depth + 1)
      }
    }
  }

  private mutating func note(_ number: Int, on page: PDFValue?, in language: String?) {
    guard let language, let page = file.dictionary(page)?["StructParents"]?.integer else { return }
    languages[Mark(page: page, number: number)] = language
  }

  /// The texts of a page with their languages; nil where the structure does not tell them all.
  func texts(
    of page: PrintedPage, _ members: [String: PDFValue]
  ) -> [(text: String, language: String)]? {
    guard let first = page.marks.first, let number = members["StructParents"]?.integer,
      PrintedText.words(of: String(page.text[..<first.start])).isEmpty
    else { return nil }
    var texts: [(String, String)] = []
    for (mark, text) in page.markedTexts where !text.isEmpty {
      guard let language = languages[Mark(page: number, number: mark)] else { return nil }
      texts.append((text, language))
    }
    return texts
  }
}
