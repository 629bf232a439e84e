/// What names a paper: its number and its copy, written `NUMBER` or `NUMBER~2` (contract
/// `decisions.md`, Numbers).
public struct DocumentNumber: Hashable, Sendable {
  /// As printed, allotted by the register or given by the record.
  public let number: String
  /// 0 for the original, 1 and above for duplicates.
  public let copy: Int

  /// Bytes of UTF-8: three characters stand for an unsafe byte in ``fileName``, and a file name
  /// has at most 255 bytes on the file systems in use.
  public static let maxBytes = 64
  /// The last copy: four digits; nobody loses a permit ten thousand times.
  public static let maxCopy = 9_999

  /// Takes a number as it stands.
  ///
  /// - Throws: ``InvalidNumber``; the number itself is never in the error.
  public init(_ number: String, copy: Int = 0) throws(InvalidNumber) {
    guard !number.allSatisfy(\.isWhitespace) else { throw .blank }
    guard number.utf8.count <= Self.maxBytes else { throw .tooLong(bytes: number.utf8.count) }
    for scalar in number.unicodeScalars {
      if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7E { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
        .surrogate:
        throw .unprintable
      default:
        if scalar == "~" { throw .tilde }
      }
    }
    guard (0...Self.maxCopy).contains(copy) else { throw .copyOutOfRange }
    self.init(stored: number, copy: copy)
  }

  /// Reads `NUMBER` (the original) or `NUMBER~COPY`.
  ///
  /// - Throws: ``InvalidNumber``
  public init(reading text: String) throws(InvalidNumber) {
    guard let mark = text.firstIndex(of: "~") else {
      try self.init(text)
      return
    }
    let digits = text[text.index(after: mark)...]
    guard (1...4).contains(digits.utf8.count), digits.utf8.first != UInt8(ascii: "0"),
      digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let copy = Int(digits)
    else { throw .copyOutOfRange }
    try self.init(String(text[..<mark]), copy: copy)
  }

  /// A number that the register has checked before.
  init(stored number: String, copy: Int) {
    self.number = number
    self.copy = copy
  }

  /// The name of the paper's file without its ending: ASCII letters and digits, `.`, `_`, `-` as
  /// they are, every other byte as `%XX`, then `~2` for a copy.
  ///
  /// Two papers of a kind never share a name, and no name leaves its folder or is hidden.
  public var fileName: String {
    var name = ""
    for (place, byte) in number.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      // A leading dot hides a file, a leading hyphen reads as an option.
      case UInt8(ascii: ".") where place > 0, UInt8(ascii: "-") where place > 0:
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        name += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return copy == 0 ? name : "\(name)~\(copy)"
  }
}

extension DocumentNumber: CustomStringConvertible {
  public var description: String { copy == 0 ? number : "\(number)~\(copy)" }
}
