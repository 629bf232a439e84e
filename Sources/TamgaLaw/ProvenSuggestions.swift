import TamgaDomain

/// Offers only values that lead on: one that another check would refuse, with nothing to offer itself, would send the
/// person in a circle. The slip is in another field then.
enum ProvenSuggestions {
  /// - Parameter all: Every finding of the case.
  /// - Returns: The same, with those suggestions left out.
  static func proven(
    _ all: [Finding], in c: RuleContext
  ) throws(InvalidParameter) -> [Finding] {
    guard all.contains(where: { !$0.suggestions.isEmpty }) else { return all }
    let known = Set(all.filter { $0.level == .error }.map { Key($0) })
    var proven: [Finding] = []
    proven.reserveCapacity(all.count)
    for finding in all {
      var kept: [Suggestion] = []
      for suggestion in finding.suggestions {
        guard let decision = c.decision.taking(suggestion) else {
          kept.append(suggestion)
          continue
        }
        let found = try Ruleset.findings(in: c.judging(decision))
        let isDeadEnd = found.contains {
          $0.level == .error && $0.suggestions.isEmpty && !known.contains(Key($0))
        }
        if !isDeadEnd { kept.append(suggestion) }
      }
      proven.append(kept.count == finding.suggestions.count ? finding : finding.offering(kept))
    }
    return proven
  }

  private struct Key: Hashable {
    let rule: String
    let place: String

    init(_ finding: Finding) { (rule, place) = (finding.rule, finding.place) }
  }
}

extension Decision {
  /// The decision with a value that was offered; nil for what is no day and no count.
  fileprivate func taking(_ suggestion: Suggestion) -> Decision? {
    let path = suggestion.place.split(separator: "/").map(String.init)
    guard path.count == 2 else { return nil }
    var (fields, facts) = (fields, facts)
    switch (path[0], CalendarDate(iso: suggestion.value), Int(suggestion.value)) {
    case ("fields", let day?, _): fields[path[1]] = .date(day)
    case ("facts", let day?, _): facts[path[1]] = .date(day)
    case ("fields", nil, let count?):
      guard case .count? = fields[path[1]] else { return nil }
      fields[path[1]] = .count(count)
    case ("facts", nil, let count?):
      guard case .count? = facts[path[1]] else { return nil }
      facts[path[1]] = .count(count)
    default: return nil
    }
    return Decision(
      id: id, kind: kind, languages: languages, issuingBody: issuingBody, issueDate: issueDate,
      fields: fields, facts: facts, previous: previous,
      unreadable: unreadable.subtracting([path[1]]),
      canonical: canonical)
  }
}

extension RuleContext {
  /// The same case with another decision.
  fileprivate func judging(_ decision: Decision) -> RuleContext {
    RuleContext(
      decision: decision, body: body, policy: policy, today: today, edition: edition,
      history: history, grounds: grounds, papers: papers)
  }
}

extension Finding {
  fileprivate func offering(_ suggestions: [Suggestion]) -> Finding {
    Finding(
      rule, level, at: place, message, citation: citation, notChecked: notChecked,
      suggestions: suggestions)
  }
}
