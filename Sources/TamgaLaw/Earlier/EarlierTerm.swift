import TamgaDomain

// The papers before this one: the register is asked first, the facts after (contract facts.md).
extension RuleContext {
  /// The paper of this service that `previous` names, when the register holds it.
  var earlier: EarlierPaper? {
    guard let paper = history.previous, paper.service == nil || paper.service == kind.service else {
      return nil
    }
    return paper
  }

  /// True when the register or the record says that there was a paper before.
  var hadEarlier: Bool {
    earlier != nil || decision.previous != nil
      || has(\.previousValidUntil) || has(\.previousValidFrom) || has(\.previousPermitYear)
  }

  /// The last day of the previous paper.
  func previousEnd() throws(Unanswered) -> CalendarDate {
    if let end = earlier?.validUntil { return end }
    return try self[\.previousValidUntil]
  }

  /// The first day of the chain that this extension goes on with.
  func chainStart() throws(Unanswered) -> CalendarDate {
    if let start = registeredChainStart { return start }
    // The previous paper is the first of its chain only where nothing else is known.
    if !has(\.firstValidFrom), history.chain.isEmpty, has(\.previousValidFrom) {
      return try self[\.previousValidFrom]
    }
    return try self[\.firstValidFrom]
  }

  /// What the register knows of it: nothing when its part of the chain begins with an extension of
  /// an outside paper.
  var registeredChainStart: CalendarDate? {
    guard let first = history.chain.first, first.document != kind.id else { return nil }
    return first.validFrom
  }
}

extension Rule {
  /// An error when the fact `name` differs from what the register holds.
  func contradiction(
    _ name: InputName<CalendarDate>, _ known: CalendarDate?, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    guard let known, c.has(name), try c[name] != known else { return [] }
    return [
      found(
        at: c.place(name), .error,
        kk: "күн тізілімдегі жазбаға қайшы келеді (тізілімде \(known.printed)): түзетіңіз",
        ru: "дата противоречит реестру (в реестре \(known.printed)): исправьте её",
        en: "the date contradicts the register (which has \(known.iso)): correct it")
    ]
  }
}
