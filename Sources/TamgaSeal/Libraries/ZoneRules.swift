// For the time zone data of the system.
internal import Foundation

/// What the IANA time zone database says of one zone.
struct ZoneRules: Hashable, Sendable {
  private let zone: TimeZone

  /// Nil for a name that the data do not have.
  init?(_ name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
  }

  /// Seconds east of UTC at a moment, seconds since 1970.
  func offset(at moment: Int64) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
  }
}
