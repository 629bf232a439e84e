import TamgaDomain

/// What stands around every page: head, search, navigation, languages, who is signed in.
struct DeskFrame {
  let context: DeskContext
  private var language: MessageLanguage { context.language }
  private var words: FrameWords { Words.frame }

  func document(_ view: some DeskView) -> HTML {
    let isSignedIn = context.account != nil
    let aside = view.aside(in: context)
    return Tag.html(.lang(language.rawValue)) {
      Tag.head {
        Tag.meta(.charset("utf-8"))
        Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        Tag.meta(.name("robots"), .content("noindex"))
        Tag.title { view.title(in: language)[language] + " · Tamga" }
        Tag.link(.rel("stylesheet"), .href(context.style))
        Tag.script(.src(context.script), .defer)
      }
      Tag.body(
        .data("view", view.name), .data("csrf", context.csrf),
        .data("signed", isSignedIn ? "in" : "out"), aside == nil ? nil : .data("aside")
      ) {
        Tag.a(.class("skip"), .href(.place("main"))) { words.skip[language] }
        head(view)
        if let account = context.account { navigation(account, view.place) }
        Tag.main(.id("main"), .tabindex(-1)) { view.main(in: context) }
        if let aside { aside }
        Tag.div(.id("saying"), .class("unseen"), .role("status"))
      }
    }
  }

  // MARK: Head

  private func head(_ view: some DeskView) -> HTML {
    Tag.header(.class("top")) {
      Tag.a(.class("brand"), .href(Link(context.account == nil ? "login" : "desk"))) { "TAMGA" }
      if context.account?.role.maySearch == true { searchBox }
      Tag.div(.class("who")) {
        languageLinks(view)
        if let account = context.account {
          Tag.span(.class("account")) {
            Tag.strong { account.name }
            Tag.span(.class("role"), .data("role", account.role.rawValue)) {
              words.role(account.role)[language] + " · " + account.place[language]
            }
          }
          Tag.form(.method(.post), .action(Link("logout")), .class("inline")) {
            csrf
            Tag.button(.class("plain"), .data("action", "logout")) { words.signOut[language] }
          }
        }
      }
    }
  }

  private var searchBox: HTML {
    Tag.form(
      .class("search"), .role("search"), .method(.post), .action(Link("desk", "search")),
      .data("form", "search")
    ) {
      csrf
      Tag.label(.class("unseen"), .for("q")) { words.search[language] }
      Tag.input(
        .id("q"), .name("q"), .type("search"), .autocomplete("off"), .spellcheck(false),
        .placeholder(words.searchHint[language]), .maxlength(200), .data("key", "/"))
      Tag.kbd(.aria("hidden", "true")) { "/" }
      Tag.div(.id("hits"), .class("hits"), .hidden)
    }
  }

  private func languageLinks(_ view: some DeskView) -> HTML {
    Tag.nav(.class("languages"), .aria("label", words.languages[language])) {
      for (tongue, short, full) in Self.tongues {
        Tag.a(
          .href(link(to: tongue, view)), .lang(tongue.rawValue), .title(full),
          tongue == language ? .aria("current", "true") : nil
        ) { short }
      }
    }
  }

  private func link(to tongue: MessageLanguage, _ view: some DeskView) -> Link {
    let query = [("lang", tongue.rawValue)]
    return view.address.map { $0.adding(query: query) } ?? .here(query: query)
  }

  private static let tongues: [(MessageLanguage, String, String)] = [
    (.kk, "Қаз", "Қазақша"), (.ru, "Рус", "Русский"), (.en, "Eng", "English"),
  ]

  private var csrf: HTML { HTML.csrf(context.csrf) }

  // MARK: Navigation

  private func navigation(_ account: DeskAccount, _ current: DeskPlace?) -> HTML {
    Tag.nav(.class("places"), .aria("label", words.sections[language])) {
      Tag.ul {
        for item in items(account.role) {
          Tag.li {
            Tag.a(.href(item.link), item.place == current ? .aria("current", "page") : nil) {
              Tag.span { item.words[language] }
              if item.count > 0 { Tag.span(.class("badge")) { "\(item.count)" } }
              if let key = item.key { Tag.kbd(.aria("hidden", "true")) { key } }
            }
          }
        }
      }
      Tag.p(.class("foot")) {
        Tag.a(.href(Link("v"))) { words.checkPage[language] }
      }
    }
  }

  private struct Item {
    let place: DeskPlace
    let words: Message
    let link: Link
    var key: String?
    var count = 0
  }

  private func items(_ role: DeskRole) -> [Item] {
    var items: [Item] = []
    if role != .administrator {
      items.append(
        Item(
          place: .search, words: role.maySearch ? words.search : Words.search.home,
          link: Link("desk"), key: role.maySearch ? "/" : nil))
    }
    if role.mayIssue {
      items.append(Item(place: .new, words: words.newPaper, link: Link("desk", "new"), key: "N"))
    }
    if role.seesBatches {
      items.append(
        Item(
          place: .batches, words: words.batches, link: Link("desk", "batches"),
          count: context.counts.rejects))
    }
    if role == .supervisor {
      items.append(
        Item(
          place: .proposals, words: words.proposals, link: Link("desk", "proposals"),
          count: context.counts.proposals))
    }
    if role == .supervisor || role == .auditor {
      items.append(
        Item(place: .statistics, words: words.statistics, link: Link("desk", "statistics")))
    }
    if role == .auditor {
      items.append(Item(place: .log, words: words.log, link: Link("desk", "log")))
    }
    if role == .administrator {
      items.append(Item(place: .users, words: words.users, link: Link("desk", "users")))
    }
    return items
  }
}

extension HTML {
  /// The hidden token that every changing form holds.
  static func csrf(_ token: String) -> HTML {
    Tag.input(.type("hidden"), .name("csrf"), .value(token))
  }
}
