/// What bytes given to a verifier are, by their first bytes and never by a name.
public enum InputKind: Hashable, Sendable {
  case pdf
  case picture(PictureFormat)
  /// Printable text without controls: the text of a code, pasted or typed.
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
  static let window = 1024 + 5

  private static func contains(_ mark: [UInt8], in head: [UInt8]) -> Bool {
    guard head.count >= mark.count else { return false }
    return (0...(head.count - mark.count)).contains { head[$0...].starts(with: mark) }
  }

  private static func isText(_ head: [UInt8], whole: Bool) -> Bool {
    var head = head[...]
    // The window may cut a character of up to four bytes.
    if !whole, let lead = head.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      head = head[..<lead]
    }
    guard let text = String(validating: head, as: UTF8.self), !text.isEmpty else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F || "\t\r\n".unicodeScalars.contains($0)
    }
  }
}

extension InputKind {
  public var isPicture: Bool {
    if case .picture = self { true } else { false }
  }
}
