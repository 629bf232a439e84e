import Foundation
import TamgaDomain

/// Reads a `.form` file: lines `word: text`, a part of the page each. Indented lines go on with the
/// text above, `|` divides a block into parts, `{name}` is the place of a value, `#` opens a remark.
///
/// There is nothing to run in a form: no condition, no call, no file. `word?:` leaves a block out
/// when its values are blank, and `{name?}` allows a single blank. `{name=value:words}` prints words
/// of the form that are struck out where the record chooses another value.
enum FormReader {
  static func read(_ text: String, language: Language, file: String, log: FaultLog) -> Form {
    var blocks: [Block] = []
    for (line, statement) in statements(in: Array(text.utf8), file: file, log: log) {
      if let block = block(statement[...], line: line, file: file, log: log) {
        blocks.append(block)
      }
    }
    return Form(language: language, blocks: blocks, file: file)
  }

  /// A form is cut at single bytes: many times faster than at characters, and every file of the
  /// folder is read at each start.
  private typealias Bytes = ArraySlice<UInt8>

  /// Joins continuation lines; the line number is that of the first.
  private static func statements(
    in text: [UInt8], file: String, log: FaultLog
  ) -> [(Int, [UInt8])] {
    var statements: [(Int, [UInt8])] = []
    for (index, line) in split(text[...], at: Byte.newline).enumerated() {
      let trimmed = trim(line)
      if trimmed.isEmpty || trimmed.first == Byte.hash { continue }
      if line.first == Byte.space || line.first == Byte.tab {
        if let last = statements.indices.last {
          statements[last].1.append(Byte.space)
          statements[last].1 += trimmed
        } else {
          log.add(
            .unknownBlock, file, index + 1, kk: "алғашқы жол шегінбей басталуы керек",
            ru: "первая строка не должна начинаться с отступа",
            en: "the first line must not be indented")
        }
      } else {
        statements.append((index + 1, Array(trimmed)))
      }
    }
    return statements
  }

  private static func block(
    _ statement: Bytes, line: Int, file: String, log: FaultLog
  ) -> Block? {
    guard let colon = place(of: Byte.colon, in: statement) else {
      log.add(
        .unknownBlock, file, line, kk: "жол «сөз: мәтін» түрінде болуы керек",
        ru: "строка должна иметь вид «слово: текст»", en: "expected 'word: text'",
        hint: Message(
          kk: "жалғасы болса, жолды шегініспен бастаңыз",
          ru: "если это продолжение, начните строку с отступа",
          en: "indent the line if it goes on with the one above"))
      return nil
    }
    let isOptional = statement[..<colon].last == Byte.question
    let word = text(statement[..<(isOptional ? colon - 1 : colon)])
    guard let kind = BlockKind(rawValue: word) else {
      let words = BlockKind.allCases.map(\.rawValue).joined(separator: ", ")
      log.add(
        .unknownBlock, file, line, kk: "белгісіз сөз «\(word)»", ru: "неизвестное слово «\(word)»",
        en: "unknown word '\(word)'",
        hint: Message(kk: "сөздер: \(words)", ru: "слова: \(words)", en: "the words are: \(words)"))
      return nil
    }
    let body = trim(statement[(colon + 1)...])
    guard !body.isEmpty else {
      log.add(
        .emptyBlock, file, line, kk: "«\(word)» сөзінен кейін мәтін жоқ",
        ru: "после слова «\(word)» нет текста", en: "'\(word)' has no text")
      return nil
    }
    let parts = split(body, at: Byte.bar).map(trim)
    guard kind.parts.contains(parts.count) else {
      let expected = kind.parts.map(String.init).joined(separator: ", ")
      log.add(
        .wrongParts, file, line, kk: "«\(word)» бөліктерінің саны \(expected) болуы керек",
        ru: "у «\(word)» должно быть частей: \(expected)",
        en: "'\(word)' takes \(expected) parts divided by |, found \(parts.count)")
      return nil
    }
    let phrases = parts.compactMap { phrase($0, line: line, file: file, log: log) }
    guard phrases.count == parts.count else { return nil }
    return Block(kind: kind, parts: phrases, isOptional: isOptional, line: line)
  }

