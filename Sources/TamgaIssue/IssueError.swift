public import TamgaDomain

/// What stops an office from working: configuration, keys, disk. A decision that the law forbids is
/// no such error, it is a finding.
public struct IssueError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    case configuration, noOffice, officeExists, disk, batchInUse, storedFileLost, noSuchPaper
    case register, template, seal, templateChanged, input, logChanged, noLogKey, filePurged
  }

  public let code: Code
  /// A path below the office or the output, a number, or a setting's name.
  public let place: String
  public let message: Message
  public let hint: Message?

  public init(_ code: Code, _ place: String, _ message: Message, hint: Message? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  init(
    _ code: Code, _ place: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.init(code, place, Message(kk: kk, ru: ru, en: en), hint: hint)
  }

  public var description: String { place.isEmpty ? message.en : "\(place): \(message.en)" }
}
