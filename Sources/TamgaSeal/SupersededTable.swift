import TamgaDomain
import TamgaFormats

/// Which paper has taken the place of which: from the status index of the earlier one to the number
/// of the later one, `NUMBER` or `NUMBER~2`. The index, not the number, is the key: it is as short,
/// and the table names no paper that is out of force.
enum SupersededTable {
  /// Entries; papers whose lists have left the bundle need none.
  static let countLimit = 200_000
  /// Bytes after inflating: every entry at its longest.
  static let byteLimit = 16 << 20
  /// Bytes of one number with its copy.
  static let numberLimit = ClaimLimit.number + 4

  /// The gaps between the sorted indices in LEB128 and the numbers, one a line, deflated. A million
  /// papers with ten thousand replaced ones need some 60 KB.
  static func encoded(_ table: [StatusIndex: String]) -> [UInt8] {
    precondition(table.count <= countLimit, "superseded papers of one office")
    guard !table.isEmpty else { return [] }
    var gaps: [UInt8] = []
    var lines: [UInt8] = []
    var next: UInt64 = 0
    for (index, number) in table.sorted(by: { $0.key < $1.key }) {
      precondition(isNumber(number.utf8), "a number without a line break")
      var gap = index.claim - next
      while gap > 0x7F {
        gaps.append(UInt8(gap & 0x7F) | 0x80)
        gap >>= 7
      }
      gaps.append(UInt8(gap))
      lines += Array(number.utf8) + [UInt8(ascii: "\n")]
      next = index.claim + 1
    }
    return Deflate.compressed(CBOR.array([.bytes(gaps), .bytes(lines)]).encoded)
  }

  /// Nil when the bytes are not what ``encoded(_:)`` writes.
  static func table(_ bytes: [UInt8]) -> [StatusIndex: String]? {
    guard !bytes.isEmpty else { return [:] }
    guard let inflated = Deflate.inflated(bytes, limit: byteLimit),
      let parts = (try? CBORReader.read(inflated, limit: byteLimit, values: 3))?.array,
      parts.count == 2,
      let gaps = parts[0].bytes, let lines = parts[1].bytes, !gaps.isEmpty
    else { return nil }
    var numbers = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard let rest = numbers.popLast(), rest.isEmpty, numbers.count <= countLimit else {
      return nil
    }
    var table: [StatusIndex: String] = [:]
    table.reserveCapacity(numbers.count)
    var next: UInt64 = 0
    var gap: UInt64 = 0
    var shift: UInt64 = 0
    for byte in gaps {
      guard shift <= 28 else { return nil }
      gap |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 != 0 { continue }
      // A zero at the end could be left out: no second spelling.
      guard byte != 0 || shift == 7, let index = StatusIndex(claim: next + gap),
        let line = numbers.popFirst(), isNumber(line),
        let number = String(validating: line, as: UTF8.self)
      else { return nil }
      table[index] = number
      next += gap + 1
      gap = 0
      shift = 0
    }
    return shift == 0 && numbers.isEmpty ? table : nil
  }

  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    (1...numberLimit).contains(bytes.count) && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
