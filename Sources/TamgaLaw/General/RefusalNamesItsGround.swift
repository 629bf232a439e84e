import TamgaDomain

/// A refusal or revocation names at least one ground, and only grounds of its own service.
///
/// Law "On State Services", art. 19-1; each act lists its grounds. A conclusion names grounds when its
/// result says that some were found, and otherwise none (MIA order 596, annex 1 table 3).
struct RefusalNamesItsGround: PlainRule {
  static let id = "GEN-REFUSAL-GROUND"
  static let citation = Citation("Law on State Services", "art. 19-1")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard !c.kind.groundKinds.isEmpty else { return [] }
    let mayBeBlank = try concludesThatThereAreNone(c)
    if mayBeBlank, !c.groundIds.isEmpty {
      return [
        found(
          at: "/fields/groundIds",
          kk: "тексеру нәтижесі бойынша негіз жоқ, бірақ негіз көрсетілген: біреуін түзетіңіз",
          ru: "по результату проверки оснований нет, но основание указано: исправьте одно из двух",
          en: "the result says that there is no ground, but one is named: correct one of them")
      ]
    }
    if c.groundIds.isEmpty, !mayBeBlank {
      if c.isUnreadable(\.groundIds) { return [] }
      return [
        found(
          at: "/fields/groundIds",
          kk: "бірде-бір негіз көрсетілмеген: кемінде бір негізді таңдаңыз",
          ru: "не указано ни одного основания: выберите хотя бы одно",
          en: "no ground is named: choose at least one")
      ]
    }
    // Every wrong ground is reported, not just the first: the clerk corrects them in one pass.
    return c.groundIds.enumerated().compactMap { index, id in
      if let ground = c.grounds[id], ground.service == c.kind.service,
        c.kind.groundKinds.contains(ground.kind)
      {
        guard let day = c.decision.issueDate, let from = ground.from, day < from else { return nil }
        return found(
          at: "/fields/groundIds/\(index)",
          kk: "бұл негіз \(from.printed) бастап қана қолданылады: күшіндегі негізді таңдаңыз",
          ru: "это основание применяется только с \(from.printed): выберите действующее",
          en: "this ground holds only from \(from.iso) on: choose one that was in force")
      }
      return found(
        at: "/fields/groundIds/\(index)",
        kk: "бұл негіз осы құжатқа жатпайды: тізімнен өз қызметінің негізін таңдаңыз",
        ru: "это основание не относится к этому документу: выберите основание своей услуги",
        en: "this is no ground for this paper: choose one of its own service")
    }
  }

  /// True for a conclusion whose result says that no ground was found.
  private func concludesThatThereAreNone(_ c: RuleContext) throws(Unanswered) -> Bool {
    guard c.declares(\.conclusionResult) else { return false }
    return try c[\.conclusionResult] == ConclusionResult.none
  }
}
