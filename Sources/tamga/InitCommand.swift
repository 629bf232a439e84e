import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaTemplates

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an office folder: tamga.yaml, keys (mode 0600), register, store.",
    discussion: "Never asks. The root key lies with the others at first: move it away for real use."
  )

  @Argument(help: ArgumentHelp("The new folder.", valueName: "office"))
  var folder: String

  @Option(help: ArgumentHelp("A tamga.yaml to begin with.", valueName: "file"))
  var config: String?

  @Flag(help: "Make test keys: verifiers show that the office's papers give no right.")
  var testKeys = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try config.map { try Files.text(of: $0) }
    let fingerprint = try Office.make(
      folder, configuration: testKeys ? Office.testing(text) : text, now: Office.systemClock())
    if let templates = try? Environment.templates(common.templates),
      let fonts = try? FontList.read(templates: templates)
    {
      Office.keepFonts(fonts, in: folder, now: Office.systemClock())
    }
    let words = Message(
      kk: "кеңсе дайын: \(folder)\ntamga: түпкі кілттің ізі: \(fingerprint)",
      ru: "ведомство готово: \(folder)\ntamga: отпечаток корневого ключа: \(fingerprint)",
      en: "office ready: \(folder)\ntamga: root key fingerprint: \(fingerprint)")
    Terminal.say("tamga: " + words[Terminal.language])
  }
}
