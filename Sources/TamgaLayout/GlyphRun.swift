/// A face of a font file.
public struct FontFace: Hashable, Sendable {
  public let path: String
  /// Which of the faces in the file, from 0.
  public let index: Int

  public init(path: String, index: Int = 0) {
    self.path = path
    self.index = index
  }
}

/// Glyphs of one face in one size, in the order of drawing, and the letters that they show.
public struct GlyphRun: Sendable {
  public let font: FontFace
  /// Points.
  public let size: Double
  public let glyphs: [Glyph]
  /// UTF-8.
  public let text: [UInt8]
  /// The glyphs stand from left to right; the letters are read the other way.
  public let isRightToLeft: Bool

  public struct Glyph: Hashable, Sendable {
    /// Its number in the font file.
    public let id: UInt32
    /// Points from the line's left end.
    public let x: Double
    /// Points from the line's baseline, downwards.
    public let y: Double
    /// Of the run's text, the bytes that it shows; glyphs that show the same letters together have the
    /// same ones.
    public let letters: Range<Int>
  }
}
