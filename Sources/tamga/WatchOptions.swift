import ArgumentParser

/// What a run leaves for those who watch it.
struct WatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The record of the run, JSON (default: last-run.json in the office folder).",
      valueName: "file"))
  var runReport: String?

  @Option(
    help: ArgumentHelp(
      "The record of the run for Prometheus: a file of node-exporter's textfile folder.",
      valueName: "file"))
  var metricsFile: String?

  @Option(help: "Write a log to standard error in place of words for people: text or json.")
  var log: LogForm?

  func validate() throws {
    if let metricsFile, !metricsFile.hasSuffix(".prom") {
      throw UsageError(
        .value, kk: "--metrics-file атауы .prom деп аяқталады: басқасын node-exporter оқымайды",
        ru: "имя --metrics-file оканчивается на .prom: другие node-exporter не читает",
        en: "the name of --metrics-file ends with .prom: node-exporter reads no other")
    }
  }
}
