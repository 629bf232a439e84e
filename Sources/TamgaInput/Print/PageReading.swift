internal import TamgaOptics
internal import TamgaVerify

/// Draws a page without drawing it: follows its content operator by operator and notes where every
/// letter and line comes to stand.
///
/// Only the operators are taken that papers are made of, and some whose effect is plain. Every other
/// one could make a page show another thing than its text, and is evidence of tampering.
struct PageReading {
  /// Saved states inside each other: papers have two.
  private static let depthLimit = 8

  let fonts: [String: PrintFont]
  private let stencils: Set<String>
  var page = PrintedPage()
  /// Letters were drawn whose fonts are not known.
  var hasUncheckedLetters = false
  /// Everything that is drawn, where it is kept to be shown.
  var inks: [PageInk] = []
  let keepsInk: Bool
  /// The lines of the path, curves in straight parts.
  var lines: [[PrintPoint]] = []
  /// What `q` saves and `Q` brings back (ISO 32000-1, 8.4.2).
  var state: State
  private var saved: [State] = []
  var path: [PathPart] = []
  /// The state of a text object; nil outside of one.
  var text: TextState?
  var letters = 0

  struct State {
    var place: Placement
    /// Greys, 0 is black.
    var fill = 0.0
    var stroke = 0.0
    var lineWidth = 1.0
    var font: PrintFont?
    /// Text rendering mode (ISO 32000-1, 9.3.6).
    var mode = 0
  }

  /// From the lengths of the content to points from the top left of the page; nothing is slanted.
  struct Placement {
    var across: Double
    var down: Double
    var left: Double
    var top: Double

    func x(_ x: Double) -> Double { x * across + left }
    func y(_ y: Double) -> Double { y * down + top }
  }

  enum PathPart {
    case rectangle(PrintBox)
    case point(PrintPoint)
  }

  struct Stop: Error {
    let kind: TamperEvidence.Kind
  }

  init(
    width: Double, height: Double, fonts: [String: PrintFont], stencils: Set<String>,
    keepsInk: Bool = false
  ) {
    self.keepsInk = keepsInk
    self.fonts = fonts
    self.stencils = stencils
    page.width = width
    page.height = height
    state = State(place: Placement(across: 1, down: -1, left: 0, top: height))
  }

  /// Follows the content. An operator that cannot be followed is evidence and ends the reading, since
  /// what comes after it has an unknown place.
  mutating func read(_ content: [UInt8]) {
    var lexer = PDFLexer(content[...])
    var operands: [PDFValue] = []
    do throws(Stop) {
      while let token = lexer.next() {
        switch token {
        case .value(let value):
          operands.append(value)
          guard operands.count <= 16 else { throw Stop(kind: .malformed) }
        case .word(let word):
          try perform(word, operands)
          operands = []
        }
      }
      guard lexer.isSound, saved.isEmpty, text == nil else { throw Stop(kind: .malformed) }
    } catch {
      endPiece()
      page.evidence.append(TamperEvidence(error.kind))
      page.isWhole = false
    }
  }

  /// Operators that take none.
  private static let bare: Set = [
    "q", "Q", "BT", "ET", "h", "n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "EMC", "W",
    "W*",
  ]

  private mutating func perform(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    // Some readers take the first of too many, some the last.
    guard operands.isEmpty || !Self.bare.contains(word) else { throw Stop(kind: .malformed) }
    switch word {
    case "Tj", "TJ", "Tm", "Td", "Tf", "Tr", "BT", "ET": try write(word, operands)
    case "re", "m", "l", "c", "h", "n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
      try draw(word, operands)
    case "cm", "q", "Q", "Do": try place(word, operands)
    case "g", "G", "rg", "RG": try ink(word, operands)
    case "w":
      state.lineWidth = try numbers(operands, 1)[0]
      guard state.lineWidth >= 0 else { throw Stop(kind: .malformed) }
    // How lines end and meet; dashes are empty in papers.
    case "J", "j", "M": _ = try numbers(operands, 1)
    case "d":
      guard operands.count == 2, operands[0].array?.isEmpty == true else {
        throw Stop(kind: .foreign)
      }
    // What the page's resources may hold is looked at by ``PDFStructureCheck``.
    case "gs", "BMC":
      guard operands.count == 1, operands[0].name != nil else { throw Stop(kind: .malformed) }
    case "BDC":
      guard operands.count == 2, operands[0].name != nil else { throw Stop(kind: .malformed) }
      // Words beside the drawn ones would be read in their place.
      guard let properties = operands[1].dictionary,
        Set(properties.keys).isSubset(of: ["MCID", "Lang"])
      else { throw Stop(kind: .letters) }
      if properties["Lang"] != nil { page.hasOwnLanguages = true }
      if let number = properties["MCID"]?.integer {
        page.marks.append((number, page.text.endIndex))
      }
    case "EMC": break
    // Cut off; not where a program that prints cuts at the edge of the sheet.
    case "W", "W*":
      guard path.count == 1, case .rectangle(let box) = path[0],
        box.holds(PageLayout.sheet(of: page))
      else { throw Stop(kind: .hidden) }
    // Stretched or raised.
    case "Tz", "Ts": throw Stop(kind: .hidden)
    case "Tc", "Tw", "TL", "TD", "T*", "'", "\"": throw Stop(kind: .moved)
    default: throw Stop(kind: .foreign)
    }
  }

