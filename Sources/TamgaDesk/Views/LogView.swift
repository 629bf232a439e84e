public import TamgaDomain

/// Who did what, from the log; its checkpoint, and what the audit found.
public struct LogView: DeskView {
  public struct Entry: Hashable, Sendable {
    public let index: Int64
    public let at: DayTime
    public let who: String
    public let what: String
    /// Nil for events of the office.
    public let paper: (document: String, number: String)?
    public let reason: String?

    public init(
      index: Int64, at: DayTime, who: String, what: String,
      paper: (document: String, number: String)?, reason: String?
    ) {
      self.index = index
      self.at = at
      self.who = who
      self.what = what
      self.paper = paper
      self.reason = reason
    }

    public static func == (a: Entry, b: Entry) -> Bool { a.index == b.index }
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }
  }

  /// What the entries are chosen by; empty texts choose nothing.
  public struct Filter: Hashable, Sendable {
    public var who = ""
    public var paper = ""
    public var what = ""

    public init(who: String = "", paper: String = "", what: String = "") {
      self.who = who
      self.paper = paper
      self.what = what
    }
  }

  public enum Audit: Hashable, Sendable {
    case never
    case clean(DayTime)
    /// Sentences about what does not agree.
    case findings(DayTime, [Message])
  }

  public let entries: [Entry]
  public let filter: Filter
  /// Where the next page begins; nil at the end.
  public let older: Int64?
  public let size: Int64
  /// The newest signed checkpoint, as text.
  public let checkpoint: String?
  public let audit: Audit
  /// What came of comparing with a checkpoint of somebody else's.
  public let comparison: (isConsistent: Bool, words: Message)?

  public init(
    entries: [Entry], filter: Filter, older: Int64?, size: Int64, checkpoint: String?,
    audit: Audit, comparison: (isConsistent: Bool, words: Message)? = nil
  ) {
    self.entries = entries
    self.filter = filter
    self.older = older
    self.size = size
    self.checkpoint = checkpoint
    self.audit = audit
    self.comparison = comparison
  }

  public var name: String { "log" }
  public var place: DeskPlace? { .log }
  private var words: ReviewWords { Words.review }
  public func title(in language: MessageLanguage) -> Message { words.log }

  private var query: [(String, String)] {
    [("who", filter.who), ("paper", filter.paper), ("what", filter.what)]
      .filter { !$0.1.isEmpty }
  }
  public var address: Link? { Link("desk", "log", query: query) }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.h1 { words.log[language] }
      filterForm(language)
      Tag.section(.class("card")) {
        Tag.h2(.id("found")) { words.log[language] + ": \(size) " + words.size[language] }
        if entries.isEmpty { Tag.p { words.nothingLogged[language] } } else { table(language) }
        if let older {
          Tag.a(
            .class("button"),
            .href(Link("desk", "log", query: query + [("before", "\(older)")]))
          ) { words.older[language] }
        }
      }
      checkpointCard(context)
      auditCard(language)
    }
  }

  private func filterForm(_ language: MessageLanguage) -> HTML {
    Tag.form(
      .class("card line period"), .method(.get), .action(Link("desk", "log")),
      .data("form", "filter")
    ) {
      text("who", words.who[language], filter.who)
      text("paper", words.paper[language], filter.paper)
      Tag.div {
        Tag.label(.for("what")) { words.act[language] }
        Tag.select(.id("what"), .name("what")) {
          Tag.option(.value("")) { words.any[language] }
          for what in PaperWords.events.keys.sorted() {
            Tag.option(.value(what), what == filter.what ? .selected : nil) {
              Words.paper.event(what)[language]
            }
          }
        }
      }
      Tag.button(.data("action", "filter")) { words.filter[language] }
    }
  }

  private func text(_ name: String, _ label: String, _ value: String) -> HTML {
    Tag.div {
      Tag.label(.for(name)) { label }
      Tag.input(
        .id(name), .name(name), .type("text"), .value(value), .autocomplete("off"),
        .spellcheck(false))
    }
  }

  private func table(_ language: MessageLanguage) -> HTML {
    Tag.div(.class("wide-table"), .tabindex(0), .role("region"), .aria("labelledby", "found")) {
      Tag.table {
        Tag.thead {
          Tag.tr {
            for heading in [
              words.entry, words.at, words.who, words.act, words.paper, words.reason,
            ] {
              Tag.th(.scope("col")) { heading[language] }
            }
          }
        }
        Tag.tbody {
          for entry in entries {
            Tag.tr(.data("event", entry.what), .data("index", "\(entry.index)")) {
              Tag.th(.scope("row")) {
                Tag.a(
                  .class("code"), .href(Link("desk", "log", "proofs", "\(entry.index)")),
                  .data("proof", "\(entry.index)"), .title(words.proof[language])
                ) { "\(entry.index)" }
              }
              Tag.td { entry.at.date.printed + " " + entry.at.time }
              Tag.td { entry.who }
              Tag.td { Words.paper.event(entry.what)[language] }
              Tag.td {
                if let paper = entry.paper {
                  Tag.a(.class("code"), .href(Link("desk", "papers", paper.document, paper.number)))
                  {
                    paper.number
                  }
                } else {
                  "–"
                }
              }
              Tag.td { entry.reason ?? "" }
            }
          }
        }
      }
    }
  }

  private func checkpointCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.section(.class("card")) {
      Tag.h2 { words.checkpoint[language] }
      if let checkpoint {
        Tag.div(.class("note code"), .data("checkpoint", "\(size)")) { checkpoint }
      }
      Tag.form(.method(.post), .action(Link("desk", "log", "compare")), .data("form", "compare")) {
        HTML.csrf(context.csrf)
        Tag.label(.for("held")) {
          words.consistency[language] + ". " + words.consistencyLead[language]
        }
        Tag.textarea(.id("held"), .name("checkpoint"), .rows(4), .class("code"), .spellcheck(false))
        Tag.button(.data("action", "compare")) { words.compare[language] }
      }
      if let comparison {
        Tag.p(
          .class(comparison.isConsistent ? "good" : "fault"), .role("status"),
          .data("consistent", "\(comparison.isConsistent)")
        ) { comparison.words[language] }
      }
    }
  }

  private func auditCard(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.h2 { words.audit[language] }
      switch audit {
      case .never: Tag.p(.data("audit", "never")) { words.auditNever[language] }
      case .clean(let at):
        Tag.p(.class("good"), .data("audit", "clean")) {
          at.date.printed + " " + at.time + " · " + words.auditClean[language]
        }
      case .findings(let at, let sentences):
        HTML {
          Tag.p(.class("fault"), .data("audit", "findings")) {
            at.date.printed + " " + at.time + " · " + words.auditFindings[language]
          }
          Tag.ul(.class("bullets")) {
            for sentence in sentences { Tag.li { sentence[language] } }
          }
        }
      }
    }
  }
}
