import TamgaDomain
import TamgaTemplates

@testable import TamgaLayout

/// What a printer keeps to on a paper with values as they come: no rule of these holds for a text that
/// no column has room for.
extension PageRules {
  var printerRulesBroken: [String] { stamps + lineEnds + lastLines + small + hanging }

  // MARK: the stamp

  /// Words, and the code, in the circle of 40 mm round the place of a stamp.
  var stamps: [String] {
    let places = document.parts.flatMap(\.blocks).filter { $0.kind == .stamp }
      .map { $0.parts[0].map(\.text).joined() }
    guard !places.isEmpty else { return [] }
    var found: [String] = []
    var count = 0
    for (index, page) in pages.enumerated() {
      for circle in circles(on: page, round: Set(places)) {
        count += 1
        for line in page.lines where !places.contains(where: { $0.contains(line.text) }) {
          if circle.meets(line.left...line.right, line.top...line.bottom) {
            found.append("the stamp of page \(index + 1) lies on \(line)")
          }
        }
        let code = Measure.points(mm: 20)...Measure.points(mm: 20 + Style.stripHeight)
        let strip = foot...Measure.points(mm: 297)
        if document.kind.isSealed, circle.meets(code, strip) {
          found.append("the stamp of page \(index + 1) lies on the code")
        }
        if circle.x + circle.radius > Measure.points(mm: 194) || circle.y + circle.radius > foot {
          found.append("the stamp of page \(index + 1) lies beyond the page's text")
        }
      }
    }
    return count == places.count ? found : found + ["\(count) stamps of \(places.count)"]
  }

  private struct Circle {
    let x: Double
    let y: Double
    /// 20 mm, less a hair of rounding.
    let radius = Measure.points(mm: 20) - 0.2

    func meets(_ across: ClosedRange<Double>, _ down: ClosedRange<Double>) -> Bool {
      let dx = max(across.lowerBound - x, 0, x - across.upperBound)
      let dy = max(down.lowerBound - y, 0, y - down.upperBound)
      return dx * dx + dy * dy < radius * radius
    }
  }

  private func circles(on page: Page, round places: Set<String>) -> [Circle] {
    var boxes: [(left: Double, right: Double, top: Double, bottom: Double)] = []
    for item in page.items {
      guard case .text(let text, let index, let x, let baseline) = item,
        places.contains(text.text)
      else { continue }
      let line = text.lines[index]
      let left = x + line.left
      let top = baseline - (line.baseline - line.top)
      let bottom = baseline + (line.bottom - line.baseline)
      if index == 0 {
        boxes.append((left, left + line.width, top, bottom))
      } else if let last = boxes.indices.last {
        boxes[last].left = min(boxes[last].left, left)
        boxes[last].right = max(boxes[last].right, left + line.width)
        boxes[last].bottom = bottom
      }
    }
    return boxes.map { Circle(x: ($0.left + $0.right) / 2, y: ($0.top + $0.bottom) / 2) }
  }

  // MARK: lines

  /// Lines that end in a preposition, a conjunction, an initial or «№», or inside a date or a count.
  var lineEnds: [String] {
    texts.flatMap { text in
      zip(text.lines, text.lines.dropFirst()).compactMap { line, next in
        let words = line.text.split(separator: " ")
        guard words.count > 1 || text.lines.count > 1, let last = words.last,
          let first = next.text.split(separator: " ").first
        else { return nil }
        let isTorn =
          Self.openers.contains(Self.bare(last)) || last.hasSuffix("№")
          || Self.isCount(last) && first.first?.isLowercase == true
          || Self.months.contains { Self.bare(last) == $0 } && Self.isCount(first)
          || Self.isInitial(last) && Self.isInitial(first)
          || Self.isInitial(last) && words.count == 1 && first.first?.isUppercase == true
        return isTorn ? "“\(line.text)” ends so, then “\(next.text)”" : nil
      }
    }
  }

