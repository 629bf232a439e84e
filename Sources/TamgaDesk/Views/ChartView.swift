public import TamgaDomain

/// Numbers of a period: bars, and the same as a table.
public struct Chart: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case byKind = "by-kind"
    case byDay = "by-day"
    case byGround = "by-ground"
    case byRule = "by-rule"
    case prints
    /// From the issue of a paper to its hand-over.
    case waiting
  }

  public struct Bar: Hashable, Sendable {
    public let label: Message
    public let value: Int

    public init(_ label: Message, _ value: Int) {
      self.label = label
      self.value = value
    }

    /// A bar of what happened to papers, by the word of the log.
    public init(event: String, _ value: Int) {
      self.init(Words.paper.event(event), value)
    }

    /// A bar of one day.
    public init(_ day: CalendarDate, _ value: Int) {
      self.init(Message(both: day.printed), value)
    }
  }

  public let subject: Subject
  public let bars: [Bar]

  public init(_ subject: Subject, _ bars: [Bar]) {
    self.subject = subject
    self.bars = bars
  }

  var title: Message {
    switch subject {
    case .byKind: Words.review.byKind
    case .byDay: Words.review.byDay
    case .byGround: Words.review.byGround
    case .byRule: Words.review.byRule
    case .prints: Words.review.prints
    case .waiting: Words.review.waiting
    }
  }
}

/// Draws a chart: lengths from nought, so that they compare as the numbers do.
struct ChartView {
  let chart: Chart
  let language: MessageLanguage
  private var words: ReviewWords { Words.review }
  private static let width = 640
  private static let height = 180

  var html: HTML {
    Tag.figure(.class("card chart"), .data("chart", chart.subject.rawValue)) {
      Tag.figcaption {
        Tag.h2 { chart.title[language] }
        Tag.span(.class("quiet")) { words.total[language] + ": \(total)" }
      }
      if chart.bars.isEmpty {
        Tag.p(.class("quiet")) { words.nothing[language] }
      } else {
        if chart.subject == .byDay { columns } else { rows }
      }
      table
    }
  }

  private var total: Int { chart.bars.map(\.value).reduce(0, +) }
  private var greatest: Int { max(chart.bars.map(\.value).max() ?? 0, 1) }

  /// One column a day.
  private var columns: HTML {
    let count = chart.bars.count
    let step = max(Self.width / max(count, 1), 1)
    let thick = max(step * 7 / 10, 1)
    let base = Self.height - 24
    return Tag.svg(
      .viewBox("0 0 \(Self.width) \(Self.height)"), .role("img"), .aria("label", summary)
    ) {
      Tag.line(.class("axis"), .x1(0), .y1(base), .x2(Self.width), .y2(base))
      for (index, bar) in chart.bars.enumerated() {
        let length = (base - 16) * bar.value / greatest
        Tag.rect(
          .x(index * step + (step - thick) / 2), .y(base - length), .width(thick),
          .height(max(length, bar.value > 0 ? 1 : 0)))
      }
      for index in marks(count) {
        Tag.text(
          .x(min(index * step, Self.width - 70)), .y(Self.height - 6)
        ) { chart.bars[index].label[language] }
      }
      Tag.text(.x(0), .y(11)) { "\(greatest)" }
    }
  }

  /// The days that are named: the first, the last, some between.
  private func marks(_ count: Int) -> [Int] {
    let shown = min(count, 6)
    guard shown > 1 else { return [0] }
    return (0..<shown).map { $0 * (count - 1) / (shown - 1) }
  }

  /// One line a bar, its words over it.
  private var rows: HTML {
    let shown = chart.bars.prefix(12)
    let step = 40
    return Tag.svg(
      .viewBox("0 0 \(Self.width) \(step * shown.count)"), .role("img"), .aria("label", summary)
    ) {
      for (index, bar) in shown.enumerated() {
        let length = (Self.width - 70) * bar.value / greatest
        Tag.text(.x(0), .y(index * step + 14)) { Self.cut(bar.label[language]) }
        Tag.rect(
          .x(0), .y(index * step + 20), .width(max(length, bar.value > 0 ? 1 : 0)), .height(12))
        Tag.text(.class("value"), .x(length + 8), .y(index * step + 31)) { "\(bar.value)" }
      }
    }
  }

  private static func cut(_ text: String) -> String {
    text.count > 84 ? text.prefix(82) + "…" : text
  }

  private var summary: String {
    let best = chart.bars.max { $0.value < $1.value }
    return chart.title[language] + ". " + words.total[language] + ": \(total). "
      + (best.map { $0.label[language] + ": \($0.value)" } ?? "")
  }

  private var table: HTML {
    Tag.details(.class("numbers")) {
      Tag.summary { words.table[language] }
      Tag.table {
        Tag.caption(.class("unseen")) { chart.title[language] }
        Tag.thead {
          Tag.tr {
            Tag.th(.scope("col")) { words.what[language] }
            Tag.th(.scope("col"), .class("number")) { words.count[language] }
          }
        }
        Tag.tbody {
          for bar in chart.bars {
            Tag.tr {
              Tag.th(.scope("row")) { bar.label[language] }
              Tag.td(.class("number")) { "\(bar.value)" }
            }
          }
        }
      }
    }
  }
}

/// Charts of a period, without personal data.
public struct StatisticsView: DeskView {
  public let from: CalendarDate
  public let to: CalendarDate
  public let charts: [Chart]

  public init(from: CalendarDate, to: CalendarDate, charts: [Chart]) {
    self.from = from
    self.to = to
    self.charts = charts
  }

  public var name: String { "statistics" }
  public var place: DeskPlace? { .statistics }
  public var address: Link? {
    Link("desk", "statistics", query: [("from", from.iso), ("to", to.iso)])
  }
  private var words: ReviewWords { Words.review }
  public func title(in language: MessageLanguage) -> Message { words.statistics }

  public func main(in context: DeskContext) -> HTML {
    let language = context.language
    return HTML {
      Tag.h1 { words.statistics[language] }
      Tag.form(
        .class("card line period"), .method(.get), .action(Link("desk", "statistics")),
        .data("form", "period")
      ) {
        day("from", words.from[language], from)
        day("to", words.to[language], to)
        Tag.button(.data("action", "show")) { words.show[language] }
        Tag.span(.class("hint")) { words.noPersonal[language] }
      }
      Tag.div(.class("charts")) {
        for chart in charts { ChartView(chart: chart, language: language).html }
      }
    }
  }

  private func day(_ name: String, _ label: String, _ value: CalendarDate) -> HTML {
    Tag.div {
      Tag.label(.for(name)) { label }
      Tag.input(.id(name), .name(name), .type("date"), .value(value.iso))
    }
  }
}
