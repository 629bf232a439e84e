import ArgumentParser
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaTemplates

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Inspect, audit, export and purge the register.",
    subcommands: [
      List.self, Show.self, ExportCommand.self, AuditCommand.self, CheckpointCommand.self,
      ProveCommand.self, PurgeCommand.self,
      AcceptFormCommand.self, AcceptRestoreCommand.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "All papers, without personal data.",
      discussion: "On a terminal a line each for people, elsewhere a JSON line.")

    @Option(help: ArgumentHelp("Only this kind.", valueName: "kind")) var document: String?
    @Option(help: ArgumentHelp("Only this batch.", valueName: "batch")) var batch: String?
    @Flag(help: "Only papers that a killed run left unfinished.") var unfinished = false
    @OptionGroup var form: DataForm
    @OptionGroup var office: OfficeOptions

    /// Papers read at a time.
    private static let page = 500

    func run() throws {
      let office = try office.open()
      var filter = unfinished ? PaperFilter.unfinished : PaperFilter()
      filter.document = document
      filter.batch = batch
      var last: Int64 = 0
      while true {
        let papers = try office.register.papers(filter, after: last, limit: Self.page)
        if form.isForPeople {
          PaperSheet.table(papers, office).forEach { print($0) }
        } else {
          for paper in papers { Terminal.print(paper.json) }
        }
        guard let end = papers.last?.serial, papers.count == Self.page else { return }
        last = end
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "A paper and everything that happened to it.")

    @Argument(help: ArgumentHelp("The number, NUMBER~2 for a copy.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("The kind, where several have this number.", valueName: "kind"))
    var document: String?

    @OptionGroup var form: PaperForm
    @OptionGroup var office: OfficeOptions

    func run() throws {
      let office = try office.open()
      let paper = try office.paper(number, document: document)
      let zone = office.configuration.zone
      let events = try office.register.events(of: paper.serial, after: 0, limit: 1000)
      let chain = try office.register.chain(endingWith: paper.serial)
      guard form.json else {
        form.print(paper, office)
        PaperSheet.history(chain, events, zone).forEach { print($0) }
        return
      }
      Terminal.print(
        .object(
          (paper.json.members ?? []) + [
            .init("formFiles", try files(of: paper, office)),
            .init("chain", .array(chain.map { .text($0.number.description) })),
            .init(
              "events",
              .array(
                events.map { event in
                  .object([
                    .init("at", .text(zone.stamp(event.at))), .init("who", .text(event.who)),
                    .init("what", .text(event.what)),
                    .init("reason", event.reason.map { .text($0) } ?? .null),
                  ])
                })),
          ]))
    }

    /// The template files that the paper was made from, and whether they are the same now.
    private func files(of paper: PaperEntry, _ office: Office) throws -> JSONValue {
      guard let form = try office.register.forms().first(where: { $0.hash == paper.form }) else {
        return .null
      }
      let now = office.library.files(ofEdition: form.edition).map {
        RegisteredForm(edition: form.edition, texts: $0).sums
      }
      return .array(
        form.sums.sorted { $0.key < $1.key }.map { name, sum in
          .object([
            .init("file", .text(name)), .init("sha256", .text(sum)),
            .init("isSame", .flag(now?[name] == sum)),
          ])
        })
    }
  }
}
