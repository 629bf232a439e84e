import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaRegister

struct AcceptFormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept-form",
    abstract: "Answer for a form that was changed after papers had been made from it.",
    discussion: """
      The audit names forms whose files are others now than those of their papers. Where the change was
      meant, this enters in the log who says so and why, and the audit names them no more.
      """)

  @Argument(help: ArgumentHelp("The edition, KIND/yyyy-MM-dd.", valueName: "edition"))
  var edition: String

  @Option(help: ArgumentHelp("Why; stands in the register.", valueName: "text"))
  var reason: String

  @OptionGroup var office: OfficeOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw UsageError(
        .value, kk: "--reason бос болмауы керек", ru: "--reason не может быть пустым",
        en: "--reason must not be blank")
    }
  }

  func run() throws {
    let office = try office.open()
    let accepted = try office.acceptForms(
      ofEdition: edition, agent: Environment.agent, reason: reason)
    for changed in accepted { print("\(edition): \(changed.files.joined(separator: ", "))") }
    guard accepted.isEmpty else { return }
    Terminal.say(
      Message(
        kk: "бұл редакцияның құжаттары қазіргі файлдардан жасалған: қабылдайтын ештеңе жоқ",
        ru: "документы этой редакции сделаны по нынешним файлам: принимать нечего",
        en: "papers of this edition were made from the files of now: there is nothing to accept"))
  }
}
