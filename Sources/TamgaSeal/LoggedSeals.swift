/// The seals of a compromised key that the office's log held before the moment of compromise. Every
/// other seal of that key may be a forgery with an earlier date.
public struct LoggedSeals: Hashable, Sendable {
  /// What a seal is named by.
  public enum Name: Hashable, Sendable {
    /// SHA-256 of all its bytes: who has the key cannot make another seal of that name.
    case hash
    /// Its cti, which stands in every code and can be copied: bundles before November 2026.
    case cti
  }

  /// Bytes of a name that are kept: 2^64 values leave a forger no chance of meeting one.
  static let prefixLength = 8
  /// Seals of one key. A key seals for some months; 8 MB.
  public static let countLimit = 1_000_000

  /// What the seals are named by in this list.
  public let name: Name
  /// Sorted prefixes, one after the other.
  let prefixes: [UInt8]

  /// The first 8 bytes of SHA-256 of a whole COSE_Sign1 as a big-endian number.
  public static func prefix(ofSeal bytes: [UInt8]) -> UInt64 { number(SHA256Sum.of(bytes)) }

  private static func number(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.prefix(prefixLength).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter seals: ``prefix(ofSeal:)`` of each logged seal.
  /// - Precondition: There are at most a million.
  public init(_ seals: some Collection<UInt64>, by name: Name = .hash) {
    precondition(seals.count <= Self.countLimit, "seals of one key")
    var prefixes: [UInt8] = []
    prefixes.reserveCapacity(seals.count * Self.prefixLength)
    for number in Set(seals).sorted() {
      for shift in (0..<8).reversed() {
        prefixes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift)))
      }
    }
    self.prefixes = prefixes
    self.name = name
  }

  /// Nil unless the bytes are prefixes in strictly rising order.
  init?(encoded: [UInt8], by name: Name = .hash) {
    guard encoded.count % Self.prefixLength == 0,
      encoded.count <= Self.countLimit * Self.prefixLength
    else { return nil }
    prefixes = encoded
    self.name = name
    for index in 0..<max(0, count - 1) where self[index] >= self[index + 1] { return nil }
  }

  /// How many seals are listed.
  public var count: Int { prefixes.count / Self.prefixLength }

  /// Whether a seal is listed, by what ``name`` says.
  public func contains(seal bytes: [UInt8], cti: [UInt8]) -> Bool {
    let wanted = name == .hash ? Self.prefix(ofSeal: bytes) : Self.number(cti)
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
    Self.number(prefixes[index * Self.prefixLength..<(index + 1) * Self.prefixLength])
  }
}
