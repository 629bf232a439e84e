import ArgumentParser
import TamgaDomain
import TamgaTemplates

extension TemplatesCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write the files of a new kind: a complete working skeleton.")

    @Argument(
      help: ArgumentHelp("Its name, in small Latin letters and hyphens.", valueName: "kind"))
    var kind: String

    @Option(
      help: ArgumentHelp("The first day of its form; today by default.", valueName: "yyyy-MM-dd"))
    var from: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if let from, CalendarDate(iso: from) == nil {
        throw UsageError.date("--from")
      }
    }

    func run() throws {
      let folder = try Environment.templates(common.templates)
      let library = try TemplateLibrary.read(folder: folder)
      let files = try Skeleton.write(
        kind, templates: folder,
        from: from.flatMap { CalendarDate(iso: $0) } ?? OfficeClock.today(),
        codes: Set(library.templates.values.map(\.kind.code)))
      for file in files { print(folder + "/" + file) }
    }
  }
}
