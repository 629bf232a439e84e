import Foundation

/// Writing the syntax of PDF (ISO 32000-1, 7.3) into bytes. Numbers are written as cairo writes them.
extension [UInt8] {
  package mutating func write(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func write(text: String) { append(contentsOf: text.utf8) }

  package mutating func write(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var unit: UInt = 1
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// A number with at most `places` digits after the point, 0 to 6, none of them an idle zero.
  package mutating func write(_ number: Double, places: Int) {
    let unit = Self.powersOfTen[places]
    let scaled = Int((number * Double(unit)).rounded(.toNearestOrEven))
    let magnitude = Int(scaled.magnitude)
    if scaled < 0 { append(UInt8(ascii: "-")) }
    write(magnitude / unit)
    var rest = magnitude % unit
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var digit = unit / 10
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / digit))
      rest %= digit
      digit /= 10
    }
  }

  private static var powersOfTen: [Int] { [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] }

  package mutating func writeHex(_ value: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(value >> shift & 0xF)
      append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    }
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
