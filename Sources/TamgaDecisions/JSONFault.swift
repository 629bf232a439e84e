public import TamgaDomain

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

/// Something that a record may not have although it is JSON. Collected, so that everything wrong with
/// a record is said at once.
public struct JSONIrregularity: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: Hashable, Sendable {
    /// The key stands a second time in its object; the first value was kept.
    case duplicateKey
    /// Deeper than ``RecordLimits/nesting``; the value was passed over.
    case nesting
    /// Longer than ``RecordLimits/textScalars``.
    case text
    /// More items than ``RecordLimits/listItems``.
    case list
    /// A key longer than ``RecordLimits/keyScalars``; the member was left out.
    case key
    /// A number too large for 64 bits of floating point.
    case number
    /// A text with a character that `PermittedCharacters` refuses.
    case characters(RefusedCharacter)
    /// A key with such a character; the member was left out.
    case keyCharacters
  }

  /// One step from a value to a part of it.
  public enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// What is wrong with it.
  public let kind: Kind
  /// The way from the whole value; of an object whose key is at fault, the object.
  public let path: [Step]
  /// Bytes from the start of the text.
  public let offset: Int

  /// The place as a JSON pointer.
  public var place: JSONPointer {
    path.reduce(JSONPointer()) { place, step in
      switch step {
      case .key(let key): place.appending(key)
      case .index(let index): place.appending(index)
      }
    }
  }

  /// True inside a value whose key begins with `x-`: carried and ignored.
  public var isPrivate: Bool {
    path.contains { if case .key(let key) = $0 { key.hasPrefix("x-") } else { false } }
  }
}
