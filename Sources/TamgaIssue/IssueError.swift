public import TamgaDomain

/// What stops an office from working: configuration, keys, disk. A decision that the law forbids is
/// no such error, it is a finding.
public struct IssueError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    case configuration = "issue-configuration"
    case noOffice = "issue-no-office"
    case officeExists = "issue-office-exists"
    case disk = "issue-disk"
    case batchInUse = "issue-batch-in-use"
    case storedFileLost = "issue-stored-file-lost"
    case noSuchPaper = "issue-no-such-paper"
    case register = "issue-register"
    case template = "issue-template"
    case seal = "issue-seal"
    case templateChanged = "issue-template-changed"
    case input = "issue-input"
    case logChanged = "issue-log-changed"
    case noLogKey = "issue-no-log-key"
    case registerOlder = "issue-register-older"
    case registerRestored = "issue-register-restored"
    case kindChanged = "issue-kind-changed"
    case outputTaken = "issue-output-taken"
    case noPrintFolder = "issue-no-print-folder"
    case filePurged = "issue-file-purged"
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

  public var exitStatus: ExitStatus {
    switch code {
    case .noOffice, .input: .input
    case .noPrintFolder: .usage
    default: .failure
    }
  }
}
