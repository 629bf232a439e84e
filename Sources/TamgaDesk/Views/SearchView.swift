public import TamgaDomain

/// The first page: search, what was found, and the numbers of the latest batch.
public struct SearchView: DeskView {
  /// A paper that was found.
  public struct Row: Hashable, Sendable {
    public let document: String
    public let title: Message
    /// With the copy: `ALA-26-0000017-4~2`.
    public let number: String
    public let status: String
    /// Whether only its term has ended.
    public let isOver: Bool
    public let issueDate: CalendarDate?
    /// Nil after the retention.
    public let name: String?
    public let passport: String?

    public init(
      document: String, title: Message, number: String, status: String, isOver: Bool = false,
      issueDate: CalendarDate?, name: String?, passport: String?
    ) {
      self.document = document
      self.title = title
      self.number = number
      self.status = status
      self.isOver = isOver
      self.issueDate = issueDate
      self.name = name
      self.passport = passport
    }
  }

  /// What was searched for; nil before a search.
  public let query: String?
  public let rows: [Row]
  /// There are more than are shown.
  public let hasMore: Bool
  /// Of the latest batch; nil where there is none.
  public let batch: BatchView.Counts?
  /// Papers that were printed and neither handed over nor spoilt since.
  public let awaited: [Row]
  /// Proposals of others that this person may confirm.
  public let proposals: Int

  public init(
    query: String? = nil, rows: [Row] = [], hasMore: Bool = false, batch: BatchView.Counts? = nil,
    awaited: [Row] = [], proposals: Int = 0
  ) {
    self.query = query
    self.rows = rows
    self.hasMore = hasMore
    self.batch = batch
    self.awaited = awaited
    self.proposals = proposals
  }

  public var name: String { query == nil ? "desk" : "search" }
  public var place: DeskPlace? { .search }
  public var address: Link? { Link("desk") }
  private var words: SearchWords { Words.search }
  public func title(in language: MessageLanguage) -> Message {
    query == nil ? words.home : words.title
  }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    let maySearch = context.account?.role.maySearch ?? false
    return HTML {
      Tag.h1 { title(in: language)[language] }
      if maySearch {
        Tag.form(
          .class("card find"), .method(.post), .action(Link("desk", "search")),
          .data("form", "find")
        ) {
          HTML.csrf(context.csrf)
          Tag.label(.for("find")) { words.lead[language] }
          Tag.div(.class("line")) {
            Tag.input(
              .id("find"), .name("q"), .type("text"), .value(query ?? ""), .maxlength(200),
              .autocomplete("off"), .spellcheck(false), query == nil ? .autofocus : nil)
            Tag.button(.class("primary"), .data("action", "search")) { words.find[language] }
          }
        }
      }
      if query != nil { results(language) }
      if proposals > 0 {
        Tag.p(.class("note")) {
          Tag.a(.href(Link("desk", "proposals")), .data("count", "proposals")) {
            words.proposals[language] + ": \(proposals)"
          }
        }
      }
      if !awaited.isEmpty {
        Tag.section(.class("card"), .data("list", "awaited")) {
          Tag.h2(.id("awaited")) { words.awaited[language] + ": \(awaited.count)" }
          PaperTable(rows: awaited, language: language, heading: "awaited").html
        }
      }
      if let batch {
        Tag.section(.class("card")) {
          Tag.h2 { words.tonight[language] }
          batch.list(language)
        }
      }
    }
  }

  private func results(_ language: MessageLanguage) -> HTML {
    Tag.section(.class("card")) {
      Tag.h2(.id("found")) { words.found[language] + ": \(rows.count)" }
      if rows.isEmpty {
        Tag.p { words.none[language] }
      } else {
        PaperTable(rows: rows, language: language, heading: "found").html
      }
      if hasMore { Tag.p(.class("hint")) { words.more[language] } }
    }
  }
}

/// Papers line by line.
struct PaperTable {
  let rows: [SearchView.Row]
  let language: MessageLanguage
  /// The id of the heading above.
  let heading: String
  private var words: SearchWords { Words.search }

  var html: HTML {
    Tag.div(.class("wide-table"), .tabindex(0), .role("region"), .aria("labelledby", heading)) {
      Tag.table {
        Tag.thead {
          Tag.tr {
            for heading in [
              words.number, words.holder, words.passport, words.kind, words.day, words.status,
            ] {
              Tag.th(.scope("col")) { heading[language] }
            }
          }
        }
        Tag.tbody {
          for row in rows {
            Tag.tr(.data("row", row.number), .data("document", row.document)) {
              Tag.th(.scope("row")) {
                Tag.a(.class("code"), .href(Link("desk", "papers", row.document, row.number))) {
                  row.number
                }
              }
              Tag.td(.class("name")) { row.name ?? "–" }
              Tag.td(.class("code")) { row.passport ?? "–" }
              Tag.td { row.title[language] }
              Tag.td { row.issueDate?.printed ?? "–" }
              Tag.td(.class("state"), .data("status", row.status)) {
                Words.paper.status(row.status, isOver: row.isOver)[language]
              }
            }
          }
        }
      }
    }
  }
}
