/// What counts as the same letter when persons are compared: the only table of it.
///
/// For comparison only: nothing that is folded is printed, stored as a name or sealed. See
/// <doc:Folding>.
public enum Folding {
  /// A name as it is compared: capitals, words parted by one space, without diacritics.
  ///
  /// Case; form C or D; apostrophes of every sort, which go; hyphens, dots and spaces, which part
  /// words; `İ I ı i`; Latin letters with diacritics; `ё` and `е`; and, in a text with Latin letters,
  /// Cyrillic letters that look like them.
  public static func name(_ text: String) -> String {
    if let plain = plainName(text) { return plain }
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in letters(text) {
      if isApostrophe(scalar) { continue }
      if isBreak(scalar) {
        if !folded.isEmpty, folded.last != " " { folded.append(" ") }
      } else {
        folded.unicodeScalars.append(scalar)
      }
    }
    if folded.last == " " { folded.removeLast() }
    return folded
  }

  /// A number of a document as it is compared: capitals and digits alone, Cyrillic look-alikes as the
  /// Latin letters that they look like. `fa 123-45` and `FА12345` (Cyrillic А) are one number.
  public static func number(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlainCapital) { return text }
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in capitals(text) {
      let scalar = lookalikes[scalar] ?? scalar
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// True for a folded text without Cyrillic letters.
  public static func isLatin(_ folded: String) -> Bool {
    !folded.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
  }

  // MARK: The table

  /// Capital Latin letters that no diacritic explains, and what stands for them in plain Latin.
  private static let plainLatin: [Unicode.Scalar: String] = [
    "Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Ħ": "H", "Ŧ": "T", "Þ": "TH", "Æ": "AE", "Œ": "OE",
    "ẞ": "SS", "Ə": "A", "Ɛ": "E", "Ŋ": "N", "Ɨ": "I", "Ʉ": "U", "Ɵ": "O",
  ]

  /// Capital Cyrillic letters that look like Latin ones.
  static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "АВЕЁЅІЇЈКМНОРСТУҮХԚԜҺ".unicodeScalars, "ABEESIIJKMHOPCTYYXQWH".unicodeScalars))

  /// Capital Cyrillic letters with a mark that people leave out. The letters of Kazakh are none of
  /// them, nor are Й, Ў and Ї: they are letters of their own.
  private static let plainCyrillic: [Unicode.Scalar: Unicode.Scalar] = [
    "Ё": "Е", "Ѐ": "Е", "Ѝ": "И", "Ӣ": "И", "Ӯ": "У", "Ѓ": "Г", "Ќ": "К",
  ]

  /// Marks that stand for an apostrophe, a soft sign or the turned comma of Uzbek.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2B9...0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x2EE,
      0x2018...0x201F, 0x2032...0x2037, 0xFF07:
      true
    default: false
    }
  }

  /// Spaces, hyphens and dots, which part words.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2E, 0x2C, 0xA0, 0xAD, 0x2010...0x2015, 0x2212, 0x5F: true
    default: scalar.properties.isWhitespace
    }
  }

  // MARK: Folding

  /// The same for most names of passports, which are capitals and spaces already.
  private static func plainName(_ text: String) -> String? {
    var lastIsSpace = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): lastIsSpace = false
      case UInt8(ascii: " "):
        if lastIsSpace { return nil }
        lastIsSpace = true
      default: return nil
      }
    }
    return lastIsSpace ? nil : text
  }

  /// A Latin capital letter or a digit of ASCII.
  private static func isPlainCapital(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }

  /// The letters of a name in capitals without what people leave out.
  private static func letters(_ text: String) -> String.UnicodeScalarView {
    let capitals = capitals(text)
    let hasLatin = capitals.contains { (0x41...0x5A).contains($0.value) }
    var plain = String.UnicodeScalarView()
    for scalar in capitals {
      if hasLatin, let latin = lookalikes[scalar] {
        plain.append(latin)
      } else if let letter = plainCyrillic[scalar] {
        plain.append(letter)
      } else if let letters = plainLatin[scalar] {
        plain.append(contentsOf: letters.unicodeScalars)
      } else if (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value) {
        plain.append(
          contentsOf: PrintedText.decomposed(String(scalar)).filter { !isMark($0) })
      } else if !isMark(scalar) {
        plain.append(scalar)
      }
    }
    return plain
  }

  private static func capitals(_ text: String) -> String.UnicodeScalarView {
    // `ı` has `I` for its capital, and `ß` has `SS`.
    PrintedText.normalised(text).uppercased().unicodeScalars
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}
