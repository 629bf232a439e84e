import TamgaDomain

/// The name stands in Latin letters, as in the passport.
///
/// MIA order 76, annexes 4 and 5. Letters with diacritics, spaces, hyphens, apostrophes and full
/// stops are allowed (contract `decisions.md`).
struct NameIsInLatinLetters: PlainRule {
  static let id = "LIM-LATIN-NAME"
  static let citation = Citation("MIA order 76", "annexes 4, 5")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let name = try c[\.latinFullName]
    guard !name.kk.isLatinName || !name.ru.isLatinName else { return [] }
    guard let foreign = name.kk.foreignToLatinName ?? name.ru.foreignToLatinName else {
      return [
        found(
          at: c.place(\.latinFullName),
          kk: "аты-жөні латын әріптерімен жазылуы тиіс: паспорттағыдай теріңіз",
          ru: "имя пишется латинскими буквами: наберите его как в паспорте",
          en: "the name is written in Latin letters: type it as in the passport")
      ]
    }
    let advice = LatinAdvice.on(foreign.scalar, at: foreign.position)
    return [
      found(
        at: c.place(\.latinFullName),
        kk: "аты-жөні латын әріптерімен жазылуы тиіс: \(advice.kk)",
        ru: "имя пишется латинскими буквами: \(advice.ru)",
        en: "the name is written in Latin letters: \(advice.en)")
    ]
  }
}
