import Foundation
import Testing

/// What a program left when it ended.
struct Run: Sendable {
  /// The exit status, or 128 and the number of the signal that ended it.
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard output as JSON Lines.
  func lines() throws -> [JSON] { try JSON.lines(output) }
}

/// A program at work.
final class Program {
  let process: pid_t
  private let output: String
  private let errors: String

  enum Failure: Error, CustomStringConvertible {
    case notStarted(String, Int32)
    case timeout(String, seconds: Double)

    var description: String {
      switch self {
      case .notStarted(let path, let reason):
        "\(path) did not start (\(String(cString: strerror(reason))))"
      case .timeout(let path, let seconds): "\(path) had not ended after \(seconds) s"
      }
    }
  }
  private let path: String

  /// Starts `path` in `folder`; what it prints goes to files, so that no pipe fills.
  init(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: Data?
  ) throws {
    self.path = path
    let name = Place.workshops + "/" + UUID().uuidString
    output = name + ".out"
    errors = name + ".err"
    var source = "/dev/null"
    if let input {
      source = name + ".in"
      try input.write(to: URL(filePath: source))
    }
    defer { if input != nil { unlink(source) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, source, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    // env changes the folder and becomes the program: the process stays the same.
    let command = ["env", "-C", folder, path] + arguments
    var words = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, "env", &actions, nil, &words, &variables)
    guard failure == 0 else { throw Failure.notStarted(path, failure) }
    self.process = process
  }

  /// What it has said until now.
  var errorsSoFar: String {
    (try? Data(contentsOf: URL(filePath: errors))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func kill(_ signal: Int32 = SIGKILL) { Glibc.kill(process, signal) }

  /// Waits for the end; a program that takes longer than `seconds` is killed and is a failure.
  func wait(seconds: Double = 240) throws -> Run {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(seconds)
    while waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline {
        kill()
        waitpid(process, &status, 0)
        throw Failure.timeout(path, seconds: seconds)
      }
      usleep(2_000)
    }
    defer {
      unlink(output)
      unlink(errors)
    }
    let signal = status & 0x7F
    return Run(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: try Data(contentsOf: URL(filePath: output)),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self))
  }
}

/// A program that is not ours and judges what ours made.
enum Tool {
  static func run(_ name: String, _ arguments: [String], in folder: String = "/") throws -> Run {
    try Program(
      name, arguments, in: folder, environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
  }

  /// Standard output of a run that must succeed. A judge that a signal ended is asked once more: what
  /// crashed is not ours, and no crash passes a paper.
  static func text(_ name: String, _ arguments: [String]) throws -> String {
    var run = try run(name, arguments)
    if run.status > 128 { run = try Self.run(name, arguments) }
    try #require(
      run.status == 0, "\(name) \(arguments): \(run.errors)(`make setup` installs the tools)")
    return run.text
  }

  static func sha256(_ path: String) throws -> String {
    String(try text("sha256sum", ["--", path]).prefix(64))
  }

  static func pages(_ pdf: String) throws -> Int {
    let line = try text("pdfinfo", [pdf]).split(separator: "\n")
      .first { $0.hasPrefix("Pages:") }
    return try #require(line.flatMap { Int($0.dropFirst(6).filter(\.isNumber)) })
  }

  /// Runs a judge of `Judges/` with the interpreter that has the stock readers of COSE.
  static func judge(_ script: String, _ question: JSON) throws -> JSON {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with cwt and pycose: use `make test`")
    let run = try Program(
      python, [Place.judges + "/" + script], in: "/",
      environment: ProcessInfo.processInfo.environment, input: question.data
    ).wait()
    try #require(run.status == 0, "\(script): \(run.errors)")
    return try JSON.one(run.output)
  }
}
