public import TamgaDomain

/// A decision that no rule forbids. Only ``Ruleset/examine(_:recordFindings:)`` makes one.
public struct ExaminedDecision: Sendable {
  public let decision: Decision
  /// The id that the examination proved to be there.
  public let id: String
  public let issueDate: CalendarDate
  public let body: IssuingBody
  public let edition: Edition
  public let history: History
  /// Warnings and information; never an error.
  public let findings: [Finding]

  fileprivate init(
    decision: Decision, id: String, issueDate: CalendarDate, body: IssuingBody, edition: Edition,
    history: History, findings: [Finding]
  ) {
    self.decision = decision
    self.id = id
    self.issueDate = issueDate
    self.body = body
    self.edition = edition
    self.history = history
    self.findings = findings
  }
}

/// The outcome of an examination: a verdict, not an error.
public enum Examination: Sendable {
  case lawful(ExaminedDecision)
  /// At least one finding is an error.
  case refused([Finding])

  public var findings: [Finding] {
    switch self {
    case .lawful(let examined): examined.findings
    case .refused(let findings): findings
    }
  }
}

extension Ruleset {
  /// Judges a case together with what was found while its record was read.
  ///
  /// - Parameter recordFindings: What the reading of the record gave; an error among them refuses.
  public static func examine(
    _ c: RuleContext, recordFindings: [Finding]
  ) throws(InvalidParameter) -> Examination {
    try examine(c, recordFindings: recordFindings, judgesTexts: true)
  }

  /// - Parameter judgesTexts: False for pages that are drawn to try their layout with odd texts.
  package static func examine(
    _ c: RuleContext, recordFindings: [Finding], judgesTexts: Bool
  ) throws(InvalidParameter) -> Examination {
    // The reading of the record may have said the same already (a blank field).
    let ofTexts =
      judgesTexts
      ? LatinFields.findings(in: c) + Placeholders.findings(in: c)
        + IdentityNumbers.findings(in: c) : []
    let all =
      recordFindings
      + (ofTexts + (try ProvenSuggestions.proven(findings(in: c), in: c))).filter { finding in
        !recordFindings.contains { $0.rule == finding.rule && $0.place == finding.place }
      }
    guard !all.contains(where: { $0.level == .error }), let id = c.decision.id,
      let issueDate = c.decision.issueDate, let body = c.body, let edition = c.edition
    else { return .refused(all) }
    return .lawful(
      ExaminedDecision(
        decision: c.decision, id: id, issueDate: issueDate, body: body, edition: edition,
        history: c.history, findings: all))
  }
}
