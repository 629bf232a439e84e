/// What a key of an office is for.
public enum KeyRole: String, Hashable, Sendable, CaseIterable {
  /// Seals papers.
  case issuing
  /// Signs the statuses of every trust bundle; online.
  case status
  /// Vouches for the other two; rarely used, kept elsewhere.
  case root
}
