import TamgaDomain
import TamgaLaw

/// Draws what was found: beside its field, and in the list on top.
struct FindingView {
  let finding: Finding
  let language: MessageLanguage
  private var words: FormWords { Words.form }

  private var marks: [Attribute] {
    [
      .data("finding", finding.rule), .data("level", finding.level.rawValue),
      .data("place", finding.place),
    ] + (finding.notChecked ? [.data("unchecked")] : [])
  }

  private var sentence: String { finding.message[language].capitalised }

  /// The sentence, the corrections that are offered, and the law's words folded.
  func beside(_ control: FormControl, _ form: KindForm) -> HTML {
    Tag.div.with([.class("finding")] + marks) {
      Tag.p {
        Tag.strong(.class("level")) { finding.levelWords[language].capitalised }
        " " + sentence
      }
      if !finding.suggestions.isEmpty {
        Tag.div(.class("suggestions")) {
          for suggestion in finding.suggestions {
            Tag.button(
              .type("submit"), .name("suggest"), .value(suggestion.place + "=" + suggestion.value),
              .formaction(Link("desk", "check", form.kind.id)), .data("action", "suggest"),
              .data("place", suggestion.place), .data("value", suggestion.typed(form, language)),
              .formnovalidate
            ) {
              Tag.span(.class("unseen")) { words.use[language] + " " }
              suggestion.words[language]
            }
          }
        }
      }
      source
    }
  }

  private var source: HTML {
    Tag.details(.class("source")) {
      Tag.summary { words.source[language] }
      Tag.p {
        if let citation = finding.citation { citation.words[language].capitalised + " " }
        Tag.code { finding.rule }
      }
    }
  }

  /// A line of the list: a link to the control.
  func line(to target: String) -> HTML {
    Tag.li.with(marks) {
      if finding.level == .warning {
        Tag.strong(.class("level")) { finding.levelWords[language].capitalised + ": " }
      }
      Tag.a(.href(.place(target))) { sentence }
      if let citation = finding.citation {
        Tag.small { " " + citation.words[language] }
      }
    }
  }
}

extension Suggestion {
  /// As people type it into the control.
  func typed(_ form: KindForm, _ language: MessageLanguage) -> String {
    switch form.control(at: place)?.content {
    case .date, .partialDate: PartialDate(iso: value)?.printed ?? value
    case .country: form.countries.name(value)?[language] ?? value
    default: value
    }
  }
}
