import Foundation
import Testing

/// A command without subcommands, as the parser itself describes it.
struct LeafCommand: Sendable {
  /// Its words without `tamga`.
  let name: String
  /// The long names of its options.
  let options: Set<String>

  /// Every command there is.
  static func all() throws -> [LeafCommand] {
    let workshop = try Workshop(office: false)
    let dump = try JSON.one(workshop.tamga("--experimental-dump-help").output)
    return leaves(of: try #require(dump["command"]), below: "")
  }

  private static func leaves(of command: JSON, below path: String) -> [LeafCommand] {
    let subcommands = (command["subcommands"]?.items ?? []).filter { $0["commandName"] != "help" }
    guard subcommands.isEmpty else {
      return subcommands.flatMap { subcommand in
        let name = subcommand["commandName"]?.text ?? ""
        return leaves(of: subcommand, below: path.isEmpty ? name : path + " " + name)
      }
    }
    let names = (command["arguments"]?.items ?? []).flatMap { $0["names"]?.items ?? [] }
    return [
      LeafCommand(
        name: path,
        options: Set(names.filter { $0["kind"] == "long" }.compactMap { $0["name"]?.text }))
    ]
  }
}
