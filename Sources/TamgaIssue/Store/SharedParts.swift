internal import Crypto
import Foundation
internal import Synchronization
internal import TamgaFormats

/// Parts of papers that many papers have: each once, under its SHA-256, and never taken out, since nobody
/// can know whether a run under way names it.
final class SharedParts: Sendable {
  static let folderName = "shared"
  /// Parts in memory: those of a year of one office are some hundreds, of 6 KB each.
  private static let room = 2_048

  private let folder: String
  private let memory = Mutex(Memory())

  private struct Memory {
    var bySum: [[UInt8]: [UInt8]] = [:]
    /// By length and last bytes, which are a checksum where a part is packed (RFC 1950): what is found
    /// is compared whole.
    var byEnd: [End: (sum: [UInt8], part: [UInt8])] = [:]
  }

  private struct End: Hashable {
    let count: Int
    let last: UInt64

    init(_ part: ArraySlice<UInt8>) {
      count = part.count
      last = part.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// - Parameter store: The folder of the store.
  init(store: String) { folder = store + "/" + Self.folderName }

  /// Below the folder of the store.
  static func name(_ sha256: [UInt8]) -> String {
    let name = Hex.text(sha256)
    return "\(folderName)/\(name.prefix(2))/\(name)"
  }

  private func path(_ sha256: [UInt8]) -> String {
    folder + Self.name(sha256).dropFirst(Self.folderName.count)
  }

  /// Whether a name below the folder of the store is that of a part, and the part is what its name says.
  func isIntact(_ name: String) -> Bool {
    let words = name.split(separator: "/")
    guard words.count == 3, let sum = Hex.bytes(String(words[2])), Self.name(sum) == name else {
      return false
    }
    return read(sum) != nil
  }

  /// Keeps a part; complete under its name before this returns, flushed by the caller's group.
  ///
  /// - Returns: Its SHA-256.
  func put(_ part: ArraySlice<UInt8>) throws(IssueError) -> [UInt8] {
    if let known = known(part) { return known }
    let sum = Array(SHA256.hash(data: part))
    // What a cut of power left empty or torn is written anew.
    if read(sum) == nil {
      let path = path(sum)
      try OfficeFile.makeFolder(OfficeFile.folder(of: path), mode: 0o700)
      let temporary = try OfficeFile.writeTemporary(Array(part), beside: path, mode: 0o400)
      try OfficeFile.publish(temporary, as: path)
      remember(Array(part), sum)
    }
    return sum
  }

  /// - Returns: Nil for a part that is missing or changed.
  func get(_ sha256: [UInt8]) -> [UInt8]? {
    memory.withLock { $0.bySum[sha256] } ?? read(sha256)
  }

  private func known(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    memory.withLock { memory in
      guard let known = memory.byEnd[End(part)], Self.areSame(known.part, part) else { return nil }
      return known.sum
    }
  }

  private static func areSame(_ known: [UInt8], _ part: ArraySlice<UInt8>) -> Bool {
    known.count == part.count
      && known.withUnsafeBytes { known in
        part.withUnsafeBytes { part in
          guard let first = known.baseAddress, let second = part.baseAddress else { return true }
          return memcmp(first, second, known.count) == 0
        }
      }
  }

  private func read(_ sum: [UInt8]) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path(sum)),
      Array(SHA256.hash(data: data)) == sum
    else { return nil }
    let part = Array(data)
    remember(part, sum)
    return part
  }

  private func remember(_ part: [UInt8], _ sum: [UInt8]) {
    memory.withLock { memory in
      if memory.bySum.count >= Self.room { memory = Memory() }
      memory.bySum[sum] = part
      memory.byEnd[End(part[...])] = (sum, part)
    }
  }
}
