public import TamgaDomain

/// What a record gave: the decision as far as it could be read, and everything that is wrong with the
/// record itself.
public struct ParsedDecision: Hashable, Sendable {
  /// The id of the decision; nil when it is missing or malformed.
  public let id: String?
  /// Nil when the record is no object or its kind of document is not known. Present beside errors
  /// otherwise, so that the rules of law speak of all that could be read.
  public let decision: Decision?
  /// All findings, in the order in which the record is read.
  public let findings: [Finding]

  /// An outcome of reading.
  public init(id: String?, decision: Decision?, findings: [Finding]) {
    self.id = id
    self.decision = decision
    self.findings = findings
  }

  /// True when no paper may be made from the record.
  public var isRejected: Bool { findings.contains { $0.level == .error } }
}
