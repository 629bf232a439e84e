import TamgaDomain

/// No Kazakh word mixes Latin and Cyrillic letters: a Latin "i" for «і» is found neither by a
/// search nor by a machine reader.
///
/// Designed by us: the acts themselves carry such words.
struct KazakhWordsAreCyrillic: PlainRule {
  static let id = "GEN-KK-LETTERS"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.warning

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    var findings: [Finding] = []
    for name in c.decision.fields.keys.sorted() {
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
