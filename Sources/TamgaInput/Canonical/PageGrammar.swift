/// The content of a page as papers have it (ISO 32000-1, 7.8.2): the operators that cairo and our writer
/// use, each with its own operands and no others, spelled in one way.
///
/// What this takes, every reader takes apart in the same way. What it draws is asked of ``PageReading``.
struct PageGrammar {
  /// Structure elements in the order of their marks.
  private(set) var tags: [String] = []
  /// How often the code is drawn.
  private(set) var symbols = 0
  private var lexer: PageLexer
  private var operands: [PageLexer.Token] = []
  /// Saved states, and whether a marked content is open.
  private var depth = 0
  private var isMarked = false
  private var stage = Stage.page

  /// Which operators may follow (ISO 32000-1, figure 9).
  private enum Stage { case page, text, path }

  private static let head = Array("1 0 0 -1 0 841.889764 cm\nq\n".utf8)
  private static let tail = Array("Q\n".utf8)
  /// Papers have three.
  private static let depthLimit = 6

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
    case "q" where stage == .page && operands.isEmpty && depth < Self.depthLimit: depth += 1
    case "Q" where stage == .page && operands.isEmpty && depth > 0: depth -= 1
    case "cm": return stage == .page && areNumbers(6)
    case "rg", "RG": return stage == .page && areNumbers(3)
    case "w": return stage == .page && areNumbers(1)
    case "gs": return stage == .page && operands == [.name("a0")]
    case "J", "j": return stage == .page && operands == [.number("0")]
    case "M": return stage == .page && operands == [.number("10")]
    case "d": return stage == .page && operands == [.list([]), .number("0.0")]
    case "Do" where stage == .page && operands == [.name("x0")]: symbols += 1
    case "BDC": return open()
    case "EMC" where stage == .page && operands.isEmpty && isMarked: isMarked = false
    case "BT" where stage == .page && operands.isEmpty: stage = .text
    case "ET" where stage == .text && operands.isEmpty: stage = .page
    case "Tm": return stage == .text && areNumbers(6)
    case "Td": return stage == .text && areNumbers(2)
    case "Tf": return stage == .text && isFont
    case "Tj": return stage == .text && operands.count == 1 && isText(operands[0])
    case "TJ": return stage == .text && isLine
    case "m", "l": return isPath(2)
    case "c": return isPath(6)
    case "re": return isPath(4)
    case "h": return isPath(0)
    case "f", "S":
      guard stage == .path, operands.isEmpty else { return false }
      stage = .page
    default: return false
    }
    return true
  }

  private func areNumbers(_ count: Int) -> Bool {
    operands.count == count && operands.allSatisfy(isNumber)
  }

  private func isNumber(_ token: PageLexer.Token) -> Bool {
    if case .number(let text) = token { text != "0.0" } else { false }
  }

  private func isText(_ token: PageLexer.Token) -> Bool {
    if case .text = token { true } else { false }
  }

  private mutating func isPath(_ count: Int) -> Bool {
    guard stage != .text, areNumbers(count) else { return false }
    stage = .path
    return true
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
    return items.allSatisfy { isText($0) || isNumber($0) }
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
