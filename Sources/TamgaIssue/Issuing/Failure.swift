import TamgaDomain
import TamgaRegister

/// Why one decision could not be finished, where its record is not at fault; issuing it again finishes it.
struct Failure: Error {
  let finding: Finding

  init(_ error: any Error) {
    let problem = error.problems[0]  // safe: never empty
    finding = Finding("ISSUE-FAILED", .error, at: "", Self.words(problem))
  }

  /// What is wrong and what to do about it: a finding has no hint of its own.
  private static func words(_ problem: any Problem) -> Message {
    let message = problem.message
    guard let hint = problem.hint else { return message }
    return Message(
      kk: message.kk + ": " + hint.kk, ru: message.ru + ": " + hint.ru,
      en: message.en + ": " + hint.en)
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
      .register, "", kk: "құжат расталмады", ru: "документ не подтверждён",
      en: "the paper was not confirmed"))
}
