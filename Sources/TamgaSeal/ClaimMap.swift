import TamgaFormats

/// A map with whole numbers as keys whose entries are taken out one by one, so that what is left at
/// the end is known to be unknown.
struct ClaimMap {
  private var entries: [Int64: CBOR] = [:]

  /// Nil when `value` is no map, or a key is no whole number.
  init?(_ value: CBOR) {
    guard let entries = value.entries else { return nil }
    for entry in entries {
      guard let key = entry.key.integer else { return nil }
      self.entries[key] = entry.value
    }
  }

  /// The keys that nobody has taken.
  var rest: [Int64] { entries.keys.sorted() }

  mutating func take(_ key: Int64) -> CBOR? { entries.removeValue(forKey: key) }
}

extension CBOR {
  /// A map of whole numbers; entries without a value are left out.
  static func claims(_ entries: KeyValuePairs<Int64, CBOR?>) -> CBOR {
    .map(entries.compactMap { key, value in value.map { Entry(.integer(key), $0) } })
  }
}
