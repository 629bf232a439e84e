import ArgumentParser
import TamgaAccounts
import TamgaDomain
import TamgaFormats

struct ClientsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clients", abstract: "Other systems that use the server's interface.",
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make a client and print its token, this once.",
      discussion: """
        Scopes: verify (checking without a limit), issue (decisions), papers (looking up, printing),
        feed (what was issued and ended), metrics (figures for those who watch the server).
        """)

    @Argument(help: ArgumentHelp("The name of the system.", valueName: "client"))
    var name: String
    @Option(help: ArgumentHelp("What it may do, words with commas between.", valueName: "scopes"))
    var scope: String
    @OptionGroup var bodies: BodyOptions
    @Option(help: ArgumentHelp("The last day of its token.", valueName: "yyyy-MM-dd"))
    var until: String?
    @OptionGroup var form: DataForm
    @OptionGroup var office: AccountOptions

    private var scopes: [Scope?] { BodyOptions.words(scope).map(Scope.init(rawValue:)) }
    private var day: CalendarDate? { until.flatMap { CalendarDate(iso: $0) } }

    func validate() throws {
      guard !scopes.isEmpty, scopes.allSatisfy({ $0 != nil }) else {
        throw UsageError.words("--scope", Scope.allCases.map(\.rawValue))
      }
      guard until == nil || day != nil else { throw UsageError.date("--until") }
    }

    func run() throws {
      let accounts = try office.open()
      let token = try accounts.addClient(
        name, scopes: Set(scopes.compactMap(\.self)), bodies: bodies.list, until: day)
      let client = name.lowercased()
      form.print(
        .object([.init("client", .text(client)), .init("token", .text(token))]),
        AccountSheet.lines(client: client, token: token))
      if form.isForPeople { AccountSheet.sayOnce() }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show every client; never a token.")

    @Flag(help: "Print a JSON array.") var json = false
    @OptionGroup var office: AccountOptions

    func run() throws {
      let clients = try office.open().clients()
      guard !json else { return Terminal.print(.array(clients.map(\.json))) }
      for line in AccountSheet.lines(clients) { print(line) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a client; its token opens nothing any more.")

    @Argument(help: ArgumentHelp("The client.", valueName: "client"))
    var name: String
    @OptionGroup var office: AccountOptions

    func run() throws { try office.open().removeClient(name) }
  }
}
