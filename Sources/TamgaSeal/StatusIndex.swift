/// Where the status of a paper stands: in which list and at which position.
public struct StatusIndex: Hashable, Sendable, Comparable {
  /// Positions of one list, 2^20: a claim is list × 2^20 + position.
  public static let listSize = 1 << 20
  /// Lists are numbered below this bound, so that a claim stays below 2^33.
  public static let listLimit = 1 << 13

  public let list: Int
  public let position: Int

  /// Nil outside the bounds.
  public init?(list: Int, position: Int) {
    guard (0..<Self.listLimit).contains(list), (0..<Self.listSize).contains(position) else {
      return nil
    }
    self.list = list
    self.position = position
  }

  /// Nil when the claim's list is out of bounds.
  public init?(claim: UInt64) {
    guard claim < UInt64(Self.listLimit * Self.listSize) else { return nil }
    self.init(list: Int(claim) / Self.listSize, position: Int(claim) % Self.listSize)
  }

  /// The value in the seal.
  public var claim: UInt64 { UInt64(list * Self.listSize + position) }

  public static func < (a: StatusIndex, b: StatusIndex) -> Bool { a.claim < b.claim }
}
