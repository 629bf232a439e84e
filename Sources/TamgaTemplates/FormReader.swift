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
    for (line, statement) in statements(in: text, file: file, log: log) {
      if let block = block(statement, line: line, file: file, log: log) { blocks.append(block) }
    }
    return Form(language: language, blocks: blocks, file: file)
  }

  /// Joins continuation lines; the line number is that of the first.
  private static func statements(
    in text: String, file: String, log: FaultLog
  ) -> [(Int, String)] {
    var statements: [(Int, String)] = []
    let lines = text.utf8.split(separator: Byte.newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = trim(Substring(line))
      if trimmed.isEmpty || trimmed.utf8.first == Byte.hash { continue }
      if line.first == Byte.space || line.first == Byte.tab {
        if let last = statements.indices.last {
          statements[last].1 += " " + trimmed
        } else {
          log.add(
            .unknownBlock, file, index + 1, kk: "алғашқы жол шегінбей басталуы керек",
            ru: "первая строка не должна начинаться с отступа",
            en: "the first line must not be indented")
        }
      } else {
        statements.append((index + 1, trimmed))
      }
    }
    return statements
  }

  private static func block(
    _ statement: String, line: Int, file: String, log: FaultLog
  ) -> Block? {
    guard let colon = statement.utf8.firstIndex(of: Byte.colon) else {
      log.add(
        .unknownBlock, file, line, kk: "жол «сөз: мәтін» түрінде болуы керек",
        ru: "строка должна иметь вид «слово: текст»", en: "expected 'word: text'",
        hint: Message(
          kk: "жалғасы болса, жолды шегініспен бастаңыз",
          ru: "если это продолжение, начните строку с отступа",
          en: "indent the line if it goes on with the one above"))
      return nil
    }
    var word = String(statement[..<colon])
    let isOptional = word.hasSuffix("?")
    if isOptional { word.removeLast() }
    guard let kind = BlockKind(rawValue: word) else {
      let words = BlockKind.allCases.map(\.rawValue).joined(separator: ", ")
      log.add(
        .unknownBlock, file, line, kk: "белгісіз сөз «\(word)»", ru: "неизвестное слово «\(word)»",
        en: "unknown word '\(word)'",
        hint: Message(kk: "сөздер: \(words)", ru: "слова: \(words)", en: "the words are: \(words)"))
      return nil
    }
    let body = trim(statement[statement.utf8.index(after: colon)...])
    guard !body.isEmpty else {
      log.add(
        .emptyBlock, file, line, kk: "«\(word)» сөзінен кейін мәтін жоқ",
        ru: "после слова «\(word)» нет текста", en: "'\(word)' has no text")
      return nil
    }
    let parts = body.utf8.split(separator: Byte.bar, omittingEmptySubsequences: false)
      .map { trim(Substring($0)) }
    guard kind.parts.contains(parts.count) else {
      let range = kind.parts
      let expected =
        range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
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
    _ text: String, line: Int, file: String, log: FaultLog
  ) -> Phrase? {
    var segments: [Phrase.Segment] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(where: { $0 == Byte.open || $0 == Byte.close }) {
      if open > rest.startIndex { segments.append(.text(String(rest[..<open]))) }
      let after = rest.utf8.index(after: open)
      guard rest.utf8[open] == Byte.open, let close = rest[after...].utf8.firstIndex(of: Byte.close)
      else {
        return badBraces(line, file, log)
      }
      guard let segment = segment(rest[after..<close]) else { return badBraces(line, file, log) }
      segments.append(segment)
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty { segments.append(.text(String(rest))) }
    return Phrase(segments: segments)
  }

  /// What stands between braces: `name`, `name?` or `name=value:words`.
  private static func segment(_ text: Substring) -> Phrase.Segment? {
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      let option = text[text.index(after: equals)...]
      guard isName(name), let colon = option.firstIndex(of: ":"), colon > option.startIndex
      else { return nil }
      let words = trim(option[option.index(after: colon)...])
      guard !words.isEmpty, !words.contains("{") else { return nil }
      return .option(name: name, value: String(option[..<colon]), words: words)
    }
    let mayBeBlank = text.hasSuffix("?")
    let name = String(mayBeBlank ? text.dropLast() : text)
    return isName(name) ? .variable(name: name, mayBeBlank: mayBeBlank) : nil
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
  }

  private static func badBraces(_ line: Int, _ file: String, _ log: FaultLog) -> Phrase? {
    log.add(
      .badBraces, file, line, kk: "жақшалар қате: {атау} түрінде жазыңыз",
      ru: "неверные скобки: пишите {имя}", en: "braces are wrong: write {name}")
    return nil
  }

  private static func trim(_ text: Substring) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    return String(scalars)
  }

  /// A form is cut at single bytes: many times faster than at characters, and every file of the
  /// folder is read at each start.
  private enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let bar = UInt8(ascii: "|")
    static let open = UInt8(ascii: "{")
    static let close = UInt8(ascii: "}")
  }
}
