/// Numbers that were allotted, or should have been, and belong to no paper.
public struct NumberGap: Hashable, Sendable {
  /// The prefix of the series.
  public let series: String
  /// The ordinals of the gap.
  public let ordinals: ClosedRange<Int64>
}

/// A status list whose count is not the number of its papers.
public struct ListMiscount: Hashable, Sendable {
  public let list: Int
  /// As the list says.
  public let counted: Int
  /// As the papers say.
  public let papers: Int
}
