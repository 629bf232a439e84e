import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaRegister
import TamgaSeal

struct CompromiseKey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compromise", abstract: "Declare an issuing key compromised.",
    discussion: """
      Only seals that the register logged before that moment stay good. Needs the root key, and no
      passphrase of the lost one. Prints the numbers of the office's own papers that are not genuine
      any more. With --reissue they are voided and their decisions issued again at once, under new ids
      and numbers, with a new key where there is none; without it the same command with --reissue does
      so later. Then export a trust bundle.
      """)

  @OptionGroup var change: KeyChangeOptions

  @Argument(help: ArgumentHelp("16 hex digits.", valueName: "kid"), transform: KeyID.typed)
  var kid: KeyID

  @Option(
    help: ArgumentHelp(
      "Since when: 2026-03-01T09:00:00+05:00, or seconds since 1970; now by default.",
      valueName: "moment"))
  var at: String?

  @Flag(help: "Void the papers that are lost and issue their decisions again.")
  var reissue = false

  @Option(help: ArgumentHelp("The output folder of the papers made again.", valueName: "folder"))
  var output = "Output"

  @OptionGroup var restore: RestoreOptions

  func validate() throws {
    if let at, Self.moment(at) == nil {
      throw UsageError(
        .value, kk: "--at – уақыт белдеуі бар сәт немесе 1970 жылдан бергі секундтар",
        ru: "--at – момент с часовым поясом или секунды с 1970 года",
        en: "--at is a moment with its offset, or seconds since 1970",
        hint: Message(
          kk: "мысалы 2026-03-01T09:00:00+05:00", ru: "например 2026-03-01T09:00:00+05:00",
          en: "for example 2026-03-01T09:00:00+05:00"))
    }
  }

  private static func moment(_ text: String) -> Int64? {
    if let seconds = Int64(text) { return seconds }
    return (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970) }
  }

  func run() async throws {
    let office = try change.open()
    let isKnown = office.keys.issuing.contains {
      $0.publicKey.id == kid && $0.state == .compromised
    }
    // Without a moment the one that was declared stays.
    if !isKnown || at != nil {
      try office.keys.compromise(kid, at: at.flatMap(Self.moment), rootKey: change.rootKey)
    }
    let lost = try office.reissue(after: kid)
    for paper in lost.papers { print(paper.number) }
    guard !lost.papers.isEmpty else { return }
    guard reissue else {
      let count = lost.papers.count
      Terminal.say(
        Message(
          kk: "\(count) құжат енді шынайы емес: --reissue қоссаңыз, олар жойылып, қайта шығарылады",
          ru:
            "документов, которые больше не подлинны: \(count); с --reissue они будут погашены и выпущены заново",
          en: "\(count) papers are genuine no more: with --reissue they are voided and issued again"
        ),
        .hint)
      return
    }
    try await makeAgain(lost, office)
  }

  private func makeAgain(_ lost: Reissue, _ office: Office) async throws {
    try restore.judge(office, output: output)
    if (try? office.keys.signingKey(at: office.now())) == nil {
      let id = try office.keys.rotate(.issuing, custody: .asBefore, rootKey: change.rootKey)
      Terminal.say(
        Message(kk: "жаңа кілт \(id)", ru: "новый ключ \(id)", en: "the new key is \(id)"))
    }
    let path = try office.begin(
      lost, of: kid, output: output, agent: Environment.agent, reason: "key \(kid) compromised")
    Terminal.say(
      Message(
        kk: "шешімдер \(path) файлында: іс үзілсе, «tamga issue» оны аяқтайды",
        ru: "решения записаны в \(path): если работа прервётся, её закончит «tamga issue»",
        en: "the decisions are in \(path): if this breaks off, 'tamga issue' finishes it"))
    for paper in lost.purged {
      Terminal.say(
        Message(
          kk: "\(paper.number): шешім жазбасы сақтау мерзімі өткен соң жойылған",
          ru: "\(paper.number): запись решения удалена по истечении срока хранения",
          en: "\(paper.number): the decision's record was removed after its retention"), .warning)
    }
    let run = BatchRun(office: office, output: output, jobs: 1, agent: Environment.agent)
    let (summary, folder) = try await run.run([RecordSource(path: path)]) { _ in }
    office.signCheckpointOrComplain()
    IssueCommand.say(summary, folder, office.library)
    if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
  }
}
