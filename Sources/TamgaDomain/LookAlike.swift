/// Characters that people cannot tell from those of a number: who types on a Cyrillic keyboard writes them.
public enum LookAlike {
  private static let cyrillic = "АВЕЁКМНОРСТУХЅІЈҮЗ"
  private static let letters = "ABEEKMHOPCTYXSIJY3"

  /// Capitals of Latin for Cyrillic ones that look the same, `-` for every dash, a blank for every other white
  /// space; characters that are not seen are left out.
  public static func latin(_ text: String) -> String {
    var plain = ""
    for character in text {
      if let pair = zip(cyrillic, letters).first(where: { $0.0 == character }) {
        plain.append(pair.1)
      } else if character.isWhitespace {
        plain.append(" ")
      } else if let scalar = character.unicodeScalars.first {
        switch scalar.properties.generalCategory {
        case .dashPunctuation: plain.append("-")
        case .format, .control: break
        default: plain.append(scalar == "\u{2212}" ? "-" : character)
        }
      }
    }
    return plain
  }
}
