public import TamgaDomain
import TamgaFormats
import TamgaRegister
import TamgaSeal
import TamgaTemplates

extension Office {
  /// Counts what was done from one day to another, both included.
  ///
  /// - Parameter bodies: Nil for all.
  public func statistics(
    from: CalendarDate, through: CalendarDate, bodies: [String]? = nil
  ) throws -> OfficeStatistics {
    let zone = configuration.zone
    let begin = zone.startOfDay(from)
    let counts = try register.statistics(
      StatisticsQuestion(
        from: from, through: through,
        moments: begin..<max(begin, zone.endOfDay(through) + 1), bodies: bodies))
    let (grounds, unknown) = try grounds(from, through, bodies)
    return OfficeStatistics(
      from: from, through: through, days: counts.days, acts: counts.acts, grounds: grounds,
      refusalsWithoutRecord: unknown,
      waiting: OfficeStatistics.Waiting(seconds: counts.handovers))
  }

  /// Papers read at a time.
  private static let page = 500

  // A ground stands in the record alone, which goes with its retention.
  private func grounds(
    _ from: CalendarDate, _ through: CalendarDate, _ bodies: [String]?
  ) throws -> ([OfficeStatistics.Ground], unknown: Int) {
    var grounds: [OfficeStatistics.Ground] = []
    var unknown = 0
    let refusals = library.templates.values.map(\.kind).filter {
      $0.effect == .refuses && !$0.groundKinds.isEmpty
    }
    for kind in refusals.sorted(by: { $0.id < $1.id }) {
      let fields = kind.fields.filter { $0.type == .grounds }.map(\.name)
      var counts: [String: Int] = [:]
      var last: Int64 = 0
      while true {
        let papers = try register.papers(
          PaperFilter(
            document: kind.id, states: [.issued, .void], issuedFrom: from, issuedThrough: through),
          after: last, limit: Self.page)
        for paper in papers where bodies?.contains(paper.issuingBody) ?? true {
          guard let record = try register.record(of: paper.serial),
            let value = try? JSONReader.strictValue(of: record)["fields"]
          else {
            unknown += 1
            continue
          }
          for field in fields {
            guard case .array(let ids)? = value[field] else { continue }
            for id in Set(ids.compactMap(\.text)) { counts[id, default: 0] += 1 }
          }
        }
        guard let end = papers.last?.serial else { break }
        last = end
      }
      grounds += counts.sorted { $0.key < $1.key }.map {
        OfficeStatistics.Ground(ground: $0.key, document: kind.id, papers: $0.value)
      }
    }
    return (grounds, unknown)
  }
}
