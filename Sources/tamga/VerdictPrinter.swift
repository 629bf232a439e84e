import Foundation
import Synchronization
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaVerify

/// Prints results as they come: for people, as JSON lines, into a table; and counts.
final class VerdictPrinter: Sendable {
  private let json: Bool
  private let hasTable: Bool
  private let table: Mutex<Table?>
  private let total: Int
  private let showsProgress: Bool
  private let started = ContinuousClock.now
  private let counts = Mutex((worst: Int32(0), done: 0, leftOut: 0))

  private struct Table {
    let file: LineFile
    /// The first error; nothing is written after it.
    var fault: FileFault?
  }

  /// - Parameters:
  ///   - table: The path of a file of comma-separated values.
  ///   - total: Inputs in all; more than one are counted on a terminal.
  init(json: Bool, table: String?, total: Int) throws {
    self.json = json
    self.total = total
    showsProgress = total > 1 && Environment.isTerminal && (json || table != nil)
    hasTable = table != nil
    if let table {
      try OutputFolder.refuseLinks(above: table)
      let file = try LineFile(table)
      self.table = Mutex(Table(file: file))
    } else {
      self.table = Mutex(nil)
    }
    write(row: Verdict.columns)
  }

  /// The highest exit status so far; where nothing at all was a paper, that of no seal.
  var worst: Int32 {
    counts.withLock { counts in
      counts.done > 0 && counts.done == counts.leftOut ? Outcome.noSeal.exitStatus : counts.worst
    }
  }

  func show(_ result: VerifyRun.Result, input: String) {
    switch result {
    case .noPaper:
      counts.withLock { $0.leftOut += 1 }
    case .verdicts(let verdicts):
      for verdict in verdicts { show(verdict, input: input) }
    case .unreadable(let problem):
      end(progress: true)
      Terminal.tell(problem)
      note(ExitStatus.input.rawValue)
      write(row: Verdict.row(unreadable: input, error: problem.message.en))
      if json { Terminal.print(Self.object(unreadable: input, problem.message)) }
    }
    let done = counts.withLock { counts in
      counts.done += 1
      return counts.done
    }
    if showsProgress { say(done) }
  }

  func show(_ verdict: Verdict, input: String) {
    note(verdict.outcome.exitStatus)
    write(row: verdict.row(input: input))
    if json {
      Terminal.print(verdict.json(input: input))
    } else if !hasTable {
      let pages =
        verdict.pages.isEmpty
        ? "" : " [" + verdict.pages.map(String.init).joined(separator: ", ") + "]"
      print(PlainText.line("\(input.prefix(120))\(pages)"))
      for line in verdict.lines(Terminal.language) { print("  " + PlainText.line(line)) }
    }
  }

  /// Ends the line of progress and the table.
  ///
  /// - Throws: `FileFault` when a row of the table was not written.
  func finish() throws {
    end(progress: showsProgress)
    let leftOut = counts.withLock { $0.leftOut }
    if leftOut > 0 {
      Terminal.say(
        Message(
          kk: "құжат емес файлдар қаралған жоқ: \(leftOut)",
          ru: "файлов, которые не документы, пропущено: \(leftOut)",
          en: "files that are no papers were left out: \(leftOut)"))
    }
    try table.withLock { table in
      if let fault = table?.fault { throw fault }
      try table?.file.publish()
    }
  }

  private func note(_ status: Int32) {
    counts.withLock { $0.worst = max($0.worst, status) }
  }

  private func write(row: [String]) {
    guard hasTable else { return }
    let line = TableLine.text(row)
    table.withLock { table in
      guard table?.fault == nil else { return }
      do throws(FileFault) { try table?.file.append(line.utf8) } catch { table?.fault = error }
    }
  }

  private func say(_ done: Int) {
    let seconds = max(0.001, (ContinuousClock.now - started) / .seconds(1))
    let share = done * 100 / max(1, total)
    Terminal.tell("\r\(done)/\(total)  \(share) %  \(Int(Double(done) / seconds))/s ")
  }

  private func end(progress: Bool) {
    if progress, showsProgress { Terminal.tell("\r\u{1B}[K") }
  }

  /// An input without a verdict has a line too, so that none is missed.
  private static func object(unreadable input: String, _ message: Message) -> JSONValue {
    .object([
      .init("input", .text(input)), .init("verdict", .null), .init("genuine", .flag(false)),
      .init("inForce", .flag(false)),
      .init(
        "error",
        .object([
          .init("kk", .text(message.kk)), .init("ru", .text(message.ru)),
          .init("en", .text(message.en)),
        ])),
    ])
  }
}
