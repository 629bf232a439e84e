import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaService

/// Looks at the options, has a process of its own sign where that is needed, and becomes the server.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer those who check papers, by a page and an interface for programs.",
    discussion: """
      Prints one line of JSON when requests are answered, and nothing else to standard output. Ends
      with SIGTERM or SIGINT after the requests at hand. Exit status: 0 ended; 1 the port is taken;
      64 usage; 66 no office.
      """)

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "What people reach the server by; with https a proxy ends TLS.", valueName: "url"))
  var publicURL: String?

  @Option(help: ArgumentHelp("Not taken: a proxy ends TLS.", valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("Not taken: a proxy ends TLS.", valueName: "file"))
  var certificateKey: String?

  @Flag(help: "The check page, the trust bundle, verify and lookup alone; opens no private key.")
  var checkOnly = false

  @Option(help: "The form of the log on standard error: text or json.")
  var log = LogForm.text

  func validate() throws {
    guard (0...65_535).contains(port) else { throw UsageError.range("--port", 0...65_535) }
    guard certificate == nil, certificateKey == nil else { throw Self.noTLS }
    guard let publicURL else {
      guard Self.loopback.contains(host) else { throw Self.plainAddress(host) }
      return
    }
    guard let url = URL(string: publicURL), let scheme = url.scheme, url.host != nil,
      ["http", "https"].contains(scheme), url.path.isEmpty || url.path == "/", url.query == nil
    else {
      throw UsageError(
        .value, kk: "--public-url – жолсыз http немесе https мекенжайы",
        ru: "--public-url – адрес http или https без пути",
        en: "--public-url is an address of http or https without a path")
    }
    guard scheme == "https" || Self.loopback.contains(host) else { throw Self.plainAddress(host) }
  }

  private static let loopback: Set = ["127.0.0.1", "::1", "localhost"]

  /// A second copy of BoringSSL would double the build; the office's proxy has TLS anyway.
  private static let noTLS = UsageError(
    .value, kk: "сервер TLS-ті өзі аяқтамайды", ru: "сервер сам не завершает TLS",
    en: "the server does not end TLS itself", hint: proxy)

  private static let proxy = Message(
    kk: "TLS-ті прокси аяқтасын: --public-url https://…",
    ru: "пусть TLS завершает прокси: --public-url https://…",
    en: "let a proxy end TLS: --public-url https://…")

  private static func plainAddress(_ host: String) -> UsageError {
    UsageError(
      .together, kk: "\(host) – ішкі мекенжай емес, ал TLS жоқ",
      ru: "\(host) – не внутренний адрес, а TLS нет",
      en: "\(host) is no loopback address, and there is no TLS",
      hint: proxy)
  }

  func run() throws {
    let folder = try office.folder.required()
    let configuration = try Office.readConfiguration(folder)
    // A log has no room for words to people.
    if log == .text, configuration.isSample, !configuration.isTest {
      Terminal.say(KeyNotice.sample(configuration.verifyHost), .warning)
    }
    let templates = try Environment.templates(office.common.templates)
    guard let program = Environment.program("tamga-web") else { throw CLIError.noServer }
    var signer: String?
    if checkOnly {
      // Somebody must have signed once: in a process of its own, and where its keys are away, nobody.
      if PublishedBundle(in: folder) == nil { _ = try? SignerProcess.once(signing()) }
    } else {
      signer = try SignerProcess.start(signing())
    }
    let settings = ServeSettings(
      office: folder, templates: templates, host: host == "localhost" ? "127.0.0.1" : host,
      port: port, publicURL: publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
      isCheckOnly: checkOnly, logsJSON: log == .json, language: Terminal.language,
      page: Environment.page, signer: signer)
    try become(program, JSONWriter.text(settings.json))
  }

  /// The options of `tamga signer` for the same office.
  private func signing() throws -> [String] {
    var options = ["--office", try office.folder.required()]
    for source in office.passphrases.sources { options += ["--passphrase-fd", source] }
    options += ["--templates", try Environment.templates(office.common.templates)]
    return options + ["--locale", Terminal.language.rawValue]
  }

  private func become(_ program: String, _ argument: String) throws {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(argument), nil]
    execv(program, &arguments)
    throw CLIError.unreadable(program, because: SystemReason(errno))
  }
}
