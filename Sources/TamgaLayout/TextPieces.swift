import TamgaDomain

/// The pieces of a text that Pango lays out one by one: letters of one kind in one script.
///
/// Nil for a text with other letters than these, of which Pango may think differently.
struct TextPieces {
  enum Script: UInt8 { case common, latin, cyrillic }

  /// Letters of one kind have one font.
  struct Kind: Hashable {
    let letters: Letters
    /// Of the font for letters that the face lacks.
    var isForeign = false
  }

  struct Piece {
    var kind: Kind
    var script: Script
    /// UTF-16 code units, each a letter of its own.
    var units: [UInt16]
    /// UTF-8.
    var text: [UInt8]

    /// - Parameter room: Bytes of UTF-8 at most.
    init(_ kind: Kind, _ script: Script, room: Int) {
      self.kind = kind
      self.script = script
      units = []
      text = []
      units.reserveCapacity(room)
      text.reserveCapacity(room)
    }

    /// Blanks at the end of foreign letters are of the face that goes on (`itemize_state_add_character` of Pango 1.50).
    fileprivate mutating func takeBlanks(of foreign: inout Piece) {
      while foreign.units.last == TextPieces.blank {
        foreign.units.removeLast()
        foreign.text.removeLast()
        units.append(TextPieces.blank)
        text.append(UInt8(ascii: " "))
      }
    }
  }

  let pieces: [Piece]
  /// The kinds of letters, in the order in which they first stand.
  let kinds: [Kind]

  /// - Parameter foreign: The letters that a face lacks; none where that is not known.
  init?(_ stretches: [Stretch], foreign: (Face) -> LetterSet?) {
    guard !stretches.contains(where: \.isStruck), let lead = Self.lead(stretches) else {
      return nil
    }
    var pieces: [Piece] = []
    // Signs and digits are of the script before them; the first ones of the script behind.
    var script = lead
    var open: [(closing: Unicode.Scalar, script: Script)] = []
    for stretch in stretches where !stretch.text.isEmpty {
      let length = stretch.text.utf8.count
      let foreign = foreign(stretch.letters.face)
      var piece = Piece(Kind(letters: stretch.letters), script, room: length)
      // Blanks are of the face where they can be; the first ones of the font behind.
      var isBlank = true
      for scalar in stretch.text.unicodeScalars {
        var own = Self.script(of: scalar) ?? .common
        // A sign that closes is of the script of the one that opens.
        if own == .common {
          if let closing = Self.closing(scalar) {
            open.append((closing, script))
          } else if Self.closes(scalar) {
            while let last = open.popLast() {
              guard last.closing == scalar else { continue }
              own = last.script
              break
            }
          }
        }
        var kind = piece.kind
        if scalar != " " { kind.isForeign = foreign?.contains(scalar) ?? false }
        let hasOtherScript = own != .common && own != script
        if hasOtherScript { script = own }
        if piece.units.isEmpty || isBlank && !hasOtherScript {
          (piece.kind, piece.script) = (kind, script)
        } else if hasOtherScript || kind != piece.kind {
          var next = Piece(kind, script, room: length)
          if piece.kind.isForeign, !hasOtherScript { next.takeBlanks(of: &piece) }
          pieces.append(piece)
          piece = next
        }
        if scalar != " " { isBlank = false }
        piece.units.append(UInt16(scalar.value))
        Self.append(scalar.value, to: &piece.text)
      }
      pieces.append(piece)
    }
    // Blanks at an end are not laid out like others.
    guard let first = pieces.first?.units.first, let last = pieces.last?.units.last,
      first != Self.blank, last != Self.blank
    else { return nil }
    self.pieces = pieces
    kinds = Self.kinds(pieces.lazy.map(\.kind))
  }

  /// Each once, in the order in which they first stand.
  static func kinds(_ kinds: some Sequence<Kind>) -> [Kind] {
    kinds.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// In UTF-8, which for the letters here takes three bytes at most.
  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// A piece, or what of it stands on one line, as it was laid out.
  struct Part {
    let piece: Piece
    let units: ArraySlice<UInt16>
    let run: GlyphRun
    /// Where the run ends, points from the line's left end.
    let end: Double
    /// It is the last of its line.
    let endsLine: Bool
  }

  /// The pieces as they stand in the lines of a text; nil where its runs are others than these pieces, or have
  /// other glyphs than one for each letter.
  func parts(_ text: ShapedText) -> [Part]? {
    var parts: [Part] = []
    var (piece, unit, byte) = (0, 0, 0)
    for line in text.lines {
      for (index, run) in line.runs.enumerated() {
        guard piece < pieces.count else { return nil }
        let whole = pieces[piece]
        let count = run.glyphs.count
        guard unit + count <= whole.units.count, byte + run.text.count <= whole.text.count,
          whole.text[byte..<byte + run.text.count].elementsEqual(run.text)
        else { return nil }
        let end = index + 1 < line.runs.count ? line.runs[index + 1].glyphs.first?.x : line.width
        parts.append(
          Part(
            piece: whole, units: whole.units[unit..<unit + count], run: run, end: end ?? 0,
            endsLine: index + 1 == line.runs.count))
        unit += count
        byte += run.text.count
        guard (unit == whole.units.count) == (byte == whole.text.count) else { return nil }
        if unit == whole.units.count { (piece, unit, byte) = (piece + 1, 0, 0) }
      }
    }
    return piece == pieces.count ? parts : nil
  }

  /// The script with which the text begins; nil for a text with letters of which nothing is known here.
  private static func lead(_ stretches: [Stretch]) -> Script? {
    var lead: Script?
    for stretch in stretches {
      for scalar in stretch.text.unicodeScalars {
        guard let script = script(of: scalar) else { return nil }
        if script != .common { lead = lead ?? script }
      }
    }
    return lead ?? .common
  }

  static let blank = UInt16(UInt8(ascii: " "))

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0x20...0x7E: .common
    // Not the signs of multiplication and division, nor what stands above another letter.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x259: .latin
    case 0x400...0x482, 0x48A...0x4FF: .cyrillic
    default: signs.contains(scalar) ? .common : nil
    }
  }

  private static let signs = Set("«»§°·–—‘’“”„…№ʻʼ".unicodeScalars)

  /// The sign that closes what this one opens.
  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(": ")"
    case "<": ">"
    case "[": "]"
    case "{": "}"
    case "«": "»"
    case "‘": "’"
    case "“": "”"
    default: nil
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", ">", "]", "}", "»", "’", "”": true
    default: false
    }
  }
}
