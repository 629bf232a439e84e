import TamgaDomain

/// No Kazakh word mixes Latin and Cyrillic letters: a Latin "i" for «і» is found neither by a
/// search nor by a machine reader.
///
/// Designed by us: the acts themselves carry such words.
struct KazakhWordsAreCyrillic: PlainRule {
  static let id = "GEN-KK-LETTERS"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.warning

  /// Letters that one finding explains.
  private static let mostLetters = 5

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    var findings: [Finding] = []
    for name in c.decision.fields.keys.sorted() {
      if LatinAdvice.fields.contains(name) { continue }
      switch c.decision.fields[name] {
      case .text(let text)?: findings += judge(text.kk, at: "/fields/\(name)")
      case .texts(let texts)?:
        for (index, text) in texts.enumerated() {
          findings += judge(text.kk, at: "/fields/\(name)/\(index)")
        }
      default: continue
      }
    }
    return findings
  }

  private func judge(_ text: String, at place: String) -> [Finding] {
    // Single letters, never the word: it may be a name.
    let letters = text.latinLettersInCyrillicWords.prefix(Self.mostLetters)
    guard !letters.isEmpty else { return [] }
    let advice = letters.map { LatinAdvice.cyrillic($0.scalar, at: $0.position) }
    return [
      found(
        at: place,
        kk: "кирилл жазуындағы сөзде латын әрпі бар: "
          + advice.map(\.kk).joined(separator: "; "),
        ru: "в слове на кириллице есть латинская буква: "
          + advice.map(\.ru).joined(separator: "; "),
        en: "a Cyrillic word contains a Latin letter: "
          + advice.map(\.en).joined(separator: "; "))
    ]
  }
}
