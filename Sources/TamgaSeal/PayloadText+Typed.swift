extension PayloadText {
  /// Reads a text as scanners, keyboards and mail programs hand it on: with a byte order mark or an AIM prefix, in
  /// brackets, in capitals, wrapped over several lines, quoted, or written by the keys of another layout.
  public init(typed text: String) throws(Fault) {
    var fault: Fault
    do throws(Fault) {
      self = try PayloadText(text)
      return
    } catch {
      fault = error
    }
    // What Cyrillic keys make of the longest text, and quotation marks before each line.
    guard text.utf8.count <= 4 * Self.limit else { throw fault }
    var spellings = [Self.unwrapped(text)]
    if text.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) {
      for layout in [KeyboardLayout.russian, .kazakh] {
        spellings.append(Self.unwrapped(layout.undone(text)))
      }
    }
    for spelling in spellings where spelling != text {
      do throws(Fault) {
        self = try PayloadText(spelling)
        return
      } catch {
        if fault == .noSeal { fault = error }
      }
    }
    throw fault
  }

  /// The text without what was put around it and into it.
  ///
  /// Without regular expressions, which Embedded Swift does not have.
  private static func unwrapped(_ text: String) -> String {
    var joined = ""
    for line in text.split(whereSeparator: { $0.isNewline }) {
      // Quoted mail has marks before its lines, its transfer encoding one after them.
      var line = line.drop { $0 == ">" || $0.isWhitespace }
      while let last = line.last, last.isWhitespace || last == "=" { line.removeLast() }
      for character in line where !isInvisible(character) { joined.append(character) }
    }
    var rest = joined[...].drop { $0.isWhitespace }
    // AIM symbology identifier, ISO/IEC 15424: `]Q1`.
    if rest.first == "]", rest.count > 3 { rest = rest.dropFirst(3) }
    rest = rest.drop { $0.isWhitespace || openings.contains($0) }
    while let last = rest.last, last.isWhitespace || closings.contains(last) { rest.removeLast() }
    return link(rest) ?? String(rest)
  }

  private static let openings: [Character] = ["<", "\"", "'", "«", "“", "("]
  private static let closings: [Character] = [
    ">", "\"", "'", "»", "”", ")", ".", ",", ";",
  ]

  /// A link in any case, its digits without blanks between them, its sign also in percent.
  private static func link(_ text: Substring) -> String? {
    guard text.prefix(8).lowercased() == "https://" else { return nil }
    let rest = text.dropFirst(8)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let path = rest[slash...]
    let digits: Substring
    if path.prefix(3).lowercased() == "/v#" {
      digits = path.dropFirst(3)
    } else if path.prefix(5).lowercased() == "/v%23" {
      digits = path.dropFirst(5)
    } else {
      return nil
    }
    var link = "https://" + rest[..<slash].lowercased() + "/v#"
    for digit in digits where !digit.isWhitespace { link.append(digit) }
    return link
  }

  private static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      $0.properties.generalCategory == .format || $0.value == 0
    }
  }
}
