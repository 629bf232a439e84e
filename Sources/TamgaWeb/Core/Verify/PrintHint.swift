internal import TamgaDomain

/// A sealed field that a reader of words saw otherwise; a browser has no such reader.
public struct PrintHint: Hashable, Sendable {
  public let claim: String
  public let sealed: String
  public let read: String

  static func hints(in words: [ReadWord], against claims: ShownClaims) -> [PrintHint] { [] }
}
