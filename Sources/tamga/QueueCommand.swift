import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegisterPostgres

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Issue the papers of many decisions on several machines.",
    discussion: """
      Needs a register on PostgreSQL (key "register" of tamga.yaml). One command adds decisions, any
      number of workers on any machines issue them, one command writes the results.
      """,
    subcommands: [Add.self, Work.self, Status.self, Results.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add decisions to the queue; prints the name of their batch.",
      discussion: "The same decisions again add nothing; what had failed is tried again.")

    @Argument(help: ArgumentHelp("Files of decisions.", valueName: "decisions"))
    var inputs: [String]
    @OptionGroup var form: DataForm
    @OptionGroup var office: OfficeOptions

    func run() throws {
      let sources = try inputs.map { try RecordSource(path: $0) }
      let (batch, records, new) = try QueueProducer(office: office.open()).run(sources)
      if records == 0 { Terminal.say(NotableLines.nothing, .warning) }
      let words = Message(
        kk: "\(batch) топтамасы: жазба \(records), оның ішінде жаңасы \(new)",
        ru: "партия \(batch): записей \(records), из них новых \(new)",
        en: "batch \(batch): \(records) records, \(new) of them new")
      form.print(
        .object([
          .init("batch", .text(batch)), .init("records", .integer(Int64(records))),
          .init("new", .integer(Int64(new))),
        ]), [words[Terminal.language]])
    }
  }

  struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "work",
      abstract: "Issue the papers of queued decisions.",
      discussion: """
        Runs until it is stopped, or with --until-empty until every decision of the queue has its
        result; then it writes the results of every batch that it worked on, and of every other one
        that has none in the output folder, as "queue results" does.
        SIGTERM and Ctrl-C end it after the records at hand, with status 0 without --until-empty. A worker
        may also be killed at any moment: its decisions go to another one.
        Exit status with --until-empty: 0 every record issued, 2 some rejected, 1 some failed.
        """)

    @OptionGroup var office: OfficeOptions

    @Option(help: ArgumentHelp("The output folder.", valueName: "folder"))
    var output = "Output"

    @Option(help: ArgumentHelp("Parallel workers (default: CPU cores).", valueName: "count"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
      help: ArgumentHelp(
        "Seconds after which another worker takes over the decisions of one that stopped.",
        valueName: "seconds"))
    var lease: Int = QueueWorker.lease

    @Flag(help: "End when every decision has its result.")
    var untilEmpty = false

    @OptionGroup var restore: RestoreOptions

    @OptionGroup var watch: WatchOptions

    func validate() throws {
      guard (1...256).contains(jobs) else { throw UsageError.range("--jobs", 1...256) }
      guard (1...86_400).contains(lease) else { throw UsageError.range("--lease", 1...86_400) }
    }

    func run() async throws {
      let watched = try WatchedRun(.queueWork, office, watch)
      try await watched.run { try await work(watched) }
    }

    private func work(_ watched: WatchedRun) async throws -> WatchedRun.End {
      let office = try office.open()
      _ = try office.queue
      try watched.recorder.take(office)
      KeyNotice.say(office)
      try DrawingCheck.look(office.library)
      try restore.judge(office, output: output)
      let worker = QueueWorker(
        office: office, output: output, jobs: jobs, agent: Environment.agent,
        lease: lease)
      let tally = try await worker.run(untilEmpty: untilEmpty, stop: watched.stop.request) {
        notice, tally in
        switch notice {
        case .waiting: watched.say("waiting")
        case .settled(let batch, let outcomes, let count):
          watched.say("settled", batch, outcomes)
          if outcomes.values.reduce(0, +) < count { watched.say("left for another try") }
        }
        watched.recorder.update {
          $0.outcomes = tally.outcomes
          $0.batches = tally.batches
        }
      }
      let words = Message(
        kk: "осы орындаушы \(tally.records) жазбаны аяқтады",
        ru: "этот исполнитель завершил записей: \(tally.records)",
        en: "records finished by this worker: \(tally.records)")
      Terminal.say(words)
      office.signCheckpointOrComplain()
      guard untilEmpty else { return .asked }
      if tally.isStopped {
        throw StoppedRun(batch: tally.batches.last ?? "", records: tally.records)
      }
      return .finished(try results(of: tally, office, watched))
    }

    /// Writes results and says how they are; failed is worse than rejected.
    private func results(
      of tally: QueueWorker.Tally, _ office: Office, _ watched: WatchedRun
    ) throws -> Int32 {
      let results = QueueResults(office: office, output: output, language: Terminal.language)
      let others = try results.unwritten().filter { !tally.batches.contains($0) }
      var worst: Int32 = 0
      for batch in tally.batches + others {
        let (summary, folder) = try results.write(batch)
        watched.say("results", batch, summary.outcomes)
        IssueCommand.say(summary, folder, office.library)
        worst = worst == 1 || summary.exitCode == 1 ? 1 : max(worst, summary.exitCode)
      }
      return worst
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "The batches in the queue: on a terminal for people, else a JSON line each.",
      discussion: "state: filling while records are added, open for workers, settled.")

    @Argument(help: ArgumentHelp("Only this batch.", valueName: "batch"))
    var batch: String?
    @OptionGroup var form: DataForm
    @OptionGroup var office: OfficeOptions

    func run() throws {
      let batches = try office.open().queue.progress(of: batch)
      if form.isForPeople {
        for line in Self.table(batches) { print(line) }
        return
      }
      for batch in batches {
        Terminal.print(
          .object([
            .init("batch", .text(batch.batch)),
            .init("state", .text(batch.isDone ? "settled" : batch.isOpen ? "open" : "filling")),
            .init("records", .integer(Int64(batch.records))),
            .init("settled", .integer(Int64(batch.settled))),
            .init("held", .integer(Int64(batch.held))),
          ]))
      }
    }

    private static func table(_ batches: [QueueProgress]) -> [String] {
      let language = Terminal.language
      return TextTable.lines(
        batches.map { batch in
          let state =
            batch.isDone
            ? Message(kk: "аяқталды", ru: "завершена", en: "settled")
            : batch.isOpen
              ? Message(kk: "орындаушыларды күтеді", ru: "ждёт исполнителей", en: "open")
              : Message(kk: "жазбалар қосылып жатыр", ru: "записи добавляются", en: "filling")
          let count = Message(
            kk: "нәтижесі бары \(batch.settled)/\(batch.records)",
            ru: "с результатом \(batch.settled) из \(batch.records)",
            en: "\(batch.settled) of \(batch.records) settled")
          let held = Message(
            kk: "орындалып жатқаны \(batch.held)", ru: "в работе \(batch.held)",
            en: "\(batch.held) held by workers")
          return [batch.batch, state[language], count[language], held[language]]
        })
    }
  }

  struct Results: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "results",
      abstract: "Write the results of a batch, as issue does.",
      discussion: """
        Papers made on other machines are copied from the office's store.
        Exit status: 0 every record issued, 2 some rejected, 1 some failed or not finished yet.
        """)

    @Argument(help: "The name of the batch.")
    var batch: String
    @OptionGroup var office: OfficeOptions

    @Option(help: ArgumentHelp("The output folder.", valueName: "folder"))
    var output = "Output"

    func run() throws {
      let office = try office.open()
      let (summary, folder) = try QueueResults(
        office: office, output: output, language: Terminal.language
      ).write(batch)
      IssueCommand.say(summary, folder, office.library)
      if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract:
        "Remove a batch from the queue: its records are personal data and no longer needed.",
      discussion: "The register, the papers and the results that were written stay.")

    @Argument(help: "The name of the batch.")
    var batch: String
    @OptionGroup var office: OfficeOptions

    func run() throws {
      guard try office.open().queue.remove(batch) else {
        throw CLIError.unknownBatch(batch)
      }
    }
  }
}
