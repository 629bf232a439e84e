/// A checkpoint of the log that the office signed and keeps.
public struct KeptCheckpoint: Hashable, Sendable {
  /// Entries of the log that it covers.
  public let size: Int
  /// The signed note.
  public let note: String
  /// Seconds since 1970-01-01T00:00:00Z.
  public let signedAt: Int64

  public init(size: Int, note: String, signedAt: Int64) {
    self.size = size
    self.note = note
    self.signedAt = signedAt
  }
}
