import Foundation
import TamgaDecisions
public import TamgaDomain
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

  private let language: MessageLanguage

  /// - Parameter language: Shown first in the report.
  public init(office: Office, output: String, language: MessageLanguage = .kk) {
    self.language = language
    self.office = office
    self.output = output
  }

  /// Settled batches of the queue that have no results in the output folder: a worker was killed before it
  /// wrote them, or no record of theirs needed one.
  public func unwritten() throws -> [String] {
    try office.queue.progress().filter { $0.isDone && $0.records > 0 }.map(\.batch).filter {
      !FileManager.default.fileExists(atPath: output + "/" + $0 + "/" + BatchFolder.resultsName)
    }
  }

  /// Writes `results.jsonl` in the order of the input, `rejected.jsonl`, the summary and the report.
  /// A paper that another machine made is put into its place from the store.
  ///
  /// - Throws: ``IssueError`` when there is no such batch or its records are not all settled.
  public func write(_ batch: String) throws -> (BatchSummary, folder: String) {
    let queue = try office.queue
    guard let progress = try queue.progress(of: batch).first else {
      throw IssueError(
        .input, batch, kk: "кезекте мұндай топтама жоқ", ru: "в очереди нет такой партии",
        en: "the queue has no such batch",
        hint: Message(
          kk: "«tamga queue status» топтамаларды атайды",
          ru: "«tamga queue status» называет партии", en: "'tamga queue status' names them"))
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
      output: output, batch: batch, of: office, waiting: {})
    let begin = office.now()
    let files = try BatchFiles(
      folder, batch: batch, office: office, language: language,
      namesSources: false)
    var place: Int64 = -1
    while case let page = try queue.results(of: batch, after: place, limit: Self.page),
      let last = page.last
    {
      for (record, result) in page {
        var line = try JSONReader.read(result.json).value
        if let stored = ReportedResult(line) {
          let findings = try folder.settled(stored, isStored: true, by: office)
          if let findings { line = line.with(findings) }
          let told = findings.map(stored.with) ?? stored
          let json = findings == nil ? result.json : JSONWriter.bytes(line)
          try files.add(told, json: json) { append in
            try append(ArraySlice(record.bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }))
          }
        }
        try restore(line, folder)
      }
      place = last.record.place
    }
    let summary = try files.publish([], from: begin, seconds: 0)
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
      try OfficeFile.makeOutputFolder(OfficeFile.folder(of: path))
      try OfficeFile.write(try office.store.get(hash), to: path, mode: OutputFolder.fileMode)
    }
  }
}

extension JSONValue {
  /// A line of `results.jsonl` with other findings.
  fileprivate func with(_ findings: [Finding]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map {
        $0.key == "findings" ? .init("findings", .array(findings.map(\.json))) : $0
      })
  }
}
