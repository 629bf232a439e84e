import TamgaAccounts
import TamgaDomain
import TamgaOptics

/// Accounts and clients for people. What a role or a scope is called on the command line stays as it is
/// typed there.
enum AccountSheet {
  private static let login = Message(kk: "Логин", ru: "Логин", en: "Login")
  private static let role = Message(kk: "Рөлі", ru: "Роль", en: "Role")
  private static let all = Message(kk: "барлық орган", ru: "все органы", en: "all bodies")

  /// What is told once of an account.
  static func lines(_ account: NewAccount) -> [String] {
    var rows = [(login, account.login), (role, account.role.rawValue)]
    if let password = account.password {
      rows.append((Message(kk: "Құпиясөзі", ru: "Пароль", en: "Password"), password))
    }
    if let secret = account.totpSecret {
      rows.append(
        (Message(kk: "Кодтар құпиясы", ru: "Секрет кодов", en: "Secret of the codes"), secret))
    }
    return sheet(rows)
  }

  /// What is told once of a client.
  static func lines(client: String, token: String) -> [String] {
    sheet([
      (Message(kk: "Жүйе", ru: "Система", en: "System"), client),
      (Message(kk: "Токені", ru: "Токен", en: "Token"), token),
    ])
  }

  private static func sheet(_ rows: [(Message, String)]) -> [String] {
    TextTable.lines(rows.map { [$0.0[Terminal.language], $0.1] })
  }

  /// How to go on with what was told; the address of the codes as a symbol, for the camera of a phone.
  static func sayNext(_ account: NewAccount) {
    if let address = account.totpURI, let grid = try? QRSymbol.encode(address) {
      Terminal.show(grid)
      Terminal.say(
        Message(
          kk: "адам осы кодты телефонындағы кодтар қосымшасымен оқиды",
          ru: "человек считывает этот код приложением кодов на телефоне",
          en: "the person reads this symbol with the code app of a phone"), .hint)
    }
    sayOnce()
    guard account.password != nil else { return }
    Terminal.say(
      Message(
        kk: "құпиясөз алғаш кіргенде ауыстырылады", ru: "пароль меняется при первом входе",
        en: "the password is changed at the first sign-in"), .hint)
  }

  /// Secrets are not kept in readable form.
  static func sayOnce() {
    Terminal.say(
      Message(
        kk: "бұл мәліметтер бір рет қана көрсетіледі: оларды қауіпсіз жолмен беріңіз",
        ru: "эти сведения показываются один раз: передайте их безопасным путём",
        en: "this is shown once: hand it over by a safe way"), .hint)
  }

  static func lines(_ accounts: [Account]) -> [String] {
    TextTable.lines(
      accounts.map { account in
        [
          account.login, account.role.rawValue, bodies(account.bodies), state(account),
          account.name,
        ]
      })
  }

  private static func bodies(_ ids: [String]) -> String {
    ids.isEmpty ? all[Terminal.language] : ids.joined(separator: ",")
  }

  private static func state(_ account: Account) -> String {
    var words: [Message] = []
    if account.isLocked {
      words.append(Message(kk: "бұғатталған", ru: "заблокирована", en: "locked"))
    }
    if account.mustChangePassword {
      words.append(
        Message(
          kk: "құпиясөзді ауыстыруы керек", ru: "нужно сменить пароль",
          en: "must change the password"))
    }
    if !account.hasSecondFactor {
      words.append(
        Message(kk: "екінші факторсыз", ru: "без второго фактора", en: "no second factor"))
    }
    if words.isEmpty {
      words.append(Message(kk: "жұмыс істейді", ru: "действует", en: "active"))
    }
    return words.map { $0[Terminal.language] }.joined(separator: ", ")
  }

  static func lines(_ clients: [Client]) -> [String] {
    TextTable.lines(
      clients.map { client in
        let scopes = client.scopes.map(\.rawValue).sorted().joined(separator: ",")
        let until = client.until.map { day in
          Message(
            kk: "\(day.iso) дейін", ru: "до \(day.iso)", en: "until \(day.iso)")[Terminal.language]
        }
        return [client.name, scopes, bodies(client.bodies), until ?? ""]
      })
  }
}
