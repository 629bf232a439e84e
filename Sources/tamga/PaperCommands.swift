import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaRegister
import TamgaSeal

/// What every command on one paper asks.
struct PaperOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The number, NUMBER~2 for a copy.", valueName: "number"))
  var number: String

  @Option(help: ArgumentHelp("The kind, where several have this number.", valueName: "kind"))
  var document: String?

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

  /// What was done, for who did it.
  static func say(_ paper: PaperEntry, kk: String, ru: String, en: String) {
    let words = Message(kk: kk, ru: ru, en: en)
    Terminal.say("tamga: \(paper.number): " + words[Terminal.language])
  }

  func open() throws -> (Office, PaperEntry) {
    let office = try office.open()
    return (office, try office.paper(number, document: document))
  }
}

struct ReprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "Give an issued paper again, byte for byte, and record the print.",
    discussion: "The issued file comes from the office's store; it is never drawn anew.")

  @OptionGroup var paper: PaperOptions

  @Option(help: ArgumentHelp("The output folder.", valueName: "folder"))
  var output = "Output"

  func run() throws {
    let (office, entry) = try paper.open()
    let path = try office.reprint(
      entry, output: output, agent: Environment.agent, reason: paper.reason)
    print(path)
    guard entry.status != .valid else { return }
    let now = entry.condition.words
    let words = Message(
      kk: "назар аударыңыз: құжаттың күші жоқ (\(now.kk))",
      ru: "внимание: документ не действует (\(now.ru))",
      en: "note: the paper is not in force (\(now.en))")
    Terminal.say("tamga: " + words[Terminal.language])
  }
}

struct SpoilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spoil",
    abstract: "Record that a print was spoilt and destroyed.",
    discussion: "The paper itself stays as it is; 'reprint' gives another print.")

  @OptionGroup var paper: PaperOptions
  @OptionGroup var form: PaperForm

  func run() throws {
    let (office, entry) = try paper.open()
    try office.record(.spoil, of: entry, agent: Environment.agent, reason: paper.reason)
    PaperOptions.say(
      entry, kk: "басылымның бүлінгені жазылды", ru: "записано, что отпечаток испорчен",
      en: "recorded that a print was spoilt")
    form.print(try office.paper(entry), office)
  }
}

struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Record that a paper was given to its holder or a representative.",
    discussion: """
      --reason says to whom and by what document, for example "holder, passport shown" or
      "representative, power of attorney 17-2026". Refused for a paper that is not in force, and,
      without --again, for one that was handed over and not printed again since.
      """)

  @OptionGroup var paper: PaperOptions
  @OptionGroup var form: PaperForm

  @Flag(help: "Record it once more for a paper that was handed over before.")
  var again = false

  func run() throws {
    let (office, entry) = try paper.open()
    // Of a paper that is not in force the register says so.
    if !again, entry.status == .valid, let before = try office.handOver(of: entry) {
      throw CLIError.handedOver(
        entry.number.description, office.configuration.zone.stamp(before.at), before.who)
    }
    try office.record(.handOver, of: entry, agent: Environment.agent, reason: paper.reason)
    PaperOptions.say(
      entry, kk: "құжаттың қолға берілгені жазылды", ru: "записано, что документ вручён",
      en: "recorded that the paper was handed over")
    form.print(try office.paper(entry), office)
  }
}

struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "End a paper that was made in error, so that a corrected decision can follow.",
    discussion:
      "The number stays used and the paper is revoked; the corrected decision needs its own id.")

  @OptionGroup var paper: PaperOptions
  @OptionGroup var form: PaperForm

  func run() throws {
    let (office, entry) = try paper.open()
    let after = try office.void(entry, agent: Environment.agent, reason: paper.reason)
    PaperOptions.say(
      entry, kk: "құжат жойылды", ru: "документ погашен", en: "the paper is void now")
    form.print(after, office)
  }
}

enum StatusOption: String, ExpressibleByArgument, CaseIterable { case suspended, valid }

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Suspend a paper or let it run again.",
    discussion: "Revocation and annulment are decisions: issue them.")

  @OptionGroup var paper: PaperOptions
  @OptionGroup var form: PaperForm

  @Option(help: "suspended or valid.")
  var set: StatusOption

  func run() throws {
    let (office, entry) = try paper.open()
    let after = try office.setStatus(
      entry, to: set == .suspended ? .suspended : .valid, agent: Environment.agent,
      reason: paper.reason)
    switch set {
    case .suspended:
      PaperOptions.say(
        entry, kk: "құжаттың қолданылуы тоқтатылды", ru: "действие документа приостановлено",
        en: "the paper is suspended now")
    case .valid:
      PaperOptions.say(
        entry, kk: "құжат қайтадан күшінде", ru: "документ снова действует",
        en: "the paper is in force again")
    }
    form.print(after, office)
  }
}
