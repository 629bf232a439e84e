import ArgumentParser
import Foundation
import TamgaDomain

/// Writes the manual pages, for those who make packages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual pages of every command.",
    shouldDisplay: false)

  @Argument(help: "The folder: man1 with English pages, ru/man1, kk/man1.")
  var folder: String

  @Option(help: ArgumentHelp("The day of the pages.", valueName: "yyyy-MM-dd"))
  var date: String

  func run() throws {
    for language in MessageLanguage.allCases {
      let section = folder + (language == .en ? "" : "/" + language.rawValue) + "/man1"
      try FileManager.default.createDirectory(
        atPath: section, withIntermediateDirectories: true)
      for page in try ManualPage.all(language, date: date) {
        try Files.write(Array(page.text.utf8), to: section + "/" + page.name + ".1")
      }
    }
  }
}
