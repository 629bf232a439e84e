import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaKeys

/// What a command takes from its environment: the only place that reads it.
enum Environment {
  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The language of messages before the options are read: a wrong option is told in it as well.
  static func language(of arguments: [String]) -> MessageLanguage {
    let named = zip(arguments, arguments.dropFirst()).first { $0.0 == "--locale" }?.1
    let joined = arguments.first { $0.hasPrefix("--locale=") }?.dropFirst("--locale=".count)
    return tongue(named ?? joined.map(String.init))
  }

  /// The language of messages: `--locale`, else `LC_ALL`, `LC_MESSAGES` or `LANG`, else English.
  static func tongue(_ option: String?) -> MessageLanguage {
    if let option, let tongue = MessageLanguage(rawValue: option) { return tongue }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name) else { continue }
      return MessageLanguage(rawValue: String(value.prefix(2))) ?? .en
    }
    return .en
  }

  /// Where the templates are: the option, `TAMGA_TEMPLATES`, `./Templates`, beside the executable's
  /// package, `/usr/share/tamga/Templates`.
  static func templates(_ option: String?) throws -> String {
    var places: [String]
    if let named = option ?? variable("TAMGA_TEMPLATES") {
      // What was named is meant: other forms in its place would be a surprise.
      places = [named]
    } else {
      places = ["Templates"]
      var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        places.append(folder.appendingPathComponent("Templates").path)
      }
      places.append("/usr/share/tamga/Templates")
    }
    for place in places
    where FileManager.default.fileExists(atPath: place + "/shared/fields.yaml") {
      return place
    }
    throw CLIError.noTemplates(places[0])
  }

  /// A program of Tamga that stands beside this one; nil where it is not there.
  static func program(_ name: String) -> String? {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().path
    let places = [folder + "/" + name, "/usr/lib/tamga/" + name, "/usr/libexec/tamga/" + name]
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The folder of the check page that `make web` makes: `TAMGA_WEB`, beside the build of this executable,
  /// `/usr/share/tamga/web`; nil where there is none.
  static var page: String? {
    var places = variable("TAMGA_WEB").map { [$0] } ?? []
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      places.append(folder.appendingPathComponent("web").path)
    }
    places.append("/usr/share/tamga/web")
    return places.first { FileManager.default.fileExists(atPath: $0 + "/files.json") }
  }

  /// Who acts, for the register's events.
  static var agent: String {
    let account = NSUserName()
    return variable("TAMGA_AGENT") ?? variable("SUDO_USER") ?? variable("USER")
      ?? (account.isEmpty ? "uid \(getuid())" : account)
  }

  /// Seconds that `verify` tries each input, for machines that are slow or busy.
  static var patience: Double? {
    variable("TAMGA_PATIENCE").flatMap { Double($0) }.flatMap {
      (0.1...3600).contains($0) ? $0 : nil
    }
  }

  /// The file in which the system's manager keeps the passphrase of a role, or of all of them, for
  /// this service (systemd.exec(5), `LoadCredential=`). The variable names a folder, never a secret.
  static func credentials(of role: KeyRole) -> [String] {
    guard let folder = variable("CREDENTIALS_DIRECTORY") else { return [] }
    let name = folder + "/tamga-passphrase"
    return [name + "-" + role.rawValue, name]
  }

  /// The same for the key with which an issuing body signs documents.
  static func credentials(ofBody code: String) -> [String] {
    guard let folder = variable("CREDENTIALS_DIRECTORY") else { return [] }
    let name = folder + "/tamga-passphrase-document"
    return [name + "-" + code, name]
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }
}
