/// The content of a page as papers have it (ISO 32000-1, 7.8.2): the operators that cairo and our writer
/// use, each with its own operands and no others, spelled in one way.
///
/// What this takes, every reader takes apart in the same way. What it draws is asked of ``PageReading``.
struct PageGrammar {
  /// Structure elements in the order of their marks.
  private(set) var tags: [String] = []
  /// How often the code is drawn.
  private(set) var symbols = 0
  /// Whether all text is of an element that is read, the code of a figure, and nothing else of one: what is
  /// marked as meaning nothing is not read aloud, and in place of a figure other words are.
  private(set) var readsAll = true
  /// Whether lines are marked as meaning nothing, as in files for archives.
  private(set) var hasArtifacts = false
  private var lexer: PageLexer
  private var operands: [PageLexer.Token] = []
  /// Saved states, and whether a marked content is open.
  private var depth = 0
  private var isMarked = false
  private var isArtifact = false
  private var stage = Stage.page

  /// Which operators may follow (ISO 32000-1, figure 9).
  private enum Stage { case page, text, path }

  private static let head = Array("1 0 0 -1 0 841.889764 cm\nq\n".utf8)
  private static let tail = Array("Q\n".utf8)
  /// What a page saves, and what an item saves in it.
  private static let depthLimit = 2
  /// Points: twice the longer side of a page.
  private static let farthest = 1_700.0
  /// Ems by which the lines of one text may be moved in all, and thousandths of an em of one step in a line.
  private static let step = (ems: 200.0, thousandths: 10_000.0)
  /// Ems by which the lines of this text were moved.
  private var steps = 0.0
  /// Whether the item has moved the origin already.
  private var isPlaced = false

  /// nil for any other content.
  init?(_ content: [UInt8]) {
    guard content.starts(with: Self.head), content.count > Self.head.count + Self.tail.count,
      content.suffix(Self.tail.count).elementsEqual(Self.tail)
    else { return nil }
    lexer = PageLexer(content)
    while let token = lexer.next() {
      if case .word(let word) = token {
        guard take(word) else { return nil }
        operands.removeAll(keepingCapacity: true)
      } else {
        operands.append(token)
        guard operands.count <= 6 else { return nil }
      }
    }
    guard lexer.isAtEnd, operands.isEmpty, depth == 0, !isMarked, stage == .page else {
      return nil
    }
  }

  private mutating func take(_ word: String) -> Bool {
    switch word {
    case "q" where stage == .page && operands.isEmpty && depth < Self.depthLimit:
      depth += 1
      isPlaced = false
    case "Q" where stage == .page && operands.isEmpty && depth > 0:
      depth -= 1
      isPlaced = true
    case "cm": return place()
    case "rg", "RG": return stage == .page && areNumbers(3)
    case "w": return stage == .page && areNumbers(1)
    case "gs": return stage == .page && operands == [.name("a0")]
    case "J", "j": return stage == .page && operands == [.number("0")]
    case "M": return stage == .page && operands == [.number("10")]
    case "d": return stage == .page && operands == [.list([]), .number("0.0")]
    case "Do" where stage == .page && operands == [.name("x0")]:
      symbols += 1
      if !isFigure { readsAll = false }
    case "BDC": return open()
    case "BMC" where stage == .page && operands == [.name("Artifact")] && !isMarked:
      isMarked = true
      isArtifact = true
      hasArtifacts = true
    case "EMC" where stage == .page && operands.isEmpty && isMarked:
      isMarked = false
      isArtifact = false
    case "BT" where stage == .page && operands.isEmpty:
      stage = .text
      if !isMarked || isArtifact || isFigure { readsAll = false }
      steps = 0
    case "ET" where stage == .text && operands.isEmpty: stage = .page
    case "Tm": return stage == .text && isTextPlace
    case "Td": return stage == .text && areNumbers(2) && areShort(operands[...])
    case "Tf": return stage == .text && isFont
    case "Tj": return stage == .text && operands.count == 1 && isText(operands[0])
    case "TJ": return stage == .text && isLine
    case "m": return isPath(2, mayBegin: true)
    case "l": return isPath(2)
    case "c": return isPath(6)
    case "re": return isPath(4, mayBegin: true)
    case "h": return isPath(0)
    case "f", "S":
      guard stage == .path, operands.isEmpty else { return false }
      stage = .page
    default: return false
    }
    return true
  }

