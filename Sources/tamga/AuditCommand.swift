import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Compare register, files and log, and name everything that does not agree.",
    discussion: """
      With --checkpoint the log is also held against what somebody else kept: a log that was
      rewritten as a whole is found only so. Exit status: 0 all agree, 1 something does not.
      """)

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("A checkpoint that another holder kept.", valueName: "file"))
  var checkpoint: [String] = []

  @Option(help: ArgumentHelp("Also compare the papers of this output folder.", valueName: "folder"))
  var output: String?

  @Flag(help: "Print a JSON object for each finding and one for the sums.") var json = false

  func run() throws {
    let office = try office.open()
    let kept = try checkpoint.map { try Files.text(of: $0) }
    var findings: [AuditFinding] = []
    var audit = Audit(of: office, kept: kept, output: output) { finding in
      findings.append(finding)
      if json {
        Terminal.print(
          .object([
            .init("finding", .text(finding.code.rawValue)), .init("place", .text(finding.place)),
            .init("message", finding.message.json),
          ]))
      } else {
        print(finding.line)
      }
    }
    let summary = try audit.run()
    KeptAudit(at: office.now(), findings: findings).keep(in: office)
    if json { Terminal.print(summary.json) } else { Terminal.say("tamga: " + summary.words) }
    if !summary.isClean { throw ExitCode.failure }
  }
}

extension AuditFinding {
  /// The finding as a line in the reader's language.
  var line: String { "\(code.rawValue): \(place): \(message[Terminal.language])" }
}

extension AuditSummary {
  fileprivate var json: JSONValue {
    .object([
      .init("entries", .integer(Int64(entries))), .init("papers", .integer(Int64(papers))),
      .init("files", .integer(Int64(files))), .init("checkpoints", .integer(Int64(checkpoints))),
      .init("purged", .integer(Int64(purged))), .init("unsigned", .integer(Int64(unsigned))),
      .init("findings", .integer(Int64(findings))),
    ])
  }

  /// The sums as a sentence in the reader's language.
  var words: String {
    Message(
      kk:
        "журналда \(entries) жазба, \(checkpoints) бақылау нүктесі (соңғысынан кейін \(unsigned)); \(papers) құжат, \(files) файл; "
        + (isClean ? "бәрі сәйкес" : "сәйкессіздік: \(findings)"),
      ru:
        "записей журнала \(entries), контрольных точек \(checkpoints) (после последней \(unsigned)); документов \(papers), файлов \(files); "
        + (isClean ? "всё сходится" : "расхождений: \(findings)"),
      en:
        "\(entries) log entries, \(checkpoints) checkpoints (\(unsigned) entries after the last); \(papers) papers, \(files) files; "
        + (isClean ? "all agree" : "\(findings) do not agree"))[Terminal.language]
  }
}

extension Message {
  fileprivate var json: JSONValue {
    .object([.init("kk", .text(kk)), .init("ru", .text(ru)), .init("en", .text(en))])
  }
}
