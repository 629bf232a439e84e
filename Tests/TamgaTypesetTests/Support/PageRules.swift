import TamgaDomain
import TamgaTemplates

@testable import TamgaLayout

/// What every page of every paper keeps to, whatever its values are. Each rule gives the places
/// where it is broken.
struct PageRules {
  let document: FilledDocument
  /// Laid out, the strip not yet added.
  let bodies: [Page]
  /// With their strips.
  let pages: [Page]

  init(_ document: FilledDocument, _ composition: Composition) {
    self.document = document
    bodies = composition.pages
    composition.completeAsIssued()
    pages = composition.pages
  }

  init(document: FilledDocument, bodies: [Page], pages: [Page]) {
    self.document = document
    self.bodies = bodies
    self.pages = pages
  }

  var broken: [String] {
    outside + inStrip + overlapping + strips + numbering + stranded + torn + brokenNumber + words
  }

  /// Lines beyond the margins.
  var outside: [String] {
    let left = Measure.points(mm: 20) - 0.1
    let right = Measure.points(mm: 190) + 0.1
    let top = Measure.points(mm: 12)
    let bottom = Measure.points(mm: 288)
    return pages.flatMap(\.lines).filter {
      $0.left < left || $0.right > right || $0.top < top || $0.bottom > bottom
    }.map { "outside: \($0)" }
  }

  /// Lines of the body below the strip's rule, and lines of the strip in the code's quiet zone.
  var inStrip: [String] {
    let low = bodies.flatMap(\.lines).filter { $0.bottom > foot }
      .map { "in the foot: \($0)" }
    guard document.kind.isSealed else { return low }
    let codeEnd = Measure.points(mm: 20 + Style.stripHeight)
    let near = pages.flatMap(\.lines).filter { $0.top > SealStrip.top && $0.left < codeEnd }
    return low + near.map { "in the strip: \($0)" }
  }

  /// Where the strip, or the foot of a form without a code, begins, points.
  var foot: Double { document.kind.isSealed ? SealStrip.top : FormFoot.top }

  var overlapping: [String] {
    pages.flatMap { page in
      let lines = page.lines
      return lines.indices.flatMap { index in
        lines[(index + 1)...].filter { $0.overlaps(lines[index]) }
          .map { "overlapping: \($0) and \(lines[index])" }
      }
    }
  }

  /// The strip is the same on every page, but for the page's number.
  var strips: [String] {
    let texts = pages.indices.map { index in
      guard document.kind.isSealed else {
        return [footText(index).replacing(squeezed(pageNumber(index)), with: "")]
      }
      return pages[index].lines[bodies[index].lines.count...]
        .filter { !pageNumbers(index).contains($0.text) }.map(\.description)
    }
    return texts.allSatisfy { $0 == texts[0] && !$0.isEmpty }
      ? []
      : [
        "strips differ: \(texts.flatMap { Set($0).symmetricDifference(texts[0]) }.prefix(6))"
      ]
  }

  /// Page numbers stand on every page of a paper of several, and only there.
  var numbering: [String] {
    pages.indices.filter { index in
      footText(index).contains(squeezed(pageNumber(index))) != (pages.count > 1)
    }.map { "page number of page \($0 + 1)" }
  }

  private func footText(_ index: Int) -> String {
    squeezed(pages[index].lines[bodies[index].lines.count...].map(\.text).joined())
  }

  private func pageNumber(_ index: Int) -> String {
    pageNumbers(index).joined(separator: " ")
  }

  /// A text in each language.
  private func pageNumbers(_ index: Int) -> [String] {
    document.parts.enumerated().map { place, part in
      (place == 0 ? "" : "· ")
        + document.phrases.page[part.language].replacing("{page}", with: String(index + 1))
        .replacing("{pages}", with: String(pages.count))
    }
  }

  /// Titles and announcements, `3. Family:`, at a page's foot, and single lines of a paragraph at a
  /// page's foot or head.
  var stranded: [String] {
    var found: [String] = []
    for (index, page) in bodies.enumerated() {
      let last = page.items.last { if case .text = $0 { true } else { false } }
      if index + 1 < bodies.count, case .text(let text, let line, _, _)? = last,
        text.lines[line].text.hasSuffix(":")
      {
        found.append("“\(text.lines[line].text)” at the foot of page \(index + 1)")
      }
      var isHeading = false
      var endsWithHeading = false
      for item in page.items {
        switch item {
        case .open(let element): isHeading = element.tag == .heading
        case .text: endsWithHeading = isHeading
        default: break
        }
      }
      if endsWithHeading { found.append("title at the foot of page \(index + 1)") }
    }
    for (text, lines) in divided where lines.contains(1) {
      found.append("single line of “\(text.text.prefix(30))”: \(lines)")
    }
    return found
  }

