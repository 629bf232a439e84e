public import TamgaDomain
import TamgaLaw

/// One paper: what it is, what happened to it, and what can be done.
public struct PaperView: DeskView {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case print, spoil, handover, duplicate, propose, correct, again
  }

  public enum Move: String, Hashable, Sendable, CaseIterable {
    case suspend, resume, void, revoke
  }

  public struct Paper: Hashable, Sendable {
    public let document: String
    public let title: Message
    /// With the copy: `ALA-26-0000017-4~2`.
    public let number: String
    /// 0 for an original.
    public let copy: Int
    /// `valid`, `suspended`, `superseded`, `revoked`, `voided`.
    public let status: String
    /// Whether only its term has ended.
    public let isOver: Bool
    public let issueDate: CalendarDate?
    public let validFrom: CalendarDate?
    public let validUntil: CalendarDate?
    /// Nil when retention has removed them.
    public let name: String?
    public let passport: String?
    public let body: Bilingual?
    public let decision: String?
    public let pages: Int

    public init(
      document: String, title: Message, number: String, copy: Int, status: String,
      isOver: Bool = false,
      issueDate: CalendarDate?, validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil,
      name: String?, passport: String?, body: Bilingual? = nil, decision: String? = nil,
      pages: Int = 1
    ) {
      self.document = document
      self.title = title
      self.number = number
      self.copy = copy
      self.status = status
      self.isOver = isOver
      self.issueDate = issueDate
      self.validFrom = validFrom
      self.validUntil = validUntil
      self.name = name
      self.passport = passport
      self.body = body
      self.decision = decision
      self.pages = pages
    }
  }

  public struct Event: Hashable, Sendable {
    /// As the office's clock showed it.
    public let at: DayTime
    /// `reserved`, or the raw value of a move.
    public let what: String
    public let who: String
    public let reason: String?

    public init(at: DayTime, what: String, who: String, reason: String?) {
      self.at = at
      self.what = what
      self.who = who
      self.reason = reason
    }
  }

  /// A paper of the same chain.
  public struct Relative: Hashable, Sendable {
    public let document: String
    public let number: String
    public let title: Message
    public let status: String

    public init(document: String, number: String, title: Message, status: String) {
      self.document = document
      self.number = number
      self.title = title
      self.status = status
    }
  }

  public let paper: Paper
  /// The newest first.
  public let events: [Event]
  /// The oldest first, this paper among them.
  public let chain: [Relative]
  public let actions: Set<Action>
  public let moves: [Move]
  /// The paper was just sent to the printer.
  public let wasPrinted: Bool
  /// The paper was just issued.
  public let wasIssued: Bool
  /// What a person must look at in a paper that was issued not long ago.
  public let notes: [Finding]

  public init(
    _ paper: Paper, events: [Event], chain: [Relative], actions: Set<Action>, moves: [Move] = [],
    wasPrinted: Bool = false, wasIssued: Bool = false, notes: [Finding] = []
  ) {
    self.paper = paper
    self.events = events
    self.chain = chain
    self.actions = actions
    self.moves = moves
    self.wasPrinted = wasPrinted
    self.wasIssued = wasIssued
    self.notes = notes
  }

  /// Pages after which a person opens the file.
  private static let picturesShown = 12

  public var name: String { "paper" }
  public var place: DeskPlace? { .search }
  var words: PaperWords { Words.paper }

  public func title(in language: MessageLanguage) -> Message {
    Message(both: paper.number)
  }

  public var address: Link? { link() }

  func link(_ further: String...) -> Link {
    Link(words: ["desk", "papers", paper.document, paper.number] + further)
  }

  // MARK: Main

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return Tag.article(
      .class("paper"), .data("paper", paper.number), .data("document", paper.document),
      .data("status", paper.status), .data("copy", "\(paper.copy)")
    ) {
      head(language)
      if !notes.isEmpty { notesCard(language) }
      if wasPrinted { question(context) }
      facts(language)
      history(language)
      if chain.count > 1 { chainCard(language) }
      if actions.contains(.duplicate) { duplicateCard(context) }
      if actions.contains(.propose), !moves.isEmpty { proposeCard(context) }
      if actions.contains(.correct) { correctCard(context) }
      bar(context)
    }
  }

  private func head(_ language: MessageLanguage) -> HTML {
    Tag.header(.class("seal"), .data("tone", tone)) {
      Tag.div {
        Tag.h1 {
          Tag.span { words.number[language] + " " }
          Tag.span(.class("code")) { paper.number }
        }
        Tag.p { paper.title[language] }
      }
      Tag.strong(.class("state")) {
        words.status(paper.status, isOver: paper.isOver)[language].capitalised
        if paper.copy > 0 { " · " + words.duplicateCopy[language] + " \(paper.copy)" }
      }
    }
  }

  private var tone: String {
    switch paper.status {
    case "valid": paper.isOver ? "wait" : "go"
    case "suspended": "wait"
    default: "stop"
    }
  }

  /// What was found when the paper was issued and did not prevent it.
  private func notesCard(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card"), .data("note", "warnings"), .aria("labelledby", "notes-title")) {
      Tag.h2(.id("notes-title")) { Words.form.lookAt[language] }
      Tag.ul {
        for finding in notes {
          Tag.li(.data("finding", finding.rule), .data("level", finding.level.rawValue)) {
            finding.message[language].capitalised
            if let citation = finding.citation { Tag.small { " " + citation.words[language] } }
          }
        }
      }
    }
  }

  /// After the printer was asked: what came of it.
  private func question(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.section(
      .class("card ask"), .data("note", "printed"), .tabindex(-1), .autofocus,
      .aria("labelledby", "ask-title")
    ) {
      Tag.h2(.id("ask-title")) { words.cameOut[language] }
      Tag.p(.class("hint")) { words.cameOutLead[language] }
      Tag.div(.class("answers")) {
        act(
          "handover", words.handOver, context, reason: words.handOverUsual[language], isMain: true)
        Tag.a(.class("button"), .href(link())) { words.later[language] }
        act("spoil", words.spoil, context, reason: words.spoilUsual[language])
      }
    }
  }

  /// One button with the usual reason.
  private func act(
    _ action: StaticString, _ label: Message, _ context: DeskContext, reason: String,
    isMain: Bool = false
  ) -> HTML {
    Tag.form(.method(.post), .action(link("\(action)"))) {
      HTML.csrf(context.csrf)
      Tag.input(.type("hidden"), .name("reason"), .value(reason))
      Tag.button(isMain ? .class("primary") : nil, .data("action", "\(action)")) {
        label[context.language]
      }
    }
  }

  private func facts(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.dl(.class("facts")) {
        fact(words.person, paper.name ?? words.removed[language], language, .class("name"))
        if let passport = paper.passport {
          fact(words.passport, passport, language, .class("code"))
        }
        if let from = paper.validFrom {
          let until = paper.validUntil.map { " – " + $0.printed } ?? ""
          fact(words.term, from.printed + until, language)
        }
        if let day = paper.issueDate { fact(words.issueDate, day.printed, language) }
        if let body = paper.body { fact(words.body, body[language], language) }
        if let decision = paper.decision {
          fact(words.decision, decision, language, .class("code"))
        }
      }
    }
  }

  private func fact(
    _ label: Message, _ value: String, _ language: MessageLanguage, _ mark: Attribute? = nil
  ) -> HTML {
    Tag.div {
      Tag.dt { label[language] }
      Tag.dd(mark) { value }
    }
  }

  private func history(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.h2 { words.history[language] }
      Tag.ol(.class("events")) {
        for event in events {
          Tag.li(.data("event", event.what)) {
            Tag.time(.datetime(event.at.date.iso + "T" + event.at.time)) {
              event.at.date.printed + " " + event.at.time
            }
            Tag.span {
              Tag.strong { words.event(event.what)[language].capitalised }
              " · " + event.who
              if let reason = event.reason { Tag.small { reason } }
            }
          }
        }
      }
    }
  }

  private func chainCard(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.h2 { words.chain[language] }
      Tag.ol(.class("chain"), .data("chain")) {
        for relative in chain {
          let isThis = relative.number == paper.number
          Tag.li(isThis ? .aria("current", "true") : nil) {
            if isThis {
              Tag.strong(.class("code")) { relative.number }
            } else {
              Tag.a(
                .class("code"), .href(Link("desk", "papers", relative.document, relative.number))
              ) { relative.number }
            }
            Tag.span { relative.title[language] }
            Tag.span(.class("state"), .data("status", relative.status)) {
              words.status(relative.status)[language]
            }
          }
        }
      }
    }
  }

  public func aside(in context: DeskContext) -> HTML? {
    let language = context.language
    return Tag.aside(.class("side"), .aria("label", words.paper[language])) {
      Tag.header {
        Tag.strong { words.paper[language] }
        Tag.span { "\(paper.pages) " + words.pages[language] + " · PDF" }
      }
      Tag.div(
        .class("sheet"), .tabindex(0), .role("region"), .aria("label", words.picture[language])
      ) {
        for page in 1...max(1, min(paper.pages, Self.picturesShown)) {
          Tag.img(
            .src(link("page-\(page).png")),
            .alt(words.picture[language] + " \(page), " + paper.number),
            page > 1 ? .loading("lazy") : nil)
        }
      }
      Tag.footer { words.sameBytes[language] }
    }
  }
}
