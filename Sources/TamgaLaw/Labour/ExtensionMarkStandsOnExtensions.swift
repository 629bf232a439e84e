import TamgaDomain

/// «ұзартылған» / «продлено» is printed on an extension and never on a first permit.
///
/// MIA order 76, annex 5. A duplicate repeats what its original has: the register knows it.
struct ExtensionMarkStandsOnExtensions: PlainRule {
  static let id = "LIM-EXT-MARK"
  static let citation = Citation("MIA order 76", "annex 5")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let hasMark = c.kind.extendedMark != nil
    switch c.kind.action {
    case .grant where hasMark:
      return [
        found(
          at: "/document",
          kk: "алғашқы рұқсатта «ұзартылған» белгісі болмауы тиіс: құжат түрінің үлгісін түзетіңіз",
          ru: "на первом разрешении не ставится «продлено»: исправьте шаблон вида документа",
          en: "a first permit carries no extension mark: correct the template of the kind")
      ]
    case .extend where !hasMark:
      return [
        found(
          at: "/document",
          kk: "ұзартуда «ұзартылған» белгісі тұруы тиіс: құжат түрінің үлгісін түзетіңіз",
          ru: "на продлении ставится «продлено»: исправьте шаблон вида документа",
          en: "an extension carries its mark: correct the template of the kind")
      ]
    case .duplicate: return try duplicateFindings(in: c)
    default: return []
    }
  }

  private func duplicateFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let original = c.history.original, original.action != .extend, c.has(\.originalMark)
    else { return [] }
    return [
      found(
        at: c.place(\.originalMark),
        kk: "тізілім бойынша түпнұсқа ұзарту емес: белгіні алып тастаңыз",
        ru: "по реестру подлинник – не продление: уберите отметку",
        en: "the original is no extension by the register: take the mark away")
    ]
  }
}
