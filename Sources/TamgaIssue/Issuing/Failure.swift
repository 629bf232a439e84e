import TamgaDomain
import TamgaKeys
import TamgaLayout
import TamgaRegister
import TamgaTemplates
import TamgaToken

/// Why one decision could not be finished, where its record is not at fault; issuing it again finishes it.
struct Failure: Error {
  let finding: Finding

  init(_ error: any Error) {
    let message: Message
    switch error {
    case let error as IssueError: message = error.message
    case let error as KeyError: message = error.message
    case let error as TokenError: message = error.message
    case let error as TypesetError: message = error.message
    case let error as TemplateFaults: message = error.faults.first?.message ?? Self.same(error)
    default: message = Self.same(error)
    }
    finding = Finding("ISSUE-FAILED", .error, at: "", message)
  }

  private static func same(_ error: any Error) -> Message {
    Message(kk: "\(error)", ru: "\(error)", en: "\(error)")
  }

  /// False for what ends a run: a lost register, a full disk.
  static func concernsOnePaper(_ error: any Error) -> Bool {
    switch error {
    case let error as RegisterError: error.concernsOneItem
    case let error as IssueError: error.code != .disk
    case is CancellationError: false
    default: true
    }
  }

  static let unconfirmed = Failure(
    IssueError(
      .register, "", kk: "құжат расталмады", ru: "бумага не подтверждена",
      en: "the paper was not confirmed"))
}