  /// Readers count in numbers of 32 bits or of 64: what is far away, or was made very small or large, comes back
  /// to different places.
  private static let scales = 0.001...1_000.0
  private static let farthest = 20_000.0

  /// Whether a place, points, is near enough to the page.
  func isNear(_ x: Double, _ y: Double) -> Bool {
    abs(x) <= Self.farthest && abs(y) <= Self.farthest
  }

  func numbers(_ operands: [PDFValue], _ count: Int) throws(Stop) -> [Double] {
    let numbers = operands.compactMap(\.number)
    guard operands.count == count, numbers.count == count,
      numbers.allSatisfy({ abs($0) < 100_000 })
    else { throw Stop(kind: .malformed) }
    return numbers
  }

  private mutating func ink(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    let shades = try numbers(operands, word.count == 1 ? 1 : 3)
    guard let palest = shades.max(), let darkest = shades.min(), 0 <= darkest, palest <= 1 else {
      throw Stop(kind: .malformed)
    }
    // Papers are black and grey.
    if palest > darkest { page.evidence.append(TamperEvidence(.foreign)) }
    if word.first == "g" || word == "rg" { state.fill = palest } else { state.stroke = palest }
  }

  private mutating func place(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    switch word {
    case "cm":
      let matrix = try numbers(operands, 6)
      guard matrix[1] == 0, matrix[2] == 0, text == nil else { throw Stop(kind: .moved) }
      let old = state.place
      state.place = Placement(
        across: matrix[0] * old.across, down: matrix[3] * old.down, left: old.x(matrix[4]),
        top: old.y(matrix[5]))
      guard Self.scales.contains(abs(state.place.across)),
        Self.scales.contains(abs(state.place.down)), isNear(state.place.left, state.place.top)
      else { throw Stop(kind: .moved) }
    case "q":
      guard saved.count < Self.depthLimit, text == nil else { throw Stop(kind: .malformed) }
      saved.append(state)
    case "Q":
      guard let last = saved.popLast(), text == nil else { throw Stop(kind: .malformed) }
      state = last
    default:
      guard operands.count == 1, let name = operands[0].name, text == nil else {
        throw Stop(kind: .malformed)
      }
      let box = PrintBox(
        between: (state.place.x(0), state.place.y(0)), and: (state.place.x(1), state.place.y(1)))
      // Upright, square and black.
      let isCode =
        stencils.contains(name) && state.fill == 0 && state.place.across > 0
        && state.place.down < 0 && abs(box.width - box.height) < 0.01
      page.drawings.append(isCode ? .stencil(box) : .shape(box))
      keep(.symbol(box))
      page.stencils.insert(name)
    }
  }

  // Lines

  private mutating func draw(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    guard text == nil else { throw Stop(kind: .malformed) }
    func point(_ x: Double, _ y: Double) -> PathPart {
      .point(PrintPoint(x: state.place.x(x), y: state.place.y(y)))
    }
    switch word {
    case "re":
      let box = try numbers(operands, 4)
      path.append(
        .rectangle(
          PrintBox(
            between: (state.place.x(box[0]), state.place.y(box[1])),
            and: (state.place.x(box[0] + box[2]), state.place.y(box[1] + box[3])))))
    case "m", "l":
      let end = try numbers(operands, 2)
      path.append(point(end[0], end[1]))
      trace(word, [end])
    case "c":
      let points = try numbers(operands, 6)
      // A curve lies between its points (ISO 32000-1, 8.5.2.2).
      let pairs = [0, 2, 4].map { [points[$0], points[$0 + 1]] }
      for pair in pairs { path.append(point(pair[0], pair[1])) }
      trace(word, pairs)
    case "h": break
    default:
      if word != "n" {
        paint(word)
        show(word)
      }
      path = []
      lines = []
    }
    guard path.count <= PageLayout.partLimit else { throw Stop(kind: .malformed) }
  }

  private mutating func paint(_ word: String) {
    guard let first = path.first else { return }
    let thickness = state.lineWidth * max(abs(state.place.across), abs(state.place.down))
    if path.count == 1, case .rectangle(let box) = first, word == "f" || word == "S" {
      // White lines would cut letters.
      let isDark = (word == "f" ? state.fill : state.stroke) <= Self.palestLine
      page.drawings.append(
        !isDark ? .shape(box) : word == "f" ? .rule(box) : .frame(box, thickness: thickness))
      return
    }
    var points: [PrintPoint] = []
    var isLine = word == "S" && state.stroke <= Self.palestLine
    for part in path {
      switch part {
      case .rectangle(let box):
        isLine = false
        points += [PrintPoint(x: box.left, y: box.top), PrintPoint(x: box.right, y: box.bottom)]
      case .point(let point): points.append(point)
      }
    }
    guard let around = PrintBox(around: points) else { return }
    page.drawings.append(isLine ? .strokes(points, thickness: thickness) : .shape(around))
  }

  /// Grey: hairlines are 0.65.
  private static let palestLine = 0.7
}
