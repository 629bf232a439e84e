/// Where things stand on a page, judged as papers are laid out.
///
/// The digest of a seal covers the words in the order of drawing, not their places. So a page may
/// only be laid out so that it reads in that order: later text stands below earlier text or to the
/// right of it, nothing lies on anything, and nothing is drawn but lines, the emblem and the code.
struct PageLayout {
  let page: PrintedPage

  /// Points: from the smallest note to the largest title.
  private static let sizes = 5.0...24.0
  /// Points of paper that printers leave white.
  private static let margin = 14.0
  /// Points of a rule or a frame's line.
  private static let thinnest = 2.0
  /// Points: the emblem's place, a square in the head of a page.
  private static let emblem = (side: 62.0, bottom: 130.0)
  /// Ems from line to line in a cell.
  private static let lineStep = 1.7
  /// Points: captions are set in 8 at most, and stand this far below what they explain.
  private static let caption = 8.01
  private static let captionStep = 26.0
  /// Ems by which the first lines of two cells may differ.
  private static let tilt = 0.8
  /// Pieces of text or parts of drawings: a full page of small print has 600.
  static let partLimit = 4000

  func flaws() -> [PrintFlaw] {
    guard page.pieces.count <= Self.partLimit, page.drawings.count <= Self.partLimit else {
      return [PrintFlaw(.rewritten)]
    }
    return hidden + moved + drawn
  }

  private var hidden: [PrintFlaw] {
    let paper = PrintBox(
      left: Self.margin, top: Self.margin, right: page.width - Self.margin,
      bottom: page.height - Self.margin)
    return page.pieces.filter { !Self.sizes.contains($0.size) || !paper.holds($0.ink) }
      .map { PrintFlaw(.hidden, words: $0.text) }
  }

  private var moved: [PrintFlaw] {
    var flaws: [PrintFlaw] = []
    for (index, later) in page.pieces.enumerated() {
      let cell = beginOfCell(beside: later, before: index)
      for (place, earlier) in page.pieces[..<index].enumerated()
      where !Self.follows(later, earlier, isInCell: place >= cell) {
        let lies = later.ink.meets(earlier.ink)
        flaws.append(PrintFlaw(lies ? .covered : .moved, words: earlier.text))
        flaws.append(PrintFlaw(lies ? .covered : .moved, words: later.text))
        break
      }
    }
    return flaws
  }

  /// Whether two pieces are read in the order in which they are drawn.
  private static func follows(
    _ later: PrintedPage.Piece, _ earlier: PrintedPage.Piece, isInCell: Bool
  ) -> Bool {
    let em = min(later.size, earlier.size)
    let step = later.baseline - earlier.baseline
    if later.left >= earlier.right - 0.3 * em { return isInCell || step >= -0.8 * em }
    return step >= 0.75 * em
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
        begin == 0 || page.pieces[begin - 1].baseline < line.baseline - 0.5 * line.size
      {
        return begin
      }
    }
    return index
  }

  private static func isNextLine(_ below: PrintedPage.Piece, of line: PrintedPage.Piece) -> Bool {
    let step = below.baseline - line.baseline
    // The words under a line to sign on are small.
    return below.size <= Self.caption
      ? step <= Self.captionStep : below.size == line.size && step <= Self.lineStep * line.size
  }

  private var drawn: [PrintFlaw] {
    var flaws: [PrintFlaw] = []
    var codes = 0
    var strokes: PrintBox?
    for drawing in page.drawings {
      switch drawing {
      case .rule(let box):
        if min(box.width, box.height) > Self.thinnest { flaws.append(PrintFlaw(.foreign)) }
        flaws += covered(by: [box])
      case .frame(let box, let thickness):
        if thickness > Self.thinnest { flaws.append(PrintFlaw(.foreign)) }
        flaws += covered(by: Self.sides(of: box, thickness))
      case .strokes(let box) where box.bottom > Self.emblem.bottom:
        flaws.append(PrintFlaw(.foreign))
        flaws += covered(by: [box])
      case .strokes(let box):
        strokes = strokes?.with(box) ?? box
      case .stencil(let box):
        codes += 1
        flaws += covered(by: [box])
      case .shape(let box):
        flaws.append(PrintFlaw(.foreign))
        flaws += covered(by: [box])
      }
    }
    if codes > 1 { flaws.append(PrintFlaw(.foreign)) }
    if let strokes {
      if max(strokes.width, strokes.height) > Self.emblem.side {
        flaws.append(PrintFlaw(.foreign))
      }
      flaws += covered(by: [strokes])
    }
    return flaws
  }

  private func covered(by boxes: [PrintBox]) -> [PrintFlaw] {
    page.pieces.filter { piece in boxes.contains { $0.meets(piece.ink) } }
      .map { PrintFlaw(.covered, words: $0.text) }
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
