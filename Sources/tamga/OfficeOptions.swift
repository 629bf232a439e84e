import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaToken

/// The office of a command and everything that opening it may need: its folder, the sources of
/// passphrases and PINs, the templates. Every command that opens an office takes this group.
struct OfficeOptions: ParsableArguments {
  @OptionGroup var folder: OfficeFolder
  @OptionGroup var passphrases: PassphraseOptions
  @OptionGroup var common: CommonOptions

  func open() throws -> Office {
    // Before any key is read.
    ProcessGuard.forbidDumps()
    let path = try folder.required()
    _ = try Office.readConfiguration(path)
    return try Office.open(
      path, library: common.library(), passphrases: passphrases.passphrases())
  }
}

/// The folder of an office: the option or `TAMGA_OFFICE`.
struct OfficeFolder: ParsableArguments {
  @Option(help: ArgumentHelp("The office folder (or TAMGA_OFFICE).", valueName: "folder"))
  var office: String?

  var path: String? { office ?? Environment.variable("TAMGA_OFFICE") }

  func required() throws(CLIError) -> String {
    guard let path else { throw .noOffice }
    return path
  }
}
