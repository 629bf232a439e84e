import TamgaDomain

/// No Kazakh word mixes Latin and Cyrillic letters: a Latin "i" for «і» is found neither by a
/// search nor by a machine reader. And no passport number holds Cyrillic letters: a reader of its
/// machine-readable zone gives Latin ones.
///
/// Designed by us: the acts themselves carry such words.
struct KazakhWordsAreCyrillic: PlainRule {
  static let id = "GEN-KK-LETTERS"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.warning

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    var findings: [Finding] = []
    for name in c.decision.fields.keys.sorted() {
      if LatinAdvice.fields.contains(name) {
        findings += judgeLatin(name, in: c)
        continue
      }
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

  /// The name is judged where a rule asks for Latin letters in it.
  private func judgeLatin(_ name: String, in c: Case) -> [Finding] {
    guard name != "latinFullName", case .text(let text)? = c.decision.fields[name],
      let letter = text.kk.firstCyrillicLetter ?? text.ru.firstCyrillicLetter
    else { return [] }
    let advice = LatinAdvice.on(letter.scalar, at: letter.position)
    return [
      found(
        at: "/fields/\(name)",
        kk: "паспорттың нөмірі латын әріптерімен жазылады: \(advice.kk)",
        ru: "номер паспорта пишется латинскими буквами: \(advice.ru)",
        en: "the number of a passport is written in Latin letters: \(advice.en)")
    ]
  }

  private func judge(_ text: String, at place: String) -> [Finding] {
    let letters = text.latinLettersInCyrillicWords
    guard !letters.isEmpty else { return [] }
    // Single letters, never the word: it may be a name.
    let list = letters.map { "«\($0)»" }.joined(separator: ", ")
    return [
      found(
        at: place,
        kk:
          "кирилл жазуындағы сөзде латын әріптері бар: \(list); оларды кирилл әріптерімен теріңіз",
        ru: "в слове на кириллице есть латинские буквы: \(list); наберите их кириллицей",
        en: "a Cyrillic word contains Latin letters: \(list); type them in Cyrillic")
    ]
  }
}
