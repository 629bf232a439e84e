/// A document that an act requires an applicant to hand in (rules.md, section I).
public struct RequiredDocument: Hashable, Sendable {
  /// For example `lim-medical-insurance`.
  public let id: String
  /// The service whose applicants hand it in.
  public let service: Service
  /// The words of the act.
  public let text: Bilingual
  /// Where the act asks for it.
  public let citation: Citation
  /// Its number in the act's own list; nil where the act gives none.
  public let number: Int?
  /// Given back after scanning or comparison.
  public let isReturned: Bool
  /// When it is asked: in any of these cases. Never empty.
  public let demands: [Demand]
  /// Papers of one group stand for each other: one of them is enough.
  public let oneOf: String?
  /// Known to the information systems already: looked up there, never asked of the applicant.
  public let isHeld: Bool
  /// Handed in by itself: where it is asked, nothing else is.
  public let isAlone: Bool
  /// Rules that judge the same paper by the facts of a decision.
  public let rules: [String]

  /// A paper as the list of the templates has it; without `demands` it is always asked.
  public init(
    id: String, service: Service, text: Bilingual, citation: Citation, number: Int? = nil,
    isReturned: Bool = false, demands: [Demand] = [Demand()], oneOf: String? = nil,
    isHeld: Bool = false, isAlone: Bool = false, rules: [String] = []
  ) {
    self.id = id
    self.service = service
    self.text = text
    self.citation = citation
    self.number = number
    self.isReturned = isReturned
    self.demands = demands
    self.oneOf = oneOf
    self.isHeld = isHeld
    self.isAlone = isAlone
    self.rules = rules
  }

  /// A case in which a paper is asked.
  public struct Demand: Hashable, Sendable {
    /// What is applied for; empty: whatever it is.
    public let actions: Set<DecisionAction>
    /// Values of `stayPurpose`; empty: any.
    public let purposes: Set<String>
    /// A value of `channel`; nil: any.
    public let channel: String?
    /// What else must hold, in words; nil: nothing else.
    public let condition: Message?

    /// A case; without arguments, every case.
    public init(
      actions: Set<DecisionAction> = [], purposes: Set<String> = [], channel: String? = nil,
      condition: Message? = nil
    ) {
      self.actions = actions
      self.purposes = purposes
      self.channel = channel
      self.condition = condition
    }

    /// False where the case is known to be another; what is not known (nil) may still fit.
    public func fits(_ action: DecisionAction, purpose: String?, channel given: String?) -> Bool {
      (actions.isEmpty || actions.contains(action))
        && (purposes.isEmpty || purpose.map(purposes.contains) ?? true)
        && (channel == nil || given == nil || channel == given)
    }

    /// True where the paper is asked without further conditions.
    public func binds(_ action: DecisionAction, purpose: String?, channel given: String?) -> Bool {
      condition == nil && (purposes.isEmpty || purpose != nil)
        && (channel == nil || channel == given)
        && fits(action, purpose: purpose, channel: given)
    }
  }
}
