/// Text of strangers (names of files, what stands in them) in a form that does nothing to a terminal and cannot be
/// taken for another line: what is not seen is shown as its number.
public enum PlainText {
  /// One line: line breaks are shown too.
  public static func line(_ text: some StringProtocol) -> String { shown(text, breaks: false) }

  /// Several lines.
  public static func lines(_ text: some StringProtocol) -> String { shown(text, breaks: true) }

  /// The bytes of a JSON text, in which only texts hold such characters: `\\u` and four digits in their place.
  public static func json(_ bytes: [UInt8]) -> [UInt8] {
    // All of them are outside ASCII here: JSON itself lets none of the others stand.
    guard bytes.contains(where: { $0 >= 0x7F }) else { return bytes }
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x7F || !isHidden(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 { text += "\\u" + hex(UInt32(unit), digits: 4) }
      }
    }
    return Array(text.utf8)
  }

  private static func shown(_ text: some StringProtocol, breaks: Bool) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
    var shown = ""
    for scalar in text.unicodeScalars {
      if !isHidden(scalar) || breaks && (scalar == "\n" || scalar == "\t") {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{" + hex(scalar.value, digits: 0) + "}"
      }
    }
    return shown
  }

  /// Controls, directions and other characters without a form of their own. The soft hyphen and the joiners of words
  /// are among them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Letters and signs of most texts: nothing has to be looked up.
    case 0x20...0x7E, 0xC0...0x24F, 0x400...0x52F: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default: return false
    }
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
