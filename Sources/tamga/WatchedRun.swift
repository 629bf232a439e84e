import ArgumentParser
import Foundation
import Logging
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaService
import TamgaVersion

/// A run of many records as those see it who are not there: its record, its log, and how it is stopped.
struct WatchedRun {
  let recorder: RunRecorder
  let stop = StopSignals()
  private let log: Logger?

  /// How a run came to its end.
  enum End {
    /// With an exit status.
    case finished(Int32)
    /// A worker that waits for work was asked to end: nothing is left undone.
    case asked
  }

  /// Begins record and log, before the office is opened.
  init(_ command: RunRecord.Command, _ office: OfficeOptions, _ options: WatchOptions) throws {
    let folder = try office.folder.required()
    let configuration = try Office.readConfiguration(folder)
    var random = SystemRandomNumberGenerator()
    let run = Hex.text((0..<8).map { _ in UInt8.random(in: 0...255, using: &random) })
    if let form = options.log {
      LoggingSystem.bootstrap { _ in LogLines(isJSON: form == .json) }
      var log = Logger(label: "tamga")
      log[metadataKey: "run"] = "\(run)"
      Terminal.log = log
    }
    log = Terminal.log
    recorder = try RunRecorder(
      command, run: run, office: folder, configuration, report: options.runReport,
      metrics: options.metricsFile)
    log?.info(
      "begin",
      metadata: [
        "command": "\(command.rawValue)", "office": "\(configuration.office)",
        "version": "\(Version.current)",
      ])
  }

  /// Counts of a group or of a batch, into the log.
  func say(_ event: String, _ batch: String, _ outcomes: [DecisionResult.Outcome: Int]) {
    var facts: Logger.Metadata = ["batch": "\(batch)"]
    for (outcome, count) in outcomes { facts[outcome.rawValue] = .stringConvertible(count) }
    log?.info("\(event)", metadata: facts)
  }

  func say(_ event: String) { log?.info("\(event)") }

  /// Runs `body` and ends the record, whatever came of it.
  func run(_ body: () async throws -> End) async throws {
    do {
      switch try await body() {
      case .finished(let status):
        end(.finished, status)
        if status != 0 { throw ExitCode(status) }
      case .asked: end(.stopped, 0)
      }
    } catch let status as ExitCode {
      throw status
    } catch is StoppedRun {
      Terminal.say(
        Message(
          kk: "тоқтатылды: сол пәрмен сол нөмірлермен жалғастырады",
          ru: "остановлено: та же команда продолжит с теми же номерами",
          en: "stopped: the same command goes on, with the same numbers"))
      end(.stopped, 128 + stop.received)
      StopSignals.end(by: stop.received)
    } catch {
      let problem = error.problems.last
      end(.brokeOff, (problem?.exitStatus ?? .failure).rawValue, problem?.code.rawValue)
      throw error
    }
  }

  private func end(_ state: RunRecord.State, _ status: Int32, _ problem: String? = nil) {
    do {
      try recorder.end(state, exit: status, problem: problem)
    } catch {
      Terminal.tell(error)
    }
    let record = recorder.current
    var facts: Logger.Metadata = [
      "state": "\(state.rawValue)", "exit": .stringConvertible(status),
      "seconds": .stringConvertible(record.updated - record.started),
    ]
    for (outcome, count) in record.outcomes {
      facts[outcome.rawValue] = .stringConvertible(count)
    }
    log?.log(level: state == .brokeOff ? .error : .info, "end", metadata: facts)
  }
}
