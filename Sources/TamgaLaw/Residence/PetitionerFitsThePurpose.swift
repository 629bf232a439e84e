import TamgaDomain

/// The petition comes from somebody who may petition for this purpose.
///
/// Decree 148, para 10 part 1; MIA order 992, annex 1-1 row 8. Applicants for permanent residence
/// need no petition.
struct PetitionerFitsThePurpose: PlainRule {
  static let id = "TRP-PETITIONER"
  static let citation = Citation("Decree 148", "para 10 part 1")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let allowed = try petitioners(in: c)
    guard !allowed.isEmpty, !allowed.contains(try c[\.petitionerKind]) else { return [] }
    let list = allowed.listed
    return [
      found(
        at: c.place(\.petitionerKind),
        kk: "бұл мақсат бойынша өтінішхатты мыналар береді: \(list.kk); өтінішхатты тексеріңіз",
        ru: "по этой цели ходатайствуют: \(list.ru); проверьте ходатайство",
        en: "for this purpose the petitioner is one of \(list.en): check the petition")
    ]
  }

  private func petitioners(in c: RuleContext) throws(Unanswered) -> [PetitionerKind] {
    guard c.kind.action.gives else { return [] }
    if c.has(\.aifc) {
      switch try c.residenceBranch() {
      case .aifcInvestor?: return [.aifcAdministration]
      case .aifcActivity?: return [.naturalPerson, .legalPerson, .aifcAdministration]
      default: break
      }
    }
    switch StayPurpose(rawValue: try c[\.stayPurpose]) {
    case .familyReunification?:
      // The family of a worker comes on the petition of whoever petitions for the worker.
      switch try c.residenceBranch() {
      case .family?: return [.naturalPerson]
      case .business?: return [.localExecutiveBody]
      default: return [.naturalPerson, .legalPerson]
      }
    case .employment?: return [.naturalPerson, .legalPerson]
    case .education?: return [.educationOrganisation]
    case .inpatientTreatment?: return [.healthOrganisation]
    case .missionary?: return [.religiousOrganisation]
    case .business?, .traffickingVictim?: return [.localExecutiveBody]
    case .permanentResidenceApplicant?, nil: return []
    }
  }
}
