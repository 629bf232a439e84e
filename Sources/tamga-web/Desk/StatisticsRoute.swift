import Hummingbird
import TamgaDesk
import TamgaDomain
import TamgaIssue
import TamgaRegister
import TamgaTemplates

/// `GET /desk/statistics`: what was issued, refused, printed and handed over in a time.
struct StatisticsRoute: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  /// Days that are shown where none are asked for, and at most.
  private static let usual = 30
  private static let most = 3_700
  /// Days of a time of which each has its bar, also an empty one.
  private static let eachDay = 92

  func answer(_ call: Call) async throws -> Response {
    let today = desk.office.today
    let to = try Self.day(call.query("to")) ?? today
    let from = try Self.day(call.query("from")) ?? to.adding(days: 1 - Self.usual)
    guard from <= to, to.daysSinceEpoch - from.daysSinceEpoch < Self.most else {
      throw WebProblem.malformed(.query)
    }
    let bodies = call.caller.visibleBodies
    let sums = try await desk.reading.orBusy {
      try desk.office.statistics(from: from, through: to, bodies: bodies)
    }
    return pages.answer(StatisticsView(from: from, to: to, charts: charts(sums)), call)
  }

  /// An empty field of the form asks nothing.
  private static func day(_ text: String?) throws -> CalendarDate? {
    guard let text, !text.isEmpty else { return nil }
    guard let day = CalendarDate(iso: text) else { throw WebProblem.malformed(.day) }
    return day
  }

  private func charts(_ sums: OfficeStatistics) -> [Chart] {
    let library = desk.office.library
    func title(_ document: String) -> Message {
      library.kind(document)?.title ?? Message(kk: document, ru: document, en: document)
    }
    func summed<Key: Hashable>(_ pairs: [(Key, Int)]) -> [Key: Int] {
      Dictionary(pairs, uniquingKeysWith: +)
    }
    let kinds = summed(sums.days.map { ($0.document, $0.papers) })
    let grounds = summed(sums.grounds.map { ($0.ground, $0.papers) })
    return [
      Chart(.byDay, days(sums, summed(sums.days.map { ($0.day, $0.papers) }))),
      Chart(
        .byKind,
        kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { Chart.Bar(title($0.key), $0.value) }),
      Chart(
        .byGround,
        grounds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ground, papers in
          let words = library.shared.grounds[ground]?.text
          return Chart.Bar(
            Message(
              kk: "\(ground). \(words?.kk ?? "")", ru: "\(ground). \(words?.ru ?? "")",
              en: ground), papers)
        } + unknown(sums)),
      Chart(
        .prints,
        [PaperMove.reprint, .spoil, .handOver].map {
          Chart.Bar(event: $0.rawValue, sums.count($0))
        }),
      Chart(.waiting, waiting(sums.waiting.seconds)),
    ]
  }

  private func unknown(_ sums: OfficeStatistics) -> [Chart.Bar] {
    guard sums.refusalsWithoutRecord > 0 else { return [] }
    return [
      Chart.Bar(
        Message(
          kk: "негізі жойылған (сақтау мерзімі өткен)", ru: "основание удалено по сроку хранения",
          en: "ground removed after its retention"), sums.refusalsWithoutRecord)
    ]
  }

  private func days(_ sums: OfficeStatistics, _ papers: [CalendarDate: Int]) -> [Chart.Bar] {
    let length = sums.through.daysSinceEpoch - sums.from.daysSinceEpoch
    guard length < Self.eachDay else {
      return papers.sorted { $0.key < $1.key }.map { Chart.Bar($0.key, $0.value) }
    }
    return (0...length).map { offset in
      let day = sums.from.adding(days: offset)
      return Chart.Bar(day, papers[day] ?? 0)
    }
  }

  private func waiting(_ seconds: [Int64]) -> [Chart.Bar] {
    guard !seconds.isEmpty else { return [] }
    let bounds: [(Int64, Message)] = [
      (600, Message(kk: "10 минутқа дейін", ru: "до 10 минут", en: "up to 10 minutes")),
      (3_600, Message(kk: "1 сағатқа дейін", ru: "до 1 часа", en: "up to 1 hour")),
      (86_400, Message(kk: "1 тәулікке дейін", ru: "до 1 суток", en: "up to 1 day")),
      (3 * 86_400, Message(kk: "3 тәулікке дейін", ru: "до 3 суток", en: "up to 3 days")),
      (.max, Message(kk: "одан ұзақ", ru: "дольше", en: "longer")),
    ]
    var last: Int64 = -1
    return bounds.map { bound, label in
      defer { last = bound }
      return Chart.Bar(label, seconds.count { $0 > last && $0 <= bound })
    }
  }
}
