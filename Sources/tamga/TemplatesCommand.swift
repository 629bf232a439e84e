import ArgumentParser
import TamgaDomain
import TamgaFiles
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
      discussion: """
        Issues and verifies papers in each font, in memory and with keys thrown away. Draws every
        edition with the kind's examples and judges these: a letter that no font has, a form of many
        pages, an example that would be rejected; and with the longest values: a text that has no room.
        """)

    @Argument(
      help: ArgumentHelp("Draw these alone; without any, every kind.", valueName: "kind"))
    var kinds: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
      let folder = try Environment.templates(common.templates)
      let library = try common.library()
      for kind in kinds where library.kind(kind) == nil {
        throw CLIError.unknownKind(kind, among: library.templates.values.map(\.kind.id))
      }
      try FontTrial.run(library)
      var trial = try ExampleTrial(
        library, in: folder, kinds: kinds.isEmpty ? nil : Set(kinds), today: OfficeClock.today())
      trial.run()
      guard trial.faults.isEmpty else { throw TemplateFaults(trial.faults) }
      for fault in trial.warnings {
        let words = fault.message
        Terminal.say(
          Message(
            kk: "\(fault.place): \(words.kk)", ru: "\(fault.place): \(words.ru)",
            en: "\(fault.place): \(words.en)"), .warning)
        if let hint = fault.hint { Terminal.say(hint, .hint) }
      }
      for fault in Skeleton.untouched(in: folder, library.templates.keys) {
        let words = fault.message
        Terminal.say(
          Message(
            kk: "\(fault.place): \(words.kk)", ru: "\(fault.place): \(words.ru)",
            en: "\(fault.place): \(words.en)"), .warning)
      }
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
    var kind: String?

    @Option(
      help: ArgumentHelp(
        "Write the schemas of all kinds into this folder, KIND.schema.json, for editors.",
        valueName: "folder"))
    var all: String?

    @Flag(help: "The schema of the data inside the kind's papers instead, decision.json.")
    var paper = false

    @OptionGroup var common: CommonOptions

    private func schema(of kind: DocumentKind, in library: TemplateLibrary) -> JSONValue {
      paper
        ? PaperSchema.schema(of: kind, in: library) : KindSchema.schema(of: kind, in: library)
    }

    func validate() throws {
      guard (kind == nil) != (all == nil) else {
        throw UsageError(
          .together, kk: "құжат түрін немесе --all берілген қалтаны көрсетіңіз",
          ru: "укажите вид или папку через --all", en: "name a kind, or a folder by --all")
      }
    }

    func run() throws {
      let library = try common.library()
      if let all {
        for kind in library.templates.values.map(\.kind).sorted(by: { $0.id < $1.id }) {
          let path = "\(all)/\(kind.id).schema.json"
          try OutputFolder.make(all)
          try Files.write(
            JSONWriter.bytes(schema(of: kind, in: library)) + [0x0A], to: path)
          print(path)
        }
        return
      }
      guard let kind else { return }
      guard let known = library.kind(kind) else {
        throw CLIError.unknownKind(kind, among: library.templates.values.map(\.kind.id))
      }
      Terminal.print(schema(of: known, in: library))
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