  /// Numbered grounds that are divided although a page would hold them.
  var torn: [String] {
    let indent = Measure.points(mm: 28)
    let room = foot - Measure.points(mm: 40)
    let items = Set(
      bodies.flatMap { page in
        page.items.compactMap { item -> ObjectIdentifier? in
          guard case .text(let text, _, let x, _) = item, abs(x - indent) < 0.1 else { return nil }
          return ObjectIdentifier(text)
        }
      })
    return divided.filter { items.contains(ObjectIdentifier($0.text)) && $0.text.height < room }
      .map { "torn: “\($0.text.text.prefix(30))” \($0.lines)" }
  }

  /// Texts that go over pages, with the count of their lines on each.
  private var divided: [(text: ShapedText, lines: [Int])] {
    // The same words in another place are the same text: its first line begins it anew.
    var latest: [ObjectIdentifier: Int] = [:]
    var counts: [(text: ShapedText, lines: [Int: Int])] = []
    for (index, page) in bodies.enumerated() {
      let head = Self.headFoot(page)
      for case .text(let text, let line, _, let baseline) in page.items where baseline > head {
        if line == 0 {
          latest[ObjectIdentifier(text)] = counts.count
          counts.append((text, [:]))
        }
        guard let place = latest[ObjectIdentifier(text)] else { continue }
        counts[place].lines[index, default: 0] += 1
      }
    }
    return counts.filter { $0.lines.count > 1 }
      .map { ($0.text, $0.lines.sorted { $0.key < $1.key }.map(\.value)) }
  }

  /// The number in two lines, or its sign on another one, although one would hold both.
  var brokenNumber: [String] {
    let number = document.number
    guard document.kind.isSealed, number.count <= 24 else { return [] }
    var seen: Set<ObjectIdentifier> = []
    return pages.flatMap(\.items).compactMap { item in
      guard case .text(let text, _, _, _) = item, text.text.contains(number),
        seen.insert(ObjectIdentifier(text)).inserted
      else { return nil }
      let whole = ["№ \(number)", "\(number) №"].first { text.text.contains($0) } ?? number
      let isWhole = text.lines.contains { $0.text.contains(whole) }
      return isWhole ? nil : "number broken in “\(text.text.prefix(60))”"
    }
  }

  /// The bodies print the words of the form and every value, in order, Kazakh first, nothing else.
  var words: [String] {
    let printed = bodies.map { page in
      let head = Self.headFoot(page)
      return page.lines.filter { $0.baseline > head }.map(\.text).joined()
    }.joined()
    let expected = document.parts.flatMap(\.blocks).map(Self.words).joined()
    let (found, wanted) = (squeezed(printed), squeezed(expected))
    if found == wanted { return [] }
    // Cells of a row that is higher than a page go on beside each other.
    let hasTable = document.parts.contains { $0.blocks.contains { $0.kind == .table } }
    return hasTable && found.unicodeScalars.sorted() == wanted.unicodeScalars.sorted()
      ? [] : ["words of the body differ"]
  }

  /// Where a page's head ends: the double rule, or the frame of the mark of a duplicate below it.
  private static func headFoot(_ page: Page) -> Double {
    page.items.compactMap { item -> Double? in
      switch item {
      case .rule(_, let y, _, 1.1, _): y
      case .frame(_, let y, _, let height): y + height
      default: nil
      }
    }.max() ?? 0
  }

  private static func words(_ block: FilledBlock) -> String {
    func text(_ runs: [FilledBlock.Run]) -> String { runs.map(\.text).joined() }
    switch block.kind {
    case .letterhead, .mark, .seal: return ""
    case .line:
      return block.parts.map(text).filter { !$0.allSatisfy { $0 == "_" } }.joined()
    case .list:
      let lead = block.parts.count > 1 ? text(block.parts[0]) : ""
      let items = block.items.enumerated().map { index, item in
        (block.items.count > 1 ? "\(index + 1))" : "") + text(item)
      }
      return lead + items.joined() + text(block.closing)
    default: return block.parts.map(text).joined()
    }
  }
}

/// Without white space, as the digest of the seal reads a text.
func squeezed(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}
