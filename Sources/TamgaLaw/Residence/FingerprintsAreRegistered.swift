import TamgaDomain

/// The fingerprint registration exists.
///
/// MIA order 992, rules para 9-1(7) and annex 1-1 row 8 item 5.
struct FingerprintsAreRegistered: PlainRule {
  static let id = "TRP-FINGERPRINT"
  static let citation = Citation("MIA order 992", "rules para 9-1(7)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try fingerprintFindings(in: c)
  }
}

extension Rule {
  /// A finding when the fingerprint registration is missing.
  func fingerprintFindings(_ level: Level? = nil, in c: RuleContext) throws(Unanswered) -> [Finding]
  {
    try isFalse(
      \.fingerprintRegistered, level, in: c,
      kk: "дактилоскопиялық тіркеу жоқ: өтініш берушіні тіркеуге жіберіңіз",
      ru: "нет дактилоскопической регистрации: направьте заявителя на регистрацию",
      en: "there is no fingerprint registration: send the applicant to it")
  }
}
