public import TamgaDomain

/// How far the making of a paper has come.
public enum PaperState: String, Hashable, Sendable, CaseIterable {
  /// It has its number and its place in a status list.
  case reserved
  /// Its seal is stored; every later run prints the same one.
  case sealed
  /// Its file is whole and its hash is stored.
  case issued
  /// Made in error; the number stays with it for ever.
  case void
}

/// State and status of a paper together: what the moves start from.
public struct PaperCondition: Hashable, Sendable, CustomStringConvertible {
  /// How far its making has come.
  public let state: PaperState
  /// What the status list says.
  public let status: PaperStatus

  public init(_ state: PaperState, _ status: PaperStatus) {
    self.state = state
    self.status = status
  }

  /// For people: `issued and suspended`, or the state alone when the status adds nothing.
  public var description: String {
    status == .valid || state == .void ? state.rawValue : "\(state.rawValue) and \(status)"
  }
}

/// Everything that can happen to a paper once it is reserved. The raw value is the `what` of the
/// event that records it.
public enum PaperMove: String, Hashable, Sendable, CaseIterable {
  /// Its seal is stored.
  case seal = "sealed"
  /// Its file is whole.
  case confirm = "issued"
  /// By order, with a reason.
  case suspend = "suspended"
  /// By order, with a reason.
  case resume = "resumed"
  /// By the reissue or the duplicate that takes its place.
  case supersede = "superseded"
  /// By a decision that revokes or annuls.
  case revoke = "revoked"
  /// The paper that superseded or revoked it was void.
  case reinstate = "reinstated"
  /// The same for a paper that had been suspended before.
  case reinstateSuspended = "reinstated-suspended"
  /// By order: it was made in error.
  case void = "voided"
  /// Printed again from the stored file.
  case reprint = "reprinted"
  /// A print that was spoilt and destroyed.
  case spoil = "spoilt"
  /// Given to its holder.
  case handOver = "handed-over"
  /// Record, file and person removed after the retention.
  case purge = "purged"

  /// One row of the table: the move and the conditions that it leads from and to.
  public struct Row: Hashable, Sendable {
    /// What happens.
    public let move: PaperMove
    /// Where it is lawful.
    public let from: PaperCondition
    /// What the paper is afterwards.
    public let to: PaperCondition

    init(_ move: PaperMove, _ from: PaperCondition, _ to: PaperCondition) {
      self.move = move
      self.from = from
      self.to = to
    }
  }

  /// Every lawful move; a pair that is not here is refused.
  public static let table: [Row] = [
    Row(.seal, .reserved, .sealed),
    Row(.confirm, .sealed, .inForce),
    Row(.suspend, .inForce, .suspended),
    Row(.resume, .suspended, .inForce),
    Row(.supersede, .inForce, .superseded),
    Row(.supersede, .suspended, .superseded),
    Row(.revoke, .inForce, .revoked),
    Row(.revoke, .suspended, .revoked),
    Row(.reinstate, .superseded, .inForce),
    Row(.reinstate, .revoked, .inForce),
    Row(.reinstateSuspended, .superseded, .suspended),
    Row(.reinstateSuspended, .revoked, .suspended),
    Row(.void, .reserved, .void),
    Row(.void, .sealed, .void),
    Row(.void, .inForce, .void),
    Row(.void, .suspended, .void),
    Row(.void, .superseded, .void),
    Row(.void, .revoked, .void),
    Row(.reprint, .inForce, .inForce),
    Row(.reprint, .suspended, .suspended),
    Row(.spoil, .inForce, .inForce),
    Row(.spoil, .suspended, .suspended),
    Row(.spoil, .superseded, .superseded),
    Row(.spoil, .revoked, .revoked),
    Row(.spoil, .void, .void),
    Row(.handOver, .inForce, .inForce),
    Row(.purge, .inForce, .inForce),
    Row(.purge, .suspended, .suspended),
    Row(.purge, .superseded, .superseded),
    Row(.purge, .revoked, .revoked),
    Row(.purge, .void, .void),
  ]

  /// Where the move leads from `condition`; nil when it is not lawful there.
  public func next(from condition: PaperCondition) -> PaperCondition? {
    Self.table.first { $0.move == self && $0.from == condition }?.to
  }
}

extension PaperCondition {
  static let reserved = PaperCondition(.reserved, .valid)
  static let sealed = PaperCondition(.sealed, .valid)
  static let inForce = PaperCondition(.issued, .valid)
  static let suspended = PaperCondition(.issued, .suspended)
  static let superseded = PaperCondition(.issued, .superseded)
  static let revoked = PaperCondition(.issued, .revoked)
  static let void = PaperCondition(.void, .revoked)
}
