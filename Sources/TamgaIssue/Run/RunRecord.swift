import TamgaDomain
public import TamgaFormats
import TamgaKeys
import TamgaRegister
public import TamgaSeal
import TamgaVersion

/// What a run leaves for those who watch it: when, what came of it, and what will soon be late. Names no
/// person and no decision.
public struct RunRecord: Hashable, Sendable {
  public enum Command: String, Hashable, Sendable {
    case issue
    case queueWork = "queue-work"
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case running
    /// Every record has its result, whatever it is.
    case finished
    /// By SIGTERM or Ctrl-C, after the records at hand.
    case stopped
    /// By an error; ``RunRecord/problem`` says which.
    case brokeOff = "broke-off"
  }

  /// A key that seals papers.
  public struct Key: Hashable, Sendable {
    public let kid: String
    /// Seconds since 1970: the last moment at which it seals.
    public let until: Int64
  }

  public let command: Command
  /// Stands in every line of the run's log.
  public let run: String
  /// The id of the office.
  public let office: String
  public var version: String { Version.current }
  public let zone: OfficeZone
  /// Seconds since 1970, as are all moments here.
  public let started: Int64
  /// When this was written; of a run that is over its end.
  public internal(set) var updated: Int64
  public internal(set) var state = State.running
  /// Of this process: of a queue with several workers each has its own.
  public var outcomes: [DecisionResult.Outcome: Int] = [:]
  /// In the order of their first records.
  public var batches: [String] = []
  /// Nil while the run goes on.
  public internal(set) var exit: Int32?
  /// The code of what broke the run off.
  public internal(set) var problem: String?
  /// Keys that are active and have not ended, the last one to end first; empty until the office is open.
  public private(set) var keys: [Key] = []
  /// When the last trust bundle was signed; nil before the first, and until the office is open.
  public private(set) var bundleExported: Int64?
  /// Days for which a bundle counts as current.
  public let bundleDays: Int
  /// When the last run ended whose records all had results: status 0 or 2.
  public internal(set) var lastFinished: Int64?

  /// A run that begins.
  init(
    _ command: Command, run: String, _ configuration: OfficeConfiguration, at now: Int64,
    lastFinished: Int64?
  ) {
    self.command = command
    self.run = run
    office = configuration.office
    zone = configuration.zone
    started = now
    updated = now
    bundleDays = configuration.bundleDays
    self.lastFinished = lastFinished
  }

  /// Takes what only the open office knows.
  mutating func take(_ office: Office) throws {
    keys = office.keys.issuing.filter { $0.state == .active && $0.signUntil >= started }
      .map { Key(kid: "\($0.publicKey.id)", until: $0.signUntil) }
      .sorted { $0.until > $1.until }
    bundleExported =
      try office.register.log(LogFilter(what: "bundle"), .newest, limit: 1).first?.at
  }

  public var records: Int { outcomes.values.reduce(0, +) }

  /// When verifiers begin to call the last bundle stale.
  public var bundleUntil: Int64? { bundleExported.map { $0 + Int64(bundleDays) * 86_400 } }

  /// The object of `last-run.json`.
  public var json: JSONValue {
    func moment(_ value: Int64?) -> JSONValue { value.map { .text(zone.stamp($0)) } ?? .null }
    func days(_ seconds: Int64) -> JSONValue { .integer(seconds / 86_400) }
    let isOver = state != .running
    return .object([
      .init("command", .text(command.rawValue)), .init("run", .text(run)),
      .init("office", .text(office)), .init("version", .text(version)),
      .init("state", .text(state.rawValue)),
      .init("started", moment(started)), .init("updated", moment(updated)),
      .init("ended", moment(isOver ? updated : nil)),
      .init("seconds", .integer(updated - started)),
      .init("exit", exit.map { .integer(Int64($0)) } ?? .null),
      .init("problem", problem.map(JSONValue.text) ?? .null),
      .init("records", .integer(Int64(records))),
      .init(
        "outcomes",
        .object(
          DecisionResult.Outcome.ofRuns.map {
            .init($0.rawValue, .integer(Int64(outcomes[$0] ?? 0)))
          })),
      .init("batches", .array(batches.map(JSONValue.text))),
      .init(
        "keys",
        .array(
          keys.map { key in
            .object([
              .init("kid", .text(key.kid)), .init("until", moment(key.until)),
              .init("daysLeft", days(key.until - updated)),
            ])
          })),
      .init(
        "bundle",
        bundleExported.map { exported in
          let until = bundleUntil ?? exported
          return .object([
            .init("exported", moment(exported)), .init("ageDays", days(updated - exported)),
            .init("staleFrom", moment(until)), .init("isStale", .flag(updated > until)),
          ])
        } ?? .null),
      .init("lastFinished", moment(lastFinished)),
    ])
  }
}

extension DecisionResult.Outcome {
  /// What a record of a run can become.
  static let ofRuns: [Self] = [.issued, .alreadyIssued, .rejected, .failed]
}
