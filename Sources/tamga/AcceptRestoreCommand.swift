import ArgumentParser
import TamgaDomain

struct AcceptRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept-restore",
    abstract: "Go on with an office that was restored from a backup; the log says who and why.",
    discussion: """
      Numbers that may have been given after the backup are left out of every series for good. Papers of
      those numbers stay unknown to the register.
      """)

  @Option(help: ArgumentHelp("Why; stands in the register.", valueName: "text"))
  var reason: String

  @Option(
    help: ArgumentHelp(
      "An output folder: the checkpoints of its batches say how much is missing.",
      valueName: "folder"))
  var output: String?

  @OptionGroup var office: OfficeOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw UsageError(
        .value, kk: "--reason бос болмауы керек", ru: "--reason не может быть пустым",
        en: "--reason must not be blank")
    }
  }

  func run() throws {
    try RestoreOptions.accept(office.open(), output: output, reason: reason)
  }
}
