internal import Synchronization
internal import TamgaPaperFile

/// Packs the own parts of papers. One for all workers of a store: its tables are larger than what it packs, and
/// to make them costs as much.
final class OwnPartPacker: Sendable {
  private let deflater = Mutex(Deflater(level: StoredPaper.level))

  /// As a zlib stream (RFC 1950).
  func packed(_ bytes: [UInt8]) -> [UInt8] { deflater.withLock { $0.deflated(bytes) } }
}
