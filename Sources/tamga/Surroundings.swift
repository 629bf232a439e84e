import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaTemplates

/// What a command takes from its surroundings: the only place that reads the environment.
enum Surroundings {
  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The language of messages: `--locale`, else `LC_ALL`, `LC_MESSAGES` or `LANG`, else English.
  static func tongue(_ option: String?) -> Tongue {
    if let option, let tongue = Tongue(rawValue: option) { return tongue }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name) else { continue }
      return Tongue(rawValue: String(value.prefix(2))) ?? .en
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
    throw Complaint(
      Message(
        kk: "үлгілер қалтасы табылмады", ru: "папка шаблонов не найдена",
        en: "the templates folder was not found"),
      place: places[0],
      hint: Message(
        kk: "оны --templates немесе TAMGA_TEMPLATES арқылы көрсетіңіз",
        ru: "укажите её через --templates или TAMGA_TEMPLATES",
        en: "name it by --templates or TAMGA_TEMPLATES"), exit: ExitCode(66))
  }

  /// Who acts, for the register's events.
  static var agent: String {
    variable("TAMGA_AGENT") ?? variable("SUDO_USER") ?? variable("USER")
      ?? "uid \(getuid())"
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

  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }
}

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Language of messages: kk, ru or en.", valueName: "language"))
  var locale: String?

  @Option(help: ArgumentHelp("The templates folder.", valueName: "folder"))
  var templates: String?

  func validate() throws {
    Complaint.tongue = Surroundings.tongue(locale)
    if let locale, Tongue(rawValue: locale) == nil {
      throw ValidationError("--locale is kk, ru or en")
    }
  }

  func library() throws -> TemplateLibrary {
    try TemplateLibrary.read(folder: Surroundings.templates(templates))
  }
}

/// The office of a command: the option or `TAMGA_OFFICE`.
struct OfficeOption: ParsableArguments {
  @Option(help: ArgumentHelp("The office folder (or TAMGA_OFFICE).", valueName: "folder"))
  var office: String?

  var folder: String? { office ?? Surroundings.variable("TAMGA_OFFICE") }

  func required() throws -> String {
    guard let folder else {
      throw Complaint(
        Message(
          kk: "кеңсе қалтасы көрсетілмеген", ru: "не указана папка учреждения",
          en: "no office is named"),
        hint: Message(
          kk: "--office немесе TAMGA_OFFICE қосыңыз", ru: "добавьте --office или TAMGA_OFFICE",
          en: "add --office or set TAMGA_OFFICE"), exit: ExitCode(64))
    }
    return folder
  }

  func open(
    _ common: CommonOptions, passphrases: Passphrases = .none
  ) throws -> Office {
    // Before any key is read.
    ProcessGuard.forbidDumps()
    let folder = try required()
    _ = try Office.readConfiguration(folder)
    return try Office.open(folder, library: common.library(), passphrases: passphrases)
  }
}
