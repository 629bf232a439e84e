/// The one word of a verdict, weakest first; the strongest of all facts wins (contract `seal.md`).
public enum Outcome: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Genuine, in force, and its status is current.
  case valid
  /// Genuine and in its dates, but its status is not known or not current.
  case statusUnknown = "status-unknown"
  /// Genuine; its first day is still to come.
  case notYetValid = "not-yet-valid"
  /// Genuine; its last day is over.
  case expired
  /// Genuine; the office has suspended it for now.
  case suspended
  /// Genuine; another paper has taken its place.
  case superseded
  /// Genuine; the office has revoked it for good.
  case revoked
  /// The seal is genuine, the printed text is not its text.
  case altered
  /// No key of the office made the seal.
  case notGenuine = "not-genuine"
  /// There is nothing to judge.
  case noSeal = "no-seal"

  public static func < (a: Outcome, b: Outcome) -> Bool { a.strength < b.strength }

  private var strength: Int {
    Self.allCases.firstIndex(of: self)!  // safe: every case is in the list of cases
  }

  /// The exit status of `tamga verify`; several inputs: the highest.
  public var exitStatus: Int32 {
    switch self {
    case .valid: 0
    case .statusUnknown, .notYetValid, .expired, .suspended, .superseded, .revoked: 3
    case .altered, .notGenuine: 4
    case .noSeal: 5
    }
  }
}
