import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaTemplates

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Remove persons and files of papers whose retention has ended.",
    discussion: """
      Kept months are a setting (retentionMonths); labour-immigrant permits are kept one year after
      the last paper of their chain. Number, status, digests and the log stay.
      """)

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("Why; stands in the register.", valueName: "text"))
  var reason = "retention"

  @Flag(help: "Remove nothing; print the numbers that would go.") var dryRun = false

  func run() throws {
    let office = try office.open()
    let purge = try office.purge(agent: Environment.agent, reason: reason, isTrial: dryRun)
    for number in purge.papers { print(number) }
    let count = purge.papers.count
    let words =
      dryRun
      ? Message(
        kk: "жойылатын құжат: \(count)", ru: "подлежит удалению: \(count)",
        en: "\(count) papers would be purged")
      : Message(
        kk: "тазартылған құжат: \(count), жойылған файл: \(purge.files)",
        ru: "очищено документов: \(count), удалено файлов: \(purge.files)",
        en: "\(count) papers purged, \(purge.files) files removed")
    Terminal.say("tamga: " + words[Terminal.language])
  }
}

struct ExportCommand: ParsableCommand, PersonalArguments {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print everything that the register holds of one person or one paper. Personal data.",
    discussion: """
      Name the person by --citizenship with --passport, or with --name and --birth-date, or one
      paper by --number. Of each paper its entry, the decision's record and its events: on a terminal
      for people, elsewhere a JSON line.
      """)

  @Option(help: ArgumentHelp("The number, NUMBER~2 for a copy.", valueName: "number"))
  var number: String?
  @Option(help: ArgumentHelp("The kind, where several have this number.", valueName: "kind"))
  var document: String?
  @Option(help: ArgumentHelp("Alpha-3.", valueName: "country")) var citizenship: String?
  @Option(help: ArgumentHelp("As printed.", valueName: "number")) var passport: String?
  @Option(help: ArgumentHelp("In Latin letters, as printed.", valueName: "name")) var name: String?
  @Option(help: ArgumentHelp("With --name.", valueName: "yyyy-MM-dd")) var birthDate: String?
  @OptionGroup var form: DataForm
  @OptionGroup var office: OfficeOptions

  func validate() throws {
    let byPassport = citizenship != nil && passport != nil
    let byName = citizenship != nil && name != nil && birthDate != nil
    if let birthDate, PartialDate(iso: birthDate) == nil {
      throw UsageError.date("--birth-date")
    }
    guard number != nil || byPassport || byName else {
      throw UsageError(
        .missing,
        kk:
          "адамды --citizenship пен --passport немесе --citizenship, --name және --birth-date арқылы, құжатты --number арқылы көрсетіңіз",
        ru:
          "укажите лицо через --citizenship и --passport или --citizenship, --name и --birth-date, а документ через --number",
        en:
          "name a person by --citizenship and --passport, or --citizenship, --name and --birth-date, or a paper by --number"
      )
    }
  }

  func run() throws {
    let office = try office.open()
    let papers: [PaperEntry]
    if let number {
      papers = [try office.paper(number, document: document)]
    } else {
      papers = try office.papers(
        citizenship: citizenship ?? "", passport: passport, name: name,
        birthDate: birthDate.flatMap { PartialDate(iso: $0) })
    }
    for paper in papers {
      if form.isForPeople {
        for line in try sheet(paper, office) { print(line) }
      } else {
        Terminal.print(try line(paper, office))
      }
    }
    if papers.isEmpty {
      let words = Message(
        kk: "бұл адамның құжаты жоқ", ru: "документов этого человека нет",
        en: "the register holds no papers of this person")
      Terminal.say("tamga: " + words[Terminal.language])
    }
  }

  private func record(of paper: PaperEntry, _ office: Office) throws -> JSONValue? {
    try office.register.record(of: paper.serial).map { try JSONReader.strictValue(of: $0) }
  }

  private func events(of paper: PaperEntry, _ office: Office) throws -> [RegisterEvent] {
    try office.register.events(of: paper.serial, after: 0, limit: RegisterLimits.pageRows)
  }

  private func sheet(_ paper: PaperEntry, _ office: Office) throws -> [String] {
    var lines = PaperSheet.lines(paper, office)
    let title = Message(kk: "Шешімнің жазбасы", ru: "Запись решения", en: "Record of the decision")
    lines += ["", title[Terminal.language]]
    if let record = try record(of: paper, office) {
      lines += RecordSheet.lines(record, office.library.kind(paper.document))
    } else {
      lines += ["  –"]
    }
    let events = try events(of: paper, office)
    return lines + PaperSheet.history([], events, office.configuration.zone) + [""]
  }

  private func line(_ paper: PaperEntry, _ office: Office) throws -> JSONValue {
    let zone = office.configuration.zone
    let record = try record(of: paper, office)
    let events = try events(of: paper, office)
    return .object([
      .init("paper", paper.json), .init("record", record ?? .null),
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
    ])
  }
}
