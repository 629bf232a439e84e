import TamgaDomain

/// The receipt of a refusal to accept has two copies and names a missing or expired paper.
///
/// MIA order 76, annex 3 and para 4.
struct AcceptanceRefusalNamesMissingPapers: LimitRule {
  static let id = "LIM-ACCREF-COPIES"
  static let citation = Citation("MIA order 76", "annex 3; para 4")
  static let level = Level.error
  static let measure = Measure("copies", 2)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .decline else { return [] }
    let copies = c.kind.copies == limit ? [] : [copiesFinding(limit)]
    if c.isUnreadable(\.missingDocuments) { return copies }
    if let papers = c.given(\.missingDocuments),
      papers.contains(where: { !c.isBlank($0) })
    {
      return copies
    }
    return copies + [
      found(
        at: "/fields/missingDocuments",
        kk: "болмаған немесе мерзімі өткен бірде-бір құжат көрсетілмеген: кемінде біреуін жазыңыз",
        ru: "не назван ни один отсутствующий или просроченный документ: укажите хотя бы один",
        en: "no missing or expired paper is named: name at least one")
    ]
  }
}
