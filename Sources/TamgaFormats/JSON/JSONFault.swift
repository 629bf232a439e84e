/// Why bytes are no JSON text (RFC 8259), and where. Never quotes the bytes themselves.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Nothing but blanks.
    case empty
    /// The text ends inside a value.
    case unexpectedEnd
    /// A character that cannot stand at this place.
    case unexpectedCharacter
    /// Something follows the value.
    case trailingData
    /// A number with a leading zero, a plus, or missing digits.
    case number
    /// A backslash before a character that has no escape.
    case escape
    /// A control character inside a text that is not written as an escape.
    case control
    /// Bytes that are not UTF-8.
    case encoding
    /// A bracket closed by the other kind.
    case bracket
    /// The value is larger than the reader's limits, or a key stands twice: only where irregularities
    /// are refused outright, see ``JSONReader/strictValue(of:limits:)``.
    case irregular
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

  /// The place, the cause and what to do, for a log.
  public var description: String { "line \(line), column \(column): \(sentence)\nhint: \(hint)" }

  private var sentence: String {
    switch code {
    case .empty: "there is no value"
    case .unexpectedEnd: "the text ends inside a value"
    case .unexpectedCharacter: "this character cannot stand here"
    case .trailingData: "something follows the value"
    case .number: "this is no JSON number"
    case .escape: "this escape does not exist"
    case .control: "a control character stands inside a text"
    case .encoding: "the bytes are not UTF-8"
    case .bracket: "a bracket is closed by another kind"
    case .irregular: "a limit is passed, a key stands twice, or a character is not allowed"
    }
  }

  private var hint: String {
    switch code {
    case .empty, .unexpectedEnd: "the file may have been cut short; export it again"
    case .trailingData: "one record a line belongs in a file named .jsonl"
    case .encoding: "save the file as UTF-8"
    default: "correct this place in the exporting system"
    }
  }
}
