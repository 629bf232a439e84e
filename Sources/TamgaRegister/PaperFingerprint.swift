/// What an audit compares with the log.
public struct PaperFingerprint: Hashable, Sendable {
  /// The entry of the paper.
  public let serial: Int64
  /// SHA-256 over its row and its seal as they stand now (``PaperDigest``).
  public let state: [UInt8]
}
