import TamgaDomain

/// An extension rests on an application, the former certificate, the contract and the employer.
///
/// Labour ministry order 236, annex 2 row 8 item 2 and annex 1.
struct ExtensionHasItsPapers: PlainRule {
  static let id = "QC-EXT-DOCS"
  static let citation = Citation("Labour ministry order 236", "annex 2 row 8 item 2")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    return try parts(application, contract, certificate, employerName, employerNumber, in: c)
  }

  private func application(in c: RuleContext) throws(Unanswered) -> [Finding] {
    _ = try c[\.applicationDate]
    return []
  }

  private func contract(in c: RuleContext) throws(Unanswered) -> [Finding] {
    _ = try c[\.contractUntil]
    return []
  }

  private func certificate(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if c.earlier != nil || c.decision.previous != nil { return [] }
    return try filled(\.previousCertificateNumber, in: c)
  }

  private func employerName(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try filled(\.employerName, in: c)
  }

  private func employerNumber(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try filled(\.employerIinBin, in: c)
  }

  private func filled(_ name: InputName<Bilingual>, in c: RuleContext) throws(Unanswered)
    -> [Finding]
  {
    guard c.isBlank(try c[name]) else { return [] }
    return [
      found(
        at: c.place(name),
        kk: "ұзарту үшін бұл мән-жай міндетті: толтырыңыз",
        ru: "для продления эти сведения обязательны: заполните их",
        en: "an extension needs this: fill it in")
    ]
  }
}
