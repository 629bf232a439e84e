import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaLayout
import TamgaPDF
import TamgaTemplates

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Print an application form, blank or filled in from a record.",
    discussion: """
      Only for kinds that carry no code; nothing is registered. What the rules say of the record is
      printed as remarks and keeps no form back. With an office its bodies and holidays are known.
      """)

  @Argument(help: ArgumentHelp("The kind.", valueName: "kind"))
  var kind: String

  @Option(
    help: ArgumentHelp("A decision or application record (one JSON object).", valueName: "file"))
  var data: String?

  @Option(help: ArgumentHelp("The PDF to write.", valueName: "file"))
  var output: String?

  @OptionGroup var office: OfficeOptions

  func run() throws {
    let library = try office.common.library()
    let record = try data.map { try Files.bytes(of: $0) }
    let draft = try Draft(
      kind, record: record, library: library, today: OfficeClock.today(),
      office: office.folder.path.map(Office.readConfiguration))
    guard draft.isForm else {
      throw CLIError.sealedKind(kind)
    }
    // A form may go without an id; anything else that is wrong must not vanish from the paper.
    let errors = draft.findings.filter { $0.level == .error && $0.rule != "REC-ID" }
    guard errors.isEmpty else {
      for finding in errors {
        Terminal.say("tamga: \(data ?? kind): " + FindingLine.text(finding, library.kind(kind)))
      }
      throw ExitCode(2)
    }
    for remark in try draft.remarks() {
      Terminal.say("tamga: \(data ?? kind): " + FindingLine.text(remark, library.kind(kind)))
    }
    let composition = try draft.compose(library.typesetter())
    let target = output ?? kind + ".pdf"
    try Files.write(composition.form(created: 0), to: target)
    print(target)
  }
}
