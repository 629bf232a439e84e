/// Where the status of a paper stands: in which list and at which position (contract `seal.md`,
/// claim 7).
public struct StatusIndex: Hashable, Sendable, Comparable {
  /// Positions of one list, 2^20: a claim is list × 2^20 + position.
  public static let listSize = 1 << 20
  /// Lists are numbered below this bound, so that a claim stays below 2^33.
  public static let listLimit = 1 << 13
  /// Lists that share one year of expiry; as many, from 0, are for papers without a term.
  public static let listsOfYear = 16

  /// Which status list, below ``listLimit``.
  public let list: Int
  /// The place in that list, below ``listSize``.
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
    // Not in Int, which has 32 bits in a browser.
    let size = UInt64(Self.listSize)
    guard claim < UInt64(Self.listLimit) * size else { return nil }
    self.init(list: Int(claim / size), position: Int(claim % size))
  }

  /// The value in the seal.
  public var claim: UInt64 { UInt64(list) * UInt64(Self.listSize) + UInt64(position) }

  public static func < (a: StatusIndex, b: StatusIndex) -> Bool { a.claim < b.claim }

  /// The first list of the year in which a paper expires; 0 for a paper without a term.
  ///
  /// A term that ended before 2001 counts as one of 2001: the first lists are those without a term.
  public static func firstList(validUntil: CalendarDate?) -> Int {
    validUntil.map { max(1, $0.year - 2000) * listsOfYear } ?? 0
  }

  /// The year in which every paper of a list has ended by its last day; nil without a term.
  public static func year(ofList list: Int) -> Int? {
    list < listsOfYear ? nil : 2000 + list / listsOfYear
  }
}
