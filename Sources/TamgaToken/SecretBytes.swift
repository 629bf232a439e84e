internal import Glibc

/// Secret bytes in memory of their own: kept out of swap where the system allows it, and wiped when
/// nobody holds them any more. They have no description and take part in no dump.
public final class SecretBytes: Sendable {
  /// Bytes.
  public let count: Int
  // safe: written in the initialiser alone, read afterwards
  private nonisolated(unsafe) let start: UnsafeMutableRawPointer

  /// - Parameter fill: Writes all `count` bytes; they are zero at first.
  public init(
    count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void
  ) rethrows {
    self.count = count
    start = .allocate(byteCount: max(1, count), alignment: 16)
    start.initializeMemory(as: UInt8.self, repeating: 0, count: max(1, count))
    // A limit of the system may forbid it; the bytes are wiped all the same.
    _ = mlock(start, max(1, count))
    try fill(UnsafeMutableRawBufferPointer(start: start, count: count))
  }

  /// Takes the bytes over and wipes the array they came in.
  public convenience init(moving bytes: inout [UInt8]) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    bytes.wipe()
  }

  deinit {
    explicit_bzero(start, count)
    munlock(start, max(1, count))
    start.deallocate()
  }

  /// The bytes, for as long as `body` runs; it must keep no copy.
  public func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Whether both are the same bytes; takes the same time wherever they differ.
  public func isEqual(to other: SecretBytes) -> Bool {
    guard count == other.count else { return false }
    return withBytes { mine in
      other.withBytes { theirs in zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0 }
    }
  }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
  public var description: String { "SecretBytes" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Array where Element == UInt8 {
  /// Overwrites the bytes, also where the optimiser sees no reader.
  public mutating func wipe() {
    withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
    }
    removeAll()
  }
}
