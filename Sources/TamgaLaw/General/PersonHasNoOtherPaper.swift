import TamgaDomain

/// Nobody holds two papers of a service for the same days by two decisions.
///
/// Designed by us: no act says it. The register tells the papers of the same person however they were
/// typed (``TamgaDomain/Person/likeness(to:)``). An overlapping term is an error; an earlier paper that
/// the decision does not name a warning, and so is a paper of nearly the same person.
struct PersonHasNoOtherPaper: PlainRule {
  static let id = "GEN-SAME-PERSON"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    let others = papers(in: c, c.history.samePerson)
    guard !others.isEmpty else { return near(c) }
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
    guard c.earlier == nil else { return near(c) }
    return [
      found(
        at: "", .warning,
        kk: "осы адамға бұрын \(others[0].number) құжаты берілген: қайталанбағанын растаңыз "
          + "немесе оны «бұрынғы құжат» мәнінде көрсетіңіз",
        ru: "этому лицу ранее выдан документ \(others[0].number): подтвердите, что это не повтор, "
          + "или укажите его в «прежний документ»",
        en: "this person was given paper \(others[0].number) before: confirm that this is no "
          + "repetition, or name it in 'previous'")
    ]
  }

  /// A slip of the keyboard would give a person a second paper. Which letter differs is not said: the
  /// number leads to both.
  private func near(_ c: RuleContext) -> [Finding] {
    guard let other = papers(in: c, c.history.nearPerson).first else { return [] }
    return [
      found(
        at: c.kind.claims.name.map { "/fields/\($0)" } ?? "", .warning,
        kk: "\(other.number) құжаты деректері осыған ұқсас адамға берілген (аты-жөні, туған күні, "
          + "паспорты): екеуін салыстырып, басқа адам екенін растаңыз",
        ru: "документ \(other.number) выдан лицу с почти такими же данными (имя, дата рождения, "
          + "паспорт): сравните оба и подтвердите, что это другое лицо",
        en: "paper \(other.number) was given to a person with nearly the same data (name, birth "
          + "date, passport): compare both and confirm that this is another person")
    ]
  }

  /// The papers that count, newest first: of the kind itself, and others of the service that have a
  /// term (extensions, duplicates).
  private func papers(in c: RuleContext, _ known: [EarlierPaper]) -> [EarlierPaper] {
    let all = known.filter {
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
