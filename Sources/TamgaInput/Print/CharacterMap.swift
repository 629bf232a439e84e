internal import Foundation
internal import TamgaOptics

/// What the codes of a font mean: its ToUnicode map (ISO 32000-1, 9.10.3).
struct CharacterMap {
  let texts: [Int: String]
  /// Bytes of a code, 1 or 2.
  let codeSize: Int

  /// Bytes of a map, and rows in it: one for each of the codes that two bytes have, and some.
  private static let limits = (bytes: 1 << 21, rows: 70_000)

  /// Nil for a map that papers do not have: ranges of codes of several sizes, or other syntax.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.limits.bytes else { return nil }
    var rows = 0
    var lexer = PDFLexer(bytes[...])
    var texts: [Int: String] = [:]
    var size: Int?
    var strings: [PDFValue] = []
    while let token = lexer.next() {
      guard rows <= Self.limits.rows, strings.count <= 3 * Self.limits.rows else { return nil }
      switch token {
      case .value(let value): strings.append(value)
      case .word("endcodespacerange"):
        guard size == nil, strings.count >= 2, let low = strings[strings.count - 2].string,
          let high = strings[strings.count - 1].string, low.count == high.count,
          low.count == 1 || low.count == 2
        else { return nil }
        size = low.count
        strings = []
      case .word("endbfchar"):
        guard let size, strings.count % 2 == 0 else { return nil }
        rows += strings.count / 2
        for index in stride(from: 0, to: strings.count, by: 2) {
          guard let code = Self.code(strings[index], size), let text = strings[index + 1].string
          else { return nil }
          texts[code] = Self.text(text)
        }
        strings = []
      case .word("endbfrange"):
        guard let size, let found = Self.ranges(strings, size) else { return nil }
        rows += found.count
        texts.merge(found) { _, later in later }
        strings = []
      // Only the strings between a beginning and its end count.
      case .word: strings = []
      }
    }
    guard lexer.isSound, let size else { return nil }
    self.texts = texts
    codeSize = size
  }

  private static func ranges(_ values: [PDFValue], _ size: Int) -> [Int: String]? {
    guard values.count % 3 == 0 else { return nil }
    var texts: [Int: String] = [:]
    for index in stride(from: 0, to: values.count, by: 3) {
      guard let first = code(values[index], size), let last = code(values[index + 1], size),
        first <= last, texts.count <= limits.rows
      else { return nil }
      if let list = values[index + 2].array {
        guard list.count == last - first + 1 else { return nil }
        for (step, item) in list.enumerated() { texts[first + step] = item.string.map(text) }
      } else if var bytes = values[index + 2].string, let low = bytes.popLast() {
        for step in 0...last - first {
          guard Int(low) + step <= 0xFF else { return nil }
          texts[first + step] = text(bytes + [low + UInt8(step)])
        }
      } else {
        return nil
      }
    }
    return texts
  }

  private static func code(_ value: PDFValue, _ size: Int) -> Int? {
    guard let bytes = value.string, bytes.count == size else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension String {
  /// NFC.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}
