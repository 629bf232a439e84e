/// An error that stops a piece of work and is told to people: what is wrong, where, and what to do.
///
/// Place, message and hint hold no personal data and no secret; the number of a paper is neither.
/// A finding about a record is no problem but a ``Finding``, and a verdict is no problem either.
public protocol Problem: Error, CustomStringConvertible {
  /// The codes of this type of problem.
  associatedtype Code: ProblemCode

  /// What is wrong, for programs and tests.
  var code: Code { get }
  /// A file with its line, a setting, a key, the number of a paper; empty where there is none.
  var place: String { get }
  /// What was found, one sentence: begins in lower case and has no final period.
  var message: Message { get }
  /// What to do about it, in the same form.
  var hint: Message? { get }
  /// How the process ends when this stops it.
  var exitStatus: ExitStatus { get }
}

extension Problem {
  public var place: String { "" }
  public var exitStatus: ExitStatus { .failure }

  /// Place, message and hint in English, for the output of tests.
  public var description: String {
    (place.isEmpty ? "" : place + ": ") + message.en + (hint.map { "\nhint: " + $0.en } ?? "")
  }

  /// The same problem of something that only the caller can name.
  public func at(_ place: String, exit: ExitStatus? = nil) -> LocatedProblem<Self> {
    LocatedProblem(base: self, place: place, exitStatus: exit ?? exitStatus)
  }
}

/// The codes of one type of problem. Raw values are stable, in kebab case, and begin with the word of
/// their area, so that no two types share one: `key-damaged`.
public protocol ProblemCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// How a process ends (contract `commands.md`; the numbers from 64 on are those of `sysexits.h`).
public enum ExitStatus: Int32, Hashable, Sendable {
  /// The work broke off or was refused.
  case failure = 1
  /// Evidence that does not hold, a number and a check code that do not fit.
  case notGenuine = 4
  /// The command line says nothing that can be done (`EX_USAGE`).
  case usage = 64
  /// An input is missing or cannot be read.
  case input = 66
}

/// A problem at a place that its own type does not know.
public struct LocatedProblem<Base: Problem>: Problem {
  /// The problem itself, whose place was not known to it.
  public let base: Base
  public let place: String
  public let exitStatus: ExitStatus

  public var code: Base.Code { base.code }
  public var message: Message { base.message }
  public var hint: Message? { base.hint }
}

/// Several problems that one reading found.
public protocol ProblemList: Error {
  /// In the order in which they were found; never empty.
  var problems: [any Problem] { get }
}
