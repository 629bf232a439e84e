internal import CWeb

/// What the browser's time zone data say of one zone.
struct ZoneRules: Hashable, Sendable {
  private let name: [UInt8]

  /// Nil for a name that the data do not have.
  init?(_ name: String) {
    self.name = Array(name.utf8)
    guard host_offset(self.name, self.name.count, 0) != .min else { return nil }
  }

  /// Seconds east of UTC at a moment, seconds since 1970.
  func offset(at moment: Int64) -> Int { Int(host_offset(name, name.count, moment)) }
}
