internal import TamgaVerify

/// Where things stand on a page, judged as papers are laid out.
///
/// The digest of a seal covers the words in the order of drawing, not their places. So a page may
/// only be laid out so that it reads in that order: later text stands below earlier text or to the
/// right of it, nothing lies on anything, and nothing is drawn but lines, the emblem and the code.
struct PageLayout {
  let page: PrintedPage

  /// Points: from the smallest note to the largest title, with what is lost in rounding.
  private static let sizes = 6.3...16.0
  /// Points of paper that printers leave white.
  private static let margin = 14.0
  /// Points: how thick a rule or a frame's line is at most, and how long a rule is at least. Shorter
  /// ones and those that stand upright could draw letters.
  private static let rule = (thickness: 2.0, length: 30.0)
  /// Points between rules that lie over each other, and how many pairs stand closer: those of the
  /// head and of a table's. More of them could paint an area.
  private static let rules = (step: 5.0, pairs: 2)
  /// Points: the frame around a mark such as that of a duplicate.
  private static let frame = (width: 40.0, heights: 10.0...60.0, count: 2)
  /// Points from the top: where the emblem ends.
  private static let head = 130.0
  /// Points: the code's side; about 40 mm (contract `seal.md`), and what a program that prints makes of it.
  private static let code = 60.0...160.0
  /// Points: the code's side in a file as it is issued: 40 mm to the nearest dot of a module.
  static let issuedCode = 104.0...123.0
  /// Ems from line to line in a cell.
  private static let lineStep = 1.7
  /// Ems: how high capitals are.
  private static let capitals = 0.7
  /// Points: captions are set in 8 at most, and stand this far below what they explain.
  private static let caption = 8.01
  private static let captionStep = 26.0
  /// Ems by which the first lines of two cells may differ.
  private static let tilt = 0.8
  /// Pieces of text or parts of drawings: a full page of small print has 600.
  static let partLimit = 2000

  func evidence() -> [TamperEvidence] {
    guard page.pieces.count <= Self.partLimit, page.drawings.count <= Self.partLimit else {
      return [TamperEvidence(.malformed)]
    }
    return hidden + moved + drawn
  }

  /// What printers print on.
  static func sheet(of page: PrintedPage) -> PrintBox {
    PrintBox(
      left: margin, top: margin, right: page.width - margin, bottom: page.height - margin)
  }

  private var hidden: [TamperEvidence] {
    let sheet = Self.sheet(of: page)
    return page.pieces.filter { !Self.sizes.contains($0.size) || !sheet.holds($0.ink) }
      .map { TamperEvidence(.hidden, words: $0.text) }
  }

  private var moved: [TamperEvidence] {
    var evidence: [TamperEvidence] = []
    for (index, later) in page.pieces.enumerated() {
      let cell = beginOfCell(beside: later, before: index)
      for (place, earlier) in page.pieces[..<index].enumerated()
      where !Self.follows(later, earlier, isInCell: place >= cell) {
        let lies = later.ink.meets(earlier.ink)
        evidence.append(TamperEvidence(lies ? .covered : .moved, words: earlier.text))
        evidence.append(TamperEvidence(lies ? .covered : .moved, words: later.text))
        break
      }
    }
    return evidence
  }

  /// Whether two pieces are read in the order in which they are drawn.
  private static func follows(
    _ later: PrintedPage.Piece, _ earlier: PrintedPage.Piece, isInCell: Bool
  ) -> Bool {
    let em = min(later.size, earlier.size)
    let step = later.baseline - earlier.baseline
    if later.left >= earlier.right - 0.05 * em { return isInCell || step >= -0.8 * em }
    // Large letters below small ones would lie on them.
    return step >= 0.75 * em && step >= capitals * later.size
  }

