import TamgaDomain

extension Rule {
  /// Judges by the latest day on which the person may have been born; where the earliest gives another
  /// answer, a person has to look (rules.md section A).
  func byBirth(
    in c: RuleContext, _ judge: (CalendarDate) throws(Unanswered) -> [Finding]
  ) throws(Unanswered) -> [Finding] {
    let birth = try c[\.birthDate]
    let latest = try judge(birth.latest)
    guard birth.whole == nil else { return latest }
    let earliest = try judge(birth.earliest)
    guard latest.isEmpty != earliest.isEmpty else { return latest }
    return (latest + earliest).map { $0.weakened(to: .warning) }
  }
}

extension Finding {
  /// The same finding at another level, when that is the weaker one.
  func weakened(to level: Level) -> Finding {
    guard self.level == .error else { return self }
    return Finding(rule, level, at: place, message, citation: citation, notChecked: notChecked)
  }
}
