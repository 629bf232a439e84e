/// A word that was read from a picture, with what its reader thinks of it.
public struct ReadWord: Hashable, Sendable {
  public let text: String
  /// Percent.
  public let confidence: Double

  public init(_ text: String, confidence: Double) {
    self.text = text
    self.confidence = confidence
  }
}
