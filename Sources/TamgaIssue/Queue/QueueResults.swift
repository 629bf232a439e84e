import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaRegister
import TamgaRegisterPostgres
import TamgaSeal

/// Writes what came of a queued batch, as a run of `tamga issue` does: `tamga queue results`.
public struct QueueResults: Sendable {
  private let office: Office
  private let output: String

  private static let page = 500

  public init(office: Office, output: String) {
    self.office = office
    self.output = output
  }

  /// Writes `results.jsonl` in the order of the input, `rejected.jsonl`, the summary and the report.
  /// A paper that another machine made is put into its place from the store.
  ///
  /// - Throws: ``IssueError`` when there is no such batch or its records are not all settled.
  public func write(_ batch: String) throws -> (BatchSummary, folder: String) {
    let queue = try office.queue
    guard let progress = try queue.progress(of: batch).first else {
      throw IssueError(
        .input, batch, kk: "кезекте мұндай топтама жоқ", ru: "в очереди нет такого пакета",
        en: "the queue has no such batch",
        hint: Message(
          kk: "«tamga queue status» топтамаларды атайды",
          ru: "«tamga queue status» называет пакеты", en: "'tamga queue status' names them"))
    }
    guard progress.isDone else {
      let rest = progress.records - progress.settled
      throw IssueError(
        .batchInUse, batch, kk: "\(rest) жазба әлі аяқталмады",
        ru: "не завершено записей: \(rest)", en: "\(rest) records are not settled yet",
        hint: Message(
          kk: "«tamga queue work --until-empty» аяқтайды",
          ru: "«tamga queue work --until-empty» завершит",
          en: "'tamga queue work --until-empty' completes them"))
    }
    let folder = try BatchFolder(
      output: output, batch: batch, office: office.folder, waiting: {})
    let results = try LineFile(folder.full(BatchFolder.resultsName))
    let rejected = try LineFile(folder.full(BatchFolder.rejectedName))
    var summary = BatchSummary(batch: batch)
    var place: Int64 = -1
    while case let page = try queue.results(of: batch, after: place, limit: Self.page),
      let last = page.last
    {
      for (record, result) in page {
        let line = try JSONReader.read(result.json).value
        summary.add(line)
        try results.append(result.json + [0x0A])
        if result.outcome == DecisionResult.Outcome.rejected.rawValue {
          try rejected.append(record.bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } + [0x0A])
        }
        try restore(line, folder)
      }
      place = last.record.place
    }
    try rejected.publish()
    try DurableFile.write(
      JSONWriter.bytes(summary.json) + [0x0A], to: folder.full("summary.json"), mode: 0o644)
    try DurableFile.write(
      Array(BatchReport.html(summary).utf8), to: folder.full("report.html"), mode: 0o644)
    try results.publish()
    try DurableFile.flushFolder(of: folder.full(BatchFolder.resultsName))
    return (summary, folder.path)
  }

  private func restore(_ line: JSONValue, _ folder: BatchFolder) throws {
    var papers = [line]
    if case .array(let also)? = line["also"] { papers += also }
    for paper in papers {
      guard let file = paper["file"]?.text, let hash = paper["sha256"]?.text.flatMap(Hex.bytes)
      else { continue }
      let path = folder.full(file)
      if FileManager.default.fileExists(atPath: path) { continue }
      try DurableFile.makeFolder(DurableFile.folder(of: path))
      try DurableFile.write(try office.store.get(hash), to: path, mode: 0o644)
    }
  }
}

extension BatchSummary {
  /// Counts a stored line of `results.jsonl`.
  mutating func add(_ line: JSONValue) {
    guard let outcome = line["outcome"]?.text.flatMap(DecisionResult.Outcome.init(rawValue:)) else {
      return
    }
    let document = line["document"]?.text
    var pages = 0
    if case .integer(let count)? = line["pages"] { pages = Int(count) }
    var findings: [CountedFinding] = []
    if case .array(let list)? = line["findings"] {
      findings = list.compactMap { finding in
        guard let rule = finding["rule"]?.text,
          let level = finding["level"]?.text.flatMap(Level.init(rawValue:))
        else { return nil }
        return CountedFinding(
          rule: rule, level: level, notChecked: finding["notChecked"] == .flag(true))
      }
    }
    add(outcome, document, pages: pages, findings)
  }
}
