public import TamgaDomain

/// What one person proposes and another confirms.
public struct Proposal: Hashable, Sendable {
  public let id: String
  public let document: String
  public let title: Message
  public let number: String
  public let move: PaperView.Move
  public let reason: String
  public let proposer: String
  public let at: DayTime
  public let until: DayTime
  public let state: ProposalView.State

  public init(
    id: String, document: String, title: Message, number: String, move: PaperView.Move,
    reason: String, proposer: String, at: DayTime, until: DayTime, state: ProposalView.State
  ) {
    self.id = id
    self.document = document
    self.title = title
    self.number = number
    self.move = move
    self.reason = reason
    self.proposer = proposer
    self.at = at
    self.until = until
    self.state = state
  }
}

/// One proposal, with what it will do, to confirm or to refuse.
public struct ProposalView: DeskView {
  public enum State: String, Hashable, Sendable {
    case open, confirmed, refused, expired
  }

  public enum Refusal: Hashable, Sendable {
    /// The code or the last four characters.
    case wrongCode
    /// The paper has moved since.
    case stale
  }

  public let proposal: Proposal
  public let refusal: Refusal?

  public init(_ proposal: Proposal, refusal: Refusal? = nil) {
    self.proposal = proposal
    self.refusal = refusal
  }

  public var name: String { "proposal" }
  public var place: DeskPlace? { .proposals }
  public var address: Link? { Link("desk", "proposals", proposal.id) }
  private var words: ProposalWords { Words.proposal }
  public func title(in language: MessageLanguage) -> Message {
    words.one.suffixed(" ", Message(both: proposal.number))
  }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    let isOwn = context.account?.login == proposal.proposer
    return Tag.article(.data("proposal", proposal.id), .data("state", proposal.state.rawValue)) {
      Tag.header(.class("title")) {
        Tag.h1 { words.one[language] + ": " + Words.paper.move(proposal.move)[language] }
        Tag.p(.class("quiet")) { words.state(proposal.state)[language] }
      }
      if let refusal {
        Tag.p(.class("notice"), .role("alert"), .id("fault")) {
          (refusal == .stale ? words.stale : words.wrongCode)[language]
        }
      }
      Tag.section(.class("card")) {
        Tag.dl(.class("facts")) {
          Tag.div {
            Tag.dt { Words.paper.paper[language] }
            Tag.dd {
              Tag.a(
                .class("code"), .href(Link("desk", "papers", proposal.document, proposal.number))
              ) {
                proposal.number
              }
              Tag.small { proposal.title[language] }
            }
          }
          fact(words.what, Words.paper.move(proposal.move)[language].capitalised, language)
          fact(Words.paper.reason, proposal.reason, language)
          fact(words.effect, words.seen(after: proposal.move)[language], language)
          fact(words.by, proposal.proposer, language)
          fact(words.at, proposal.at.date.printed + " " + proposal.at.time, language)
          fact(words.until, proposal.until.date.printed + " " + proposal.until.time, language)
        }
      }
      if proposal.state == .open, context.account?.role == .supervisor {
        if isOwn { Tag.p(.class("notice")) { words.own[language] } } else { answer(context) }
      }
    }
  }

  private func fact(_ label: Message, _ value: String, _ language: MessageLanguage) -> HTML {
    Tag.div {
      Tag.dt { label[language] }
      Tag.dd { value }
    }
  }

  private func answer(_ context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.form(
        .class("card"), .method(.post), .action(Link("desk", "proposals", proposal.id, "confirm")),
        .data("form", "confirm")
      ) {
        HTML.csrf(context.csrf)
        Tag.div(.class("grid")) {
          control("last4", words.last4[language], [.class("code"), .maxlength(8)])
          control(
            "code", words.code[language],
            [
              .class("digits"), .inputmode("numeric"), .autocomplete("one-time-code"),
              .maxlength(8),
            ])
        }
        Tag.button(.class("primary"), .data("action", "confirm")) { words.confirm[language] }
      }
      Tag.form(
        .class("card"), .method(.post), .action(Link("desk", "proposals", proposal.id, "refuse")),
        .data("form", "refuse")
      ) {
        HTML.csrf(context.csrf)
        Tag.div(.class("line")) {
          Tag.label(.for("refuse-reason"), .class("unseen")) { Words.paper.reason[language] }
          Tag.input(
            .id("refuse-reason"), .name("reason"), .type("text"), .maxlength(300),
            .placeholder(Words.paper.reason[language]))
          Tag.button(.class("danger"), .data("action", "refuse")) { words.refuse[language] }
        }
      }
    }
  }

  private func control(_ name: String, _ label: String, _ attributes: [Attribute]) -> HTML {
    Tag.div {
      Tag.label(.for(name)) { label }
      Tag.input.with(
        [.id(name), .name(name), .type("text"), .required, .spellcheck(false)]
          + (attributes.contains(.autocomplete("one-time-code")) ? [] : [.autocomplete("off")])
          + attributes + (refusal == nil ? [] : [.aria("describedby", "fault")]))
    }
  }
}

/// Proposals that wait, and those that were settled lately.
public struct ProposalsView: DeskView {
  public let proposals: [Proposal]

  public init(_ proposals: [Proposal]) { self.proposals = proposals }

  public var name: String { "proposals" }
  public var place: DeskPlace? { .proposals }
  public var address: Link? { Link("desk", "proposals") }
  private var words: ProposalWords { Words.proposal }
  public func title(in language: MessageLanguage) -> Message { words.title }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.h1 { words.title[language] }
      Tag.section(.class("card")) {
        if proposals.isEmpty { Tag.p { words.none[language] } }
        Tag.ul(.class("list")) {
          for proposal in proposals {
            Tag.li(.data("proposal", proposal.id), .data("state", proposal.state.rawValue)) {
              Tag.a(.href(Link("desk", "proposals", proposal.id))) {
                Tag.strong { Words.paper.move(proposal.move)[language].capitalised + " " }
                Tag.span(.class("code")) { proposal.number }
              }
              Tag.span { proposal.title[language] }
              Tag.small {
                proposal.proposer + " · " + proposal.at.date.printed + " " + proposal.at.time
                  + " · "
                  + words.state(proposal.state)[language]
              }
            }
          }
        }
      }
    }
  }
}
