import TamgaDomain

/// The term given is the term that the applicant asked for.
///
/// MIA order 76, paras 8 and 10.
struct TermIsAsRequested: PlainRule {
  static let id = "LIM-TERM-AS-REQUESTED"
  static let citation = Citation("MIA order 76", "paras 8, 10")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let asked = try c[\.requestedMonths]
    guard try c[\.termMonths] != asked else { return [] }
    return [
      found(
        at: c.place(\.termMonths), offering: [Suggestion(at: c.place(\.termMonths), "\(asked)")],
        kk: "өтініште \(asked) ай сұралған: рұқсаттың мерзімі осыған тең болуы тиіс",
        ru: "в заявлении запрошено месяцев: \(asked); срок разрешения должен быть таким же",
        en: "the application asks for \(asked) month(s): the permit is given for the same term")
    ]
  }
}
