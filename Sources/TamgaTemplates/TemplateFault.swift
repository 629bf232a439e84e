public import TamgaDomain

/// One thing wrong in the files that an office's IT edits: templates and the configuration.
public struct TemplateFault: Problem, Hashable {
  /// What is wrong, for programs and tests.
  public enum Code: String, ProblemCode {
    case missingFile = "template-missing-file"
    case notReadable = "template-not-readable"
    case notYAML = "template-not-yaml"
    case missingKey = "template-missing-key"
    case unknownKey = "template-unknown-key"
    case wrongValue = "template-wrong-value"
    case unknownBlock = "template-unknown-block"
    case emptyBlock = "template-empty-block"
    case wrongParts = "template-wrong-parts"
    case unknownVariable = "template-unknown-variable"
    case badBraces = "template-bad-braces"
    case mayBeBlank = "template-may-be-blank"
    case unprintedField = "template-unprinted-field"
    case languagesDiffer = "template-languages-differ"
    case unknownRule = "template-unknown-rule"
    case wrongParameter = "template-wrong-parameter"
    case editionsOverlap = "template-editions-overlap"
    case editionsGap = "template-editions-gap"
    case noEdition = "template-no-edition"
    case missingGlyph = "template-missing-glyph"
    case duplicate = "template-duplicate"
    case missingFont = "template-missing-font"
    case otherFont = "template-other-font"
    case fontForm = "template-font-form"
    /// A paper of more pages than anybody would print.
    case tooLong = "template-too-long"
    /// An example that would be rejected, or none at all.
    case badExample = "template-bad-example"
    /// Words that `templates new` wrote for its author to replace: a warning.
    case placeholder = "template-placeholder"
  }

  public let code: Code
  /// The file as it was named, relative to the templates folder where it lies inside.
  public let file: String
  /// The line, counted from 1; 0 for the file as a whole.
  public let line: Int
  public let message: Message
  public let hint: Message?

  public init(
    _ code: Code, file: String, line: Int, _ message: Message, hint: Message? = nil
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.message = message
    self.hint = hint
  }

  /// `file:line`, or the file alone.
  public var place: String { line > 0 ? "\(file):\(line)" : file }
}

/// Everything that is wrong in a set of files, all at once.
public struct TemplateFaults: ProblemList, Hashable, CustomStringConvertible {
  public let faults: [TemplateFault]

  public init(_ faults: [TemplateFault]) { self.faults = faults }
  public var problems: [any Problem] { faults }
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Collects faults while files are read, so that one reading tells them all.
final class FaultLog {
  private(set) var faults: [TemplateFault] = []
  /// The text of every file that was read, by its name below the templates.
  private(set) var texts: [String: String] = [:]

  func note(_ text: String, of file: String) { texts[file] = text }

  func add(
    _ code: TemplateFault.Code, _ file: String, _ line: Int, kk: String, ru: String, en: String,
    hint: Message? = nil
  ) {
    faults.append(
      TemplateFault(code, file: file, line: line, Message(kk: kk, ru: ru, en: en), hint: hint))
  }

  func add(_ more: [TemplateFault]) { faults += more }
}
