/// What a clerk proposes to do with a paper, for a supervisor to confirm.
public struct Proposal: Hashable, Sendable {
  /// What may be proposed.
  public enum Move: String, CaseIterable, Hashable, Sendable {
    case suspend, resume, void, revoke
  }

  public enum State: String, CaseIterable, Hashable, Sendable {
    case open, confirmed, refused, expired
  }

  /// What the proposer says.
  public struct Draft: Hashable, Sendable {
    /// The kind.
    public let document: String
    public let number: String
    /// 0 for the first paper, 2 and on for duplicates.
    public let copy: Int
    public let move: Move
    /// Why; becomes the reason of the event.
    public let reason: String
    /// The revocation decision as JSON; nil for the other moves.
    public let form: String?
    /// A login.
    public let proposer: String
    /// Ids of the issuing bodies of the paper: who does not cover one does not see the proposal.
    public let bodies: [String]
    /// The sequence of the paper's newest event: when there is a newer one, the paper has moved.
    public let event: Int64

    public init(
      document: String, number: String, copy: Int, move: Move, reason: String, form: String?,
      proposer: String, bodies: [String], event: Int64
    ) {
      self.document = document
      self.number = number
      self.copy = copy
      self.move = move
      self.reason = reason
      self.form = form
      self.proposer = proposer
      self.bodies = bodies
      self.event = event
    }
  }

  public let id: String
  public let draft: Draft
  /// Seconds since 1970.
  public let at: Int64
  public let expires: Int64
  public let state: State
  /// Who confirmed or refused it, and when.
  public let settledBy: String?
  public let settledAt: Int64?
}

/// What settling a proposal came to.
public enum Settlement: Hashable, Sendable {
  case settled
  /// Another one was first, or its time is over: as it stands now.
  case notOpen(Proposal)
  /// The proposer does not settle it.
  case fourEyes
  case unknown
}
