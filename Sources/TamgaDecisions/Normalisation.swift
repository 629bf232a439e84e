import Foundation

/// Unicode normalisation form C (UAX #15), in which every text of a record is kept.
enum Normalisation {
  /// `text` in form C.
  static func composed(_ text: String) -> String {
    isPlainlyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// True for texts of letters that no normalisation changes and that compose with nothing before
  /// them: Latin up to U+02FF, Cyrillic, and the punctuation of both. Saves the slow way for nearly
  /// every record.
  static func isPlainlyComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0...0x2FF, 0x400...0x482, 0x48A...0x52F: true
      case 0x2010...0x2027, 0x2116: true  // dashes, quotation marks, №
      default: false
      }
    }
  }
}
