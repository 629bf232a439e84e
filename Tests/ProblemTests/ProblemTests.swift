import Foundation
import TamgaDomain
import TamgaIssue
import Testing

@testable import TamgaRegisterPostgres

enum SystemFileError {
  /// What Foundation throws of a file that is not there.
  static let missing: any Error = {
    do {
      _ = try Data(contentsOf: URL(filePath: "/nonexistent/decisions.jsonl"))
      return CocoaError(.fileNoSuchFile)
    } catch {
      return error
    }
  }()
}

/// Every problem is told in three languages, and its code names it alone.
@Suite struct ProblemTests {
  static var all: [any Problem] {
    (ProblemExamples.ofEveryCase + ProblemExamples.ofSomeCases).flatMap { $0 }
  }

  @Test func everyProblemSpeaksThreeLanguages() {
    for problem in Self.all {
      for message in [problem.message, problem.hint].compactMap(\.self) {
        let faults = MessageManners.faults(of: message)
        #expect(faults.isEmpty, "\(problem.code.rawValue): \(faults): \(message)")
      }
    }
  }

  @Test func everyCaseHasAnExample() {
    for examples in ProblemExamples.ofEveryCase {
      guard let first = examples.first else { continue }
      let shown = Set(examples.map { $0.code.rawValue })
      #expect(shown == Set(Self.codes(of: first)), "\(type(of: first))")
    }
  }

  private static func codes(of problem: some Problem) -> [String] {
    type(of: problem.code).allCases.map { $0.rawValue }
  }

  @Test func codesAreStableNames() {
    var owners: [String: String] = [:]
    for examples in ProblemExamples.ofEveryCase + ProblemExamples.ofSomeCases {
      guard let first = examples.first else { continue }
      let owner = "\(type(of: first))"
      for code in Self.codes(of: first) {
        #expect(code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil, "\(owner): \(code)")
        #expect(owners[code] == nil || owners[code] == owner, "\(code): \(owner), \(owners[code]!)")
        owners[code] = owner
      }
    }
    #expect(owners.count > 150)
  }

  /// Values that only the program knows never reach people: no case of an enum with its labels, no
  /// name of a type.
  @Test func noSwiftShowsThrough() {
    for problem in Self.all {
      for message in [problem.message, problem.hint].compactMap(\.self) {
        for text in [message.kk, message.ru, message.en] {
          #expect(!text.contains("Optional(") && !text.contains("nil"), "\(text)")
          let label = #/\([a-z][A-Za-z]+: /#
          #expect(text.firstMatch(of: label) == nil, "\(problem.code.rawValue): \(text)")
        }
      }
    }
  }

  @Test func reasonsOfTheSystemAreTranslated() {
    for number in Int32(1)...133 {
      let faults = MessageManners.faults(of: SystemReason(number).message)
      #expect(faults.isEmpty, "\(number): \(faults)")
    }
    let common: [Int32] = [ENOENT, EACCES, ENOSPC, EROFS, EPIPE, EIO, EISDIR, EMFILE, EDQUOT]
    for number in common {
      #expect(!SystemReason(number).message.en.contains("\(number)"), "\(number) has words")
    }
    let missing = UnexpectedError(SystemFileError.missing)
    #expect(missing.code == .system && missing.message == SystemReason(ENOENT).message)
    #expect(missing.place.hasSuffix("decisions.jsonl"))
  }

  @Test func everyCauseOfAConnectionSpeaks() {
    for cause in ConnectionCause.allCases {
      let faults = MessageManners.faults(of: cause.message)
      #expect(faults.isEmpty, "\(cause): \(faults)")
    }
    let words = #"connection to server at "127.0.0.1", port 5 failed: Connection refused"#
    #expect(ConnectionCause(words) == .refused)
    #expect(ConnectionCause("something new") == nil)
  }

  @Test func aProblemWithAPlaceIsOtherwiseTheSame() {
    let base = InputErrorCase.sample
    let placed = base.at("x.pdf", exit: .notGenuine)
    #expect(placed.place == "x.pdf" && placed.exitStatus == .notGenuine)
    #expect(placed.code == base.code && placed.message == base.message && placed.hint == base.hint)
    #expect(base.at("y").exitStatus == base.exitStatus)
  }
}

private enum InputErrorCase {
  static let sample = UnexpectedError(SystemFileError.missing)
}
