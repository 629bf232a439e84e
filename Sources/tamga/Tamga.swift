import ArgumentParser
import Foundation
import TamgaVersion

/// The command line: parses, calls one function of a library target, prints.
@main
struct Tamga: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tamga",
    abstract: "Issue and check the papers of Kazakhstan's migration offices.",
    discussion: """
      Data goes to standard output, everything for people to standard error.
      Exit status: 64 usage, 66 input missing or unreadable; others with each command.
      """,
    version: "tamga " + Version.current,
    subcommands: [
      InitCommand.self, IssueCommand.self, QueueCommand.self, CheckCommand.self,
      VerifyCommand.self, ReprintCommand.self, SpoilCommand.self, HandOverCommand.self,
      StatusCommand.self,
      VoidCommand.self, TrustCommand.self,
      KeysCommand.self, FindCommand.self, RegisterCommand.self, TemplatesCommand.self,
      FormCommand.self,
      SampleCommand.self,
      BackupCommand.self, RestoreCommand.self, MoveCommand.self,
      ServeCommand.self, UsersCommand.self, ClientsCommand.self, SignerCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ])

  static func main() async {
    Terminal.prepare()
    Terminal.language = Environment.language(of: CommandLine.arguments)
    do {
      if let blank = UsageError.blank(in: CommandLine.arguments) { throw blank }
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Self.end(with: error)
    }
    Terminal.end(EXIT_SUCCESS)
  }
}
