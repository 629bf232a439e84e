import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaKeeping

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy an office as it is at this moment, also while others issue.",
    discussion: """
      Makes the folder: settings, register, accounts, issued files, fonts, and SHA256SUMS for
      'sha256sum -c'. Complete, or not there. A register on PostgreSQL is copied too; its queue is not.
      Exit status: 1 also when the store had lost files before.
      """)

  @Argument(help: ArgumentHelp("The new folder, on another disk.", valueName: "folder"))
  var backup: String

  @Flag(help: "Private keys too: whoever has the backup can then make genuine papers.")
  var withKeys = false

  @OptionGroup var form: DataForm
  @OptionGroup var folder: OfficeFolder
  @OptionGroup var common: CommonOptions

  /// Names that are told of what was left out.
  private static let named = 5

  func run() throws {
    let made = try Backup.make(
      of: folder.required(), in: backup, withKeys: withKeys, now: Office.systemClock())
    let manifest = made.manifest
    // People are told below.
    form.print(manifest.json, [])
    let megabytes = (manifest.bytes + 999_999) / 1_000_000
    Terminal.say(
      Message(
        kk:
          "сақтық көшірме дайын: \(backup); құжат: \(manifest.papers), файл: \(manifest.files), \(megabytes) МБ",
        ru:
          "резервная копия готова: \(backup); документов \(manifest.papers), файлов \(manifest.files), \(megabytes) МБ",
        en:
          "backup ready: \(backup); \(manifest.papers) papers, \(manifest.files) files, \(megabytes) MB"
      ))
    sayKeys(manifest)
    for name in made.leftOut.prefix(Self.named) {
      Terminal.say(
        Message(
          kk: "көшірілмеді: \(name) – кәдімгі файл емес",
          ru: "не скопировано: \(name) – не обычный файл",
          en: "not copied: \(name) is no plain file"), .warning)
    }
    let others = made.leftOut.count - Self.named
    if others > 0 {
      Terminal.say(
        Message(
          kk: "көшірілмеген тағы \(others) сілтеме немесе құрылғы бар",
          ru: "не скопировано ещё ссылок и устройств: \(others)",
          en: "\(others) more links or devices were not copied"), .warning)
    }
    guard !made.lostFiles.isEmpty else { return }
    for number in made.lostFiles {
      Terminal.say(
        Message(
          kk: "\(number): қоймада құжат файлы жоқ",
          ru: "\(number): файла документа нет в хранилище",
          en: "\(number): the paper's file is missing from the store"), .error)
    }
    throw ExitCode.failure
  }

  private func sayKeys(_ manifest: BackupManifest) {
    if manifest.keys == 0 {
      Terminal.say(
        Message(
          kk: "құпия кілттер бұл көшірмеде жоқ: олардың көшірмесін бөлек сақтаңыз",
          ru: "секретных ключей в копии нет: храните их копию отдельно",
          en: "no private key is in it: keep a copy of the keys elsewhere"), .hint)
    } else if manifest.plainKeys > 0 {
      Terminal.say(
        Message(
          kk:
            "ашық тұрған құпия кілттер: \(manifest.plainKeys). Бұл көшірме кімде болса, сол шынайы құжат жасай алады",
          ru:
            "незашифрованных секретных ключей: \(manifest.plainKeys). У кого эта копия, тот может сделать подлинный документ",
          en:
            "private keys in plain text: \(manifest.plainKeys). Whoever has this backup can make genuine papers"
        ), .warning)
    }
  }
}
