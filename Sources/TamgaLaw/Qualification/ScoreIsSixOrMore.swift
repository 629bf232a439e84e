import TamgaDomain

/// The assessment gives at least six points.
///
/// Labour ministry order 236, annex 2 row 9(2): «алты балды құрайтын … нәтиже» (rules.md, H.9).
struct ScoreIsSixOrMore: LimitRule {
  static let id = "QC-SCORE-6"
  static let citation = Citation("Labour ministry order 236", "annex 2 row 9(2)")
  static let level = Level.error
  static let measure = Measure("points", 6)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant, try c[\.score] < limit else { return [] }
    return [
      found(
        at: c.place(\.score),
        kk:
          "бағалау нәтижесі \(limit) балдан төмен: анықтама берілмейді, бас тарту негізі – бағалау нәтижесі (QC-R2)",
        ru:
          "результат оценки ниже \(limit) баллов: справка не выдаётся, основание отказа – результат оценки (QC-R2)",
        en:
          "the assessment gives fewer than \(limit) points: no certificate, the ground of refusal is the assessment (QC-R2)"
      )
    ]
  }
}
