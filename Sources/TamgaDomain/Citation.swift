/// Where a requirement stands: an act and a place in it.
public struct Citation: Hashable, Sendable {
  /// The act in short, for example `MIA order 76`; `Tamga` where the rule is designed by us.
  public let act: String
  /// The paragraph, article or annex row, for example `para 8`.
  public let place: String

  /// An act in short and a place in it, in English: `Citation("MIA order 76", "para 8")`.
  public init(_ act: String, _ place: String) {
    self.act = act
    self.place = place
  }
}
