import Foundation
import Testing

/// An office whose local executive body signs its papers, with a synthetic authority and a service of time stamps.
final class SigningOffice {
  static let pin = "synthetic-pin"
  /// The kinds whose papers are signed.
  static let kinds = ["qualification-certificate", "qualification-certificate-refusal"]

  let workshop: Workshop
  private var service: Program?

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
  init(_ signer: String = "ec", stamps: Bool = false, papers: Int = 4) throws {
    workshop = try Workshop(office: false)
    var rules = """

      signatures:
        ALA-AKIM-01:
          key: signing/akim.p12
          roots: [signing/root.pem]

      """
    if stamps {
      rules += "    timeStamp: {url: \"http://127.0.0.1:\(try startService())/\", seconds: 20}\n"
    }
    let plain = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try workshop.write("office.yaml", Data((plain + rules).utf8))
    let run = try workshop.tamga("init", "office", "--config", "office.yaml")
    try #require(run.status == 0, "\(run.errors)")
    try FileManager.default.createDirectory(
      atPath: workshop.path("office/signing"), withIntermediateDirectories: true)
    try use(signer)
    try workshop.write("office/signing/root.pem", Self.data("root.pem"))
    let samples = try workshop.tamga(
      ["sample", "--count", "\(papers)", "--seed", "4", "--document"] + Self.kinds)
    try #require(samples.status == 0, "\(samples.errors)")
    try workshop.write("in.jsonl", samples.output)
  }

  deinit { stopService() }

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: file(name)))
  }

  /// Gives the body another key.
  func use(_ signer: String) throws {
    try workshop.write("office/signing/akim.p12", Self.data(signer + ".p12"))
  }

  func issue(
    pin: String? = SigningOffice.pin, environment: [String: String] = [:]
  ) throws -> Run {
    try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"]
        + (pin == nil ? [] : ["--passphrase-fd", "document:0"]),
      environment: environment, input: pin.map { Data(($0 + "\n").utf8) })
  }

  func batch() throws -> Batch { try Batch(try issue(), below: workshop.path("out")) }

  func exportBundle() throws {
    let run = try workshop.tamga("trust", "export", "--office", "office", "--output", "bundle")
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The verdict on a file by the bundle.
  func verdict(_ file: String, on day: String? = nil) throws -> JSON {
    let run = try workshop.tamga(
      ["verify", file, "--trust", "bundle", "--json"] + (day.map { ["--on", $0] } ?? []))
    return try #require(try run.lines().first, "\(run.errors)")
  }

  private func startService() throws -> Int {
    let port = workshop.path("port")
    service = try Program(
      "python3", [Place.judges + "/tsa.py", try Self.authority.get(), port], in: "/",
      environment: ProcessInfo.processInfo.environment, input: nil)
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: port) { usleep(100_000) }
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
