import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaKeeping

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make an office of a backup, and audit it.",
    discussion: """
      Proves every file by SHA256SUMS first. Papers issued after the backup are unknown to it, so that
      the office gives no number until 'tamga register accept-restore' has left theirs out.
      Exit status: 1 when the audit finds something.
      """)

  @Argument(help: ArgumentHelp("The folder of the backup.", valueName: "folder"))
  var backup: String

  @Option(
    help: ArgumentHelp(
      "Papers issued after the backup, at most; 0 when it is certain that there are none.",
      valueName: "count"))
  var issuedSince = Restore.manyPapers

  @OptionGroup var folder: OfficeFolder
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...Self.mostPapers).contains(issuedSince) else {
      throw UsageError.range("--issued-since", 0...Self.mostPapers)
    }
  }

  /// A series has seven digits.
  private static let mostPapers = 1_000_000

  func run() throws {
    let office = try folder.required()
    // Without them the audit could not be made: better said before than after.
    let library = try common.library()
    let manifest = try Restore.run(backup, to: office, issuedSince: issuedSince)
    Terminal.say(
      Message(
        kk: "кеңсе қалпына келтірілді: \(office); құжат: \(manifest.papers)",
        ru: "ведомство восстановлено: \(office); документов \(manifest.papers)",
        en: "office restored: \(office); \(manifest.papers) papers"))
    var findings: [AuditFinding] = []
    let restored = try Office.openPublic(office, library: library)
    var audit = Audit(of: restored) { finding in
      findings.append(finding)
      print(finding.line)
    }
    let summary = try audit.run()
    KeptAudit(at: restored.now(), findings: findings).keep(in: restored)
    Terminal.say("tamga: " + summary.words)
    sayNext(office, hasKeys: manifest.keys > 0)
    if !summary.isClean { throw ExitCode.failure }
  }

  private func sayNext(_ office: String, hasKeys: Bool) {
    if !hasKeys {
      Terminal.say(
        Message(
          kk: "кілт файлдарын \(office)/keys ішіне көшіріп, оларға 0600 құқығын беріңіз",
          ru: "скопируйте файлы ключей в \(office)/keys с правами 0600",
          en: "copy the key files into \(office)/keys, mode 0600"), .hint)
    }
    if issuedSince > 0 {
      Terminal.say(
        Message(
          kk:
            "содан кейін: «tamga register accept-restore --reason СЕБЕП --office \(office)»; оған дейін кеңсе нөмір бермейді",
          ru:
            "затем: «tamga register accept-restore --reason ПРИЧИНА --office \(office)»; до этого ведомство не даёт номеров",
          en:
            "then: 'tamga register accept-restore --reason REASON --office \(office)'; until then the office gives no number"
        ), .hint)
    }
    Terminal.say(
      Message(
        kk: "соңғы кірістерді қайта шығарыңыз: бұрын шығарылған шешімдер «already-issued» болады",
        ru: "повторите последние партии: выданные решения получат «already-issued»",
        en: "issue the last inputs again: decisions that were issued say 'already-issued'"), .hint)
  }
}