  /// Where the lines begin beside which a piece may stand though some of them are lower: those of
  /// one cell, in one size and with the distance of lines, the first as high as the piece.
  private func beginOfCell(beside later: PrintedPage.Piece, before index: Int) -> Int {
    var begin = index
    while begin > 0 {
      let line = page.pieces[begin - 1]
      let below = begin < index ? page.pieces[begin] : nil
      let isOfCell = below.map { Self.isNextLine($0, of: line) } ?? true
      guard isOfCell, line.baseline > later.baseline - Self.tilt * line.size else { break }
      begin -= 1
      if abs(line.baseline - later.baseline) <= Self.tilt * line.size,
        begin == 0 || Self.begins(line, behind: page.pieces[begin - 1])
      {
        return begin
      }
    }
    return index
  }

  /// Whether a line is the first of its cell: what was drawn before stands above it, or on its left as a cell of
  /// the same row.
  private static func begins(
    _ line: PrintedPage.Piece, behind earlier: PrintedPage.Piece
  ) -> Bool {
    let step = line.baseline - earlier.baseline
    return step > 0.5 * line.size || abs(step) <= tilt * line.size && earlier.right <= line.left
  }

  private static func isNextLine(_ below: PrintedPage.Piece, of line: PrintedPage.Piece) -> Bool {
    let step = below.baseline - line.baseline
    // The words under a line to sign on are small.
    return below.size <= Self.caption
      ? step <= Self.captionStep : below.size == line.size && step <= Self.lineStep * line.size
  }

  private var drawn: [TamperEvidence] {
    var evidence: [TamperEvidence] = []
    var rules: [PrintBox] = []
    var strokes: [PrintedEmblem.Stroke] = []
    var (codes, frames) = (0, 0)
    for drawing in page.drawings {
      switch drawing {
      case .rule(let box):
        rules.append(box)
        if box.height > Self.rule.thickness || box.width < Self.rule.length {
          evidence.append(TamperEvidence(.foreign))
        }
        evidence += covered(by: [box])
      case .frame(let box, let thickness):
        frames += 1
        if thickness > Self.rule.thickness || box.width < Self.frame.width
          || !Self.frame.heights.contains(box.height)
        {
          evidence.append(TamperEvidence(.foreign))
        }
        evidence += covered(by: Self.sides(of: box, thickness))
      case .strokes(let points, let thickness):
        strokes.append(PrintedEmblem.Stroke(points: points, thickness: thickness))
      case .stencil(let box):
        codes += 1
        if !Self.code.contains(box.width) { evidence.append(TamperEvidence(.foreign)) }
        evidence += covered(by: [box])
      case .shape(let box):
        evidence.append(TamperEvidence(.foreign))
        evidence += covered(by: [box])
      }
    }
    if codes > 1 || frames > Self.frame.count || Self.isArea(rules) {
      evidence.append(TamperEvidence(.foreign))
    }
    if let box = PrintBox(around: strokes.flatMap(\.points)) {
      if box.bottom > Self.head || !PrintedEmblem.isDrawn(by: strokes) {
        evidence.append(TamperEvidence(.foreign))
      }
      evidence += covered(by: [box])
    }
    return evidence
  }

  /// Whether rules lie so close to each other that they paint an area.
  private static func isArea(_ boxes: [PrintBox]) -> Bool {
    let boxes = boxes.sorted { $0.top < $1.top }
    var pairs = 0
    for (index, box) in boxes.enumerated() {
      for below in boxes[(index + 1)...] {
        guard below.top - box.top < rules.step else { break }
        if below.left < box.right, box.left < below.right { pairs += 1 }
        if pairs > rules.pairs { return true }
      }
    }
    return false
  }

  private func covered(by boxes: [PrintBox]) -> [TamperEvidence] {
    page.pieces.filter { piece in boxes.contains { $0.meets(piece.reach) } }
      .map { TamperEvidence(.covered, words: $0.text) }
  }

  private static func sides(of box: PrintBox, _ thickness: Double) -> [PrintBox] {
    let half = thickness / 2
    func side(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> PrintBox {
      PrintBox(left: left - half, top: top - half, right: right + half, bottom: bottom + half)
    }
    return [
      side(box.left, box.top, box.right, box.top),
      side(box.left, box.bottom, box.right, box.bottom),
      side(box.left, box.top, box.left, box.bottom),
      side(box.right, box.top, box.right, box.bottom),
    ]
  }
}
