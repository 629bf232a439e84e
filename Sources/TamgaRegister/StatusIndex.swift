public import TamgaDomain

/// The place of a paper in the status lists (contract `seal.md`, claim 7).
public struct StatusIndex: Hashable, Sendable {
  /// 16 lists for each year of expiry, and lists 0 to 15 for papers without a term.
  public let list: Int
  /// 0..<``positions``
  public let position: Int

  /// Positions of a list.
  public static let positions = 1 << 20
  /// Lists that share one year of expiry.
  public static let ordinals = 16

  public init(list: Int, position: Int) {
    self.list = list
    self.position = position
  }

  /// Reads the claim; nothing when it is negative.
  public init?(claim: Int64) {
    guard claim >= 0 else { return nil }
    self.init(
      list: Int(claim / Int64(Self.positions)), position: Int(claim % Int64(Self.positions)))
  }

  /// The value of the claim: list × 2^20 + position.
  public var claim: Int64 { Int64(list) * Int64(Self.positions) + Int64(position) }

  /// The first list of the year in which a paper expires; 0 for a paper without a term.
  ///
  /// A term that ended before 2001 counts as one of 2001: lists 0 to 15 are those without a term.
  public static func firstList(validUntil: CalendarDate?) -> Int {
    validUntil.map { max(1, $0.year - 2000) * ordinals } ?? 0
  }

  /// The year of expiry of a list; nil for papers without a term.
  public static func year(ofList list: Int) -> Int? {
    list < ordinals ? nil : 2000 + list / ordinals
  }
}
