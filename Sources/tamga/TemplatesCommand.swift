import ArgumentParser
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaLayout
import TamgaTemplates

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "The kinds of paper and their forms.",
    subcommands: [List.self, Check.self, Schema.self, Papers.self, Preview.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Every kind with its editions, titles and fields.",
      discussion: "A kind whose form has ended is marked: no paper of it is issued now.")

    @OptionGroup var common: CommonOptions
    /// Beside a kind without an edition in force.
    private static let ended = Message(
      kk: "  [нысанның мерзімі аяқталған]", ru: "  [форма утратила силу]", en: "  [form has ended]")

    @Flag(help: "Print a JSON array.") var json = false
    @Option(
      help: ArgumentHelp(
        "Only kinds that may be issued on this day.", valueName: "yyyy-MM-dd"))
    var on: String?

    func validate() throws {
      if let on, CalendarDate(iso: on) == nil { throw UsageError.date("--on") }
    }

    func run() throws {
      let library = try common.library()
      let day = on.flatMap { CalendarDate(iso: $0) }
      let templates = library.templates.values.sorted { $0.kind.id < $1.kind.id }.filter {
        template in day.map { template.edition(on: $0) != nil } ?? true
      }
      if json {
        Terminal.print(.array(templates.map(\.json)))
        return
      }
      let tongue = Terminal.language
      for template in templates {
        let mark = template.edition(on: OfficeClock.today()) == nil ? Self.ended[tongue] : ""
        print("\(template.kind.id)  \(template.kind.title[tongue])\(mark)")
        for edition in template.editions {
          let until = edition.edition.until?.iso ?? "…"
          print("  \(edition.edition.from.iso) – \(until)  \(edition.edition.act[tongue])")
        }
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Read every template; all faults at once, with file and line.",
      discussion: "Issues and verifies papers in each font, in memory and with keys thrown away.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let library = try common.library()
      try FontTrial.run(library)
      let count = library.templates.count
      let words = Message(
        kk: "\(count) құжат түрі, қате жоқ", ru: "видов документов: \(count), ошибок нет",
        en: "\(count) kinds, no faults")
      Terminal.say("tamga: " + words[Terminal.language])
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "The JSON Schema of a kind's decision record.")

    @Argument(help: ArgumentHelp("The kind.", valueName: "kind"))
    var kind: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      let library = try common.library()
      guard let known = library.kind(kind) else {
        throw CLIError.unknownKind(kind, among: library.templates.values.map(\.kind.id))
      }
      Terminal.print(KindSchema.schema(of: known, in: library))
    }
  }
}

extension TemplateLibrary {
  /// A typesetter with the fonts that `shared/fonts.yaml` names, each looked at first.
  func typesetter() throws -> Typesetter {
    try shared.fonts.check()
    return try Typesetter(fonts: shared.fonts)
  }
}

extension TemplateLibrary {
  /// The kinds that have a form on a day, and those whose form has ended, each in the order of their ids.
  func split(on day: CalendarDate) -> (open: [DocumentKind], ended: [DocumentKind]) {
    let all = templates.values.sorted { $0.kind.id < $1.kind.id }
    return (
      all.filter { $0.edition(on: day) != nil }.map(\.kind),
      all.filter { $0.edition(on: day) == nil }.map(\.kind)
    )
  }
}
