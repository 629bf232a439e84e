/// Goes through bytes from the first to the last, taking what is expected.
package struct FileScanner {
  package let bytes: [UInt8]
  package private(set) var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  /// Takes `text` if it is next.
  package mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard count <= bytes.count - place else { return false }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
    guard bytes[place..<place + count].elementsEqual(wanted) else { return false }
    place += count
    return true
  }

  /// A whole number without idle zeros.
  package mutating func integer() -> Int? {
    let start = place
    var isNegative = false
    var index = place
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    let first = index
    var number = 0
    while index < bytes.count, case let digit = Int(bytes[index]) - 0x30, (0...9).contains(digit) {
      guard index - first < 9 else { return nil }
      number = number * 10 + digit
      index += 1
    }
    let isIdle = index - first > 1 && bytes[first] == UInt8(ascii: "0")
    guard index > first, !isIdle, !(isNegative && number == 0) else { return nil }
    place = index
    assert(place > start)
    return isNegative ? -number : number
  }

  /// Four digits of a hexadecimal number, letters small.
  package mutating func hex() -> UInt16? {
    guard bytes.count - place >= 4 else { return nil }
    var number: UInt16 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt16(byte - 0x30)
      case 0x61...0x66: number = number << 4 | UInt16(byte - 0x61 + 10)
      default: return nil
      }
    }
    place += 4
    return number
  }

  /// So many bytes.
  package mutating func run(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= bytes.count - place else { return nil }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  /// Everything before the next `text`, which is taken too; nil where it does not come.
  package mutating func run(until text: StaticString) -> ArraySlice<UInt8>? {
    let found = bytes.withUnsafeBytes { $0.place(of: text, from: place) }
    guard let found else { return nil }
    defer { place = found + text.utf8CodeUnitCount }
    return bytes[place..<found]
  }
}
