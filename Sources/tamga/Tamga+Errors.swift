import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue

extension Tamga {
  /// Tells people of an error of any target and ends the process.
  static func end(with error: any Error) -> Never {
    // Help that was asked for, or a status that a command has chosen.
    if error is ExitCode { Terminal.end(exitCode(for: error).rawValue) }
    if exitCode(for: error) == .success {
      let page = HelpPage(error, language: Terminal.language)
      Terminal.put(Array(((page?.text ?? fullMessage(for: error)) + "\n").utf8))
      Terminal.end(EXIT_SUCCESS)
    }
    let isParsing = Mirror(reflecting: error).descendant("parserError") != nil
    let told = isParsing ? ParserRefusal(error, arguments: CommandLine.arguments).problem : error
    Terminal.tell(told)
    Terminal.end((told.problems.last?.exitStatus ?? .failure).rawValue)
  }
}
