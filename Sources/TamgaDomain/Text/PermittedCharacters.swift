/// The characters that may stand in a text of a record.
///
/// Refused is what a reader of the paper cannot see but what changes what he sees, and what no font
/// can print: a name must look the same to the clerk, to the printer and to the inspector. Asked of
/// a text in form C (``PrintedText/normalised(_:)``), where a combining mark that is left belongs
/// to no letter of any font.
public enum PermittedCharacters {
  /// Why a character may not stand in a text.
  public enum Refusal: Hashable, Sendable, CaseIterable {
    /// C0 and C1 controls, the tab and line ends aside.
    case control
    /// U+0009, whose width nobody knows on paper.
    case tab
    /// NEL, line and paragraph separators.
    case lineBreak
    /// Marks, embeddings, overrides and isolates (UAX #9).
    case direction
    /// U+00AD, seen at a line end only.
    case softHyphen
    /// Zero width joiners and the grapheme joiner.
    case joiner
    /// Variation selectors, which change the form of a character and not its name.
    case variation
    /// Seen nowhere: zero width spaces, fillers, tags, byte order marks.
    case invisible
    /// A space that is none of those that count as U+0020.
    case space
    /// A combining mark that form C leaves by itself.
    case mark
    /// A character of private agreement, which every font draws as it likes.
    case privateUse
    /// No character of this version of Unicode, or half of a surrogate pair.
    case unassigned
    /// U+FFFD, what a broken conversion leaves of a letter.
    case broken
    /// A letter of its own in Unicode that readers of files take for several: `ﬁ`.
    case ligature
    /// U+2044: figures beside it are drawn as small ones above and below, which read back as others.
    case fraction
    /// No font of the papers has it.
    case noFont
  }

  /// Nil when `scalar` may stand in a text. The line feed may; the field decides about it.
  public static func refusal(of scalar: Unicode.Scalar) -> Refusal? {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F,
      0x2010...0x2027, 0x2116:
      nil
    case 0x09: .tab
    case 0x00...0x1F, 0x7F...0x84, 0x86...0x9F: .control
    case 0x85, 0x2028, 0x2029: .lineBreak
    case 0xAD: .softHyphen
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .direction
    case 0x200C, 0x200D, 0x034F: .joiner
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: .variation
    case 0x2800: .invisible  // a Braille pattern without dots
    case 0x2044: .fraction
    case 0xFB00...0xFB4F: .ligature
    case 0xFFFD: .broken
    default: general(scalar)
    }
  }

  /// Whether the character may stand in a text: ``refusal(of:)`` has nothing against it.
  public static func permits(_ scalar: Unicode.Scalar) -> Bool { refusal(of: scalar) == nil }

  private static func general(_ scalar: Unicode.Scalar) -> Refusal? {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .invisible }
    switch properties.generalCategory {
    case .control: return .control
    case .format: return .invisible
    case .surrogate, .unassigned: return .unassigned
    case .privateUse: return .privateUse
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .lineSeparator, .paragraphSeparator: return .lineBreak
    case .spaceSeparator: return .space
    default: return nil
    }
  }
}

/// A character of a text that may not stand there, and where it stands.
public struct RefusedCharacter: Hashable, Sendable {
  /// The character itself.
  public let scalar: Unicode.Scalar
  /// Why it may not stand there.
  public let refusal: PermittedCharacters.Refusal
  /// From 1, in characters (Unicode scalars) of the text in form C.
  public let position: Int
  /// How many characters of the text may not stand there, this one among them.
  public let count: Int

  /// The first one of `text`, which is in form C; nil when all of it may be printed.
  ///
  /// - Parameter letters: What the fonts draw; nil where that is not asked.
  public init?(in text: String, letters: LetterSet? = nil) {
    var first: (scalar: Unicode.Scalar, refusal: PermittedCharacters.Refusal, position: Int)?
    var count = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      var refusal = PermittedCharacters.refusal(of: scalar)
      if refusal == nil, let letters, scalar != "\n", !letters.contains(scalar) {
        refusal = .noFont
      }
      guard let refusal else { continue }
      count += 1
      if first == nil { first = (scalar, refusal, index + 1) }
    }
    guard let first else { return nil }
    (scalar, refusal, position) = first
    self.count = count
  }

  /// `U+00AD SOFT HYPHEN`; the code point alone for a character without a name.
  public var name: String {
    let properties = scalar.properties
    return (properties.name ?? properties.nameAlias).map { scalar.codePoint + " " + $0 }
      ?? scalar.codePoint
  }
}
