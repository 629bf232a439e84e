import TamgaDomain
import TamgaPaperFile
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// What a program that reads aloud finds: veraPDF asks for a structure and for a language, not for the right
/// ones.
@Suite struct StructureTests {
  /// In two languages, and the ordinary ones of every kind in one.
  private static let papers =
    GoldenPageTests.papers
    + GoldenPageTests.papers.filter { $0.example == "ordinary" }.flatMap { paper in
      Language.allCases.map { language in
        var paper = paper
        paper.languages = [language]
        return paper
      }
    }

  /// The text of an element, wherever its lines stand.
  private struct Read {
    let element: Element
    var text = ""
  }

  /// The elements of a paper with their texts, in the order of their first lines.
  private static func read(_ pages: [Page]) -> [Read] {
    var found: [Read] = []
    var places: [ObjectIdentifier: Int] = [:]
    for page in pages {
      var element: Element?
      for item in page.items {
        switch item {
        case .open(let next): element = next
        case .text(let text, let line, _, _):
          guard let element, !text.lines[line].text.isEmpty else { continue }
          let place = places[ObjectIdentifier(element)] ?? found.count
          if place == found.count { found.append(Read(element: element)) }
          places[ObjectIdentifier(element)] = place
          found[place].text += text.lines[line].text
        default: break
        }
      }
    }
    return found
  }

  /// Letters alone: lines are broken, and words divided.
  private static func bare(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && !"-\u{AD}‐".contains($0) })
  }

  private static func composed(_ paper: Paper) throws -> (FilledDocument, Composition) {
    let document = try paper.filled()
    let composition = try Office.typesetter().compose(document)
    composition.completeAsIssued()
    return (document, composition)
  }

  @Test(arguments: papers) func everyTextIsOfAnElement(_ paper: Paper) throws {
    let (_, composition) = try Self.composed(paper)
    for page in composition.pages {
      let first = page.items.first {
        switch $0 {
        case .open, .text: true
        default: false
        }
      }
      guard case .open? = first else {
        Issue.record("a text before any element")
        continue
      }
    }
    let letters = Self.read(composition.pages).map(\.text).joined().count
    let printed = composition.pages.map(\.text).joined().filter { $0 != "\n" }.count
    #expect(letters == printed)
  }

  /// Words of the Kazakh part are Kazakh, of the Russian part Russian; a paragraph is one element, and so is
  /// each label and each value.
  @Test(arguments: papers) func blocksAreWholeAndInTheirLanguage(
    _ paper: Paper
  ) throws {
    let (document, composition) = try Self.composed(paper)
    let read = Self.read(composition.pages)
    for part in document.parts {
      let own = read.filter { $0.element.language == part.language }
      let texts = Set(own.map { Self.bare($0.text) })
      func holds(_ tag: StructureTag, _ runs: [FilledBlock.Run]) -> Bool {
        let text = Self.bare(runs.map(\.text).joined())
        return text.isEmpty
          || own.contains { $0.element.tag == tag && Self.bare($0.text) == text }
      }
      for block in part.blocks {
        switch block.kind {
        case .title: #expect(holds(.heading, block.parts[0]))
        case .paragraph, .note, .subtitle, .operative, .term, .stamp:
          #expect(holds(.paragraph, block.parts[0]), "\(block.parts[0].map(\.text))")
        case .signature:
          for runs in block.parts { #expect(holds(.paragraph, runs), "\(runs.map(\.text))") }
        case .row:
          for (index, runs) in block.parts.enumerated() {
            let isIn =
              index % 2 == 0
              ? holds(.header, runs) || holds(.label, runs)
              : holds(.cell, runs) || holds(.body, runs)
            #expect(isIn, "\(runs.map(\.text))")
          }
        case .table:
          for runs in block.parts { #expect(holds(.header, runs) || holds(.cell, runs)) }
        case .list where block.items.count > 1:
          for item in block.items { #expect(holds(.body, item)) }
        default: break
        }
      }
      let names = [
        part.language == .kk ? document.edition.act.kk : document.edition.act.ru,
        document.phrases.checkCode[part.language],
      ]
      for name in names where document.kind.isSealed {
        #expect(texts.contains { $0.contains(Self.bare(name)) }, "\(name)")
      }
    }
  }

  /// Words that are of one language alone are read in no other.
  @Test(arguments: papers) func noWordsOfTheFormAreInAnotherLanguage(
    _ paper: Paper
  ) throws {
    let (document, composition) = try Self.composed(paper)
    guard document.parts.count == 2 else { return }
    let read = Self.read(composition.pages)
    for part in document.parts {
      let other = document.parts.first { $0.language != part.language }
      let others = Set(
        (other?.blocks ?? []).flatMap { $0.parts + $0.items }.flatMap(\.self).map {
          Self.bare($0.text)
        })
      let texts = Set(
        read.filter { $0.element.language != part.language }.map { Self.bare($0.text) })
      for runs in part.blocks.flatMap({ $0.parts + $0.items }) {
        let text = Self.bare(runs.filter { !$0.isValue }.map(\.text).joined())
        guard runs.allSatisfy({ !$0.isValue }), text.count > 12, !others.contains(text) else {
          continue
        }
        #expect(!texts.contains(text), "\(text)")
      }
    }
  }

  /// The tree of the file: rows of one table have as many cells, items have a label and a body, and each
  /// mark stands once.
  @Test(arguments: papers) func theTreeIsWell(_ paper: Paper) throws {
    let (document, composition) = try Self.composed(paper)
    let file =
      document.kind.isSealed
      ? try composition.pdf(code: Symbol(version: 12).grid, id: Office.id, created: 0)
      : try composition.form(created: 0)
    let parts = try #require(PaperParts(file))
    let tree = try #require(parts.archive?.structure)
    #expect(tree.tags(pages: parts.pages.count)?.map(\.count) == parts.pages.map(\.tags.count))
    func visit(_ element: PaperElement) {
      let kids = element.kids.compactMap { kid in
        if case .element(let kid) = kid { kid } else { nil }
      }
      switch element.tag {
      case .table:
        let columns = Set(
          kids.map { row in
            row.kids.reduce(0) { sum, cell in
              if case .element(let cell) = cell { sum + (cell.span ?? 1) } else { sum }
            }
          })
        #expect(columns.count == 1 && !columns.contains(0))
      case .item: #expect(kids.map(\.tag) == [.label, .body])
      case .figure:
        #expect(element.alternative == PaperElement.codeWords[document.parts[0].language.rawValue])
      default: break
      }
      kids.forEach(visit)
    }
    visit(tree)
    // Rows that follow each other are one table, but where a page ends.
    for (one, next) in zip(tree.kids, tree.kids.dropFirst()) {
      guard case .element(let one) = one, case .element(let next) = next, one.tag == .table,
        next.tag == .table, one.isOfRows, next.isOfRows
      else { continue }
      #expect(one.language != next.language || one.page != next.page)
    }
    let figures = tree.kids.filter { kid in
      if case .element(let kid) = kid { kid.tag == .figure } else { false }
    }
    #expect(figures.count == (document.kind.isSealed ? parts.pages.count : 0))
  }
}

extension PaperElement {
  /// A table of labels and values.
  fileprivate var isOfRows: Bool {
    guard case .element(let row)? = kids.first, case .element(let cell)? = row.kids.first else {
      return false
    }
    return cell.scope == .row
  }

  /// Of the first mark.
  fileprivate var page: Int? {
    var first: Int?
    forEachMark { page, _ in first = first ?? page }
    return first
  }
}
