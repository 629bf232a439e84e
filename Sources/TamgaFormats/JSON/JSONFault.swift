/// Why bytes are no JSON text (RFC 8259), and where. Never quotes the bytes themselves.
public struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Nothing but blanks.
    case empty = "json-empty"
    /// The text ends inside a value.
    case unexpectedEnd = "json-unexpected-end"
    /// A character that cannot stand at this place.
    case unexpectedCharacter = "json-unexpected-character"
    /// Something follows the value.
    case trailingData = "json-trailing-data"
    /// A number with a leading zero, a plus, or missing digits.
    case number = "json-number"
    /// A backslash before a character that has no escape.
    case escape = "json-escape"
    /// A control character inside a text that is not written as an escape.
    case control = "json-control"
    /// Bytes that are not UTF-8.
    case encoding = "json-encoding"
    /// A bracket closed by the other kind.
    case bracket = "json-bracket"
    /// The value is larger than the reader's limits, or a key stands twice: only where irregularities
    /// are refused outright, see ``JSONReader/strictValue(of:limits:)``.
    case irregular = "json-irregular"
  }

  /// What is wrong.
  public let code: Code
  /// Bytes from the start of the text.
  public let offset: Int
  /// 1 for the first line of the text.
  public let line: Int
  /// 1 for the first character of its line, in Unicode scalars.
  public let column: Int

  /// A fault at a place.
  public init(_ code: Code, offset: Int, line: Int, column: Int) {
    self.code = code
    self.offset = offset
    self.line = line
    self.column = column
  }
}
