import TamgaDomain

// The permits that the register finds by the person, not by `previous`: with a new passport or a
// new number nobody starts anew.
extension RuleContext {
  /// Permits and extensions that the same person has by other decisions and that began before this
  /// one or with it. Empty where `previous` names a paper that the register holds.
  ///
  /// Only papers with a term are permits; a refusal or a certificate of a fact has none.
  var permitsOfPerson: [EarlierPaper] {
    guard earlier == nil else { return [] }
    let first = firstDay
    return history.samePerson.filter { paper in
      guard paper.service == nil || paper.service == kind.service, paper.validUntil != nil,
        let from = paper.validFrom
      else { return false }
      return first.map { from <= $0 } ?? true
    }
  }

  /// The last day of those that were not revoked.
  var endOfPermits: CalendarDate? {
    permitsOfPerson.filter { $0.status != .revoked }.compactMap(\.validUntil).max()
  }

  /// The last day of those that were revoked, as it stood on them. They ended before: the register
  /// does not say when.
  var endOfRevokedPermits: CalendarDate? {
    permitsOfPerson.filter { $0.status == .revoked }.compactMap(\.validUntil).max()
  }

  /// The first day of the permits that lead up to this one with less than `gap` days between.
  func startOfPermits(gap: Int) -> CalendarDate? {
    guard let first = firstDay else { return nil }
    var start = first
    let permits = permitsOfPerson.filter { $0.status != .revoked }
      .compactMap { paper in paper.validFrom.flatMap { from in paper.validUntil.map { (from, $0) } }
      }
      .sorted { $0.1 > $1.1 }
    for (from, until) in permits where until.days(to: start) < gap { start = min(start, from) }
    return start < first ? start : nil
  }

  /// The first day of the paper's term; the day of issue where it has none.
  private var firstDay: CalendarDate? {
    given(\.validFrom) ?? decision.issueDate
  }
}
