import TamgaDomain

/// Workers who need no permit, and their family, get a year at a time, within the contract.
///
/// Decree 148, para 10 part 5 (for example citizens of the EAEU).
struct WorkerWithoutPermitStaysAYear: LimitRule {
  static let id = "TRP-NO-PERMIT-1Y"
  static let citation = Citation("Decree 148", "para 10 part 5")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .noPermit else { return [] }
    return try parts(withinYear, outlastsContract, in: c)
  }

  private func withinYear(in c: Case) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }
}

extension Rule {
  /// A finding when the term ends after the contract.
  func outlastsContract(in c: Case) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.contractUntil,
      why: Message(
        kk: "еңбек шартының мерзімі", ru: "срок трудового договора",
        en: "the labour contract ends then"), in: c)
  }
}
