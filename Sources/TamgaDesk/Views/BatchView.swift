public import TamgaDomain

/// One batch: progress, counts, and what was rejected, by rule.
public struct BatchView: DeskView {
  public enum State: String, Hashable, Sendable {
    case running, done, broken
  }

  /// Records by what came of them: `issued`, `already-issued`, `rejected`, `failed`, `waiting`.
  public struct Counts: Hashable, Sendable {
    public let values: [String: Int]
    static let names = ["issued", "already-issued", "rejected", "failed", "waiting"]

    public init(_ values: [String: Int]) { self.values = values }

    func list(_ language: MessageLanguage) -> HTML {
      Tag.dl(.class("counts")) {
        for name in Self.names {
          let value = values[name] ?? 0
          Tag.div(value > 0 && ["rejected", "failed"].contains(name) ? .data("tone", "wait") : nil)
          {
            Tag.dt { Words.batch.count(name)[language] }
            Tag.dd(.data("count", name)) { "\(value)" }
          }
        }
      }
    }

    var done: Int { values.filter { $0.key != "waiting" }.values.reduce(0, +) }
    var all: Int { values.values.reduce(0, +) }
  }

  public struct Reject: Hashable, Sendable {
    public let line: Int
    public let id: String?
    public let title: Message?
    /// What stands against it, errors alone.
    public let findings: [Finding]

    public init(line: Int, id: String?, title: Message?, findings: [Finding]) {
      self.line = line
      self.id = id
      self.title = title
      self.findings = findings
    }

    /// Its decision has a paper from another record: nothing is left to correct under its id.
    var conflict: Finding? { findings.first { $0.rule == "REC-ID-CONFLICT" } }
  }

  public let batch: String
  public let started: DayTime?
  public let state: State
  public let counts: Counts
  public let rejects: [Reject]
  /// Names of files that can be had below the batch's address.
  public let files: [String]

  public init(
    _ batch: String, started: DayTime?, state: State, counts: Counts, rejects: [Reject],
    files: [String]
  ) {
    self.batch = batch
    self.started = started
    self.state = state
    self.counts = counts
    self.rejects = rejects
    self.files = files
  }

  public var name: String { "batch" }
  public var place: DeskPlace? { .batches }
  public var address: Link? { Link("desk", "batches", batch) }
  private var words: BatchWords { Words.batch }
  public func title(in language: MessageLanguage) -> Message {
    words.one.suffixed(" ", Message(both: batch))
  }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.header(.class("title")) {
        Tag.h1 {
          words.one[language] + " "
          Tag.span(.class("code")) { batch }
        }
        Tag.p(.class("quiet")) {
          words.of(state)[language]
          if let started { " · " + started.date.printed + " " + started.time }
        }
      }
      Tag.section(.class("card"), .data("state", state.rawValue), .id("progress")) {
        if state == .running, counts.all > 0 {
          Tag.progress(
            .max(counts.all), .value("\(counts.done)"), .aria("label", words.running[language]))
        }
        counts.list(language)
        if state == .running {
          Tag.a(.class("button"), .href(Link("desk", "batches", batch))) { words.reload[language] }
        }
      }
      Tag.section(.class("card")) {
        Tag.h2 { words.rejects[language] + ": \(rejects.count)" }
        if rejects.isEmpty { Tag.p { words.noRejects[language] } }
        for group in groups { self.group(group, language, mayCorrect(context)) }
      }
      if !files.isEmpty {
        Tag.section(.class("card")) {
          Tag.h2 { words.downloads[language] }
          Tag.ul(.class("files")) {
            for file in files {
              Tag.li {
                Tag.a(.href(Link("desk", "batches", batch, file)), .download) { file }
                Tag.small { words.file(file)[language] }
              }
            }
          }
        }
      }
    }
  }

  private func mayCorrect(_ context: DeskContext) -> Bool {
    context.account?.role == .operator || context.account?.role == .clerk
  }

  /// Rejects by the first rule that stands against them, the most frequent rule first.
  private var groups: [(rule: String, rejects: [Reject])] {
    Dictionary(grouping: rejects) { $0.findings.first?.rule ?? "" }
      .map { (rule: $0.key, rejects: $0.value.sorted { $0.line < $1.line }) }
      .sorted { ($1.rejects.count, $0.rule) < ($0.rejects.count, $1.rule) }
  }

  private func group(
    _ group: (rule: String, rejects: [Reject]), _ language: MessageLanguage, _ mayCorrect: Bool
  ) -> HTML {
    Tag.details(.class("rule"), .open, .data("finding", group.rule)) {
      Tag.summary {
        Tag.strong { "\(group.rejects.count) × " }
        Tag.code { group.rule }
        if let finding = group.rejects.first?.findings.first {
          " " + finding.message[language].capitalised
        }
      }
      Tag.ol {
        for reject in group.rejects {
          Tag.li(.data("reject", "\(reject.line)")) {
            Tag.span { words.line[language] + " \(reject.line)" }
            Tag.span(.class("code")) { reject.id ?? "–" }
            Tag.span(.class("what")) { reject.title?[language] ?? "–" }
            if let conflict = reject.conflict {
              Tag.span(.class("what"), .data("note", "conflict")) {
                conflict.message[language].capitalised
              }
            } else if mayCorrect {
              Tag.a(
                .class("button small"), .data("action", "correct"),
                .href(Link("desk", "batches", batch, "rejects", "\(reject.line)"))
              ) { words.correct[language] }
            }
          }
        }
      }
    }
  }
}

