internal import TamgaVerify

/// What a page draws, in the order of drawing.
struct PrintedPage {
  /// Letters that stand beside each other on one line, with spaces of ordinary width.
  struct Piece {
    var text: String
    /// Points from the top.
    let baseline: Double
    /// Points.
    let size: Double
    /// From the first drawn letter to the last, points from the left.
    var left: Double
    var right: Double

    /// Where small letters and figures have their ink.
    var ink: PrintBox {
      PrintBox(
        left: left + 0.1 * size, top: baseline - 0.45 * size, right: right - 0.1 * size,
        bottom: baseline - 0.05 * size)
    }

    /// What letters with marks above and tails below take: a line in it could make one letter of
    /// another.
    var reach: PrintBox {
      PrintBox(
        left: left - 0.1 * size, top: baseline - size, right: right + 0.1 * size,
        bottom: baseline + 0.35 * size)
    }

    /// Ems between two fonts of one line: they touch, or a space stands between them.
    private static let joint = -0.02...0.5

    /// Whether this piece goes on where the one that was drawn just before ends: a line in two fonts
    /// is two pieces of text for cairo, and one for a reader.
    func continues(_ last: Piece) -> Bool {
      abs(size - last.size) < 0.001 && abs(baseline - last.baseline) < 0.01
        && Self.joint.contains((left - last.right) / size)
    }

    /// Adds a piece that continues this one.
    mutating func append(_ next: Piece) {
      text += next.text
      right = next.right
    }
  }

  enum Drawing {
    /// A filled rectangle.
    case rule(PrintBox)
    /// A stroked rectangle.
    case frame(PrintBox, thickness: Double)
    /// A stroked path of other shape: its points from the top left, and how thick it is.
    case strokes([PrintPoint], thickness: Double)
    /// A stencil, as the code is drawn.
    case stencil(PrintBox)
    /// Anything else: a picture, a filled or white shape.
    case shape(PrintBox)
  }

  var width = 0.0
  var height = 0.0
  /// All text, also what is not seen, as the file encodes it.
  var text = ""
  /// The numbers of the marks (ISO 32000-1, 14.7.4), in order, and where each begins in the text.
  var marks: [(number: Int, start: String.Index)] = []
  /// Whether a mark itself says in which language its text is.
  var hasOwnLanguages = false
  /// The text of each mark, up to the next one.
  var markedTexts: [(mark: Int, text: String)] {
    let ends = marks.dropFirst().map(\.start) + [text.endIndex]
    return zip(marks, ends).map { ($0.number, String(text[$0.start..<$1])) }
  }
  var pieces: [Piece] = []
  var drawings: [Drawing] = []
  /// The names of the stencils that are drawn.
  var stencils: Set<String> = []
  var evidence: [TamperEvidence] = []
  /// False when the content could not be followed to its end.
  var isWhole = true
}
