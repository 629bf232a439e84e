internal import TamgaOptics

/// Draws a page without drawing it: follows its content operator by operator and notes where every
/// letter and line comes to stand.
///
/// Only the operators are taken that papers are made of. Every other one could make a page show
/// another thing than its text, and is a flaw.
struct PageReading {
  /// Letters that are taken: a full page of small print has 10,000.
  private static let letterLimit = 60_000
  /// Saved states inside each other: papers have two.
  private static let depthLimit = 4

  private let fonts: [String: PrintFont]
  private let stencils: Set<String>
  private(set) var page = PrintedPage()
  /// Whether the page was turned round as papers turn it: afterwards lengths go from its top left.
  private var isTurned = false
  private var saved: [(Inks, transform: [Double]?)] = []
  private var inks = Inks()
  /// Where a picture comes to stand.
  private var transform: [Double]?
  private var path: [PathPart] = []
  private var font: PrintFont?
  private var line: TextPlace?
  private var pen: TextPlace?
  private var isAtStart = true
  /// The letters since the last jump.
  private var piece: PrintedPage.Piece?
  private var isPale = false
  private var letters = 0

  /// Greys, 0 is black, and the width of lines, points.
  private struct Inks {
    var fill = 0.0
    var stroke = 0.0
    var lineWidth = 1.0
  }

  private enum PathPart {
    case rectangle(PrintBox)
    case point(Double, Double)
  }

  /// Where text comes to stand: points from the top left, and the size of an em.
  private struct TextPlace {
    var x: Double
    var y: Double
    var size: Double
  }

  private struct Stop: Error {
    let kind: PrintFlaw.Kind
  }

  init(width: Double, height: Double, fonts: [String: PrintFont], stencils: Set<String>) {
    self.fonts = fonts
    self.stencils = stencils
    page.width = width
    page.height = height
  }

  /// Follows the content; a flaw ends the reading, since what follows has an unknown place.
  mutating func read(_ content: [UInt8]) {
    var lexer = PDFLexer(content[...])
    var operands: [PDFValue] = []
    do throws(Stop) {
      while let token = lexer.next() {
        switch token {
        case .value(let value):
          operands.append(value)
          guard operands.count <= 16 else { throw Stop(kind: .rewritten) }
        case .word(let word):
          try perform(word, operands)
          operands = []
        }
      }
      guard lexer.isSound, saved.isEmpty, line == nil else { throw Stop(kind: .rewritten) }
    } catch {
      endPiece()
      page.flaws.append(PrintFlaw(error.kind))
    }
  }

  private mutating func perform(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    switch word {
    case "Tj", "TJ", "Tm", "Td", "Tf", "BT", "ET": try write(word, operands)
    case "re", "m", "l", "c", "h", "f", "S": try draw(word, operands)
    case "cm", "q", "Q", "Do": try place(word, operands)
    case "rg", "RG":
      let shade = try numbers(operands, 3)
      // Papers are black and grey.
      guard shade[0] == shade[1], shade[1] == shade[2], (0...1).contains(shade[0]) else {
        throw Stop(kind: .rewritten)
      }
      if word == "rg" { inks.fill = shade[0] } else { inks.stroke = shade[0] }
    case "w": inks.lineWidth = try numbers(operands, 1)[0]
    // How lines end and meet; dashes are empty in papers.
    case "J", "j", "M": _ = try numbers(operands, 1)
    case "d":
      guard operands.count == 2, operands[0].array?.isEmpty == true else {
        throw Stop(kind: .rewritten)
      }
    // What the page's resources may hold is looked at by ``PageCheck``.
    case "gs": break
    case "BDC":
      // Words beside the drawn ones would be read in their place.
      guard operands.count == 2, let properties = operands[1].dictionary,
        Set(properties.keys).isSubset(of: ["MCID", "Lang"])
      else { throw Stop(kind: .rewritten) }
    case "EMC", "BMC": break
    default: throw Stop(kind: Self.hides(word) ? .hidden : .rewritten)
    }
    isAtStart = false
  }

  /// Operators that make text invisible or cut it off: rendering mode, clipping, stretching.
  private static func hides(_ word: String) -> Bool {
    ["Tr", "W", "W*", "Tz", "Ts"].contains(word)
  }

  private func numbers(_ operands: [PDFValue], _ count: Int) throws(Stop) -> [Double] {
    let numbers = operands.compactMap(\.number)
    guard operands.count == count, numbers.count == count,
      numbers.allSatisfy({ abs($0) < 100_000 })
    else { throw Stop(kind: .rewritten) }
    return numbers
  }

  // Places

  private mutating func place(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    switch word {
    case "cm":
      let matrix = try numbers(operands, 6)
      if isAtStart {
        guard matrix.prefix(5).elementsEqual([1, 0, 0, -1, 0]),
          abs(matrix[5] - page.height) < 0.01
        else { throw Stop(kind: .moved) }
        isTurned = true
      } else {
        guard isTurned, !saved.isEmpty, transform == nil else { throw Stop(kind: .moved) }
        transform = matrix
      }
    case "q":
      guard saved.count < Self.depthLimit, isTurned, line == nil else {
        throw Stop(kind: .rewritten)
      }
      saved.append((inks, transform))
    case "Q":
      guard let state = saved.popLast() else { throw Stop(kind: .rewritten) }
      (inks, transform) = state
    default:
      guard let name = operands.first?.name, stencils.contains(name), let matrix = transform,
        matrix[1] == 0, matrix[2] == 0, matrix[0] > 0, matrix[3] < 0,
        abs(matrix[0] + matrix[3]) < 0.01, inks.fill == 0
      else { throw Stop(kind: .foreign) }
      page.drawings.append(
        .stencil(
          PrintBox(
            left: matrix[4], top: matrix[5] + matrix[3], right: matrix[4] + matrix[0],
            bottom: matrix[5])))
    }
  }

