import TamgaDomain

/// The petition comes from somebody who may petition for this purpose.
///
/// Decree 148, para 10 part 1; MIA order 992, annex 1-1 row 8. Applicants for permanent residence
/// need no petition.
struct PetitionerFitsThePurpose: PlainRule {
  static let id = "TRP-PETITIONER"
  static let citation = Citation("Decree 148", "para 10 part 1")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let allowed = try petitioners(in: c)
    guard !allowed.isEmpty, !allowed.contains(try c.word("petitionerKind")) else { return [] }
    let list = allowed.joined(separator: ", ")
    return [
      found(
        at: c.place("petitionerKind"),
        kk: "бұл мақсат бойынша өтінішхатты мыналар береді: \(list); өтінішхатты тексеріңіз",
        ru: "по этой цели ходатайствуют: \(list); проверьте ходатайство",
        en: "for this purpose the petitioner is one of \(list): check the petition")
    ]
  }

  private func petitioners(in c: Case) throws(Unanswered) -> [String] {
    guard c.kind.action.gives else { return [] }
    if c.has("aifc") {
      switch try c.residenceBranch() {
      case .aifcInvestor?: return ["aifc-administration"]
      case .aifcActivity?: return ["natural-person", "legal-person", "aifc-administration"]
      default: break
      }
    }
    switch StayPurpose(rawValue: try c.word("stayPurpose")) {
    case .familyReunification?:
      // The family of a worker comes on the petition of whoever petitions for the worker.
      return try c.residenceBranch() == .family
        ? ["natural-person"] : ["natural-person", "legal-person"]
    case .employment?: return ["natural-person", "legal-person"]
    case .education?: return ["education-organisation"]
    case .inpatientTreatment?: return ["health-organisation"]
    case .missionary?: return ["religious-organisation"]
    case .business?, .traffickingVictim?: return ["local-executive-body"]
    case .permanentResidenceApplicant?, nil: return []
    }
  }
}
