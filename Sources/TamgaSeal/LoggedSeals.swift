/// The seals of a compromised key that the office's log held before the moment of compromise. Every
/// other seal of that key may be a forgery with an earlier date.
public struct LoggedSeals: Hashable, Sendable {
  /// Bytes of a cti that are kept: 2^64 values leave a forger no chance of meeting one.
  static let prefixLength = 8
  /// Seals of one key. A key seals for some months; 8 MB.
  public static let countLimit = 1_000_000

  /// Sorted prefixes, one after the other.
  let prefixes: [UInt8]

  /// The first 8 bytes of a cti as a big-endian number: how logs and bundles name a seal.
  public static func prefix(ofCTI cti: some Collection<UInt8>) -> UInt64 {
    cti.prefix(prefixLength).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter seals: The cti of each logged seal, 16 bytes, or its first 8.
  /// - Precondition: Every entry has 8 bytes at least, and there are at most a million.
  public init(_ seals: some Collection<[UInt8]>) {
    precondition(seals.count <= Self.countLimit, "seals of one key")
    let numbers = Set(
      seals.map { cti in
        precondition(cti.count >= Self.prefixLength, "8 bytes of a cti")
        return Self.prefix(ofCTI: cti)
      })
    var prefixes: [UInt8] = []
    prefixes.reserveCapacity(numbers.count * Self.prefixLength)
    for number in numbers.sorted() {
      for shift in (0..<8).reversed() {
        prefixes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift)))
      }
    }
    self.prefixes = prefixes
  }

  /// Nil unless the bytes are prefixes in strictly rising order.
  init?(encoded: [UInt8]) {
    guard encoded.count % Self.prefixLength == 0,
      encoded.count <= Self.countLimit * Self.prefixLength
    else { return nil }
    prefixes = encoded
    for index in 0..<max(0, count - 1) where self[index] >= self[index + 1] { return nil }
  }

  public var count: Int { prefixes.count / Self.prefixLength }

  public func contains(cti: [UInt8]) -> Bool {
    guard cti.count >= Self.prefixLength else { return false }
    let wanted = Self.prefix(ofCTI: cti)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] == wanted { return true }
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return false
  }

  private subscript(_ index: Int) -> UInt64 {
    Self.prefix(ofCTI: prefixes[index * Self.prefixLength..<(index + 1) * Self.prefixLength])
  }
}
