import Foundation
import Testing

/// `tamga users` and `tamga clients`: one line of JSON, secrets once, refusals with a hint.
@Suite struct AccountCommandTests {
  private static let password = "correct horse battery"

  private func add(
    _ workshop: Workshop, _ login: String, _ role: String, _ options: [String] = [],
    password: String? = nil
  ) throws -> Run {
    let door = password == nil ? [] : ["--password-fd", "0"]
    return try workshop.tamga(
      ["users", "add", login, "--role", role, "--office", "office"] + door + options,
      input: Data(((password ?? "") + "\n").utf8))
  }

  private func optional(_ workshop: Workshop) throws {
    try workshop.edit("office/tamga.yaml") { $0 + "\nserve: {secondFactor: optional}\n" }
  }

  @Test func aPasswordThatWasDrawn() throws {
    let workshop = try Workshop()
    let run = try add(workshop, "aigul", "clerk", ["--name", "Айгүл С."])
    try #require(run.status == 0, "\(run.errors)")
    let told = try #require(try run.lines().first)
    #expect(try run.lines().count == 1 && run.errors.isEmpty)
    #expect(Set(told.members.keys) == ["login", "role", "password", "totpSecret", "totpURI"])
    #expect(told["login"] == "aigul" && told["role"] == "clerk")
    let password = try #require(told["password"]?.text)
    let secret = try #require(told["totpSecret"]?.text)
    #expect(password.count >= 20 && secret.wholeMatch(of: /[A-Z2-7]{32}/) != nil)
    let address = try #require(told["totpURI"]?.text)
    #expect(address.hasPrefix("otpauth://totp/") && address.contains("secret=\(secret)&"))
    let list = try workshop.tamga("users", "list", "--json", "--office", "office")
    let row = try #require(try JSON.one(list.output).items.first)
    #expect(row["name"] == "Айгүл С." && row["mustChangePassword"] == .flag(true))
    #expect(row["locked"] == .flag(false) && row["secondFactor"] == "totp")
    try workshop.write("list", list.output)
    #expect(try workshop.files(with: [Array(password.utf8), Array(secret.utf8)]).isEmpty)
    let mode = try FileManager.default.attributesOfItem(
      atPath: workshop.path("office/accounts.sqlite"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func aPasswordThatWasGiven() throws {
    let workshop = try Workshop()
    let run = try add(workshop, "sup", "supervisor", password: Self.password)
    let told = try JSON.one(run.output)
    #expect(told["password"] == nil && told["totpSecret"] != nil)
    #expect(try workshop.files(with: [Array(Self.password.utf8)]).isEmpty)
    for (password, status) in [
      ("short", 64), (String(repeating: "x", count: 11), 64),
      (String(repeating: "x", count: 257), 64), ("", 66),
    ] as [(String, Int32)] {
      let refused = try add(workshop, "x", "clerk", password: password)
      #expect(refused.status == status, "\(password.count): \(refused.errors)")
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("tamga: hint: ") && !refused.errors.contains("xxxxx"))
    }
    for length in [12, 256] {
      let run = try add(
        workshop, "n\(length)", "clerk", password: String(repeating: "x", count: length))
      #expect(run.status == 0, "\(length): \(run.errors)")
    }
  }

  @Test(arguments: ["operator", "clerk", "supervisor", "auditor", "administrator"])
  func withoutASecondFactor(_ role: String) throws {
    let workshop = try Workshop()
    let none = ["--second-factor", "none"]
    let strict = try add(workshop, "a", role, none)
    #expect(strict.status == 64 && strict.errors.contains("second factor"), "\(strict.errors)")
    try optional(workshop)
    let lax = try add(workshop, "a", role, none)
    let isAllowed = ["operator", "clerk"].contains(role)
    #expect(lax.status == (isAllowed ? 0 : 64), "\(lax.errors)")
    if isAllowed {
      #expect(Set(try JSON.one(lax.output).members.keys) == ["login", "role", "password"])
    }
  }

  @Test func lockResetRemove() throws {
    let workshop = try Workshop()
    let made = try JSON.one(add(workshop, "aigul", "clerk").output)
    func users(_ words: String...) throws -> Run {
      try workshop.tamga(["users"] + words + ["--office", "office"])
    }
    #expect(try JSON.one(users("lock", "aigul").output)["locked"] == .flag(true))
    #expect(try users("list").text.contains("locked"))
    #expect(try JSON.one(users("unlock", "aigul").output)["locked"] == .flag(false))
    let reset = try JSON.one(users("reset", "aigul").output)
    #expect(Set(reset.members.keys) == Set(made.members.keys))
    #expect(reset["password"] != made["password"] && reset["totpSecret"] != made["totpSecret"])
    #expect(try users("remove", "aigul").status == 0)
    #expect(try users("list").output.isEmpty)
    for word in ["lock", "unlock", "reset", "remove"] {
      let run = try users(word, "aigul")
      #expect(run.status == 1 && run.errors.contains("users list"), "\(word): \(run.errors)")
    }
  }

  @Test func whatIsRefused() throws {
    let workshop = try Workshop()
    try #require(try add(workshop, "aigul", "clerk").status == 0)
    let lines: [([String], Int32)] = [
      (["users", "add", "aigul", "--role", "clerk"], 1),
      (["users", "add", "AIGUL", "--role", "auditor"], 1),
      (["users", "add", "b", "--role", "boss"], 64), (["users", "add", "b"], 64),
      (["users", "add", "айгүл", "--role", "clerk"], 64),
      (["users", "add", "b", "--role", "clerk", "--bodies", "NOWHERE"], 64),
      (["users", "add", "b", "--role", "clerk", "--second-factor", "sms"], 64),
      (["users", "add", "b", "--role", "clerk", "--password-fd", "-1"], 64),
      (["users", "add", "b", "--role", "clerk", "--password-fd", "99"], 66),
      (["clients", "add", "b", "--scope", "all"], 64), (["clients", "add", "b"], 64),
      (["clients", "add", "b", "--scope", ""], 64),
      (["clients", "add", "b", "--scope", "feed", "--until", "31.12.2026"], 64),
      (["clients", "add", "b", "--scope", "feed", "--bodies", "NOWHERE"], 64),
      (["clients", "remove", "b"], 1),
    ]
    for (line, status) in lines {
      for language in ["kk", "ru", "en"] {
        let run = try workshop.tamga(line + ["--office", "office", "--locale", language])
        #expect(run.status == status, "\(line): \(run.errors)")
        #expect(run.output.isEmpty && !run.errors.isEmpty)
      }
    }
    let nowhere = try workshop.tamga("users", "list", "--office", "nowhere")
    #expect(nowhere.status == 66, "\(nowhere.errors)")
    let list = try workshop.tamga("users", "list", "--json", "--office", "office")
    #expect(try JSON.one(list.output).items.count == 1)
  }

  @Test func systems() throws {
    let workshop = try Workshop()
    let run = try workshop.tamga(
      "clients", "add", "burkit", "--scope", "feed,metrics", "--until", "2031-01-01", "--office",
      "office")
    let told = try JSON.one(run.output)
    let token = try #require(told["token"]?.text)
    #expect(Set(told.members.keys) == ["client", "token"] && told["client"] == "burkit")
    #expect(token.wholeMatch(of: /tamga_[A-Za-z0-9_-]{43}/) != nil)
    #expect(try workshop.files(with: [Array(token.dropFirst(6).utf8)]).isEmpty)
    let again = try workshop.tamga(
      "clients", "add", "burkit", "--scope", "feed", "--office", "office")
    #expect(again.status == 1 && again.output.isEmpty)
    let list = try workshop.tamga("clients", "list", "--json", "--office", "office")
    let row = try #require(try JSON.one(list.output).items.first)
    #expect(row["scopes"]?.items == ["feed", "metrics"] && row["until"] == "2031-01-01")
    #expect(try workshop.tamga("clients", "remove", "burkit", "--office", "office").status == 0)
    #expect(try workshop.tamga("clients", "list", "--office", "office").output.isEmpty)
  }

  /// Two processes make the same account: one of them does.
  @Test func oneOfTwoMakesTheAccount() throws {
    let workshop = try Workshop()
    let line = ["users", "add", "aigul", "--role", "clerk", "--office", "office"]
    let programs = try (0..<4).map { _ in try workshop.start(line) }
    let runs = try programs.map { try $0.wait() }
    #expect(runs.map(\.status).sorted() == [0, 1, 1, 1], "\(runs.map(\.errors))")
  }
}
