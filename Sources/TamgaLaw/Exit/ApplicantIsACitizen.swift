import TamgaDomain

/// Papers of the exit for permanent residence are for citizens of Kazakhstan.
///
/// MIA order 596, para 2(1).
struct ApplicantIsACitizen: PlainRule {
  static let id = "EXIT-CITIZEN"
  static let citation = Citation("MIA order 596", "para 2(1)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let country = c.given(\.citizenship), country != Country.kazakhstan else { return [] }
    return [
      found(
        at: c.place(\.citizenship),
        kk: "бұл құжат Қазақстан Республикасының азаматына беріледі: азаматтығын тексеріңіз",
        ru: "этот документ – для граждан Республики Казахстан: проверьте гражданство",
        en: "this document is for citizens of Kazakhstan: check the citizenship")
    ]
  }
}
