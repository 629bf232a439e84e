internal import TamgaDomain
internal import TamgaRegister

/// An account with what nobody outside sees.
struct StoredAccount {
  let account: Account
  let password: String
  let secret: [UInt8]?
  /// The step of the last code that was taken.
  let step: Int64
  /// Sessions of another version are over.
  let version: Int64

  static let columns = """
    login, role, name, bodies, password, must_change, totp, totp_step, is_locked, language, version
    """

  /// Nil for a role of a newer version of Tamga: nobody signs in with it here.
  init?(_ row: any SQLRow) {
    guard let role = Role(rawValue: row.text(1)) else { return nil }
    secret = row.isNull(6) ? nil : row.bytes(6)
    account = Account(
      login: row.text(0), role: role, name: row.text(2), bodies: Words.list(row.text(3)),
      hasSecondFactor: secret != nil, mustChangePassword: row.int(5) != 0,
      isLocked: row.int(8) != 0,
      language: row.optionalText(9).flatMap(MessageLanguage.init(rawValue:)))
    password = row.text(4)
    step = row.int(7)
    version = row.int(10)
  }

  /// - Parameter isLocked: Other transactions wait with the account until this one ends.
  static func of(
    _ login: String, _ session: any SQLSession, isLocked: Bool = false
  ) throws -> StoredAccount? {
    try session.first(
      "SELECT \(columns) FROM account WHERE login = ?" + (isLocked ? session.dialect.rowLock : ""),
      [login]
    ) { StoredAccount($0) } ?? nil
  }
}

/// Lists in one column, and names as they are typed.
enum Words {
  static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
  static func text(_ list: some Sequence<String>) -> String { list.sorted().joined(separator: ",") }

  /// A login or the name of a client in lower case; nil where it is none.
  static func name(_ typed: String) -> String? {
    let name = typed.lowercased()
    let isName =
      (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || [0x2D, 0x2E, 0x40, 0x5F].contains($0)
      }
    return isName && name.first?.isLetter == true || isName && name.first?.isNumber == true
      ? name : nil
  }
}
