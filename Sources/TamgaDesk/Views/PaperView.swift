public import TamgaDomain
import TamgaLaw

/// One paper: what it is, what happened to it, and what can be done.
public struct PaperView: DeskView {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case print, spoil, handover, duplicate, propose, correct
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
      issueDate: CalendarDate?, validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil,
      name: String?, passport: String?, body: Bilingual? = nil, decision: String? = nil,
      pages: Int = 1
    ) {
      self.document = document
      self.title = title
      self.number = number
      self.copy = copy
      self.status = status
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

  public init(
    _ paper: Paper, events: [Event], chain: [Relative], actions: Set<Action>, moves: [Move] = [],
    wasPrinted: Bool = false, wasIssued: Bool = false
  ) {
    self.paper = paper
    self.events = events
    self.chain = chain
    self.actions = actions
    self.moves = moves
    self.wasPrinted = wasPrinted
    self.wasIssued = wasIssued
  }

  public var name: String { "paper" }
  public var place: DeskPlace? { .search }
  private var words: PaperWords { Words.paper }

  public func title(in language: MessageLanguage) -> Message {
    Message(both: paper.number)
  }

  public var address: Link? { link() }

  private func link(_ further: String...) -> Link {
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
        words.status(paper.status)[language].capitalised
        if paper.copy > 0 { " · " + words.duplicateCopy[language] + " \(paper.copy)" }
      }
    }
  }

  private var tone: String {
    switch paper.status {
    case "valid": "go"
    case "suspended": "wait"
    default: "stop"
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

  // MARK: What can be done

  private func duplicateCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return folded("duplicate", words.duplicate, language) {
      Tag.form(.method(.post), .action(link("duplicate"))) {
        HTML.csrf(context.csrf)
        labelled("cause", words.duplicateReason[language]) {
          Tag.select(.id("cause"), .name("cause")) {
            for choice in FormControl.Choice.duplicateCauses {
              Tag.option(.value(choice.code)) { choice.words[language] }
            }
          }
        }
        Tag.button(.data("action", "duplicate"), .data("key", "d")) {
          words.duplicate[language]
        }
      }
    }
  }

  private func proposeCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return folded("propose", words.proposeTitle, language) {
      Tag.p(.class("hint")) { words.proposeLead[language] }
      Tag.form(.method(.post), .action(link("propose"))) {
        HTML.csrf(context.csrf)
        labelled("move", words.move[language]) {
          Tag.select(.id("move"), .name("move")) {
            for move in moves { Tag.option(.value(move.rawValue)) { words.move(move)[language] } }
          }
        }
        labelled("propose-reason", words.reason[language] + " – " + words.reasonHint[language]) {
          Tag.textarea(.id("propose-reason"), .name("reason"), .rows(2), .minlength(10), .required)
        }
        Tag.button(.data("action", "propose")) { words.propose[language] }
      }
    }
  }

  private func correctCard(_ context: DeskContext) -> HTML {
    let language = context.language
    return folded("correct", words.correct, language) {
      Tag.p(.class("hint")) { words.correctLead[language] }
      Tag.form(.method(.post), .action(link("correct"))) {
        HTML.csrf(context.csrf)
        labelled("correct-reason", words.reason[language] + " – " + words.reasonHint[language]) {
          Tag.textarea(.id("correct-reason"), .name("reason"), .rows(2), .minlength(10), .required)
        }
        Tag.button(.data("action", "correct")) { words.correct[language] }
      }
    }
  }

  private func folded(
    _ id: String, _ title: Message, _ language: MessageLanguage,
    @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    Tag.details(.class("card act"), .id(id)) {
      Tag.summary { title[language] }
      content()
    }
  }

  private func labelled(
    _ id: String, _ label: String, @HTMLBuilder _ control: () -> HTML
  ) -> HTML {
    Tag.div(.class("control")) {
      Tag.label(.for(id)) { label }
      control()
    }
  }

  private func bar(_ context: DeskContext) -> HTML {
    let language = context.language
    let isQuestion = wasPrinted
    return Tag.div(.class("bar")) {
      if actions.contains(.print) {
        Tag.form(
          .method(.post), .action(link("print")), .data("form", "print"),
          .data("file", link("paper.pdf").address)
        ) {
          HTML.csrf(context.csrf)
          Tag.button(
            isQuestion ? nil : .class("primary"), .data("action", "print"), .data("key", "p")
          ) {
            Tag.span { words.print[language] }
            Tag.kbd(.aria("hidden", "true")) { "P" }
          }
        }
      }
      if actions.contains(.handover), !isQuestion {
        withReason(
          "handover", words.handOver, words.handOverReason, usual: words.handOverUsual, context)
      }
      if actions.contains(.spoil), !isQuestion {
        withReason("spoil", words.spoil, words.spoilReason, usual: words.spoilUsual, context)
      }
      Tag.a(.class("button quietly"), .href(link("paper.pdf"))) { words.openPDF[language] }
    }
  }

  /// A button that opens the reason first.
  private func withReason(
    _ action: String, _ label: Message, _ hint: Message, usual: Message, _ context: DeskContext
  ) -> HTML {
    let language = context.language
    return Tag.details(.class("asks")) {
      Tag.summary(.class("button")) { label[language] }
      Tag.form(.method(.post), .action(link(action)), .class("pop")) {
        HTML.csrf(context.csrf)
        labelled(action + "-reason", hint[language]) {
          Tag.input(
            .id(action + "-reason"), .name("reason"), .type("text"), .value(usual[language]),
            .required, .maxlength(300))
        }
        Tag.button(.class("primary"), .data("action", action)) { label[language] }
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
        Tag.img(.src(link("page-1.png")), .alt(words.picture[language] + ", " + paper.number))
      }
      Tag.footer { words.sameBytes[language] }
    }
  }
}

extension FormControl.Choice {
  static let duplicateCauses: [FormControl.Choice] = ["lost", "damaged"].map {
    FormControl.Choice($0, CodeWords.words(of: $0) ?? Message(both: $0))
  }
}
