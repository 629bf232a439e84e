import TamgaDomain

/// A ground of refusal was found by the agency that the act assigns to it.
///
/// MIA order 596, annex 1 table 3; nobody is assigned to EXIT-R5 and EXIT-R6. A fact that cannot be
/// read is an error.
struct GroundComesFromItsAgency: PlainRule {
  static let id = "EXIT-GROUND-CHECKER"
  static let citation = Citation("MIA order 596", "annex 1 table 3")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let assigned = c.groundIds.enumerated().compactMap { index, id in
      ExitGround(rawValue: id).flatMap { ground in ground.agency.map { (index, ground, $0) } }
    }
    guard !assigned.isEmpty else { return [] }
    let conclusions = try c.conclusions()
    guard conclusions.flaws.isEmpty else { return errors(conclusions.flaws) }
    return assigned.compactMap { index, ground, agency in
      let found = conclusions.all.filter { $0.grounds.contains(ground) }
      guard !found.contains(where: { $0.agency == agency }) else { return nil }
      return self.found(
        at: "/fields/groundIds/\(index)", .warning,
        kk: "бұл негізді тексеретін орган – \(agency.name.kk), ал оның қорытындысында негіз жоқ: "
          + "қорытындыларды тексеріп, растаңыз",
        ru: "это основание проверяет \(agency.name.ru), но в его заключении основания нет: "
          + "проверьте заключения и подтвердите",
        en: "this ground is for \(agency.name.en) to find, and none of its conclusions has it: "
          + "check the conclusions and confirm")
    }
  }
}