  /// Last lines of one short word.
  var lastLines: [String] {
    texts.compactMap { text in
      guard let last = text.lines.last, text.lines.count > 1, !last.text.contains(" "),
        text.text.split(whereSeparator: \.isWhitespace).count > 2, last.text.count < 13,
        !text.text.contains("\n"), Self.hasRoom(text, last)
      else { return nil }
      return "“\(text.text.prefix(50))” ends with the line “\(last.text)”"
    }
  }

  /// Whether the word before a last line of one would stand beside it on a line as wide as the widest.
  private static func hasRoom(_ text: ShapedText, _ last: ShapedText.Line) -> Bool {
    let before = text.lines[text.lines.count - 2]
    let words = text.text.split(separator: " ")
    // A word that is wider than its column loosens what stands with it.
    guard words.allSatisfy({ $0.count < 25 }), let word = before.text.split(separator: " ").last
    else { return false }
    let share = Double(word.count + 1) / Double(before.text.count) * before.width
    return share + last.width < (text.lines.map(\.width).max() ?? 0)
  }

  /// Texts that are smaller than a copier keeps.
  var small: [String] {
    texts.filter { text in text.lines.flatMap(\.runs).contains { $0.size < 7.5 - 0.01 } }
      .map { "small: “\($0.text)”" }
  }

  /// Every text of the pages once.
  private var texts: [ShapedText] {
    var seen: Set<ObjectIdentifier> = []
    return pages.flatMap(\.items).compactMap { item in
      guard case .text(let text, _, _, _) = item, seen.insert(ObjectIdentifier(text)).inserted
      else { return nil }
      return text
    }
  }

  private static let openers: Set<String> = [
    "в", "во", "к", "ко", "с", "со", "о", "об", "от", "до", "из", "на", "по", "под", "при", "про",
    "за", "для", "без", "у", "и", "а", "но", "или", "либо", "не", "және", "мен", "бен", "пен",
    "немесе",
  ]
  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря", "жылғы",
  ]

  private static func bare(_ word: Substring) -> String {
    String(word.drop { "«(\"".contains($0) }).lowercased()
  }

  /// `10`, `«5»`, `2013`
  private static func isCount(_ word: Substring) -> Bool {
    let core = word.filter { !"«»".contains($0) }
    return !core.isEmpty && core.count <= 4 && core.allSatisfy(\.isNumber)
  }

  private static func isInitial(_ word: Substring) -> Bool {
    word.count == 2 && word.last == "." && word.first?.isUppercase == true
  }

  // MARK: values

  /// Values that stand higher than on their rule, on papers without tables.
  var hanging: [String] {
    guard !document.parts.contains(where: { $0.blocks.contains { $0.kind == .table } }) else {
      return []
    }
    return bodies.flatMap { page in
      let lines = page.lines
      let rules = page.items.compactMap { item -> (x: Double, y: Double, width: Double)? in
        // The rule of a row's value: one that begins right of the labels.
        if case .rule(let x, let y, let width, 0.4, Style.hairline) = item,
          x > Measure.points(mm: 25)
        {
          (x, y, width)
        } else {
          nil
        }
      }
      return rules.compactMap { rule -> String? in
        let above = lines.filter {
          $0.left >= rule.x - 0.1 && $0.right <= rule.x + rule.width + 0.1 && $0.bottom < rule.y
        }
        guard let line = above.max(by: { $0.bottom < $1.bottom }) else { return nil }
        // Another rule or a caption between them: the value is blank.
        let isOther = rules.contains {
          $0.y > line.bottom - 6 && $0.y < rule.y && $0.x < rule.x + rule.width
            && rule.x < $0.x + $0.width
        }
        let gap = rule.y - line.bottom
        return !isOther && gap > Measure.points(mm: 1.2) && gap < Measure.points(mm: 6)
          ? "\(line) hangs above its rule" : nil
      }
    }
  }
}
