public import TamgaDomain

/// One thing wrong in the files that an office's IT edits: templates and the configuration.
public struct TemplateFault: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable {
    case missingFile, notReadable, notYAML, missingKey, unknownKey, wrongValue, unknownBlock
    case emptyBlock, wrongParts, unknownVariable, badBraces, mayBeBlank, unprintedField
    case languagesDiffer, unknownRule, wrongParameter, editionsOverlap, editionsGap, noEdition
    case missingGlyph, duplicate, missingFont, otherFont, fontForm
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
  public var description: String { "\(place): \(message.en)" }
}

/// Everything that is wrong in a set of files, all at once.
public struct TemplateFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [TemplateFault]

  public init(_ faults: [TemplateFault]) { self.faults = faults }
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Collects faults while files are read, so that one reading tells them all.
final class FaultLog {
  private(set) var faults: [TemplateFault] = []

  func add(
    _ code: TemplateFault.Code, _ file: String, _ line: Int, kk: String, ru: String, en: String,
    hint: Message? = nil
  ) {
    faults.append(
      TemplateFault(code, file: file, line: line, Message(kk: kk, ru: ru, en: en), hint: hint))
  }

  func add(_ more: [TemplateFault]) { faults += more }
}
