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
    let text = try config.map { path in
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Complaint(
          Message(kk: "файл оқылмайды", ru: "файл не читается", en: "the file cannot be read"),
          place: path, exit: ExitCode(66))
      }
      return text
    }
    let fingerprint = try Office.make(
      folder, configuration: testKeys ? Office.testing(text) : text, now: Office.systemClock())
    if let templates = try? Surroundings.templates(common.templates),
      let fonts = try? FontList.read(templates: templates)
    {
      Office.keepFonts(fonts, in: folder, now: Office.systemClock())
    }
    let words = Message(
      kk: "кеңсе дайын: \(folder)\ntamga: түпкі кілттің ізі: \(fingerprint)",
      ru: "учреждение готово: \(folder)\ntamga: отпечаток корневого ключа: \(fingerprint)",
      en: "office ready: \(folder)\ntamga: root key fingerprint: \(fingerprint)")
    Terminal.say("tamga: " + words[Complaint.tongue])
  }
}
