public import TamgaDomain

/// Accounts of people and clients of systems.
public struct UsersView: DeskView {
  public struct User: Hashable, Sendable {
    public let login: String
    public let name: String
    public let role: DeskRole
    /// Empty: every body.
    public let bodies: [String]
    public let isLocked: Bool
    public let mustChangePassword: Bool

    public init(
      login: String, name: String, role: DeskRole, bodies: [String], isLocked: Bool,
      mustChangePassword: Bool
    ) {
      self.login = login
      self.name = name
      self.role = role
      self.bodies = bodies
      self.isLocked = isLocked
      self.mustChangePassword = mustChangePassword
    }
  }

  public struct Client: Hashable, Sendable {
    public let name: String
    public let scopes: [String]
    public let bodies: [String]
    public let until: CalendarDate?

    public init(name: String, scopes: [String], bodies: [String], until: CalendarDate?) {
      self.name = name
      self.scopes = scopes
      self.bodies = bodies
      self.until = until
    }
  }

  /// What is shown once: to whom it belongs, and what it is.
  public struct Secret: Hashable, Sendable {
    public let name: String
    public let password: String?
    public let totpSecret: String?
    public let token: String?

    public init(
      name: String, password: String? = nil, totpSecret: String? = nil, token: String? = nil
    ) {
      self.name = name
      self.password = password
      self.totpSecret = totpSecret
      self.token = token
    }
  }

  public let users: [User]
  public let clients: [Client]
  public let bodies: [String]
  public let scopes: [String]
  public let secret: Secret?
  /// Why something could not be done.
  public let fault: Message?

  public init(
    users: [User], clients: [Client], bodies: [String], scopes: [String], secret: Secret? = nil,
    fault: Message? = nil
  ) {
    self.users = users
    self.clients = clients
    self.bodies = bodies
    self.scopes = scopes
    self.secret = secret
    self.fault = fault
  }

