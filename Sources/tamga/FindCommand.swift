import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaTemplates

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find papers by number, decision, passport or name. Personal data.",
    discussion: """
      A number or a passport in any case and with any blanks; a number also without its zeros and its
      check digit, its year or its place (ala-26-98, ala 98, 98); of a name the beginnings of its words.
      The newest papers come first. Exit status: 0 found, 1 nothing found.
      """)

  @Argument(help: ArgumentHelp("What is looked for, as it is typed.", valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp("Papers at most, 20 by default.", valueName: "count"))
  var limit = 20

  @Flag(help: "One JSON line for each paper.") var json = false

  @OptionGroup var office: OfficeOptions

  func validate() throws {
    guard (1...RegisterLimits.pageRows).contains(limit) else {
      throw UsageError.range("--limit", 1...RegisterLimits.pageRows)
    }
  }

  func run() throws {
    let office = try office.open()
    let papers = try office.find(text, limit: limit)
    if json {
      for paper in papers { Terminal.print(paper.json) }
    } else {
      for line in Self.table(papers, office) { print(line) }
    }
    if papers.isEmpty {
      Terminal.say(
        Message(kk: "ештеңе табылмады", ru: "ничего не найдено", en: "nothing was found"))
      Terminal.end(EXIT_FAILURE)
    }
  }

  /// The kind by its title.
  private static func table(_ papers: [FoundPaper], _ office: Office) -> [String] {
    TextTable.lines(
      papers.map { found in
        let kind = office.library.kind(found.paper.document)
        let status = found.paper.words(on: office.today)
        return [
          found.paper.number.description, kind?.title[Terminal.language] ?? found.paper.document,
          status[Terminal.language], found.paper.issueDate.iso, found.person?.name ?? "–",
          found.person?.passport ?? "–",
        ]
      })
  }
}
