public import TamgaDomain

/// The pages before the desk: login, second factor, change of a drawn password.
public struct SignInView: DeskView {
  public enum Step: Hashable, Sendable {
    case login, second, password
  }

  public enum Refusal: Hashable, Sendable {
    /// Login, password or code, whatever it was.
    case refused
    case tooMany
    case passwordShort, passwordDiffers, passwordRefused
  }

  public let step: Step
  public let refusal: Refusal?
  /// A path of ours to go to afterwards.
  public let next: String?

  public init(_ step: Step, refusal: Refusal? = nil, next: String? = nil) {
    self.step = step
    self.refusal = refusal
    self.next = next
  }

  private var words: SignInWords { Words.signIn }

  public var name: String {
    switch step {
    case .login: "login"
    case .second: "second"
    case .password: "password"
    }
  }

  public func title(in language: MessageLanguage) -> Message {
    switch step {
    case .login: words.title
    case .second: words.secondTitle
    case .password: words.passwordTitle
    }
  }

  public var address: Link? {
    switch step {
    case .login: next.map { Link("login", query: [("next", $0)]) } ?? Link("login")
    case .second: Link("login", "second")
    case .password: Link("password")
    }
  }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return Tag.div(.class("gate")) {
      Tag.h1 { title(in: language)[language] }
      Tag.p(.class("lead")) { lead[language] }
      if let refusal {
        Tag.p(.class("fault"), .role("alert"), .id("fault")) { message(of: refusal)[language] }
      }
      Tag.form(.method(.post), .action(action), .data("form", name)) {
        HTML.csrf(context.csrf)
        if let next, step == .login {
          Tag.input(.type("hidden"), .name("next"), .value(next))
        }
        controls(language)
        Tag.button(.class("primary"), .type("submit"), .data("action", name)) {
          button[language]
        }
      }
    }
  }

  private var lead: Message {
    switch step {
    case .login: words.lead
    case .second: words.secondLead
    case .password: words.passwordLead
    }
  }

  private var button: Message {
    switch step {
    case .login: words.enter
    case .second: words.confirm
    case .password: words.change
    }
  }

  private var action: Link {
    switch step {
    case .login: Link("login")
    case .second: Link("login", "second")
    case .password: Link("password")
    }
  }

  private func message(of refusal: Refusal) -> Message {
    switch refusal {
    case .refused: step == .second ? words.codeRefused : words.refused
    case .tooMany: words.tooMany
    case .passwordShort: words.passwordShort
    case .passwordDiffers: words.passwordDiffers
    case .passwordRefused: words.passwordRefused
    }
  }

  private func controls(_ language: MessageLanguage) -> HTML {
    switch step {
    case .login:
      HTML {
        control(
          "login", words.login[language], [.autocomplete("username"), .autocapitalize("none")],
          isFirst: true)
        control(
          "password", words.password[language],
          [.type("password"), .autocomplete("current-password")])
      }
    case .second:
      control(
        "code", words.code[language],
        [.inputmode("numeric"), .autocomplete("one-time-code"), .maxlength(8), .class("digits")],
        isFirst: true)
    case .password:
      HTML {
        control(
          "old", words.oldPassword[language],
          [.type("password"), .autocomplete("current-password")], isFirst: true)
        control(
          "new", words.newPassword[language],
          [.type("password"), .autocomplete("new-password"), .minlength(12)])
        control(
          "again", words.again[language],
          [.type("password"), .autocomplete("new-password"), .minlength(12)])
      }
    }
  }

  private func control(
    _ name: String, _ label: String, _ attributes: [Attribute], isFirst: Bool = false
  ) -> HTML {
    let fixed: [Attribute] = [.id(name), .name(name), .required, .spellcheck(false)]
    let marks: [Attribute] =
      (isFirst ? [.autofocus] : []) + (refusal == nil ? [] : [.aria("describedby", "fault")])
    return Tag.div(.class("control")) {
      Tag.label(.for(name)) { label }
      Tag.input.with(fixed + attributes + marks)
    }
  }
}
