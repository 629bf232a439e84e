import ArgumentParser
import TamgaDomain
import TamgaTemplates

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Language of messages: kk, ru or en.", valueName: "language"))
  var locale: String?

  @Option(help: ArgumentHelp("The templates folder.", valueName: "folder"))
  var templates: String?

  func validate() throws {
    if let locale, MessageLanguage(rawValue: locale) == nil {
      throw UsageError.words("--locale", MessageLanguage.allCases.map(\.rawValue))
    }
  }

  func library() throws -> TemplateLibrary {
    try TemplateLibrary.read(folder: Environment.templates(templates))
  }
}
