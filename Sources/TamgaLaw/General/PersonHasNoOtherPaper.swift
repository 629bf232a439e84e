import TamgaDomain

/// Nobody holds two papers of a service for the same days by two decisions.
///
/// Designed by us: no act says it. The register tells the papers of the same person (citizenship,
/// birth date, and passport or Latin name). An overlapping term is an error; an earlier paper that
/// the decision does not name a warning.
struct PersonHasNoOtherPaper: PlainRule {
  static let id = "GEN-SAME-PERSON"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    let others = papers(in: c)
    guard !others.isEmpty else { return [] }
    let from = try c.has(\.validFrom) ? c[\.validFrom] : c.issueDate()
    let until = try c.has(\.validUntil) ? c[\.validUntil] : .last
    if let other = others.first(where: {
      ($0.validFrom ?? $0.issueDate) <= until && ($0.validUntil ?? .last) >= from
    }) {
      return [
        found(
          at: "",
          kk: "осы адамның мерзімі қабаттасатын \(other.number) құжаты бар: "
            + "оны ұзартыңыз немесе алдымен қайтарып алыңыз",
          ru: "у этого лица уже есть документ \(other.number) с пересекающимся сроком: "
            + "продлите его или сначала отзовите",
          en: "this person already has paper \(other.number) with an overlapping term: "
            + "extend it, or revoke it first")
      ]
    }
    guard c.earlier == nil else { return [] }
    return [
      found(
        at: "", .warning,
        kk: "осы адамға бұрын \(others[0].number) құжаты берілген: қайталанбағанын растаңыз "
          + "немесе оны «previous» ішінде көрсетіңіз",
        ru: "этому лицу ранее выдан документ \(others[0].number): подтвердите, что это не повтор, "
          + "или укажите его в «previous»",
        en: "this person was given paper \(others[0].number) before: confirm that this is no "
          + "repetition, or name it in 'previous'")
    ]
  }

  /// The papers that count, newest first: of the kind itself, and others of the service that have a
  /// term (extensions, duplicates).
  private func papers(in c: Case) -> [EarlierPaper] {
    let all = c.history.samePerson.filter {
      $0.service == nil || $0.service == c.kind.service
    }
    return all.enumerated().filter { index, paper in
      guard paper.document == c.kind.id || paper.validFrom != nil && paper.validUntil != nil else {
        return false
      }
      switch paper.status {
      case .valid, .suspended: return true
      case .revoked: return false
      case .superseded:
        // It ended with the paper that took its place, when that one was revoked.
        let later = all[..<index].map(\.status)
        return !later.contains(.revoked) || later.contains { $0 == .valid || $0 == .suspended }
      }
    }.map(\.element)
  }
}
