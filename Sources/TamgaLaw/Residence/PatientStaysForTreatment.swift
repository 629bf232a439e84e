import TamgaDomain

/// In-patients stay for the time that the medical organisation states.
///
/// Decree 148, para 10 part 10.
struct PatientStaysForTreatment: PlainRule {
  static let id = "TRP-TREATMENT"
  static let citation = Citation("Decree 148", "para 10 part 10")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .treatment else { return [] }
    return try outlasts(
      \.treatmentUntil,
      why: Message(kk: "емделу мерзімі", ru: "срок лечения", en: "the treatment ends then"), in: c)
  }
}
