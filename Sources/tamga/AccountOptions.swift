import ArgumentParser
import TamgaAccounts
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaKeys
import TamgaToken

/// The office whose accounts a command is about; opens neither keys nor papers.
struct AccountOptions: ParsableArguments {
  @OptionGroup var folder: OfficeFolder
  @OptionGroup var common: CommonOptions

  func open() throws -> Accounts {
    let folder = try folder.required()
    return try Accounts(office: folder, configuration: Office.readConfiguration(folder))
  }
}

/// Where a password comes from: a descriptor, or the draw. No option holds its text.
struct PasswordOptions: ParsableArguments {
  @Option(
    name: .customLong("password-fd"),
    help: ArgumentHelp(
      "A descriptor with the password on a line, 12 to 256 characters; without it one is drawn.",
      valueName: "n"))
  var descriptor: Int32?

  func validate() throws {
    if let descriptor, descriptor < 0 { throw UsageError.range("--password-fd", 0...1023) }
  }

  /// Nil when none is given.
  func password() throws -> String? {
    guard let descriptor else { return nil }
    guard let line = try? Passphrases.line(of: descriptor) else {
      throw AccountsError.unreadablePassword
    }
    let text = line.withBytes { String(validating: $0, as: UTF8.self) }
    guard let text else { throw AccountsError.unreadablePassword }
    return text
  }
}

/// Issuing bodies that an account or a client is bound to.
struct BodyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only papers of these issuing bodies, ids with commas between; without it all.",
      valueName: "ids"))
  var bodies: String?

  var list: [String] { Self.words(bodies ?? "") }

  static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }
}

extension NewAccount {
  /// The line that is printed once.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("login", .text(login)), .init("role", .text(role.rawValue)),
    ]
    if let password { members.append(.init("password", .text(password))) }
    if let totpSecret { members.append(.init("totpSecret", .text(totpSecret))) }
    if let totpURI { members.append(.init("totpURI", .text(totpURI))) }
    return .object(members)
  }
}

extension Account {
  var json: JSONValue {
    .object([
      .init("login", .text(login)), .init("role", .text(role.rawValue)),
      .init("name", .text(name)), .init("bodies", .array(bodies.map(JSONValue.text))),
      .init("secondFactor", .text(hasSecondFactor ? "totp" : "none")),
      .init("mustChangePassword", .flag(mustChangePassword)), .init("locked", .flag(isLocked)),
      .init("language", language.map { .text($0.rawValue) } ?? .null),
    ])
  }
}

extension Client {
  var json: JSONValue {
    .object([
      .init("client", .text(name)),
      .init("scopes", .array(scopes.map(\.rawValue).sorted().map(JSONValue.text))),
      .init("bodies", .array(bodies.map(JSONValue.text))),
      .init("until", until.map { .text($0.iso) } ?? .null),
    ])
  }
}
