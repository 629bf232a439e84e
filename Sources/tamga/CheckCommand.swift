import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaTemplates

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge decisions by schema and rules; issue nothing.",
    discussion: """
      Prints one JSON line for each record, unless into a terminal; findings for people go to standard
      error.
      Without an office every issuing body passes and absent facts are listed as not checked.
      Exit status: 0 nothing forbids a paper, 2 some records are rejected, 1 some could not be judged.
      """)

  @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions"))
  var inputs: [String]

  @OptionGroup var office: OfficeOptions

  func run() async throws {
    let sources = try inputs.map { try RecordSource(path: $0) }
    if office.folder.path != nil {
      let office = try office.open()
      try await Self.check(
        sources, DecisionCheck(office: office, workers: Self.workers(sources)), office.library)
    } else {
      let today = OfficeClock.today()
      let library = try office.common.library()
      try await Self.check(
        sources,
        DecisionCheck(library: library, today: today, workers: Self.workers(sources)), library)
    }
  }

  /// More than one where that saves time.
  static func workers(_ sources: [RecordSource]) -> Int {
    let size = sources.reduce(0) { $0 + $1.size }
    return size < 1 << 18 ? 1 : ProcessInfo.processInfo.activeProcessorCount
  }

  static func check(
    _ sources: [RecordSource], _ check: DecisionCheck, _ library: TemplateLibrary
  ) async throws {
    var rejected = 0
    var failed = 0
    var records = 0
    for source in sources {
      try await check.run(source, namesSource: sources.count > 1) { result in
        // On a terminal people read what is said to them.
        if !Terminal.isWatched { Terminal.print(result.json) }
        records += 1
        switch result.outcome {
        case .rejected: rejected += 1
        case .failed: failed += 1
        case .issued, .alreadyIssued, .lawful: break
        }
        let id = result.id.map { " (\($0))" } ?? ""
        let kind = result.document.flatMap { library.kind($0) }
        for finding in result.findings where finding.level != .information && !finding.notChecked {
          Terminal.say(
            "tamga: \(PlainText.line(source.name)):\(result.line)\(id): "
              + FindingLine.text(finding, kind))
        }
      }
    }
    if records == 0 { Terminal.say(NotableLines.nothing, .warning) }
    let lawful = records - rejected - failed
    let words = Message(
      kk: "заңды \(lawful), қабылданбас еді \(rejected), тексерілмеді \(failed)",
      ru: "законных \(lawful), были бы отклонены \(rejected), не проверено \(failed)",
      en: "lawful \(lawful), to be rejected \(rejected), not judged \(failed)")
    Terminal.say("tamga: " + words[Terminal.language])
    if failed > 0 { throw ExitCode(1) }
    if rejected > 0 { throw ExitCode(2) }
  }
}