  private static func phrase(
    _ bytes: Bytes, line: Int, file: String, log: FaultLog
  ) -> Phrase? {
    var segments: [Phrase.Segment] = []
    var rest = bytes
    while let close = place(of: Byte.close, in: rest) {
      // A brace that closes has one that opens before it.
      guard let open = place(of: Byte.open, in: rest[..<close]),
        let segment = segment(rest[(open + 1)..<close])
      else { return badBraces(line, file, log) }
      if open > rest.startIndex { segments.append(.text(text(rest[..<open]))) }
      segments.append(segment)
      rest = rest[(close + 1)...]
    }
    guard place(of: Byte.open, in: rest) == nil else { return badBraces(line, file, log) }
    if !rest.isEmpty { segments.append(.text(text(rest))) }
    return Phrase(segments: segments)
  }

  /// What stands between braces: `name`, `name?` or `name=value:words`.
  private static func segment(_ bytes: Bytes) -> Phrase.Segment? {
    if let equals = place(of: Byte.equals, in: bytes) {
      let name = bytes[..<equals]
      let option = bytes[(equals + 1)...]
      guard isName(name), let colon = place(of: Byte.colon, in: option), colon > option.startIndex
      else { return nil }
      let words = trim(option[(colon + 1)...])
      guard !words.isEmpty, !words.contains(Byte.open) else { return nil }
      return .option(name: text(name), value: text(option[..<colon]), words: text(words))
    }
    let mayBeBlank = bytes.last == Byte.question
    let name = mayBeBlank ? bytes.dropLast() : bytes
    return isName(name) ? .variable(name: text(name), mayBeBlank: mayBeBlank) : nil
  }

  private static func isName(_ name: Bytes) -> Bool {
    guard let first = name.first, (0x61...0x7A).contains(first) else { return false }
    return name.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
  }

  private static func badBraces(_ line: Int, _ file: String, _ log: FaultLog) -> Phrase? {
    log.add(
      .badBraces, file, line, kk: "жақшалар қате: {атау} түрінде жазыңыз",
      ru: "неверные скобки: пишите {имя}", en: "braces are wrong: write {name}")
    return nil
  }

  /// Where a byte stands first.
  private static func place(of byte: UInt8, in bytes: Bytes) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return bytes.startIndex + base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// The parts between bytes, empty ones too.
  private static func split(_ bytes: Bytes, at byte: UInt8) -> [Bytes] {
    var parts: [Bytes] = []
    var rest = bytes
    while let place = place(of: byte, in: rest) {
      parts.append(rest[..<place])
      rest = rest[(place + 1)...]
    }
    return parts + [rest]
  }

  private static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Without the white space of any script at both ends.
  private static func trim(_ bytes: Bytes) -> Bytes {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, Byte.isSpace(bytes[end - 1]) { end -= 1 }
    while start < end, Byte.isSpace(bytes[start]) { start += 1 }
    let bytes = bytes[start..<end]
    guard let first = bytes.first, let last = bytes.last, first >= 0x80 || last >= 0x80 else {
      return bytes
    }
    // Spaces beyond ASCII are of two or three bytes.
    for width in 2...3 where bytes.count >= width {
      if isSpace(bytes.prefix(width)) { return trim(bytes.dropFirst(width)) }
      if isSpace(bytes.suffix(width)) { return trim(bytes.dropLast(width)) }
    }
    return bytes
  }

  /// One white space and nothing else; no letter of Cyrillic begins like one.
  private static func isSpace(_ bytes: Bytes) -> Bool {
    guard let lead = bytes.first, lead == 0xC2 || (0xE1...0xE3).contains(lead) else { return false }
    let scalars = text(bytes).unicodeScalars
    return scalars.count == 1 && scalars.first?.properties.isWhitespace == true
  }

  private enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let bar = UInt8(ascii: "|")
    static let open = UInt8(ascii: "{")
    static let close = UInt8(ascii: "}")
    static let equals = UInt8(ascii: "=")
    static let question = UInt8(ascii: "?")

    static func isSpace(_ byte: UInt8) -> Bool { byte == space || (tab...0x0D).contains(byte) }
  }
}
