import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaLaw
import TamgaTemplates

enum ProgressOption: String, ExpressibleByArgument, CaseIterable { case auto, never }

struct IssueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Issue the papers of approved decisions.",
    discussion: """
      DECISIONS are JSONL, a JSON array or one JSON object; "-" reads standard input.
      Writes below the output folder, for a batch of its own: documents/, results.jsonl,
      rejected.jsonl, findings.csv, summary.json, report.html. Running the same command again after any crash
      completes it with the same numbers.
      --print-run writes all papers of the batch into one PDF besides, body by body in the order of
      the input, each as often as the acts ask, with a cover sheet for each body; more than
      10,000 papers fill FILE-001.pdf, FILE-002.pdf and so on.
      SIGTERM and Ctrl-C end it after the records at hand; the same command goes on.
      Exit status: 0 every record issued, 2 some rejected, 1 some failed or the run broke off.
      """)

  @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions"))
  var inputs: [String]

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("The output folder.", valueName: "folder"))
  var output = "Output"

  @Option(help: ArgumentHelp("Parallel workers (default: CPU cores).", valueName: "count"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Judge every record and print the results; issue nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("One PDF of all papers, for the printer.", valueName: "file"))
  var printRun: String?

  @Flag(help: "The print run is for both sides of the sheet: every print begins on a new one.")
  var duplex = false

  @OptionGroup var restore: RestoreOptions

  @OptionGroup var watch: WatchOptions

  @Option(help: "Progress on a terminal: auto or never.")
  var progress = ProgressOption.auto

  func validate() throws {
    guard (1...256).contains(jobs) else { throw UsageError.range("--jobs", 1...256) }
    if duplex, printRun == nil { throw UsageError.needs("--duplex", "--print-run") }
    if dryRun, printRun != nil { throw UsageError.excludes("--dry-run", "--print-run") }
  }

  func run() async throws {
    try printRun.map {
      try PrintRun(path: $0, isDuplex: duplex).refuseMissingFolder(beside: output)
    }
    let sources = try inputs.map { try RecordSource(path: $0) }
    if dryRun {
      let office = try office.open()
      try await CheckCommand.check(
        sources, DecisionCheck(office: office, workers: CheckCommand.workers(sources)),
        office.library)
      return
    }
    let watched = try WatchedRun(.issue, office, watch)
    try await watched.run { .finished(try await issue(sources, watched)) }
  }

  /// - Returns: The exit status.
  private func issue(_ sources: [RecordSource], _ watched: WatchedRun) async throws -> Int32 {
    let office = try office.open()
    try watched.recorder.take(office)
    KeyNotice.say(office)
    try DrawingCheck.look(office.library)
    try restore.judge(office, output: output)
    let progress = Progress(progress)
    let run = BatchRun(
      office: office, output: output, jobs: jobs, agent: Environment.agent,
      language: Terminal.language,
      printRun: printRun.map { PrintRun(path: $0, isDuplex: duplex) }, isLast: true)
    let (summary, folder): (BatchSummary, String)
    do {
      defer { progress.end() }
      (summary, folder) = try await run.run(sources, stop: watched.stop.request) { notice in
        if case .counted(let batch, let outcomes) = notice {
          watched.recorder.update {
            $0.outcomes = outcomes
            $0.batches = [batch]
          }
          watched.say("settled", batch, outcomes)
        }
        progress.show(notice)
      }
    }
    office.signCheckpointOrComplain()
    Self.say(summary, folder, office.library)
    return summary.exitCode
  }

  /// Says to people what came of a batch.
  static func say(_ summary: BatchSummary, _ folder: String, _ library: TemplateLibrary) {
    let folder = PlainText.line(folder)
    let failed = summary.count(.failed)
    let rejected = summary.count(.rejected)
    NotableLines.say(summary, library)
    Terminal.say("tamga: " + summary.sentence[Terminal.language] + " → " + folder)
    if summary.records == 0 { Terminal.say(NotableLines.nothing, .warning) }
    if let file = summary.onlyFile { Terminal.say("tamga: " + folder + "/" + file) }
    for (rule, count) in summary.notChecked.sorted(by: { $0.key < $1.key }) {
      let law =
        Ruleset.rule(rule)?.citation.words ?? Message(kk: rule, ru: rule, en: rule)
      let words = Message(
        kk: "\(law.kk): \(count) жазбада тексерілмеді, мән-жай жоқ",
        ru: "\(law.ru): не проверено в \(count) записях, нет сведений",
        en: "\(rule), \(law.en): not checked in \(count) records, the fact is absent")
      Terminal.say("tamga: " + words[Terminal.language])
    }
    if failed > 0 {
      let hint = Message(
        kk:
          "аяқталмау себептері \(folder)/results.jsonl ішінде; жойып, сол пәрменді қайталаңыз",
        ru: "причины сбоев в \(folder)/results.jsonl; устраните их и повторите ту же команду",
        en:
          "reasons of failures are in \(folder)/results.jsonl; remove them and run the same command"
      )
      Terminal.say(hint, .hint)
    }
    if rejected > summary.settled {
      let hint = Message(
        kk:
          "барлық себептер \(folder)/report.html ішінде; \(folder)/rejected.jsonl түзетіп, қайта жіберіңіз",
        ru:
          "все причины в \(folder)/report.html; исправьте \(folder)/rejected.jsonl и выпустите его",
        en:
          "all reasons are in \(folder)/report.html; correct \(folder)/rejected.jsonl and issue that"
      )
      Terminal.say(hint, .hint)
    } else if rejected > 0 {
      Terminal.say(
        Message(
          kk: "түзететін ештеңе қалмады: қабылданбаған жазбалардың бәрі кейін шығарылған",
          ru: "исправлять нечего: все отклонённые записи с тех пор выданы",
          en: "nothing is left to correct: every rejected record was issued since"), .hint)
    }
  }
}
