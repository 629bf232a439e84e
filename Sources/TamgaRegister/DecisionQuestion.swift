public import TamgaDomain

/// What a decision asks the register before it is judged.
public struct DecisionQuestion: Hashable, Sendable {
  /// Nil where the record has no id.
  public var decision: String?
  /// The keys of the person; empty where papers of the person are of no matter.
  public var personKeys: [String]
  /// Papers of the person by decisions of this service.
  public var service: Service
  /// Papers of each key, newest first, of which the answer tells.
  public var limit: Int

  public init(decision: String?, personKeys: [String], service: Service, limit: Int) {
    self.decision = decision
    self.personKeys = personKeys
    self.service = service
    self.limit = limit
  }
}

/// The answer, of one moment with those to the other questions of a group.
public struct DecisionAnswer: Hashable, Sendable {
  /// The papers of the decision, by part.
  public let papers: [PaperEntry]
  /// The newest entry under any of the keys; 0 when there is none.
  public let newest: Int64
  /// Papers under any of the keys, newest entry first.
  public let ofPerson: [PaperEntry]

  public init(papers: [PaperEntry], newest: Int64, ofPerson: [PaperEntry]) {
    self.papers = papers
    self.newest = newest
    self.ofPerson = ofPerson
  }
}
