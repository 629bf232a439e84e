import TamgaDomain

/// The earlier paper belongs to the same person.
///
/// MIA order 76, paras 10, 13 and 17; Labour ministry order 236, paras 16, 22 and 22-1. The register
/// compares citizenship with passport, or with name and birth date; of a paper that it does not hold,
/// the facts `previous…` are compared where they are given.
struct PredecessorIsOfThePerson: PlainRule {
  static let id = "GEN-SUCCESSOR-PERSON"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.isSuccessor else { return [] }
    let isOther = c.earlier == nil ? isOtherByFacts(c) : c.history.isSamePerson == false
    guard isOther else { return [] }
    let cause = c.kind.action == .reissue ? c.given(\.cause).flatMap(Cause.init) : nil
    let mayDiffer = cause == .nameChanged || cause == .documentChanged
    let asked = c.earlierSource
    return [
      found(
        at: "/previous", mayDiffer ? .warning : .error,
        kk: "\(asked.kk) бұрынғы құжат басқа адамға берілген: нөмірін тексеріңіз",
        ru: "\(asked.ru) прежний документ выдан другому лицу: проверьте номер",
        en: "\(asked.en) the earlier paper belongs to another person: check its number")
    ]
  }

  /// What is not given is not compared.
  private func isOtherByFacts(_ c: Case) -> Bool {
    if let before = c.given(\.previousCitizenship), let now = c.given(\.citizenship), before != now
    {
      return true
    }
    if let before = c.given(\.previousBirthDate), let now = c.given(\.birthDate), before != now {
      return true
    }
    let name = c.given(\.latinFullName) ?? c.given(\.fullName)
    let pairs = [
      (c.given(\.previousFullName), name),
      (c.given(\.previousPassportSeriesNumber), c.given(\.passportSeriesNumber)),
    ].compactMap { before, now in before.flatMap { before in now.map { before.kk != $0.kk } } }
    return !pairs.isEmpty && pairs.allSatisfy(\.self)
  }
}
