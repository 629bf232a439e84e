import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
import TamgaSeal

/// What a run writes beside the papers: results, rejected records, the table of findings, the counts
/// and the report (contract `commands.md`). They appear whole, at its end.
final class BatchFiles {
  static let summaryName = "summary.json"

  private let folder: BatchFolder
  private let office: Office
  private let results: LineFile
  private let rejected: LineFile
  private let findings: LineFile
  /// The table has a column for the input's name.
  private let namesSources: Bool
  /// Shown first in the report.
  private let language: MessageLanguage
  private(set) var summary: BatchSummary

  init(
    _ folder: BatchFolder, batch: String, office: Office, language: MessageLanguage,
    namesSources: Bool
  ) throws(FileFault) {
    self.folder = folder
    self.office = office
    self.namesSources = namesSources
    self.language = language
    results = try LineFile(folder.full(BatchFolder.resultsName))
    rejected = try LineFile(folder.full(BatchFolder.rejectedName))
    findings = try LineFile(folder.full(BatchFolder.findingsName))
    summary = BatchSummary(
      batch: batch, office: office.configuration.office, root: office.keys.rootKey.fingerprint,
      zone: office.configuration.zone)
    try findings.append(TableLine.byteOrderMark)
    let columns = ["line", "id", "document", "rule", "level", "place", "kk", "ru", "en"]
    try findings.append(Self.row(columns + (namesSources ? ["source"] : [])))
  }

  /// - Parameters:
  ///   - json: The line of `results.jsonl`, without its line feed.
  ///   - record: Gives the record as one line, block by block; asked for a rejected one alone.
  func add(
    _ result: ReportedResult, json: [UInt8],
    record: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    summary.add(result)
    try results.append(json + [0x0A])
    for finding in result.findings {
      let cells = [
        String(result.line), result.id ?? "", result.document ?? "", finding.rule,
        finding.notChecked ? "not-checked" : finding.level.rawValue, finding.place,
        finding.message.kk, finding.message.ru, finding.message.en,
      ]
      try findings.append(Self.row(cells + (namesSources ? [result.source ?? ""] : [])))
    }
    guard result.outcome == .rejected else { return }
    try record { try rejected.append($0) }
    try rejected.append([0x0A])
  }

  /// For Excel, whose comma is a decimal sign in this country.
  private static func row(_ cells: [String]) -> String.UTF8View {
    TableLine.text(cells, separator: ";").utf8
  }

  /// Gives the files their names; the results last, as the sign that the run ended.
  ///
  /// - Parameters:
  ///   - begin: Seconds since 1970.
  ///   - seconds: How long the run took.
  func publish(
    _ inputs: [BatchInput], from begin: Int64, seconds: Double
  ) throws -> BatchSummary {
    summary.inputs = inputs
    summary.started = begin
    summary.ended = office.now()
    summary.seconds = seconds
    try rejected.publish()
    try findings.publish()
    try OfficeFile.write(
      JSONWriter.bytes(summary.json) + [0x0A], to: folder.full(Self.summaryName), mode: 0o640)
    let report = BatchReport(summary, library: office.library, language: language)
    try OfficeFile.write(Array(report.html.utf8), to: folder.full("report.html"), mode: 0o640)
    try results.publish()
    try OfficeFile.flushFolder(of: folder.full(BatchFolder.resultsName))
    return summary
  }
}
