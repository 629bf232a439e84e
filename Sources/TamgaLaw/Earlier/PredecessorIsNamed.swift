import TamgaDomain

/// A paper that extends, repeats or ends another one names it, and an outside paper was looked up in
/// the information system.
///
/// MIA order 76, paras 10, 11, 13 and 17; Labour ministry order 236, paras 16, 21, 22 and 22-1; MIA
/// order 992, annex 3 row 9; decree 148, para 10.
struct PredecessorIsNamed: PlainRule {
  static let id = "GEN-SUCCESSOR-NAMED"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.isSuccessor else { return [] }
    guard c.decision.previous != nil else {
      let isPrinted =
        c.has(\.permitNumber) || c.has(\.certificateNumber) || c.has(\.previousPermitNumber)
        || c.has(\.previousCertificateNumber)
      return [
        found(
          at: "/previous", isPrinted ? .warning : .error,
          kk: "бұрынғы құжат көрсетілмеген: нөмірін «бұрынғы құжат» мәніне жазыңыз",
          ru: "не указан прежний документ: впишите его номер в «прежний документ»",
          en: "the earlier paper is not named: give its number in 'previous'")
      ]
    }
    guard c.history.isRegistered, c.history.previous == nil, case .number? = c.decision.previous
    else { return [] }
    let isChecked = c.given(\.previousChecked)
    guard isChecked != true else { return [] }
    return [
      found(
        at: "/previous", isChecked == false ? .error : .warning,
        kk: "тізілімде бұл құжат жоқ: оны ақпараттық жүйеде тексеріп, нәтижесін көрсетіңіз",
        ru: "в реестре этого документа нет: проверьте его по информационной системе",
        en: "the register does not hold that paper: check it in the information system")
    ]
  }
}

extension Case {
  /// True for papers that hang on an earlier one.
  var isSuccessor: Bool {
    switch kind.action {
    case .extend, .reissue, .duplicate, .revoke, .annul: true
    case .grant, .refuse, .decline, .inform, .apply: false
    }
  }
}
