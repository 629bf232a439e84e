/// An issuing key as the root key vouches for it.
public struct TrustedKey: Hashable, Sendable {
  /// Whether a key seals, and whether its seals count.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Signs papers.
    case active
    /// Signs no more; what it signed in its period stays genuine.
    case retired
    /// In other hands since ``TrustedKey/compromisedAt``.
    case compromised
  }

  /// What checks its seals.
  public let publicKey: PublicKey
  /// Seconds since 1970: the first moment at which the key may seal.
  public let signFrom: Int64
  /// Seconds since 1970: the last moment at which the key may seal.
  public let signUntil: Int64
  /// Whether it seals, and whether its seals count.
  public let state: State
  /// Seconds since 1970; given exactly when the state is compromised.
  public let compromisedAt: Int64?

  /// - Precondition: `compromisedAt` is given exactly when `state` is compromised, and
  ///   `signFrom <= signUntil`.
  public init(
    publicKey: PublicKey, signFrom: Int64, signUntil: Int64, state: State = .active,
    compromisedAt: Int64? = nil
  ) {
    precondition((state == .compromised) == (compromisedAt != nil), "a moment of compromise")
    precondition(signFrom <= signUntil, "a signing period")
    self.publicKey = publicKey
    self.signFrom = signFrom
    self.signUntil = signUntil
    self.state = state
    self.compromisedAt = compromisedAt
  }
}
