/// What is wrong with bytes that should be deterministic CBOR.
package enum CBORFault: Error, Hashable, Sendable {
  /// The bytes end inside a value, or a length is larger than what is left.
  case truncated(at: Int)
  /// A number or a length could be written shorter.
  case notShortest(at: Int)
  case indefiniteLength(at: Int)
  /// Floating point, undefined, or a value that RFC 8949 leaves unassigned.
  case unsupported(at: Int)
  case notUTF8(at: Int)
  case duplicateKey(at: Int)
  case keysNotSorted(at: Int)
  case tooDeep(at: Int)
  case trailingBytes(at: Int)
  case tooLarge(limit: Int)
  case tooManyValues(limit: Int)
}

/// Reads exactly the bytes that ``CBOR/encoded`` writes, and refuses every other form of the same
/// value: a seal has one encoding, so that nobody can make a second one of a genuine seal.
///
/// - SeeAlso: RFC 8949 sections 4.2.1 and 5.3.1.
package struct CBORReader {
  /// Levels of arrays, maps and tags. A trust bundle needs 5; deeper input is refused before it is
  /// entered, so that the stack stays small.
  package static let depthLimit = 16

  /// Values in one input, keys and containers counted. A full trust bundle has some 30,000; a value
  /// in memory takes many times its bytes, so that a limit of bytes alone would not hold.
  package static let valueLimit = 1 << 16

  private let bytes: [UInt8]
  private let valueLimit: Int
  private var index = 0
  private var values = 0

  private init(_ bytes: [UInt8], valueLimit: Int) {
    self.bytes = bytes
    self.valueLimit = valueLimit
  }

  /// Reads one value that takes up all the bytes.
  ///
  /// - Parameters:
  ///   - limit: Bytes; longer input is refused before any work.
  ///   - values: Values; reading stops at the first above.
  package static func read(
    _ bytes: [UInt8], limit: Int, values: Int = valueLimit
  ) throws(CBORFault) -> CBOR {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    var reader = CBORReader(bytes, valueLimit: values)
    let value = try reader.value(depth: 0)
    guard reader.index == bytes.count else { throw .trailingBytes(at: reader.index) }
    return value
  }

  private mutating func value(depth: Int) throws(CBORFault) -> CBOR {
    let start = index
    guard depth < Self.depthLimit else { throw .tooDeep(at: start) }
    guard values < valueLimit else { throw .tooManyValues(limit: valueLimit) }
    values += 1
    guard index < bytes.count else { throw .truncated(at: start) }
    let initial = bytes[index]
    index += 1
    let additional = initial & 0x1F
    if initial >> 5 == 7 {
      switch initial {
      case 0xF4: return .flag(false)
      case 0xF5: return .flag(true)
      case 0xF6: return .null
      case 0xFF: throw .indefiniteLength(at: start)
      default: throw .unsupported(at: start)
      }
    }
    let argument = try self.argument(additional, at: start)
    switch initial >> 5 {
    case 0: return .unsigned(argument)
    case 1: return .negative(argument)
    case 2: return .bytes(Array(try take(argument, at: start)))
    case 3:
      guard let text = String(validating: try take(argument, at: start), as: UTF8.self) else {
        throw .notUTF8(at: start)
      }
      return .text(text)
    case 4: return .array(try items(count: argument, depth: depth, at: start))
    case 5: return .map(try entries(count: argument, depth: depth, at: start))
    default: return .tagged(argument, try value(depth: depth + 1))
    }
  }

  private mutating func argument(_ additional: UInt8, at start: Int) throws(CBORFault) -> UInt64 {
    let width: Int
    switch additional {
    case 0..<24: return UInt64(additional)
    case 24: width = 1
    case 25: width = 2
    case 26: width = 4
    case 27: width = 8
    case 31: throw .indefiniteLength(at: start)
    default: throw .unsupported(at: start)
    }
    guard bytes.count - index >= width else { throw .truncated(at: start) }
    var value: UInt64 = 0
    for byte in bytes[index..<index + width] { value = value << 8 | UInt64(byte) }
    index += width
    let least: UInt64 =
      switch width {
      case 1: 24
      case 2: 0x100
      case 4: 0x1_0000
      default: 0x1_0000_0000
      }
    guard value >= least else { throw .notShortest(at: start) }
    return value
  }

  private mutating func take(
    _ count: UInt64, at start: Int
  ) throws(CBORFault) -> ArraySlice<UInt8> {
    guard count <= UInt64(bytes.count - index) else { throw .truncated(at: start) }
    defer { index += Int(count) }
    return bytes[index..<index + Int(count)]
  }

  private mutating func items(
    count: UInt64, depth: Int, at start: Int
  ) throws(CBORFault) -> [CBOR] {
    // Every item takes a byte at least: a larger count cannot be true and reserves nothing.
    guard count <= UInt64(bytes.count - index) else { throw .truncated(at: start) }
    var items: [CBOR] = []
    for _ in 0..<count { items.append(try value(depth: depth + 1)) }
    return items
  }

  private mutating func entries(
    count: UInt64, depth: Int, at start: Int
  ) throws(CBORFault) -> [CBOR.Entry] {
    guard count <= UInt64((bytes.count - index) / 2) else { throw .truncated(at: start) }
    var entries: [CBOR.Entry] = []
    var previous: Range<Int>?
    for _ in 0..<count {
      let keyStart = index
      let key = try value(depth: depth + 1)
      let range = keyStart..<index
      if let previous {
        if bytes[previous] == bytes[range] { throw .duplicateKey(at: keyStart) }
        guard bytes[previous].lexicographicallyPrecedes(bytes[range]) else {
          throw .keysNotSorted(at: keyStart)
        }
      }
      previous = range
      entries.append(CBOR.Entry(key, try value(depth: depth + 1)))
    }
    return entries
  }
}
