import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge decisions by schema and rules; issue nothing.",
    discussion: """
      Prints one JSON line for each record; findings for people go to standard error.
      Without an office every issuing body passes and absent facts are listed as not checked.
      Exit status: 0 nothing forbids a paper, 2 some records are rejected.
      """)

  @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions"))
  var inputs: [String]

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let sources = try inputs.map { try RecordSource(path: $0) }
    if office.folder != nil {
      try Self.check(sources, DecisionCheck(office: office.open(common)))
    } else {
      let today = OfficeClock.today()
      try Self.check(sources, DecisionCheck(library: common.library(), today: today))
    }
  }

  static func check(_ sources: [RecordSource], _ check: DecisionCheck) throws {
    var rejected = 0
    for source in sources {
      try check.run(source, namesSource: sources.count > 1) { result in
        Terminal.print(result.json)
        guard result.outcome == .rejected else { return }
        rejected += 1
        let id = result.id.map { " (\($0))" } ?? ""
        for finding in result.findings where finding.level != .information {
          Terminal.say(
            "tamga: \(source.name):\(result.line)\(id): "
              + Terminal.line(finding, Complaint.tongue))
        }
      }
    }
    if rejected > 0 { throw ExitCode(2) }
  }
}
