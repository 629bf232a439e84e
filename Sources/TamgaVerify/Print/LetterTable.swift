internal import Crypto
internal import Foundation

/// The letters of the fonts of the papers, as they are drawn: what tells a letter from one that only
/// claims to be it.
///
/// A print is the first 10 bytes of SHA-256 over everything that makes the drawing and the character
/// that it stands for. The table is made from the font files that `Templates/shared/fonts.yaml`
/// names, each letter with its hints and without: papers of either sort are about. Papers in other
/// fonts need a table made from those.
struct LetterTable {
  struct Print: Hashable {
    let high: UInt64
    let low: UInt16

    init(_ bytes: some Sequence<UInt8>) {
      var high: UInt64 = 0
      var low: UInt16 = 0
      for (index, byte) in bytes.prefix(LetterTable.size).enumerated() {
        if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt16(byte) }
      }
      self.high = high
      self.low = low
    }
  }

  /// Bytes of a print. A forger seeks any drawing that meets any of the prints: 2^67 trials.
  static let size = 10

  static let standard = LetterTable(base64: letterPrints)

  private let prints: Set<Print>

  init(base64: String) {
    let bytes = [UInt8](
      Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
    prints = Set(
      stride(from: 0, to: bytes.count - Self.size + 1, by: Self.size).map {
        Print(bytes[$0..<$0 + Self.size])
      })
  }

  /// Whether a drawing is that of a character in one of the fonts.
  func holds(_ glyph: FontProgram.Glyph, of font: FontProgram, as scalar: Unicode.Scalar) -> Bool {
    ([scalar] + Self.drawnAlike(scalar)).contains {
      prints.contains(Print(Self.print(of: glyph, font.unitsPerEm, font.hints, as: $0)))
    }
  }

  /// The bytes of a print.
  ///
  /// - Parameter hints: ``FontProgram/hints``.
  static func print(
    of glyph: FontProgram.Glyph, _ unitsPerEm: Int, _ hints: [UInt8], as scalar: Unicode.Scalar
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: hints)
    for number in [unitsPerEm, glyph.advance, glyph.bearing, Int(scalar.value)] {
      hash.update(data: (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) })
    }
    hash.update(data: glyph.outline)
    return Array(hash.finalize().prefix(size))
  }

  /// Characters in whose drawing a shaper shows one that the font lacks.
  private static func drawnAlike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xAD, 0x2010, 0x2011: ["\u{2D}", "\u{2010}"]
    default: []
    }
  }
}
