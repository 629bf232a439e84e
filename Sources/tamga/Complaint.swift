import ArgumentParser
import Foundation
import Synchronization
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaOptics
import TamgaRegister
import TamgaSeal
import TamgaTemplates
import TamgaTypeset

/// What a command says to people when it cannot go on: `tamga: error: …`, `tamga: hint: …`.
struct Complaint: Error {
  let place: String
  let message: Message
  let hint: Message?
  let exit: ExitCode

  init(_ message: Message, place: String = "", hint: Message? = nil, exit: ExitCode = .failure) {
    self.message = message
    self.place = place
    self.hint = hint
    self.exit = exit
  }

  /// Set once, when the options are read.
  static var tongue: Tongue {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }
  private static let current = Mutex(Surroundings.tongue(nil))

  /// Prints an error of any target and ends the process.
  static func end(with error: any Error) -> Never {
    guard let complaints = all(of: error), let last = complaints.last else {
      endParsing(with: error)
    }
    for complaint in complaints { complaint.say() }
    Foundation.exit(last.exit.rawValue)
  }

  /// Help that was asked for, an exit status, or a usage error in the words of the parser.
  private static func endParsing(with error: any Error) -> Never {
    let code = Tamga.exitCode(for: error)
    if error is ExitCode || code == .success { Tamga.exit(withError: error) }
    let words = Tamga.fullMessage(for: error).replacing("\nhint: ", with: "\ntamga: hint: ")
    Terminal.say("tamga: error: " + words.trimmingPrefix("Error: "))
    Foundation.exit(code.rawValue)
  }

  /// Prints an error and goes on.
  static func say(_ error: any Error) {
    for complaint in all(of: error) ?? [Complaint(same("\(error)"))] { complaint.say() }
  }

  private static func all(of error: any Error) -> [Complaint]? {
    switch error {
    case let error as Complaint: return [error]
    case let error as IssueError:
      return [Complaint(error.message, place: error.place, hint: error.hint, exit: error.exit)]
    case let error as TemplateFaults:
      return error.faults.map { Complaint($0.message, place: $0.place, hint: $0.hint) }
    case let error as TypesetError:
      return [Complaint(error.message, place: error.place, hint: error.hint)]
    case let error as RegisterError:
      return [Complaint(same(error.message), place: error.place, hint: error.hint.map(same))]
    case let error as OpticsError:
      return [
        Complaint(
          same(error.message), place: error.place, hint: error.hint.map(same), exit: ExitCode(66))
      ]
    case let error as QRError: return [Complaint(same(error.message), hint: error.hint.map(same))]
    case let error as InputError:
      let parts = error.description.split(separator: "\nhint: ", maxSplits: 1).map(String.init)
      return [
        Complaint(same(parts[0]), hint: parts.dropFirst().first.map(same), exit: ExitCode(66))
      ]
    case let error as TrustBundleError:
      return [Complaint(same("\(error)"), place: "trust bundle", exit: ExitCode(66))]
    default: return nil
    }
  }

  private static func same(_ text: String) -> Message { Message(kk: text, ru: text, en: text) }

  func say() {
    let tongue = Self.tongue
    let start = place.isEmpty ? "" : place + ": "
    Terminal.say("tamga: error: " + start + message[tongue])
    if let hint { Terminal.say("tamga: hint: " + hint[tongue]) }
  }
}

extension IssueError {
  fileprivate var exit: ExitCode {
    switch code {
    case .noOffice, .input: ExitCode(66)
    default: .failure
    }
  }
}
