import TamgaDomain

/// The commission has a recommendation for the person, with signed minutes.
///
/// Labour ministry order 236, para 9.
struct CommissionRecommends: PlainRule {
  static let id = "QC-COMMISSION"
  static let citation = Citation("Labour ministry order 236", "para 9")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try parts(number, date, in: c)
  }

  private func number(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.isBlank(try c[\.minutesNumber]) else { return [] }
    return [
      found(
        at: c.place(\.minutesNumber),
        kk: "комиссия хаттамасының нөмірі жоқ: оны енгізіңіз",
        ru: "нет номера протокола комиссии: введите его",
        en: "the number of the commission's minutes is missing: enter it")
    ]
  }

  private func date(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c[\.minutesDate] > c.issueDate() else { return [] }
    return [
      found(
        at: c.place(\.minutesDate),
        kk: "комиссия хаттамасы анықтамадан кеш: күнін тексеріңіз",
        ru: "протокол комиссии позже справки: проверьте дату",
        en: "the commission's minutes are later than the certificate: check the date")
    ]
  }
}
