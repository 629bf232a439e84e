import TamgaDomain

/// Workers who need no permit, and their family, get a year at a time, within the contract.
///
/// Decree 148, para 10 part 5: citizens of the EAEU and others by law or treaty, holders of a
/// qualification certificate, seconded workers and accredited journalists (rules.md, H.7).
struct WorkerWithoutPermitStaysAYear: LimitRule {
  static let id = "TRP-NO-PERMIT-1Y"
  static let citation = Citation("Decree 148", "para 10 part 5")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .noPermit else { return [] }
    return try parts(withinYear, withinContract, withinBasis, in: c)
  }

  private func withinYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }

  private func withinContract(in c: RuleContext) throws(Unanswered) -> [Finding] {
    c.needsContract ? try outlastsContract(in: c) : []
  }

  /// A secondment or an accreditation that ends before is looked at by a person (designed).
  private func withinBasis(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.has(\.basisUntil) else { return [] }
    return try outlasts(
      \.basisUntil, .warning,
      why: Message(
        kk: "іссапар бұйрығының немесе аккредиттеудің мерзімі",
        ru: "срок приказа о командировании или аккредитации",
        en: "the order or the accreditation ends then"), in: c)
  }
}

extension Rule {
  /// A finding when the term ends after the contract.
  func outlastsContract(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.contractUntil,
      why: Message(
        kk: "еңбек шартының мерзімі", ru: "срок трудового договора",
        en: "the labour contract ends then"), in: c)
  }
}