  public var name: String { "users" }
  public var place: DeskPlace? { .users }
  public var address: Link? { Link("desk", "users") }
  private var words: UserWords { Words.users }
  public func title(in language: MessageLanguage) -> Message { words.title }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.header(.class("title")) {
        Tag.h1 { words.title[language] }
        Tag.p(.class("quiet")) { words.seesNoPaper[language] }
      }
      if let fault { Tag.p(.class("notice"), .role("alert")) { fault[language].capitalised } }
      if let secret { secretCard(secret, language) }
      userCard(context)
      clientCard(context)
    }
  }

  private func secretCard(_ secret: Secret, _ language: MessageLanguage) -> HTML {
    Tag.section(.class("notice"), .data("note", "secret"), .tabindex(-1), .autofocus) {
      Tag.h2 { secret.name }
      Tag.p { words.secret[language] }
      Tag.dl(.class("facts")) {
        for (label, value, mark) in [
          (words.password, secret.password, "password"),
          (words.totpSecret, secret.totpSecret, "totp"), (words.token, secret.token, "token"),
        ] {
          if let value {
            Tag.div {
              Tag.dt { label[language] }
              Tag.dd(.class("code"), .data("secret", mark)) { value }
            }
          }
        }
      }
    }
  }

  // MARK: Users

  private func userCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.section(.class("card")) {
      Tag.h2(.id("users")) { words.users[language] + ": \(users.count)" }
      Tag.div(.class("wide-table"), .tabindex(0), .role("region"), .aria("labelledby", "users")) {
        Tag.table {
          head([words.login, words.name, words.role, words.body, words.state], language)
          Tag.tbody {
            for user in users {
              Tag.tr(.data("user", user.login), .data("locked", "\(user.isLocked)")) {
                Tag.th(.scope("row")) { user.login }
                Tag.td { user.name.isEmpty ? "–" : user.name }
                Tag.td { Words.frame.role(user.role)[language] }
                Tag.td { listed(user.bodies, language) }
                Tag.td { state(user)[language] }
                Tag.td(.class("acts")) {
                  act("users", user.login, user.isLocked ? "unlock" : "lock", context)
                  act("users", user.login, "reset", context)
                  act("users", user.login, "remove", context)
                }
              }
            }
          }
        }
      }
      Tag.details(.class("act")) {
        Tag.summary { words.addUser[language] }
        Tag.form(.method(.post), .action(Link("desk", "users")), .data("form", "user")) {
          HTML.csrf(context.csrf)
          Tag.div(.class("grid")) {
            text("login", words.login[language], isRequired: true)
            text("name", words.name[language])
            Tag.div {
              Tag.label(.for("role")) { words.role[language] }
              Tag.select(.id("role"), .name("role")) {
                for role in DeskRole.allCases {
                  Tag.option(.value(role.rawValue), role == .clerk ? .selected : nil) {
                    Words.frame.role(role)[language]
                  }
                }
              }
            }
            boxes("bodies", words.bodies[language], bodies)
          }
          Tag.button(.class("primary"), .data("action", "add-user")) { words.add[language] }
        }
      }
    }
  }

  private func state(_ user: User) -> Message {
    user.isLocked ? words.locked : user.mustChangePassword ? words.mustChange : words.active
  }

  // MARK: Clients

  private func clientCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.section(.class("card")) {
      Tag.h2(.id("clients")) { words.clients[language] + ": \(clients.count)" }
      Tag.div(.class("wide-table"), .tabindex(0), .role("region"), .aria("labelledby", "clients")) {
        Tag.table {
          head([words.system, words.scopes, words.body, words.until], language)
          Tag.tbody {
            for client in clients {
              Tag.tr(.data("client", client.name)) {
                Tag.th(.scope("row")) { client.name }
                Tag.td(.class("code")) { client.scopes.joined(separator: ", ") }
                Tag.td { listed(client.bodies, language) }
                Tag.td { client.until?.printed ?? "–" }
                Tag.td(.class("acts")) { act("clients", client.name, "remove", context) }
              }
            }
          }
        }
      }
      Tag.details(.class("act")) {
        Tag.summary { words.addClient[language] }
        Tag.form(.method(.post), .action(Link("desk", "clients")), .data("form", "client")) {
          HTML.csrf(context.csrf)
          Tag.div(.class("grid")) {
            text("client-name", words.system[language], name: "name", isRequired: true)
            text("until", words.until[language], hint: Words.form.dateHint[language])
            boxes("scopes", words.scopes[language], scopes)
            boxes("client-bodies", words.bodies[language], bodies, name: "bodies")
          }
          Tag.button(.class("primary"), .data("action", "add-client")) { words.add[language] }
        }
      }
    }
  }

  // MARK: Parts

  private func listed(_ bodies: [String], _ language: MessageLanguage) -> String {
    bodies.isEmpty ? words.all[language] : bodies.joined(separator: ", ")
  }

  private func head(_ headings: [Message], _ language: MessageLanguage) -> HTML {
    Tag.thead {
      Tag.tr {
        for heading in headings { Tag.th(.scope("col")) { heading[language] } }
        Tag.td()
      }
    }
  }

  private func act(
    _ list: String, _ name: String, _ action: String, _ context: DeskContext
  ) -> HTML {
    let label: Message =
      switch action {
      case "lock": words.lock
      case "unlock": words.unlock
      case "reset": words.reset
      default: words.remove
      }
    return Tag.form(.class("inline"), .method(.post), .action(Link("desk", list, name, action))) {
      HTML.csrf(context.csrf)
      Tag.button(.class("small"), .data("action", action)) {
        label[context.language]
        Tag.span(.class("unseen")) { " " + name }
      }
    }
  }

  private func text(
    _ id: String, _ label: String, name: String? = nil, hint: String? = nil,
    isRequired: Bool = false
  ) -> HTML {
    Tag.div {
      Tag.label(.for(id)) { label }
      Tag.input(
        .id(id), .name(name ?? id), .type("text"), .autocomplete("off"), .spellcheck(false),
        hint.map { .placeholder($0) }, isRequired ? .required : nil)
    }
  }

  private func boxes(_ id: String, _ label: String, _ values: [String], name: String? = nil) -> HTML
  {
    Tag.fieldset {
      Tag.legend { label }
      Tag.ul(.class("boxes")) {
        for value in values {
          Tag.li {
            Tag.input(
              .id(id + "-" + value), .type("checkbox"), .name(name ?? id), .value(value))
            Tag.label(.for(id + "-" + value)) { value }
          }
        }
      }
    }
  }
}
