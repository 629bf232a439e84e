import TamgaDomain

/// Whoever works on a permit, and the family, may stay as long as the permit holds.
///
/// Decree 148, para 10 part 4. A shorter term is looked at by a person.
struct TermFollowsTheWorkPermit: PlainRule {
  static let id = "TRP-WORK-PERMIT"
  static let citation = Citation("Decree 148", "para 10 part 4")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .workPermit else { return [] }
    let end = try c[\.workPermitUntil]
    let late = try outlasts(
      \.workPermitUntil,
      why: Message(
        kk: "жұмысқа рұқсаттың мерзімі", ru: "срок разрешения на работу",
        en: "the work permit ends then"), in: c)
    guard late.isEmpty, try c[\.validUntil] < end else { return late }
    return [
      found(
        at: c.place(\.validUntil), .warning,
        kk: "мерзім жұмысқа рұқсаттан қысқа (\(end.printed) күніне дейін): растаңыз",
        ru: "срок короче разрешения на работу (по \(end.printed)): подтвердите",
        en: "the term is shorter than the work permit (to \(end.iso)): confirm")
    ]
  }
}