  private var isFigure: Bool { isMarked && !isArtifact && tags.last == "Figure" }

  private func areNumbers(_ count: Int) -> Bool {
    operands.count == count && operands.allSatisfy(isNumber)
  }

  private func isNumber(_ token: PageLexer.Token) -> Bool {
    if case .number(let text) = token { text != "0.0" } else { false }
  }

  private func isText(_ token: PageLexer.Token) -> Bool {
    if case .text = token { true } else { false }
  }

  /// Some readers begin a path where others draw nothing: it begins with `m` or `re`.
  private mutating func isPath(_ count: Int, mayBegin: Bool = false) -> Bool {
    guard stage == .path || stage == .page && mayBegin, areNumbers(count), areNear(operands) else {
      return false
    }
    stage = .path
    return true
  }

  // Readers count in numbers of 32 bits or of 64: what is moved far away and back, or made small and large
  // again, comes to stand in different places. So an item is moved once, and nothing is far from the page.

  private func value(_ token: PageLexer.Token) -> Double? {
    if case .number(let text) = token { Double(text) } else { nil }
  }

  private func areNear(_ tokens: some Sequence<PageLexer.Token>) -> Bool {
    tokens.allSatisfy { token in value(token).map { abs($0) <= Self.farthest } ?? false }
  }

  private mutating func areShort(_ tokens: ArraySlice<PageLexer.Token>) -> Bool {
    for token in tokens { steps += abs(value(token) ?? .infinity) }
    return steps <= Self.step.ems
  }

  /// `1 0 0 1 x y cm`, or `s 0 0 -s x y cm` for the code: once after `q`.
  private mutating func place() -> Bool {
    guard stage == .page, !isPlaced, areNumbers(6), areNear(operands) else { return false }
    isPlaced = true
    // The first one is that of the head.
    guard depth == Self.depthLimit else { return depth == 0 }
    if operands[..<4].elementsEqual(Self.unmoved) { return true }
    guard let side = value(operands[0]), let down = value(operands[3]) else { return false }
    return side > 0 && down == -side && operands[1] == .number("0") && operands[2] == .number("0")
  }

  private static let unmoved: [PageLexer.Token] = ["1", "0", "0", "1"].map { .number($0) }

  /// `s 0 0 -s x y Tm`
  private var isTextPlace: Bool {
    guard areNumbers(6), areNear(operands), let em = value(operands[0]),
      let down = value(operands[3])
    else { return false }
    return em > 0 && down == -em && operands[1] == .number("0") && operands[2] == .number("0")
  }

  /// `/f3 1 Tf`
  private var isFont: Bool {
    guard operands.count == 2, case .name(let name) = operands[0], name.hasPrefix("f") else {
      return false
    }
    return operands[1] == .number("1")
  }

  /// Texts and the steps between them.
  private var isLine: Bool {
    guard operands.count == 1, case .list(let items) = operands[0], !items.isEmpty else {
      return false
    }
    return items.allSatisfy { item in
      isText(item)
        || isNumber(item) && value(item).map { abs($0) <= Self.step.thousandths } ?? false
    }
  }

  /// `/P << /MCID 3 >> BDC`, marks in their order.
  private mutating func open() -> Bool {
    guard stage == .page, !isMarked, operands.count == 2, case .name(let tag) = operands[0],
      operands[1] == .mark(tags.count)
    else { return false }
    tags.append(tag)
    isMarked = true
    return true
  }
}
