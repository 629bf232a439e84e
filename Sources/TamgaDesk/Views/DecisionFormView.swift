public import TamgaDomain

/// The form of a decision: to issue a paper, to correct a reject, to propose a revocation.
public struct DecisionFormView: DeskView {
  public enum Purpose: Hashable, Sendable {
    case issue
    /// A rejected record of a batch, by its line.
    case reject(batch: String, line: Int)
    /// The decision that ends a paper.
    case revocation(document: String, number: String)
  }

  public let form: KindForm
  public let values: FormValues
  /// Nil before anything was checked.
  public let findings: [Finding]?
  /// Places of a record that the form does not show.
  public let strays: [String]
  /// The key by which a form that is sent twice issues once.
  public let once: String
  public let purpose: Purpose
  /// The same data have a paper already: sent again, the form issues all the same.
  public let asksAgain: Bool
  /// The office asks for every fact: what is not ticked means no.
  public let asksEveryFact: Bool

  public init(
    _ form: KindForm, values: FormValues = FormValues(), findings: [Finding]? = nil,
    strays: [String] = [], once: String, purpose: Purpose = .issue, asksAgain: Bool = false,
    asksEveryFact: Bool
  ) {
    self.form = form
    self.values = values
    self.findings = findings
    self.strays = strays
    self.once = once
    self.purpose = purpose
    self.asksAgain = asksAgain
    self.asksEveryFact = asksEveryFact
  }

  private var words: FormWords { Words.form }
  public var name: String {
    switch purpose {
    case .issue: "form"
    case .reject: "reject"
    case .revocation: "revocation"
    }
  }
  public func title(in language: MessageLanguage) -> Message { form.kind.title }
  public var place: DeskPlace? {
    if case .reject = purpose { .batches } else { .new }
  }
  public var address: Link? {
    switch purpose {
    case .issue: Link("desk", "new", form.kind.id)
    case .reject(let batch, let line): Link("desk", "batches", batch, "rejects", "\(line)")
    case .revocation(let document, let number): Link("desk", "papers", document, number)
    }
  }

  private var action: Link {
    switch purpose {
    case .issue: Link("desk", "issue", form.kind.id)
    case .reject(let batch, let line): Link("desk", "batches", batch, "rejects", "\(line)")
    case .revocation(let document, let number):
      Link("desk", "papers", document, number, "propose")
    }
  }

  /// What judges the form as it stands: the operator's too, who may issue nothing but what was rejected.
  private var check: Link {
    switch purpose {
    case .issue: Link("desk", "check", form.kind.id)
    case .reject(let batch, let line):
      Link("desk", "batches", batch, "rejects", "\(line)", "check")
    case .revocation(let document, let number):
      Link("desk", "papers", document, number, "propose", "check")
    }
  }

