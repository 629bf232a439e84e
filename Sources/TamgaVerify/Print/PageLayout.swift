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
  /// Points by which later text may stand above earlier text on its left: a cell of some lines.
  private static let rise = 130.0
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
      for earlier in page.pieces[..<index] where !Self.follows(later, earlier) {
        let lies = later.ink.meets(earlier.ink)
        flaws.append(PrintFlaw(lies ? .covered : .moved, words: earlier.text))
        flaws.append(PrintFlaw(lies ? .covered : .moved, words: later.text))
        break
      }
    }
    return flaws
  }

  /// Whether two pieces are read in the order in which they are drawn.
  private static func follows(_ later: PrintedPage.Piece, _ earlier: PrintedPage.Piece) -> Bool {
    let em = min(later.size, earlier.size)
    let step = later.baseline - earlier.baseline
    if later.left >= earlier.right - 0.3 * em { return step >= -rise }
    return step >= 0.75 * em
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
