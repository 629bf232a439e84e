/// A word that was read from a picture, with what its reader thinks of it.
public struct ReadWord: Hashable, Sendable {
  /// As its reader has it, without blanks.
  public let text: String
  /// Percent.
  public let confidence: Double

  /// A word with how sure its reader is, in percent.
  public init(_ text: String, confidence: Double) {
    self.text = text
    self.confidence = confidence
  }
}
