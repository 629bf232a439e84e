import TamgaDomain

/// The number and the days of the earlier paper, where this one prints them, are those of that paper.
///
/// MIA order 76, paras 13 and 17; Labour ministry order 236, paras 21 and 22. The register is asked; of
/// a paper that it does not hold, `previous` and the facts `previous…`.
struct PredecessorIsPrintedRight: PlainRule {
  static let id = "GEN-SUCCESSOR-NUMBER"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let known = contradictions(c)
    switch c.kind.action {
    case .duplicate:
      return known + numbers([\.permitNumber, \.certificateNumber], c) + former(c)
        + day(\.originalIssueDate, originalDay(c), c) + term(c)
    case .revoke, .annul, .inform:
      return known + numbers([\.permitNumber, \.certificateNumber], c)
        + day(\.permitIssueDate, issueDay(c), c) + day(\.issueDateOfCertificate, issueDay(c), c)
        + term(c)
    case .extend, .reissue: return known + former(c)
    case .grant, .refuse, .decline, .apply: return []
    }
  }

  private func former(_ c: RuleContext) -> [Finding] {
    numbers([\.previousPermitNumber, \.previousCertificateNumber], c)
  }

  private func numbers(_ names: [InputName<Bilingual>], _ c: RuleContext) -> [Finding] {
    guard let number = c.earlierNumber else { return [] }
    let asked = c.earlierSource
    return names.compactMap { name in
      guard let printed = c.given(name)?.kk, !printed.isBlank,
        printed.prefix(while: { $0 != "~" }) != number
      else { return nil }
      return found(
        at: c.place(name), offering: [Suggestion(at: c.place(name), number)],
        kk: "нөмір бұрынғы құжаттікі емес (\(asked.kk) \(number)): нөмірді түзетіңіз",
        ru: "это не номер прежнего документа (\(asked.ru) \(number)): исправьте номер",
        en: "this is not the number of the earlier paper (\(asked.en) \(number)): correct it")
    }
  }

  private func issueDay(_ c: RuleContext) -> CalendarDate? {
    c.earlier?.issueDate ?? c.given(\.previousIssueDate)
  }

  /// The day of the paper of which `previous` may itself be a copy.
  private func originalDay(_ c: RuleContext) -> CalendarDate? {
    // Of another register's copies the record does not tell the original.
    c.earlier == nil ? c.given(\.previousIssueDate) : c.history.original?.paper.issueDate
  }

  /// The days of the chain's earlier links are no fault of a notice that has a term of its own.
  private func term(_ c: RuleContext) -> [Finding] {
    let from = c.earlier?.validFrom ?? c.given(\.previousValidFrom)
    return day(\.validFrom, from, c) + day(\.validUntil, c.knownPreviousEnd, c)
  }

  private func day(
    _ name: InputName<CalendarDate>, _ known: CalendarDate?, _ c: RuleContext
  ) -> [Finding] {
    guard let known, let printed = c.given(name), printed != known else { return [] }
    let asked = c.earlierSource
    return [
      found(
        at: c.place(name), suggesting: [known],
        kk: "күн бұрынғы құжаттікі емес (\(asked.kk) \(known.printed)): күнді түзетіңіз",
        ru: "это не дата прежнего документа (\(asked.ru) \(known.printed)): исправьте дату",
        en: "this is not the day of the earlier paper (\(asked.en) \(known.iso)): correct it")
    ]
  }

  /// Facts that say otherwise than the register.
  private func contradictions(_ c: RuleContext) -> [Finding] {
    guard let paper = c.earlier, let told = c.given(\.previousIssueDate), told != paper.issueDate
    else { return [] }
    return [
      found(
        at: c.place(\.previousIssueDate), suggesting: [paper.issueDate],
        kk:
          "күн тізілімдегі жазбаға қайшы келеді (тізілімде \(paper.issueDate.printed)): түзетіңіз",
        ru: "дата противоречит реестру (в реестре \(paper.issueDate.printed)): исправьте её",
        en: "the date contradicts the register (which has \(paper.issueDate.iso)): correct it")
    ]
  }
}
