import ArgumentParser
import Foundation

/// A command with its options as the parser knows them, read from the description that the parser
/// gives for manual writers.
struct CommandHelp: Decodable {
  let commandName: String
  /// False for what other programs call.
  let shouldDisplay: Bool?
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandHelp]?
  let arguments: [OptionHelp]?

  /// The whole tree, without the parser's own `help`.
  static func tree() throws -> CommandHelp {
    struct Dump: Decodable { let command: CommandHelp }
    return try JSONDecoder().decode(Dump.self, from: Data(Tamga._dumpHelp().utf8)).command
  }

  var commands: [CommandHelp] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }
  var positionals: [OptionHelp] { (arguments ?? []).filter { $0.kind == "positional" } }
  var options: [OptionHelp] { (arguments ?? []).filter { $0.kind != "positional" } }

  /// The command that these names lead to, as far as they do.
  func command(at names: some Sequence<String>) -> CommandHelp {
    var found = self
    for name in names {
      guard let next = found.commands.first(where: { $0.commandName == name }) else { break }
      found = next
    }
    return found
  }
}

/// An argument, an option or a flag of a command.
struct OptionHelp: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  /// `positional`, `option` or `flag`.
  let kind: String
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let preferredName: Name?
  let valueName: String?
  let defaultValue: String?
  let abstract: String?
  let discussion: String?
}
