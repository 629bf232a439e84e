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

  @Flag(help: "Set no limit to how far issue dates lie back: for archive work and trials.")
  var archive = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if archive, config != nil { throw UsageError.excludes("--archive", "--config") }
  }

  func run() throws {
    let given = try config.map { try Files.text(of: $0) }
    let text = given ?? (archive ? OfficeConfiguration.archiveTemplate : nil)
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
    try sayKinds()
  }

  /// What must be edited before the first real paper.
  private func saySample() throws {
    let configuration = try Office.readConfiguration(folder)
    // A trial may go on with the sample.
    guard configuration.isSample, !configuration.isTest else { return }
    Terminal.say(
      Message(
        kk:
          "\(folder)/tamga.yaml – үлгі: алғашқы құжатқа дейін «office», «verifyHost», «issuingBodies» мәндерін өзіңіздікіне ауыстырыңыз",
        ru:
          "\(folder)/tamga.yaml – образец: до первого документа впишите свои «office», «verifyHost» и «issuingBodies»",
        en:
          "\(folder)/tamga.yaml is a sample: put your own office, verifyHost and issuingBodies into it before the first paper"
      ), .hint)
  }

  /// Which kinds have a form in force today: of the others the office can issue nothing, and nobody
  /// should learn that from the first rejection.
  private func sayKinds() throws {
    guard let library = try? common.library() else { return try saySample() }
    let today = OfficeClock.today()
    let (open, ended) = library.split(on: today)
    let language = Terminal.language
    Terminal.say(
      Message(
        kk: "бүгін (\(today.printed)) шығаруға болатын құжат түрлері: \(open.count)",
        ru: "видов документов, выпускаемых сегодня (\(today.printed)): \(open.count)",
        en: "kinds that can be issued today (\(today.iso)): \(open.count)"))
    for kind in open { Terminal.say("  - " + kind.title[language] + " (" + kind.id + ")") }
    try saySample()
    guard !ended.isEmpty else { return }
    Terminal.say(
      Message(
        kk:
          "нысанының мерзімі аяқталған түрлер: \(ended.count); министрлік олармен жұмысты жалғастыруды тапсырса, негізін tamga.yaml ішіндегі «formsInUse» баптауына жазыңыз",
        ru:
          "видов, форма которых утратила силу: \(ended.count); если министерство поручило применять их дальше, укажите основание в настройке «formsInUse» в tamga.yaml",
        en:
          "kinds whose form has ended: \(ended.count); where the ministry told the office to go on with one, name the basis under formsInUse in tamga.yaml"
      ),
      .hint)
  }
}
