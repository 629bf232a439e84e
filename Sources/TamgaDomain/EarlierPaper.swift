/// What the register knows of a paper that was issued before.
public struct EarlierPaper: Hashable, Sendable {
  /// The id of the paper's kind.
  public let document: String
  /// Nil where the kind is no longer among the templates.
  public let service: Service?
  /// As printed, without the mark of a copy.
  public let number: String
  /// 0 for the original, 1 and above for duplicates.
  public let copy: Int
  /// The id of the decision that made it.
  public let decision: String
  /// The day that the paper bears, not the day on which its file was made.
  public let issueDate: CalendarDate
  /// The first day of its term; nil for a paper without one.
  public let validFrom: CalendarDate?
  /// The last day of its term; nil for a paper without one.
  public let validUntil: CalendarDate?
  /// As the register has it now.
  public let status: PaperStatus
  /// The row of the paper in the register, and of the paper that it extends.
  public let serial: Int64?
  /// The row of the paper that it extends; nil for one that extends nothing.
  public let extends: Int64?
  /// The row of the paper whose place it took, as a reissue or a duplicate.
  public let replaces: Int64?

  /// A paper as a row of the register tells it; without rows (`serial`) it stands for itself.
  public init(
    document: String, service: Service?, number: String, copy: Int, decision: String,
    issueDate: CalendarDate, validFrom: CalendarDate?, validUntil: CalendarDate?,
    status: PaperStatus, serial: Int64? = nil, extends: Int64? = nil, replaces: Int64? = nil
  ) {
    self.document = document
    self.service = service
    self.number = number
    self.copy = copy
    self.decision = decision
    self.issueDate = issueDate
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.status = status
    self.serial = serial
    self.extends = extends
    self.replaces = replaces
  }
}

/// The status of a paper; the raw values are those of the status list (contract `seal.md`).
public enum PaperStatus: Int, Hashable, Sendable, CaseIterable {
  /// Nothing ended it; whether its own days have come is not said here.
  case valid = 0
  /// Ended for good: by a decision, or because it was made in error.
  case revoked = 1
  /// Not in force until somebody lets it run again.
  case suspended = 2
  /// Another paper took its place.
  case superseded = 3
}

/// What the register says of the papers before a decision.
public struct History: Hashable, Sendable {
  /// The paper that `previous` names, when the register holds it.
  public var previous: EarlierPaper?
  /// The chain that ends with `previous`: the first permit, then its extensions in order.
  public var chain: [EarlierPaper]
  /// The number that the record gives belongs to another paper of the kind.
  public var numberIsTaken: Bool
  /// Papers of the same service that the same person has by other decisions, newest first.
  public var samePerson: [EarlierPaper]
  /// What `previous` is, or what it is a duplicate of.
  public private(set) var original: Original?
  /// True when there is a register: what this history lacks, it does not hold.
  public var isRegistered: Bool
  /// What made `previous`; nil for a kind that is not known.
  public private(set) var previousAction: DecisionAction?
  /// To whom `previous` was given, as far as the register holds it.
  public var previousPerson: Person?
  /// Every paper of the chain that `previous` belongs to, oldest first: those after it too; revocations
  /// and void papers left out.
  public var links: [EarlierPaper] = []
  /// Papers of the service whose holder is nearly the person of the decision, newest first.
  public var nearPerson: [EarlierPaper] = []

  /// A paper that is no duplicate.
  public struct Original: Hashable, Sendable {
    /// As the register has it.
    public let paper: EarlierPaper
    /// What made it: an extension bears a mark, and so do its duplicates.
    public let action: DecisionAction
  }

  /// What was looked up for one decision; without arguments, the history of an office that has no register at
  /// hand.
  public init(
    previous: EarlierPaper? = nil, chain: [EarlierPaper] = [], numberIsTaken: Bool = false,
    samePerson: [EarlierPaper] = [], isRegistered: Bool = false
  ) {
    self.previous = previous
    self.chain = chain
    self.numberIsTaken = numberIsTaken
    self.samePerson = samePerson
    self.isRegistered = isRegistered
  }

  /// Looks for the original behind `previous`.
  ///
  /// - Parameter action: What a kind's decisions do; nil for a kind that is not known.
  public mutating func findOriginal(action: (_ document: String) -> DecisionAction?) {
    previousAction = previous.flatMap { action($0.document) }
    let papers = chain.isEmpty ? [previous].compactMap { $0 } : chain
    for paper in papers.reversed() {
      guard let made = action(paper.document) else { return }
      guard made == .duplicate else {
        original = Original(paper: paper, action: made)
        return
      }
    }
  }
}

extension History {
  /// Papers that extend `previous`, or what stands in its place, and were not revoked.
  public var extensions: [EarlierPaper] {
    guard let serial = previous?.serial else { return [] }
    let places = samePlace(as: serial)
    return links.filter { link in
      link.status != .revoked && link.extends.map(places.contains) ?? false
    }
  }

  /// The rows of a paper, of those that it replaced, and of those that replaced it.
  private func samePlace(as serial: Int64) -> Set<Int64> {
    var places: Set<Int64> = [serial]
    var isComplete = false
    while !isComplete {
      isComplete = true
      for link in links {
        guard let own = link.serial, let other = link.replaces else { continue }
        if places.contains(own) != places.contains(other) {
          places.formUnion([own, other])
          isComplete = false
        }
      }
    }
    return places
  }
}
