/// Reads values and operators of PDF syntax (ISO 32000-1, 7.2 and 7.3), one after the other.
///
/// What is not syntax ends the reading: ``isSound`` is false then.
public struct PDFLexer {
  public enum Token: Hashable, Sendable {
    case value(PDFValue)
    /// A bare word: an operator of a content stream, or a keyword.
    case word(String)
  }

  /// Arrays and dictionaries inside each other: a paper has three.
  static let depthLimit = 24

  let bytes: ArraySlice<UInt8>
  var place: Int
  /// False when something was met that is not PDF syntax.
  public private(set) var isSound = true

  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// The next token; nil at the end and where the syntax ends.
  public mutating func next() -> Token? {
    skipBlanks()
    guard place < bytes.endIndex else { return nil }
    if let word = word() { return word }
    guard let value = value(depth: 0) else {
      isSound = false
      place = bytes.endIndex
      return nil
    }
    return .value(value)
  }

  mutating func skipBlanks() {
    while place < bytes.endIndex {
      if Self.isBlank(bytes[place]) {
        place += 1
      } else if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.endIndex, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      } else {
        return
      }
    }
  }

  /// Operators begin with a letter or a quotation mark.
  private mutating func word() -> Token? {
    let first = bytes[place]
    guard Self.isLetter(first) || first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") else {
      return nil
    }
    let text = String(decoding: regular(), as: UTF8.self)
    switch text {
    case "true": return .value(.flag(true))
    case "false": return .value(.flag(false))
    case "null": return .value(.null)
    default: return .word(text)
    }
  }

  /// The regular characters from here on.
  mutating func regular() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.endIndex, Self.isRegular(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func value(depth: Int) -> PDFValue? {
    guard depth < Self.depthLimit, place < bytes.endIndex else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "/"):
      place += 1
      return Self.name(regular()).map(PDFValue.name)
    case UInt8(ascii: "("): return literal()
    case UInt8(ascii: "<"):
      if place + 1 < bytes.endIndex, bytes[place + 1] == UInt8(ascii: "<") {
        place += 2
        return dictionary(depth: depth)
      }
      return hexadecimal()
    case UInt8(ascii: "["):
      place += 1
      return items(until: UInt8(ascii: "]"), depth: depth).map(PDFValue.array)
    default: return number()
    }
  }

  private mutating func number() -> PDFValue? {
    let text = regular()
    guard !text.isEmpty, text.count <= 32 else { return nil }
    var digits = text
    var isNegative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      digits.removeFirst()
    }
    var value = 0.0
    var scale = 1.0
    var isFraction = false
    var count = 0
    for byte in digits {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      value = value * 10 + Double(byte - UInt8(ascii: "0"))
      if isFraction { scale *= 10 }
      count += 1
    }
    guard count > 0 else { return nil }
    return .number((isNegative ? -value : value) / scale)
  }

  /// Values up to a closing mark, references put together.
  private mutating func items(until end: UInt8, depth: Int) -> [PDFValue]? {
    var items: [PDFValue] = []
    while true {
      skipBlanks()
      guard place < bytes.endIndex else { return nil }
      if bytes[place] == end {
        place += 1
        return items
      }
      if let word = word() {
        switch word {
        case .value(let value): items.append(value)
        case .word("R"):
          guard let reference = Self.reference(items.suffix(2)) else { return nil }
          items.removeLast(2)
          items.append(reference)
        case .word: return nil
        }
      } else {
        guard let value = value(depth: depth + 1) else { return nil }
        items.append(value)
      }
    }
  }

  private static func reference(_ pair: ArraySlice<PDFValue>) -> PDFValue? {
    guard pair.count == 2, let number = pair.first?.integer, let generation = pair.last?.integer,
      number > 0, generation >= 0
    else { return nil }
    return .reference(PDFReference(number: number, generation: generation))
  }

  private mutating func dictionary(depth: Int) -> PDFValue? {
    guard let items = items(until: UInt8(ascii: ">"), depth: depth), items.count % 2 == 0,
      place < bytes.endIndex, bytes[place] == UInt8(ascii: ">")
    else { return nil }
    place += 1
    var members: [String: PDFValue] = [:]
    for index in stride(from: 0, to: items.count, by: 2) {
      // A key that stands twice is read differently by different readers.
      guard let key = items[index].name, members[key] == nil else { return nil }
      members[key] = items[index + 1]
    }
    return .dictionary(members)
  }
}
