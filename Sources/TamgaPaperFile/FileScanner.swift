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

  /// A text string (ISO 32000-1, 7.9.2.2) as the writer has it.
  package mutating func text() -> String? {
    if take("(") { return run(until: ")").map { String(decoding: $0, as: UTF8.self) } }
    guard take("<feff") else { return nil }
    var units: [UInt16] = []
    while let unit = hex() { units.append(unit) }
    return take(">") ? String(decoding: units, as: UTF16.self) : nil
  }
}

/// Lines that files of every version have alike.
extension FileScanner {
  /// The measures of a font's descriptor.
  mutating func measures() -> PaperParts.Measures? {
    guard take("/Flags 4 /FontBBox [ "), let left = integer(), take(" "), let bottom = integer(),
      take(" "), let right = integer(), take(" "), let top = integer(),
      take(" ] /ItalicAngle "), let slant = integer(), take(" /Ascent "), let ascent = integer(),
      take(" /Descent "), let descent = integer(), take(" /CapHeight "),
      let capitals = integer()
    else { return nil }
    return PaperParts.Measures(
      box: [left, bottom, right, top], ascent: ascent, descent: descent, capitals: capitals,
      slant: slant)
  }

  /// The fonts' names on the pages by the numbers of their objects.
  mutating func fontNames() -> [Int: Int]? {
    guard take("<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> /Font <<") else { return nil }
    var names: [Int: Int] = [:]
    while take(" /f") {
      guard let name = integer(), take(" "), let number = integer(), take(" 0 R"),
        names.updateValue(name, forKey: number) == nil
      else { return nil }
    }
    return names
  }

  /// The lines of a file's description.
  mutating func information() -> [PaperParts.Entry]? {
    guard take("<<") else { return nil }
    var entries: [PaperParts.Entry] = []
    while take(" /") {
      guard let key = run(until: " "),
        let key = PaperParts.Entry.Key(rawValue: String(decoding: key, as: UTF8.self)),
        let text = text(), !entries.contains(where: { $0.key == key })
      else { return nil }
      entries.append(PaperParts.Entry(key, text))
    }
    return take(" >>") ? entries : nil
  }
}
