extension RunRecord {
  /// The record in Prometheus' text format (version 0.0.4), for node-exporter's textfile collector.
  ///
  /// Moments and not ages: the file is not written again while nothing runs, and what is late then is
  /// what must be seen. By hand, since the format is a few lines.
  public var metrics: String {
    var text = ""
    func gauge(_ name: String, _ help: String, _ samples: [(labels: [(String, String)], String)]) {
      guard !samples.isEmpty else { return }
      text += "# HELP tamga_\(name) \(help)\n# TYPE tamga_\(name) gauge\n"
      for (labels, value) in samples {
        let pairs = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        text += "tamga_\(name)" + (pairs.isEmpty ? "" : "{\(pairs)}") + " \(value)\n"
      }
    }
    func moment(_ name: String, _ help: String, _ value: Int64?) {
      gauge(name, help + ", in seconds since 1970.", value.map { [([], String($0))] } ?? [])
    }
    gauge(
      "run_info", "The last run: what ran, its id, the office and the version of the program.",
      [
        (
          [
            ("command", command.rawValue), ("run", run), ("office", office),
            ("version", version),
          ], "1"
        )
      ])
    gauge(
      "run_state", "1 for the state of the last run.",
      State.allCases.map { ([("state", $0.rawValue)], $0 == state ? "1" : "0") })
    moment("run_start_timestamp_seconds", "When the last run began", started)
    moment("run_update_timestamp_seconds", "When the last run said something last", updated)
    moment(
      "run_end_timestamp_seconds", "When the last run ended", state == .running ? nil : updated)
    moment(
      "run_finish_timestamp_seconds", "When a run ended last that gave every record its result",
      lastFinished)
    gauge("run_duration_seconds", "How long the last run took.", [([], String(updated - started))])
    gauge(
      "run_exit_status", "The exit status of the last run.", exit.map { [([], String($0))] } ?? [])
    gauge(
      "run_records", "Records of the last run by what came of them.",
      DecisionResult.Outcome.ofRuns.map {
        ([("outcome", $0.rawValue)], String(outcomes[$0] ?? 0))
      })
    gauge(
      "signing_key_expiry_timestamp_seconds",
      "The last moment at which a key seals, in seconds since 1970.",
      keys.map { ([("kid", $0.kid)], String($0.until)) })
    moment(
      "trust_bundle_export_timestamp_seconds", "When the last trust bundle was signed",
      bundleExported)
    moment(
      "trust_bundle_stale_timestamp_seconds", "When verifiers begin to call that bundle stale",
      bundleUntil)
    return text
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
