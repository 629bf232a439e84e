import TamgaDomain

/// A certificate is revoked only on an act of a body that controls labour and migration law.
///
/// Labour ministry order 236, para 21 part 2.
struct RevocationRestsOnAnAct: PlainRule {
  static let id = "QC-REVOKE-ACT"
  static let citation = Citation("Labour ministry order 236", "para 21 part 2")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .revoke else { return [] }
    return try parts(number, date, in: c)
  }

  private func number(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.isBlank(try c[\.inspectionActNumber]) else { return [] }
    return [
      found(
        at: c.place(\.inspectionActNumber),
        kk: "уәкілетті мемлекеттік орган актісінің нөмірі жоқ: оны енгізіңіз",
        ru: "нет номера акта уполномоченного государственного органа: введите его",
        en: "the number of the act of the competent state body is missing: enter it")
    ]
  }

  private func date(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c[\.inspectionActDate] > c.issueDate() else { return [] }
    return [
      found(
        at: c.place(\.inspectionActDate),
        kk: "уәкілетті орган актісі шешімнен кеш: күнін тексеріңіз",
        ru: "акт уполномоченного органа позже решения: проверьте дату",
        en: "the act of the competent body is later than the decision: check the date")
    ]
  }
}
