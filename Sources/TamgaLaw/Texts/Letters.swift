import TamgaDomain

/// The scripts of letters, as far as the rules tell them apart.
enum Script: Sendable {
  case latin, cyrillic, other

  /// The script of a letter; nil for a scalar that is none.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0...0x7F: return nil
    case 0x0400...0x0481, 0x048A...0x052F: self = .cyrillic
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      // The standard library knows no scripts; the names of Latin letters begin so (UAX 44).
      self = scalar.properties.name?.hasPrefix("LATIN ") == true ? .latin : .other
    }
  }
}

extension String {
  /// True for a name in Latin letters with diacritics, spaces, hyphens, apostrophes and full stops,
  /// with at least one letter (contract `decisions.md`).
  var isLatinName: Bool {
    foreignToLatinName == nil && unicodeScalars.contains { Script($0) == .latin }
  }

  /// The first character that a Latin name does not hold, and where it stands, from 1.
  var foreignToLatinName: (scalar: Unicode.Scalar, position: Int)? {
    first { scalar in
      switch scalar {
      case " ", "\u{A0}", "-", "'", "\u{2019}", "\u{2BB}", "\u{2BC}", ".": false
      case "\u{300}"..."\u{36F}": false
      default: Script(scalar) != .latin
      }
    }
  }

  /// The first letter that is not Latin, and where it stands, from 1.
  var firstForeignLetter: (scalar: Unicode.Scalar, position: Int)? {
    first { scalar in Script(scalar).map { $0 != .latin } ?? false }
  }

  private func first(
    where isSought: (Unicode.Scalar) -> Bool
  ) -> (scalar: Unicode.Scalar, position: Int)? {
    for (index, scalar) in unicodeScalars.enumerated() where isSought(scalar) {
      return (scalar, index + 1)
    }
    return nil
  }

  /// The Latin letters that stand in one word with Cyrillic ones, each once, with the place of the
  /// first, from 1.
  var latinLettersInCyrillicWords: [(scalar: Unicode.Scalar, position: Int)] {
    var mixed: [(scalar: Unicode.Scalar, position: Int)] = []
    var latin: [(scalar: Unicode.Scalar, position: Int)] = []
    var hasCyrillic = false
    func closeWord() {
      if hasCyrillic {
        for letter in latin where !mixed.contains(where: { $0.scalar == letter.scalar }) {
          mixed.append(letter)
        }
      }
      latin.removeAll(keepingCapacity: true)
      hasCyrillic = false
    }
    for (index, scalar) in unicodeScalars.enumerated() {
      switch Script(scalar) {
      case .latin?: latin.append((scalar, index + 1))
      case .cyrillic?: hasCyrillic = true
      case .other?: continue
      case nil: closeWord()
      }
    }
    closeWord()
    return mixed
  }

  /// True when nothing but white space stands here.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension RuleContext {
  /// True when a text is blank in a language that the paper prints.
  func isBlank(_ text: Bilingual) -> Bool { decision.languages.contains { text[$0].isBlank } }
}