  private var preview: Link {
    switch purpose {
    case .issue, .revocation: Link("desk", "preview", form.kind.id)
    case .reject(let batch, let line):
      Link("desk", "batches", batch, "rejects", "\(line)", "preview")
    }
  }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    let view = ControlView(
      form: form, values: values, findings: findings ?? [], language: language)
    return HTML {
      Tag.form(
        .id("decision"), .method(.post), .action(action), .data("document", form.kind.id),
        .data("form", "decision"), .data("check", check.address), .data("preview", preview.address),
        .novalidate, .tabindex(-1)
      ) {
        HTML.csrf(context.csrf)
        Tag.input(.type("hidden"), .name("once"), .value(once))
        if asksAgain { Tag.input(.type("hidden"), .name("again"), .value("1")) }
        if case .revocation = purpose {
          Tag.input(.type("hidden"), .name("move"), .value("revoke"))
        }
        // Enter sends by the first button of a form: that one only checks.
        Tag.button(
          .class("unseen"), .tabindex(-1), .aria("hidden", "true"),
          .formaction(check)
        ) { words.check[language] }
        Tag.header(.class("title")) {
          Tag.h1 { form.kind.title[language] }
          if let other = otherTitle(language) { Tag.p(.class("other"), .lang(other.0)) { other.1 } }
        }
        FindingSummary(form: form, findings: findings, language: language).html
        if case .revocation = purpose { reason(language) }
        if !strays.isEmpty {
          Tag.div(.class("notice"), .data("note", "strays")) {
            Tag.p { words.strays[language] }
            Tag.ul { for stray in strays { Tag.li { Tag.code { stray } } } }
          }
        }
        for section in form.sections { card(section, view, language) }
        Tag.details(.class("card further"), isFurtherGiven ? .open : nil) {
          Tag.summary { words.further[language] }
          for section in form.further where !section.controls.isEmpty {
            card(section, view, language)
          }
          let given = form.spare.filter { values.has($0.place) }
          if !given.isEmpty {
            Tag.div(.class("grid")) { for control in given { view.field(control) } }
          }
        }
        CountryList(countries: form.countries, language: language).html
        bar(context)
      }
    }
  }

  /// Why the paper is to end, for the one who confirms it and for the log.
  private func reason(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.label(.for("reason")) {
        Words.paper.reason[language] + " – " + Words.paper.reasonHint[language]
      }
      Tag.textarea(.id("reason"), .name("reason"), .rows(2), .minlength(10), .required) {
        values.first("reason") ?? ""
      }
    }
  }

  /// The name in the other language of the papers.
  private func otherTitle(_ language: MessageLanguage) -> (String, String)? {
    language == .kk ? ("ru", form.kind.title.ru) : ("kk", form.kind.title.kk)
  }

  private var isFurtherGiven: Bool {
    (form.further.flatMap(\.controls) + form.spare).contains { control in
      values.has(control.place) && values.first(control.place) != nil
        || (findings ?? []).contains {
          $0.level == .error && form.control(at: $0.place)?.place == control.place
        }
    }
  }

  private func card(
    _ section: FormSection, _ view: ControlView, _ language: MessageLanguage
  ) -> HTML {
    Tag.section(.class("card"), .data("subject", section.subject.rawValue)) {
      Tag.h2 { Words.subjects[section.subject]?[language] ?? "" }
      if section.controls.contains(where: { $0.content == .flag }) {
        Tag.p(.class("hint")) {
          asksEveryFact && section == form.sections.last
            ? words.unticked[language] : words.untickedSilent[language]
        }
      }
      Tag.div(.class("grid")) {
        for control in section.controls { view.field(control) }
      }
    }
  }

  private func bar(_ context: DeskContext) -> HTML {
    let language = context.language
    return Tag.div(.class("bar")) {
      Tag.button(
        .class("primary"), .type("submit"), .data("action", primary.0), .data("key", "ctrl-enter")
      ) {
        Tag.span { primary.1[language] }
        Tag.kbd(.aria("hidden", "true")) { "Ctrl ⏎" }
      }
      Tag.button(
        .type("submit"), .formaction(check), .data("action", "check")
      ) {
        Tag.span { words.check[language] }
      }
      Tag.span(.class("keys"), .aria("hidden", "true")) {
        Tag.kbd { "F8" }
        " – " + words.nextFinding[language]
      }
    }
  }

  private var primary: (String, Message) {
    switch purpose {
    case .issue: ("issue", words.issue)
    case .reject: ("correct", Words.batch.issueCorrected)
    case .revocation: ("propose", Words.paper.propose)
    }
  }

  public func aside(in context: DeskContext) -> HTML? {
    let language = context.language
    return Tag.aside(.class("side"), .aria("label", words.preview[language])) {
      Tag.header {
        Tag.strong { words.preview[language] }
        Tag.span { words.previewNote[language] }
      }
      Tag.div(
        .class("sheet"), .id("preview"), .data("state", "empty"), .tabindex(0), .role("region"),
        .aria("label", words.previewAlt[language])
      ) {
        Tag.p(.class("empty")) { words.previewEmpty[language] }
        Tag.img(.alt(words.previewAlt[language]), .hidden)
      }
      Tag.footer { words.previewFoot[language] }
    }
  }
}

/// The countries that a control of a country offers.
struct CountryList {
  let countries: CountryNames
  let language: MessageLanguage

  var html: HTML {
    Tag.datalist(.id("countries-" + language.rawValue)) {
      for code in countries.codes {
        if let name = countries.name(code) {
          Tag.option(.value(name[language])) {
            MessageLanguage.allCases.filter { $0 != language }.map { name[$0] }
              .joined(separator: " · ") + " · " + code
          }
        }
      }
    }
  }
}
