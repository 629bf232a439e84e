/// What bytes given to a verifier are, by their first bytes and never by a name.
public enum InputKind: Hashable, Sendable {
  case pdf
  case picture(PictureFormat)
  /// Printable text without controls, in UTF-8 or UTF-16: the text of a code, pasted or typed.
  case text
  case unknown

  /// Looks at the first ``window`` bytes.
  ///
  /// A PDF may begin with up to 1,024 bytes of other things (ISO 32000-1, annex H, note 13).
  public static func sniff(_ bytes: some Collection<UInt8>) -> InputKind {
    let head = Array(bytes.prefix(window))
    if let format = PictureFormat(head) { return .picture(format) }
    if contains(Array("%PDF-".utf8), in: head) { return .pdf }
    return isText(head, whole: bytes.count <= window) ? .text : .unknown
  }

  /// Bytes: as far as a PDF header may lie from the start.
  public static let window = 1024 + 5

  private static func contains(_ mark: [UInt8], in head: [UInt8]) -> Bool {
    guard head.count >= mark.count else { return false }
    return (0...(head.count - mark.count)).contains { head[$0...].starts(with: mark) }
  }

  /// The text of bytes in UTF-8, or in UTF-16 with a byte order mark or beginning with an ASCII character; nil for
  /// others.
  public static func text(_ bytes: some Collection<UInt8>) -> String? {
    if bytes.count >= 2, let isBig = isBigEndian(Array(bytes.prefix(2))) {
      var units: [UInt16] = []
      var high: UInt8?
      for byte in bytes {
        guard let first = high else {
          high = byte
          continue
        }
        units.append(isBig ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
        high = nil
      }
      return String(validating: units, as: UTF16.self)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The byte order of UTF-16, by its mark or by the zero beside an ASCII character; nil for no UTF-16.
  private static func isBigEndian(_ head: [UInt8]) -> Bool? {
    switch (head[0], head[1]) {
    case (0xFE, 0xFF), (0, 1...0x7F): true
    case (0xFF, 0xFE), (1...0x7F, 0): false
    default: nil
    }
  }

  private static func isText(_ head: [UInt8], whole: Bool) -> Bool {
    var head = head[...]
    // The window may cut a character of up to four bytes.
    if !whole, head.first != 0, head.dropFirst().first != 0,
      let lead = head.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 })
    {
      head = head[..<lead]
    }
    guard let text = text(head), !text.isEmpty else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F || "\t\r\n\u{C}".unicodeScalars.contains($0)
    }
  }
}

extension InputKind {
  public var isPicture: Bool {
    if case .picture = self { true } else { false }
  }
}
