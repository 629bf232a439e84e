import Foundation

/// Writing the syntax of PDF (ISO 32000-1, 7.3) into bytes. Numbers are written as cairo writes them.
extension [UInt8] {
  package mutating func write(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func write(text: String) { append(contentsOf: text.utf8) }

  package mutating func write(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    if magnitude >= 100_000_000 { write(Int(magnitude / 100_000_000)) }
    write(UInt32(magnitude % 100_000_000), padded: magnitude >= 100_000_000)
  }

  /// At most eight digits, which a word holds.
  private mutating func write(_ number: UInt32, padded: Bool) {
    var (rest, digits, count) = (number, UInt64(0), 0)
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 || padded && count < 8
    append(digits, count: count)
  }

  /// Signs in a word, the first one lowest.
  private mutating func append(_ signs: UInt64, count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: signs >> UInt64(8 * place))) }
  }

  /// A number with at most `places` digits after the point, 0 to 6, none of them an idle zero.
  package mutating func write(_ number: Double, places: Int) {
    let unit = Self.powerOfTen(places)
    let scaled = Int((number * Double(unit)).rounded(.toNearestOrEven))
    let magnitude = Int(scaled.magnitude)
    if scaled < 0 { append(UInt8(ascii: "-")) }
    write(magnitude / unit)
    var rest = UInt32(magnitude % unit)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var (digits, count) = (UInt64(0), 0)
    for _ in 0..<places {
      let digit = UInt64(rest % 10)
      rest /= 10
      if digit == 0, count == 0 { continue }
      digits = digits << 8 | (0x30 + digit)
      count += 1
    }
    append(digits, count: count)
  }

  private static func powerOfTen(_ exponent: Int) -> Int {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    default: 1_000_000
    }
  }

  package mutating func writeHex(_ value: UInt16) {
    append(Self.hexDigit(value >> 12))
    append(Self.hexDigit(value >> 8 & 0xF))
    append(Self.hexDigit(value >> 4 & 0xF))
    append(Self.hexDigit(value & 0xF))
  }

  /// In small letters.
  package static func hexDigit(_ value: UInt16) -> UInt8 {
    UInt8(truncatingIfNeeded: value) + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  /// A text string (7.9.2.2): as it is when it is plain ASCII, else UTF-16 in hexadecimal.
  package mutating func writeText(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")")
        && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else {
      write("(")
      write(text: text)
      write(")")
      return
    }
    write("<feff")
    for unit in text.utf16 { writeHex(unit) }
    write(">")
  }

  package mutating func write(reference number: Int) {
    write(number)
    write(" 0 R")
  }
}

extension UnsafeRawBufferPointer {
  /// Where `word` stands first, at or after `start`.
  package func place(of word: StaticString, from start: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    let length = word.utf8CodeUnitCount
    var start = start
    while start + length <= count,
      let found = memchr(base + start, Int32(word.utf8Start[0]), count - length + 1 - start)
    {
      if memcmp(found, word.utf8Start, length) == 0 {
        return base.distance(to: UnsafeRawPointer(found))
      }
      start = base.distance(to: UnsafeRawPointer(found)) + 1
    }
    return nil
  }
}
