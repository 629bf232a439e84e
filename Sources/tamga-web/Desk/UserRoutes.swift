import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaIssue

/// Accounts and clients, for administrators. A secret stands in the answer of the request that made it, and
/// nowhere afterwards.
struct UserRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  private var accounts: Accounts { desk.accounts }

  /// `GET /desk/users` and `GET /desk/clients`: one page has both.
  func list(_ call: Call) async throws -> Response { try await page(call) }

  // MARK: Accounts

  /// `POST /desk/users`: `login`, `name`, `role`, `bodies` once for each, `secondFactor`.
  func add(_ call: Call) async throws -> Response {
    let form = try Self.form(call)
    let factor = form["secondFactor"].flatMap(Accounts.SecondFactor.init) ?? .totp
    guard let role = form["role"].flatMap(Role.init) else {
      return try await page(call, fault: Self.noRole, .unprocessableContent)
    }
    return try await making(call) { accounts in
      try accounts.add(
        login: form["login"] ?? "", role: role, name: form["name"] ?? "",
        bodies: form.all("bodies"), secondFactor: factor)
    }
  }

  func lock(_ call: Call) async throws -> Response {
    try await change(call) { try $0.lock($1) }
  }

  func unlock(_ call: Call) async throws -> Response {
    try await change(call) { try $0.unlock($1) }
  }

  func remove(_ call: Call) async throws -> Response {
    try await change(call) { try $0.remove($1) }
  }

  func reset(_ call: Call) async throws -> Response {
    let login = call.words["login"] ?? ""
    return try await making(call) { try $0.reset(login) }
  }

  /// Who locks or removes the own account leaves an office without anybody who could undo it.
  private func change(
    _ call: Call, _ body: @escaping @Sendable (Accounts, String) throws -> Void
  ) async throws -> Response {
    let login = call.words["login"]?.lowercased() ?? ""
    guard login != call.caller.account?.login else {
      return try await page(call, fault: Self.ownAccount, .unprocessableContent)
    }
    let accounts = accounts
    try await desk.reading.orBusy { try body(accounts, login) }
    return Redirection("/desk/users").response
  }

  private func making(
    _ call: Call, _ body: @escaping @Sendable (Accounts) throws -> NewAccount
  ) async throws -> Response {
    let accounts = accounts
    do {
      let new = try await desk.reading.orBusy { try body(accounts) }
      return try await page(
        call,
        secret: UsersView.Secret(
          name: new.login, password: new.password, totpSecret: new.totpSecret))
    } catch let error as AccountsError where error.exitStatus == .usage || error.code == .taken {
      return try await page(call, fault: error.message, .unprocessableContent)
    }
  }

  // MARK: Clients

  /// `POST /desk/clients`: `name`, `scopes` and `bodies` once for each, `until`.
  func addClient(_ call: Call) async throws -> Response {
    let form = try Self.form(call)
    let scopes = form.all("scopes").map(Scope.init(rawValue:))
    let typed = form["until"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let until = typed.flatMap { TypedDate(today: desk.office.today).day($0) }
    guard !scopes.isEmpty, scopes.allSatisfy({ $0 != nil }) else {
      return try await page(call, fault: Self.noScope, .unprocessableContent)
    }
    guard typed == nil || until != nil else {
      return try await page(call, fault: Self.noDay, .unprocessableContent)
    }
    let accounts = accounts
    let name = form["name"] ?? ""
    do {
      let token = try await desk.reading.orBusy {
        try accounts.addClient(
          name, scopes: Set(scopes.compactMap(\.self)), bodies: form.all("bodies"), until: until)
      }
      return try await page(
        call, secret: UsersView.Secret(name: name.lowercased(), token: token))
    } catch let error as AccountsError where error.exitStatus == .usage || error.code == .taken {
      return try await page(call, fault: error.message, .unprocessableContent)
    }
  }

  func removeClient(_ call: Call) async throws -> Response {
    let (accounts, name) = (accounts, call.words["name"] ?? "")
    try await desk.reading.orBusy { try accounts.removeClient(name) }
    return Redirection("/desk/users").response
  }

  // MARK: Page

  private func page(
    _ call: Call, secret: UsersView.Secret? = nil, fault: Message? = nil,
    _ status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let accounts = accounts
    let (users, clients) = try await desk.reading.orBusy {
      (try accounts.accounts(), try accounts.clients())
    }
    let view = UsersView(
      users: users.map { user in
        UsersView.User(
          login: user.login, name: user.name,
          // safe: the roles of both have the same names
          role: DeskRole(rawValue: user.role.rawValue)!, bodies: user.bodies,
          isLocked: user.isLocked, mustChangePassword: user.mustChangePassword)
      },
      clients: clients.map { client in
        UsersView.Client(
          name: client.name, scopes: client.scopes.map(\.rawValue).sorted(),
          bodies: client.bodies, until: client.until)
      },
      bodies: desk.office.configuration.bodies.keys.sorted(),
      scopes: Scope.allCases.map(\.rawValue), secret: secret, fault: fault)
    return pages.answer(view, call, status: status)
  }

  private static func form(_ call: Call) throws -> FormBody {
    guard let form = call.form else { throw WebProblem.mediaType([FormBody.mediaType]) }
    return form
  }

  private static let noRole = Message(
    kk: "рөлді таңдаңыз", ru: "выберите роль", en: "choose a role")
  private static let noScope = Message(
    kk: "кемінде бір рұқсатты таңдаңыз", ru: "выберите хотя бы одно разрешение",
    en: "choose at least one scope")
  private static let noDay = Message(
    kk: "соңғы күн танылмады", ru: "последний день не распознан",
    en: "the last day is no date")
  private static let ownAccount = Message(
    kk: "өз есептік жазбаңызды бұғаттауға не өшіруге болмайды",
    ru: "свою учётную запись нельзя заблокировать или удалить",
    en: "your own account cannot be locked or removed")
}

extension FormBody {
  /// Every value of controls of one name, without blank ones.
  func all(_ name: String) -> [String] {
    pairs.filter { $0.name == name && !$0.value.allSatisfy(\.isWhitespace) }.map(\.value)
  }
}
