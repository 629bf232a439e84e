import Foundation
import Testing

/// A folder of one test, with an office made as the contract's examples say. Goes with its user.
final class Workshop: Sendable {
  let folder: String
  var office: String { folder + "/office" }

  init(office makesOffice: Bool = true) throws {
    folder = Place.workshops + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard makesOffice else { return }
    let run = try tamga("init", "office", "--config", Place.contract + "/office.yaml")
    try #require(run.status == 0, "\(run.errors)")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let environment: [String: String] = {
    // A busy machine must not turn a genuine paper into one that could not be read in time.
    var variables = [
      "TAMGA_TEMPLATES": Place.templates, "TAMGA_AGENT": "clerk", "TAMGA_PATIENCE": "60",
    ]
    for name in ["PATH", "HOME", "TMPDIR"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables
  }()

  /// Runs the command in this folder. An empty value takes a variable away.
  func tamga(
    _ arguments: String..., environment: [String: String] = [:], input: Data? = nil
  ) throws -> Run {
    try start(arguments, environment: environment, input: input).wait()
  }

  func tamga(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil
  ) throws -> Run {
    try start(arguments, environment: environment, input: input).wait()
  }

  func start(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil
  ) throws -> Program {
    let variables = Self.environment.merging(environment) { _, mine in mine }
      .filter { !$0.value.isEmpty }
    return try Program(
      Place.tamga, arguments, in: folder, environment: variables, input: input)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> String {
    try bytes.write(to: URL(filePath: path(name)))
    return path(name)
  }

  @discardableResult
  func write(_ name: String, _ records: [JSON]) throws -> String {
    try write(name, Data(records.map { $0.line + "\n" }.joined().utf8))
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

  /// Runs `tamga issue` and finds the one batch in a fresh output folder.
  func issue(
    _ inputs: String..., output: String = "out", options: [String] = [], input: Data? = nil
  ) throws -> Batch {
    let run = try tamga(
      ["issue"] + inputs + ["--office", "office", "--output", output] + options, input: input)
    return try Batch(run, below: path(output))
  }

  /// Every file below a folder of the workshop, relative to it, in order.
  func files(_ name: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path(name))?.compactMap { $0 as? String }
    return (names ?? []).sorted().filter { file in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: path(name) + "/" + file, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }
  }
}

/// What `tamga issue` left in its folder.
struct Batch: Sendable {
  let run: Run
  let folder: String
  let results: [JSON]

  /// - Parameter output: A folder that holds one batch.
  init(_ run: Run, below output: String) throws {
    self.run = run
    let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    try #require(names.count == 1, "\(names) \(run.errors)")
    folder = output + "/" + names[0]
    results = try JSON.lines(Data(contentsOf: URL(filePath: folder + "/results.jsonl")))
  }

  func data(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/" + file))
  }

  var outcomes: [String] { results.map { $0["outcome"]?.text ?? "none" } }
  var numbers: [String] { results.map { $0["number"]?.text ?? "none" } }

  /// The path of the paper of a result.
  func pdf(_ result: JSON) throws -> String {
    folder + "/" + (try #require(result["file"]?.text, "\(result.line)"))
  }

  /// The rules of level `error` among the findings of a result.
  static func errors(_ result: JSON) -> Set<String> {
    Set(
      (result["findings"]?.items ?? []).filter { $0["level"] == "error" }
        .compactMap { $0["rule"]?.text })
  }
}