  // Lines

  private mutating func draw(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    guard isTurned, transform == nil else { throw Stop(kind: .foreign) }
    switch word {
    case "re":
      let box = try numbers(operands, 4)
      guard box[2] >= 0, box[3] >= 0 else { throw Stop(kind: .foreign) }
      path.append(
        .rectangle(
          PrintBox(left: box[0], top: box[1], right: box[0] + box[2], bottom: box[1] + box[3])))
    case "m", "l":
      let point = try numbers(operands, 2)
      path.append(.point(point[0], point[1]))
    case "c":
      let points = try numbers(operands, 6)
      // A curve lies between its points (ISO 32000-1, 8.5.2.2).
      for index in [0, 2, 4] { path.append(.point(points[index], points[index + 1])) }
    case "h": break
    default:
      try paint(isFilled: word == "f")
      path = []
    }
  }

  private mutating func paint(isFilled: Bool) throws(Stop) {
    guard let first = path.first else { return }
    // White lines would cut letters.
    guard isFilled ? inks.fill <= 0.7 : inks.stroke <= 0.7 else { throw Stop(kind: .covered) }
    if path.count == 1, case .rectangle(let box) = first {
      page.drawings.append(isFilled ? .rule(box) : .frame(box, thickness: inks.lineWidth))
      return
    }
    guard !isFilled, case .point(let x, let y) = first else { throw Stop(kind: .foreign) }
    var around = PrintBox(x, y)
    for part in path {
      guard case .point(let x, let y) = part else { throw Stop(kind: .foreign) }
      around.take(x, y)
    }
    page.drawings.append(.strokes(around))
  }

  // Text

  private mutating func write(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    switch word {
    case "BT":
      guard line == nil, isTurned, transform == nil else { throw Stop(kind: .rewritten) }
      line = TextPlace(x: 0, y: 0, size: 0)
      pen = line
    case "ET":
      guard line != nil else { throw Stop(kind: .rewritten) }
      endPiece()
      line = nil
      pen = nil
      page.text += "\n"
    case "Tf":
      guard operands.count == 2, let name = operands[0].name, operands[1].number == 1 else {
        throw Stop(kind: .rewritten)
      }
      guard let chosen = fonts[name] else { throw Stop(kind: .letters) }
      font = chosen
    case "Tm":
      let matrix = try numbers(operands, 6)
      guard matrix[1] == 0, matrix[2] == 0, matrix[0] > 0, abs(matrix[0] + matrix[3]) < 0.001 else {
        throw Stop(kind: .hidden)
      }
      endPiece()
      line = TextPlace(x: matrix[4], y: matrix[5], size: matrix[0])
      pen = line
      page.text += "\n"
    case "Td":
      guard var place = line else { throw Stop(kind: .rewritten) }
      let step = try numbers(operands, 2)
      place.x += step[0] * place.size
      place.y -= step[1] * place.size
      endPiece()
      line = place
      pen = place
      page.text += "\n"
    case "Tj": try show(operands)
    default:
      guard operands.count == 1, let items = operands[0].array else {
        throw Stop(kind: .rewritten)
      }
      try show(items)
    }
  }

  /// Thousandths of an em by which letters may be drawn together: pairs such as AV.
  private static let tightest = 250.0
  /// Ems: a wider gap parts two pieces of text.
  private static let gap = 1.0

  private mutating func show(_ items: [PDFValue]) throws(Stop) {
    guard var place = pen, let font, place.size > 0 else { throw Stop(kind: .rewritten) }
    for item in items {
      if let step = item.number {
        guard step <= Self.tightest else { throw Stop(kind: .moved) }
        place.x -= step / 1000 * place.size
        if -step / 1000 > Self.gap { endPiece() }
        continue
      }
      guard let codes = item.string, codes.count % font.codeSize == 0 else {
        throw Stop(kind: .rewritten)
      }
      letters += codes.count / font.codeSize
      guard letters <= Self.letterLimit else { throw Stop(kind: .rewritten) }
      for index in stride(from: 0, to: codes.count, by: font.codeSize) {
        let code = codes[index..<index + font.codeSize].reduce(0) { $0 << 8 | Int($1) }
        guard let letter = font.letter(code) else { throw Stop(kind: .letters) }
        guard letter.advance >= 0 else { throw Stop(kind: .moved) }
        page.text += letter.text
        let next = place.x + letter.advance * place.size
        note(letter, from: place, to: next)
        place.x = next
      }
    }
    pen = place
  }

  private mutating func note(_ letter: PrintFont.Letter, from place: TextPlace, to next: Double) {
    if !letter.isTrue { page.flaws.append(PrintFlaw(.letters, words: letter.text)) }
    if letter.isBlank {
      piece?.text += letter.text
      return
    }
    if piece == nil {
      piece = PrintedPage.Piece(
        text: "", baseline: place.y, size: place.size, left: place.x, right: place.x)
    }
    piece?.text += letter.text
    piece?.right = next
    isPale = isPale || inks.fill > Self.palest
  }

  private mutating func endPiece() {
    if let piece {
      page.pieces.append(piece)
      if isPale { page.flaws.append(PrintFlaw(.hidden, words: piece.text)) }
    }
    piece = nil
    isPale = false
  }

  /// Grey: the palest text of a paper is 0.28.
  private static let palest = 0.4
}
