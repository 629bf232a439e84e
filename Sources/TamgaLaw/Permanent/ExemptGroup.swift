import TamgaDomain

// The absence of the fact means that the person belongs to none of the groups.
extension ExemptGroup {
  /// MIA order 992, annex 3 row 9 item 2, 4): solvency need not be proved.
  static let fromSolvency: Set<ExemptGroup> = [
    .ethnicKazakh, .formerCompatriot, .bornInKazakhstan, .simplifiedCitizenshipTreaty,
    .inDemandProfession,
  ]
  /// MIA order 992, annex 3 row 9, last part: PR-G15 and PR-G17 are not used.
  static let fromConduct: Set<ExemptGroup> = [
    .ethnicKazakh, .statelessNoPapers, .ussrPassport1974, .marriedWomenConvention,
  ]
}

extension RuleContext {
  /// True when the person belongs to one of `groups`.
  func isExempt(_ groups: Set<ExemptGroup>) throws(Unanswered) -> Bool {
    guard !isUnreadable(\.exemptGroup) else { throw unreadable(\.exemptGroup) }
    return !groups.isDisjoint(with: given(\.exemptGroup) ?? [])
  }

  /// True for the two reduced sets of papers (rules.md, section I).
  func hasReducedPapers() throws(Unanswered) -> Bool {
    let isMinor = has(\.accompaniedMinor) ? try self[\.accompaniedMinor] : false
    return isMinor ? true : try isFormerCitizen()
  }

  /// True for a person who took another citizenship through a mission in Kazakhstan.
  func isFormerCitizen() throws(Unanswered) -> Bool {
    has(\.exCitizenThroughMission) ? try self[\.exCitizenThroughMission] : false
  }
}

extension Rule {
  /// An error at each named ground of `ids` when the person belongs to one of `groups`.
  func exemptionFindings(
    _ ids: Set<String>, _ groups: Set<ExemptGroup>, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    let named = c.groundIds.enumerated().filter { ids.contains($0.element) }
    guard !named.isEmpty, try c.isExempt(groups) else { return [] }
    return named.map {
      found(
        at: "/fields/groundIds/\($0.offset)",
        kk: "бұл негіз осы санаттағы адамдарға қолданылмайды: басқа негізді таңдаңыз",
        ru: "это основание не применяется к лицам этой категории: выберите другое",
        en: "this ground is not used for people of this group: choose another")
    }
  }
}
