public import TamgaDomain

/// What could not be done, for a person in front of a browser.
public struct ProblemView: DeskView {
  public let status: Int
  public let code: String
  public let head: Message
  public let detail: Message
  /// The name of the request, as the log has it.
  public let request: String

  public init(status: Int, code: String, title: Message, detail: Message, request: String) {
    self.status = status
    self.code = code
    head = title
    self.detail = detail
    self.request = request
  }

  public var name: String { "problem" }
  private var words: ProblemWords { Words.problem }
  public func title(in language: MessageLanguage) -> Message { head }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return Tag.div(.class("gate"), .data("problem", code), .data("status", "\(status)")) {
      Tag.h1 { head[language] }
      Tag.p(.class("lead")) { detail[language].capitalised + "." }
      Tag.p {
        Tag.a(.class("button"), .href(context.account == nil ? Link("login") : Link("desk"))) {
          context.account == nil ? Words.signIn.title[language] : words.toDesk[language]
        }
      }
      Tag.p(.class("hint")) {
        words.hint[language] + " " + words.code[language] + ": "
        Tag.code { code }
        ". " + words.request[language] + ": "
        Tag.code { request }
      }
    }
  }
}
