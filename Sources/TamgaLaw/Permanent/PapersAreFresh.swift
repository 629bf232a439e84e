import TamgaDomain

/// The papers on solvency, criminal record and health are at most 180 calendar days old on the
/// application date.
///
/// MIA order 992, annex 3 row 8, items 3, 4 and 7; only those that the person has to give
/// (rules.md, section I).
struct PapersAreFresh: LimitRule {
  static let id = "PR-DOCS-180"
  static let citation = Citation("MIA order 992", "annex 3 row 8")
  static let level = Level.error
  static let measure = Measure("days", 180)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try parts(solvency, criminalRecord, health, in: c)
  }

  private func solvency(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let exempt = try c.isExempt(ExemptGroup.fromSolvency)
    return try age(of: \.solvencyDate, isAsked: !exempt, in: c)
  }

  private func criminalRecord(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // Refugees, and ethnic Kazakhs who are citizens of China, need none.
    let isChinese = c.has(\.citizenship) ? try c[\.citizenship] == Country.china : false
    let isEthnicKazakh = try c.isExempt([.ethnicKazakh])
    let isRefugee = try c.isExempt([.refugee])
    return try age(
      of: \.criminalRecordDate, isAsked: !isRefugee && !(isChinese && isEthnicKazakh), in: c)
  }

  private func health(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try age(of: \.medicalDate, isAsked: true, in: c)
  }

  private func age(
    of name: InputName<CalendarDate>, isAsked: Bool, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    let isReduced = try c.hasReducedPapers()
    guard isAsked && !isReduced || c.has(name) else { return [] }
    let oldest = try c[\.applicationDate].adding(days: -limit)
    guard try c[name] < oldest else { return [] }
    return [
      found(
        at: c.place(name),
        kk: "құжат \(limit) күнтізбелік күннен бұрын берілген: "
          + "\(oldest.printed) немесе одан кейін берілгенін сұратыңыз",
        ru: "документ старше \(limit) календарных дней: "
          + "запросите выданный \(oldest.printed) или позже",
        en: "the paper is older than \(limit) calendar days: "
          + "ask for one of \(oldest.iso) or later")
    ]
  }
}
