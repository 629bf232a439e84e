import TamgaDomain

/// Whoever works on a permit, and the family, may stay as long as the permit holds.
///
/// Decree 148, para 10 part 4. A shorter term is looked at by a person.
struct TermFollowsTheWorkPermit: PlainRule {
  static let id = "TRP-WORK-PERMIT"
  static let citation = Citation("Decree 148", "para 10 part 4")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if let basis = c.given(\.workBasis), let isRequired = c.given(\.workPermitRequired),
      basis.isWorkPermit != isRequired, c.kind.action.gives
    {
      return [
        found(
          at: c.place(\.workPermitRequired),
          kk: "жұмыс негізіне қайшы келеді (\(basis.words.kk)): біреуін түзетіңіз",
          ru: "противоречит основанию для работы (\(basis.words.ru)): исправьте одно из двух",
          en: "contradicts the basis of the work (\(basis.words.en)): correct one of them")
      ]
    }
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
