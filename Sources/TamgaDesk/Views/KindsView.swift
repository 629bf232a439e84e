public import TamgaDomain

/// The kinds of paper that can be issued, by service.
public struct KindsView: DeskView {
  public let kinds: [DocumentKind]

  public init(_ kinds: [DocumentKind]) { self.kinds = kinds }

  public var name: String { "kinds" }
  public var place: DeskPlace? { .new }
  public var address: Link? { Link("desk", "new") }
  private var words: SearchWords { Words.search }
  public func title(in language: MessageLanguage) -> Message { words.kinds }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.h1 { words.kinds[language] }
      Tag.div(.class("card find")) {
        Tag.label(.for("filter")) { words.filter[language] }
        Tag.input(
          .id("filter"), .type("text"), .autocomplete("off"), .spellcheck(false), .autofocus,
          .data("filter", "kinds"))
      }
      Tag.p(.class("hint"), .id("no-kind"), .hidden) { words.noKind[language] }
      Tag.div(.class("kinds")) {
        for service in Service.allCases {
          let own = kinds.filter { $0.service == service }.sorted(by: order)
          if !own.isEmpty {
            Tag.section(.class("card"), .data("service", service.rawValue)) {
              Tag.h2 { words.service(service)[language] }
              Tag.ul {
                for kind in own { line(kind, language) }
              }
            }
          }
        }
      }
    }
  }

  private func order(_ a: DocumentKind, _ b: DocumentKind) -> Bool {
    func rank(_ kind: DocumentKind) -> Int {
      DecisionAction.allCases.firstIndex(of: kind.action) ?? 0
    }
    return (rank(a), a.code) < (rank(b), b.code)
  }

  private func line(_ kind: DocumentKind, _ language: MessageLanguage) -> HTML {
    Tag.li(
      .data("kind", kind.id),
      .data(
        "words",
        MessageLanguage.allCases.map { kind.title[$0] }.joined(separator: " ") + " " + kind.code)
    ) {
      Tag.a(.href(Link("desk", "new", kind.id))) { kind.title[language] }
      Tag.small {
        words.action(kind.action)[language] + " · "
        Tag.code { kind.code }
      }
    }
  }
}
