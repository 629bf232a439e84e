import Foundation
import TamgaPaperFile
import Testing

/// An office whose local executive body signs its papers, with a synthetic authority and a service of time stamps.
final class SigningOffice {
  static let pin = "synthetic-pin"
  /// The kinds whose papers are signed.
  static let kinds = ["qualification-certificate", "qualification-certificate-refusal"]

  let workshop: Workshop
  /// With which its programs start.
  private(set) var environment: [String: String] = [:]
  private let keyLies: KeyPlace
  private var service: Program?

  /// Where the body's key lies.
  enum KeyPlace: Sendable {
    case file
    case token
    /// The office has none.
    case nowhere
  }

  /// Certificates and keys, made once.
  private static let authority = Result {
    let folder = Place.workshops + "/authority-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try Tool.text("bash", [Place.judges + "/pki.sh", folder, pin])
    return folder
  }

  static func file(_ name: String) throws -> String { try authority.get() + "/" + name }

  /// - Parameters:
  ///   - signer: Whose key the body has.
  ///   - stamps: Whether its signatures get time stamps.
  ///   - papers: Decisions in `in.jsonl`.
  ///   - keyLies: In a file, or in a token of SoftHSM.
  ///   - settings: More lines of `tamga.yaml`.
  ///   - templates: Another folder than the repository's.
  init(
    _ signer: String = "ec", stamps: Bool = false, papers: Int = 4, key keyLies: KeyPlace = .file,
    settings: String = "", templates: String? = nil
  ) throws {
    workshop = try Workshop(office: false)
    self.keyLies = keyLies
    if let templates { environment["TAMGA_TEMPLATES"] = templates }
    if keyLies == .token {
      environment.merge(try SoftToken.make(workshop)) { $1 }
    }
    let service = stamps ? try startService() : nil
    let plain = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    let text = plain + "\n" + rules(service) + settings + "\n"
    try workshop.write("office.yaml", Data(text.utf8))
    let run = try tamga("init", "office", "--config", "office.yaml")
    try #require(run.status == 0, "\(run.errors)")
    try FileManager.default.createDirectory(
      atPath: workshop.path("office/signing"), withIntermediateDirectories: true)
    try use(signer)
    try workshop.write("office/signing/root.pem", Self.data("root.pem"))
    let samples = try tamga(
      ["sample", "--count", "\(papers)", "--seed", "4", "--document"] + Self.kinds)
    try #require(samples.status == 0, "\(samples.errors)")
    try workshop.write("in.jsonl", samples.output)
  }

  /// What `tamga.yaml` says of signatures.
  ///
  /// - Parameter service: The port of the service of time stamps.
  private func rules(_ service: Int?) -> String {
    let key =
      switch keyLies {
      case .file: "    key: signing/akim.p12"
      case .token:
        """
            token: {label: office, module: \(SoftToken.module), object: "\(Self.object)"}
            certificate: signing/akim.pem
        """
      case .nowhere: ""
      }
    if key.isEmpty { return "" }
    let stamps = service.map {
      "    timeStamp: {url: \"http://127.0.0.1:\($0)/\", seconds: 20}\n"
    }
    return """
      signatures:
        ALA-AKIM-01:
      \(key)
          roots: [signing/root.pem]
      \(stamps ?? "")
      """
  }

  /// The id of the key in the token.
  private static let object = "a1"

  deinit { stopService() }

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: file(name)))
  }

  /// Gives the body another key; a token takes one only.
  func use(_ signer: String) throws {
    switch keyLies {
    case .file: try workshop.write("office/signing/akim.p12", Self.data(signer + ".p12"))
    case .token:
      let run = try Program(
        "softhsm2-util",
        [
          "--import", Self.file(signer + ".key"), "--token", "office", "--label", "akim", "--id",
          Self.object, "--pin", SoftToken.pin,
        ], in: workshop.folder, environment: Workshop.environment.merging(environment) { $1 },
        input: nil
      ).wait()
      try #require(run.status == 0, "\(run.errors)")
      try workshop.write(
        "office/signing/akim.pem", try Self.data(signer + ".pem") + Self.data("ca.pem"))
    case .nowhere: break
    }
  }

  func tamga(_ words: String...) throws -> Run { try tamga(words) }

  func tamga(
    _ words: [String], environment: [String: String] = [:], input: Data? = nil
  ) throws -> Run {
    try workshop.tamga(
      words, environment: self.environment.merging(environment) { $1 }, input: input)
  }

  func issue(environment: [String: String] = [:]) throws -> Run {
    try issue(pin: keyLies == .token ? SoftToken.pin : Self.pin, environment: environment)
  }

  func issue(pin: String?, environment: [String: String] = [:]) throws -> Run {
    try tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"]
        + (pin == nil ? [] : ["--passphrase-fd", "document:0"]),
      environment: environment, input: pin.map { Data(($0 + "\n").utf8) })
  }

  func batch() throws -> Batch { try Batch(try issue(), below: workshop.path("out")) }

  /// The papers' files by the numbers that their names hold.
  func papers() throws -> [String: Data] {
    let names = workshop.files("out").filter { $0.hasSuffix(".pdf") && !$0.contains("/.") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try workshop.data("out/" + $0)) })
  }

  func exportBundle(environment: [String: String] = [:]) throws {
    let run = try tamga(
      ["trust", "export", "--office", "office", "--output", "bundle"], environment: environment)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The verdict on a file by the bundle.
  func verdict(
    _ file: String, on day: String? = nil, environment: [String: String] = [:]
  ) throws -> JSON {
    let run = try tamga(
      ["verify", file, "--trust", "bundle", "--json"] + (day.map { ["--on", $0] } ?? []),
      environment: environment)
    return try #require(try run.lines().first, "\(run.errors)")
  }

  /// The file without its signature, so that the rest is a paper as it would be without one.
  static func stripped(_ file: Data) throws -> Data {
    let parts = try #require(PaperParts([UInt8](file)))
    var archive = try #require(parts.archive)
    archive.signature = nil
    return Data(
      PaperParts(
        pages: parts.pages, fonts: parts.fonts, symbol: parts.symbol,
        information: parts.information, archive: archive
      ).bytes)
  }

  /// Signed again over the same bytes by another, with OpenSSL alone.
  ///
  /// - Returns: The path of the new file.
  func signedAgain(_ file: String, by name: String, _ chain: String) throws -> String {
    let path = workshop.path(name + "-again.pdf")
    _ = try Tool.text(
      "python3",
      [
        Place.judges + "/resign.py", file, path, try Self.file(name + ".pem"),
        try Self.file(name + ".key"), try Self.file(chain),
      ])
    return path
  }

  /// - Parameters:
  ///   - answers: After so many it is gone; nil for never.
  ///   - short: Answers before they grow; nil for never.
  /// - Returns: The port: that of the service before, where there was one.
  @discardableResult
  func startService(answers: Int? = nil, short: Int? = nil) throws -> Int {
    let port = workshop.path("port")
    let ready = workshop.path("ready")
    try? FileManager.default.removeItem(atPath: ready)
    service = try Program(
      "python3",
      [
        Place.judges + "/tsa.py", try Self.authority.get(), port, ready, "\(answers ?? -1)",
        "\(short ?? -1)",
      ], in: "/", environment: ProcessInfo.processInfo.environment, input: nil)
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: ready) { usleep(100_000) }
    let text = try String(contentsOfFile: port, encoding: .utf8)
    return try #require(Int(text))
  }

  func stopService() {
    guard let service else { return }
    service.kill()
    _ = try? service.wait()
    self.service = nil
  }
}
