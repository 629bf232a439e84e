import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Metrics
import NIOCore
import ServiceLifecycle
import TamgaAccounts
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaKeys
import TamgaReader
import TamgaSeal
import TamgaService
import UnixSignals

/// The server, put together: office, routes, limits, and what runs beside them.
struct WebServer {
  private static let longestEnd = Duration.seconds(10)

  private let settings: ServeSettings
  private let office: ServedOffice
  private let log: Logger
  private let limits = ServerLimits()

  init(_ settings: ServeSettings, log: Logger) throws {
    self.settings = settings
    self.log = log
    office = try ServedOffice(settings)
  }

  /// Answers requests until the process is told to end.
  func run() async throws {
    Self.raiseDescriptors()
    ReaderProcess.shared.start()
    let signer = settings.signer.flatMap { SignerClient(socket: $0) }
    defer { signer?.end() }
    let keeper = TrustKeeper(office.office, signer: signer, log: log)
    await BlockingWork.run { keeper.look() }
    let metrics = PrometheusText()
    MetricsSystem.bootstrap(metrics)
    let isSecure = pagesAreSecure
    let headers = SafetyHeaders(isSecure: isSecure)
    // Behind a proxy that ends TLS: a neighbour, or one that the office names.
    let proxies =
      isSecure ? CallerAddress.loopback.union(office.office.configuration.serve.proxies) : []
    let port = PortInUse()
    let connections = ConnectionGate(limits, exempt: proxies)
    let (limits, log, settings, office) = (limits, log, settings, office)
    let desk = try desk(signer, port)
    let gate = Gate(
      accounts: desk?.accounts,
      pool: WorkPool("tamga.web.accounts", atOnce: 4, waiting: 400), log: log)
    let pages = DeskPages(office.office.configuration)
    let table = routes(keeper, metrics, desk, pages, gate)
    let responder = CallbackResponder<WebContext> { request, context in
      try await WebResponder(
        table: table,
        hosts: KnownHosts(
          publicURL: settings.publicURL, address: settings.host, port: port.value,
          verifyHost: office.office.configuration.verifyHost),
        headers: headers, callers: CallerAddress(proxies: proxies), counts: RequestCounts(),
        log: log, gate: gate, pages: pages, limits: limits
      ).respond(to: request, context: context)
    }
    let application = Application(
      responder: responder,
      server: HTTPServerBuilder { responder in
        WebChannel(
          responder: responder, limits: limits, gate: connections,
          answer: RawAnswer(headers: headers))
      },
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in
        port.value = channel.localAddress?.port ?? settings.port
        Self.sayReady(settings, office, port.value)
      }, logger: Self.quiet)
    var configuration = ServiceGroupConfiguration(
      services: [keeper, application], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Self.quiet)
    configuration.maximumGracefulShutdownDuration = Self.longestEnd
    log.info("begin", metadata: ["office": "\(office.office.configuration.office)"])
    try await ServiceGroup(configuration: configuration).run()
    log.info("end")
  }

  /// What the desk works with; nil where the server only checks papers.
  private func desk(_ signer: SignerClient?, _ port: PortInUse) throws -> DeskOffice? {
    guard let signer else { return nil }
    let settings = settings
    let accounts = try Accounts(
      office: office.office.folder, configuration: office.office.configuration,
      now: office.office.now)
    try accounts.idempotency.takeRunningForDead()
    return DeskOffice(
      served: office, accounts: accounts, signer: signer,
      signing: WorkPool("tamga.web.signer", atOnce: SignerClient.connections, waiting: 400),
      reading: WorkPool("tamga.web.register", atOnce: 8, waiting: 400)
    ) { Self.url(settings, port.value) }
  }

  private func routes(
    _ keeper: TrustKeeper, _ metrics: PrometheusText, _ desk: DeskOffice?, _ pages: DeskPages,
    _ gate: Gate
  ) -> RouteTable {
    let page = PageFiles(settings.page, root: office.office.keys.rootKey.fingerprint)
    if page.files.isEmpty { log.warning("the check page was not built: make web") }
    let texts = WorkPool("tamga.web.texts", atOnce: 4, waiting: 400)
    let files = WorkPool(
      "tamga.web.files", atOnce: limits.filesAtOnce, waiting: limits.filesWaiting)
    let verify = VerifyRoute(
      office: office, limits: limits, texts: texts, files: files,
      rate: RateLimit(most: limits.verifications, in: .seconds(60)))
    let lookup = LookupRoute(
      office: office, limits: limits, pool: texts,
      rate: RateLimit(most: limits.lookups, in: .seconds(60)),
      wrongCodes: RateLimit(most: limits.wrongCodes, in: .seconds(3600)))
    let trust = TrustRoutes(keeper: keeper)
    let health = HealthRoutes(office: office, keeper: keeper, metrics: metrics)
    var described: [Route] = [
      Route(.post, "/api/v1/verify", .verify, for: .open(.verify), answer: verify.answer),
      Route(.post, "/api/v1/lookup", .lookup, for: .open(.verify), answer: lookup.answer),
      Route(.get, "/api/v1/trust", .trust, answer: trust.trust),
      Route(.get, "/api/v1/status/{list}", .status, answer: trust.list),
      Route(.get, "/status/{list}", .status, answer: trust.list),
    ]
    if let desk { described += ProgramRoutes(desk: desk, limits: limits).routes }
    let document = OpenAPIDocument.of(described + [OpenAPIDocument.route { [] }])
    return RouteTable(
      routes: described + [
        OpenAPIDocument.route { document },
        Route(.get, "/", answer: StartRoute(gate: gate).answer),
        Route(.get, "/v", answer: page.page),
        Route(.get, "/v/{file}", answer: page.file),
        Route(.get, "/healthz", answer: health.health),
        Route(.get, "/readyz", answer: health.ready),
        Route(.get, "/metrics", for: .open(.metrics), answer: health.metrics),
      ]
        + (desk.map {
          DeskRoutes(
            desk: $0, pages: pages, cookie: SessionCookie(isSecure: pagesAreSecure),
            limits: limits, log: log
          ).routes
        } ?? []))
  }

  private var pagesAreSecure: Bool { settings.publicURL?.hasPrefix("https://") ?? false }

  private static func url(_ settings: ServeSettings, _ port: Int) -> String {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    return settings.publicURL ?? "http://\(host):\(port)"
  }

  /// The one line of standard output.
  private static func sayReady(_ settings: ServeSettings, _ office: ServedOffice, _ port: Int) {
    let url = url(settings, port)
    let line = JSONWriter.bytes(
      .object([
        .init("ready", .flag(true)), .init("url", .text(url)),
        .init("office", .text(office.office.configuration.office)),
        .init("pid", .integer(Int64(getpid()))),
      ]))
    _ = (line + [UInt8(ascii: "\n")]).withUnsafeBytes {
      write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
  }

  /// The framework's own words are for its makers.
  private static var quiet: Logger {
    var logger = Logger(label: "framework")
    logger.logLevel = .error
    return logger
  }

  /// As many connections as the limits name need descriptors.
  private static func raiseDescriptors() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 8192)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