/// All batches, and the place to hand in another.
public struct BatchesView: DeskView {
  public struct Row: Hashable, Sendable {
    public let batch: String
    public let started: DayTime?
    public let state: BatchView.State
    public let counts: BatchView.Counts

    public init(
      _ batch: String, started: DayTime?, state: BatchView.State, counts: BatchView.Counts
    ) {
      self.batch = batch
      self.started = started
      self.state = state
      self.counts = counts
    }
  }

  public let rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  public var name: String { "batches" }
  public var place: DeskPlace? { .batches }
  public var address: Link? { Link("desk", "batches") }
  private var words: BatchWords { Words.batch }
  public func title(in language: MessageLanguage) -> Message { words.title }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.h1 { words.title[language] }
      if context.account?.role == .operator { upload(context) }
      Tag.section(.class("card")) {
        Tag.h2(.id("found")) { words.title[language] + ": \(rows.count)" }
        if rows.isEmpty { Tag.p { words.none[language] } } else { table(language) }
      }
    }
  }

  /// The file goes as the body of a request: that takes the script.
  private func upload(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.form(
      .class("card"), .method(.post), .action(Link("desk", "batches")), .data("form", "upload")
    ) {
      Tag.h2 { words.upload[language] }
      Tag.p(.class("hint")) { words.uploadLead[language] }
      Tag.div(.class("line")) {
        Tag.input(
          .id("file"), .name("file"), .type("file"), .accept(".jsonl,.ndjson,.json"), .required,
          .aria("label", words.file[language]))
        Tag.button(.class("primary"), .data("action", "upload")) { words.send[language] }
      }
      Tag.p(.class("fault"), .role("alert"), .data("said", "upload"))
    }
  }

  private func table(_ language: MessageLanguage) -> HTML {
    Tag.div(.class("wide-table"), .tabindex(0), .role("region"), .aria("labelledby", "found")) {
      Tag.table {
        Tag.thead {
          Tag.tr {
            for heading in [words.one, words.started, words.state] {
              Tag.th(.scope("col")) { heading[language] }
            }
            for name in BatchView.Counts.names {
              Tag.th(.scope("col"), .class("number")) { words.count(name)[language].capitalised }
            }
          }
        }
        Tag.tbody {
          for row in rows {
            Tag.tr(.data("batch", row.batch)) {
              Tag.th(.scope("row")) {
                Tag.a(.class("code"), .href(Link("desk", "batches", row.batch))) { row.batch }
              }
              Tag.td {
                row.started.map { $0.date.printed + " " + $0.hour + ":" + $0.minute } ?? "–"
              }
              Tag.td { words.of(row.state)[language] }
              for name in BatchView.Counts.names {
                Tag.td(.class("number"), .data("count", name)) {
                  "\(row.counts.values[name] ?? 0)"
                }
              }
            }
          }
        }
      }
    }
  }
}

extension BatchWords {
  func of(_ state: BatchView.State) -> Message {
    switch state {
    case .running: running
    case .done: done
    case .broken: broken
    }
  }
}
