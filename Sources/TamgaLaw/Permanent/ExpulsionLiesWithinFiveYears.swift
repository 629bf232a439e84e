import TamgaDomain

/// PR-G13 stands only when the expulsion lies within the five years before the decision.
///
/// MIA order 992, annex 3 row 9 item 2, 13).
struct ExpulsionLiesWithinFiveYears: LimitRule {
  static let id = "PR-G13-5Y"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 13)")
  static let level = Level.error
  static let measure = Measure("years", 5)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let index = c.groundIds.firstIndex(of: "PR-G13") else { return [] }
    let last = try c[\.expulsionDate].adding(months: limit * 12)
    guard try c[\.decisionDate] > last else { return [] }
    return [
      found(
        at: "/fields/groundIds/\(index)",
        kk:
          "шығарып жіберілгеннен бері \(limit) жылдан артық өткен "
          + "(\(last.printed) күніне дейін еді): "
          + "негізді алып тастаңыз",
        ru: "с выдворения прошло более \(limit) лет (срок по \(last.printed)): уберите основание",
        en: "more than \(limit) years have passed since the expulsion (to \(last.iso)): "
          + "remove the ground")
    ]
  }
}
