import ArgumentParser
import TamgaAccounts
import TamgaDomain
import TamgaFormats

struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users", abstract: "Accounts of those who work at the desk of the server.",
    subcommands: [
      Add.self, List.self, Lock.self, Unlock.self, Reset.self, Remove.self,
    ])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make an account.",
      discussion: """
        Prints the password only when it was drawn (it must be changed at the first sign-in), the secret
        of the second factor this once; on a terminal for people, elsewhere one line of JSON. Roles:
        operator, clerk, supervisor, auditor, administrator.
        """)

    @Argument(help: ArgumentHelp("The name that is typed to sign in.", valueName: "login"))
    var login: String
    @Option(help: ArgumentHelp("What the account may do.", valueName: "role"))
    var role: String
    @Option(help: ArgumentHelp("The person's name, as the desk shows it.", valueName: "text"))
    var name = ""
    @OptionGroup var bodies: BodyOptions
    @OptionGroup var password: PasswordOptions
    @Option(
      help: ArgumentHelp(
        "totp: one-time codes; none where the office allows that to operators and clerks.",
        valueName: "factor"))
    var secondFactor = "totp"
    @OptionGroup var form: DataForm
    @OptionGroup var office: AccountOptions

    func validate() throws {
      guard Role(rawValue: role) != nil else {
        throw UsageError.words("--role", Role.allCases.map(\.rawValue))
      }
      guard Accounts.SecondFactor(rawValue: secondFactor) != nil else {
        throw UsageError.words(
          "--second-factor", Accounts.SecondFactor.allCases.map(\.rawValue))
      }
    }

    func run() throws {
      guard let role = Role(rawValue: role),
        let factor = Accounts.SecondFactor(rawValue: secondFactor)
      else { return }
      let accounts = try office.open()
      let new = try accounts.add(
        login: login, role: role, name: name, bodies: bodies.list,
        password: password.password(), secondFactor: factor)
      UsersCommand.tell(new, form)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show every account; never a secret.")

    @Flag(help: "Print a JSON array.") var json = false
    @OptionGroup var office: AccountOptions

    func run() throws {
      let accounts = try office.open().accounts()
      guard !json else { return Terminal.print(.array(accounts.map(\.json))) }
      for line in AccountSheet.lines(accounts) { print(line) }
    }
  }

  struct Lock: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lock", abstract: "Lock an account; its sessions end at once.")

    @Argument(help: ArgumentHelp("The account.", valueName: "login"))
    var login: String
    @OptionGroup var form: DataForm
    @OptionGroup var office: AccountOptions

    func run() throws {
      let accounts = try office.open()
      try accounts.lock(login)
      try UsersCommand.show(login, accounts, form)
    }
  }

  struct Unlock: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unlock", abstract: "Unlock an account, also one locked by wrong passwords.")

    @Argument(help: ArgumentHelp("The account.", valueName: "login"))
    var login: String
    @OptionGroup var form: DataForm
    @OptionGroup var office: AccountOptions

    func run() throws {
      let accounts = try office.open()
      try accounts.unlock(login)
      try UsersCommand.show(login, accounts, form)
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset", abstract: "Give an account a new password and a new second factor.",
      discussion: "Its sessions end at once. Prints the same as users add.")

    @Argument(help: ArgumentHelp("The account.", valueName: "login"))
    var login: String
    @OptionGroup var password: PasswordOptions
    @OptionGroup var form: DataForm
    @OptionGroup var office: AccountOptions

    func run() throws {
      let accounts = try office.open()
      UsersCommand.tell(try accounts.reset(login, password: password.password()), form)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove an account; its sessions end at once.",
      discussion: "What it did stands in the log of the office for good.")

    @Argument(help: ArgumentHelp("The account.", valueName: "login"))
    var login: String
    @OptionGroup var office: AccountOptions

    func run() throws { try office.open().remove(login) }
  }

  private static func tell(_ account: NewAccount, _ form: DataForm) {
    form.print(account.json, AccountSheet.lines(account))
    if form.isForPeople { AccountSheet.sayNext(account) }
  }

  private static func show(_ login: String, _ accounts: Accounts, _ form: DataForm) throws {
    guard let account = try accounts.account(login) else { return }
    form.print(account.json, AccountSheet.lines([account]))
  }
}
