import TamgaDomain

/// The profession and the sector are on the list of priority sectors and professions in demand.
///
/// Labour ministry order 236, para 8 and annex 2 row 9(1). Education and experience are judged by
/// the commission.
struct ProfessionIsListed: PlainRule {
  static let id = "QC-PROFESSION"
  static let citation = Citation("Labour ministry order 236", "para 8; annex 2 row 9(1)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try isFalse(
      \.professionListed, in: c,
      kk: "кәсіп талап етілетін кәсіптер тізбесінде жоқ: кәсіп пен саланы тексеріңіз",
      ru: "профессии нет в перечне востребованных: проверьте профессию и отрасль",
      en: "the profession is not on the list: check the profession and the sector")
  }
}
