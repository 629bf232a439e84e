// The one normaliser that needs no Foundation; Foundation's own calls it.
@_spi(_Unicode) internal import Swift

/// The text of a record as it is laid out, digested, copied out of a paper and read back by the
/// verifier: one function for all of them.
///
/// A record's text enters by ``normalised(_:)``, and only ``PermittedCharacters`` of it. From then
/// on a printed text is its ``words(of:)``: whatever draws, copies or reads it may part or join
/// lines and spaces, but no other character comes or goes.
public enum PrintedText {
  /// `text` in normalisation form C (UAX #15), spaces of other widths as U+0020.
  ///
  /// U+2000 to U+200A, U+202F, U+205F and U+3000 change nothing for the reader of a paper (contract
  /// `decisions.md`). U+00A0 stays: it keeps what belongs together on one line.
  public static func normalised(_ text: String) -> String {
    if isPlain(text) { return text }
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { spaced.append(isWideSpace(scalar) ? " " : scalar) }
    return composed(String(spaced))
  }

  /// A text without white space and invisible characters, in form C: how printed texts are compared,
  /// and what the seal's digest covers.
  public static func words(of text: String) -> String {
    String(decoding: wordBytes(of: text), as: UTF8.self)
  }

  /// The same in UTF-8.
  public static func wordBytes(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8(plainWords) ?? Array(wordsOfAnyLetters(text).utf8)
  }

  /// The same as ``words(of:)``, scalar by scalar.
  static func wordsOfAnyLetters(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isComposed = true
    for scalar in text.unicodeScalars where !isDropped(scalar) {
      isComposed = isComposed && isPlain(scalar)
      kept.append(scalar)
    }
    return isComposed ? String(kept) : composed(String(kept))
  }

  /// The characters of ``words(of:)``; nil for a text whose letters may change beside others.
  static func plainCount(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { text in
      var (place, count) = (0, 0)
      while place < text.count {
        let (length, isKept) = plainCharacter(text, place)
        guard length > 0 else { return nil }
        if isKept { count += 1 }
        place += length
      }
      return count
    }
  }

  /// The words of a text in UTF-8 of plain characters: nearly every text, byte by byte. nil for one with another
  /// letter.
  private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isPlain = true
    let words = [UInt8](unsafeUninitializedCapacity: text.count) { words, count in
      var place = 0
      while place < text.count {
        let (length, isKept) = plainCharacter(text, place)
        guard length > 0 else {
          isPlain = false
          return
        }
        if isKept {
          for offset in 0..<length { words[count + offset] = text[place + offset] }
          count += length
        }
        place += length
      }
    }
    return isPlain ? words : nil
  }

  /// The bytes of the character at a place in UTF-8, and whether it is kept as a word: of Latin up to U+02FF,
  /// Cyrillic and their punctuation. 0 for another letter.
  @inline(__always)
  private static func plainCharacter(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (length: Int, isKept: Bool) {
    func byte(_ offset: Int) -> UInt8 { place + offset < text.count ? text[place + offset] : 0 }
    switch text[place] {
    case 0x09...0x0D, 0x20: return (1, false)
    case 0...0x7F: return (1, true)
    // U+0400 to U+052F but the marks from U+0483 to U+0489, which stand above other letters.
    case 0xD0, 0xD1, 0xD3: return (2, true)
    case 0xD2: return (0x83...0x89).contains(byte(1)) ? (0, false) : (2, true)
    case 0xD4: return (0x80...0xAF).contains(byte(1)) ? (2, true) : (0, false)
    // Next line, no-break space, soft hyphen.
    case 0xC2: return (2, byte(1) != 0x85 && byte(1) != 0xA0 && byte(1) != 0xAD)
    case 0xC3...0xCB: return (2, true)
    // Dashes and quotation marks from U+2010 to U+2027, №.
    case 0xE2:
      let isSign =
        byte(1) == 0x80 && (0x90...0xA7).contains(byte(2)) || byte(1) == 0x84 && byte(2) == 0x96
      return (isSign ? 3 : 0, isSign)
    default: return (0, false)
    }
  }

  /// Spaces of every kind as one U+0020 between words, none at the ends: how names are compared.
  public static func singleSpaced(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The scalars of a text in normalisation form D: letters apart from their marks.
  public static func decomposed(_ text: String) -> String.UnicodeScalarView {
    var apart = String.UnicodeScalarView()
    var scalars = text._nfd.makeIterator()
    while let scalar = scalars.next() { apart.append(scalar) }
    return apart
  }

  private static func isWideSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x400...0x52F: false
    case 0xAD, 0x180E, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }

  private static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPlain) }

  /// True for characters that no normalisation changes where only such ones stand beside them: Latin
  /// up to U+02FF, Cyrillic, and the punctuation of both. Saves the slow way for nearly every text.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400...0x482, 0x48A...0x52F: true
    case 0x2010...0x2027, 0x2116: true  // dashes, quotation marks, №
    default: false
    }
  }

  private static func composed(_ text: String) -> String {
    var composed = String.UnicodeScalarView()
    var scalars = text._nfc.makeIterator()
    while let scalar = scalars.next() { composed.append(scalar) }
    return String(composed)
  }
}
