import TamgaDomain
import TamgaLaw

/// What can be done with a paper.
extension PaperView {
  func duplicateCard(_ context: DeskContext) -> HTML {
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

  func proposeCard(_ context: DeskContext) -> HTML {
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

  func correctCard(_ context: DeskContext) -> HTML {
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

  func bar(_ context: DeskContext) -> HTML {
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
      if actions.contains(.again), !isQuestion {
        Tag.a(
          .class("button"), .data("action", "again"), .data("key", "r"),
          .href(
            Link("desk", "new", paper.document).adding(query: [("person", paper.number)]))
        ) {
          Tag.span { words.again[language] }
          Tag.kbd(.aria("hidden", "true")) { "R" }
        }
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
}

extension FormControl.Choice {
  static let duplicateCauses: [FormControl.Choice] = ["lost", "damaged"].map {
    FormControl.Choice($0, CodeWords.words(of: $0) ?? Message(both: $0))
  }
}
