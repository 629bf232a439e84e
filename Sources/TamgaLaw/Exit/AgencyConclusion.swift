import TamgaDomain
import TamgaFormats

/// What an agency answered: the grounds it found, or none.
struct AgencyConclusion: Hashable, Sendable {
  let agency: Agency
  let date: CalendarDate
  /// Empty when nothing stands in the way.
  let grounds: [ExitGround]

  /// Conclusions in one record; four agencies with several answers each are fewer.
  static let most = 32
}

/// The fact `conclusions`, and what in it cannot be read.
struct AgencyConclusions: Sendable {
  private(set) var all: [AgencyConclusion] = []
  private(set) var flaws: [StructureFlaw] = []

  /// Reads a list of `{"agency", "date", "groundIds"}`; `groundIds` may be absent. Further members
  /// are left alone, as unknown facts are.
  init(_ value: JSONValue, at place: JSONPointer) {
    guard case .array(let items) = value, items.count <= AgencyConclusion.most else {
      let most = AgencyConclusion.most
      flaws.append(
        StructureFlaw(
          place, kk: "қорытындылар тізімі, ең көбі \(most)",
          ru: "список заключений, не более \(most)", en: "a list of at most \(most) conclusions"))
      return
    }
    for (index, item) in items.enumerated() { read(item, at: place.appending(index)) }
  }

  private mutating func read(_ item: JSONValue, at place: JSONPointer) {
    guard item.members != nil else {
      flaws.append(
        StructureFlaw(
          place, kk: "{\"agency\", \"date\", \"groundIds\"} объектісі",
          ru: "объект {\"agency\", \"date\", \"groundIds\"}",
          en: "an object {\"agency\", \"date\", \"groundIds\"}"))
      return
    }
    let agency = item["agency"]?.text.flatMap(Agency.init)
    if agency == nil {
      let words = Agency.allCases.map(\.rawValue).joined(separator: ", ")
      flaws.append(
        StructureFlaw(
          place.appending("agency"), kk: "мыналардың бірі: \(words)", ru: "одно из слов \(words)",
          en: "one of \(words)"))
    }
    let date = item["date"]?.text.flatMap { CalendarDate(iso: $0) }
    if date == nil { flaws.append(.date(place.appending("date"))) }
    let grounds = grounds(item["groundIds"], at: place.appending("groundIds"))
    guard let agency, let date, let grounds else { return }
    all.append(AgencyConclusion(agency: agency, date: date, grounds: grounds))
  }

  private mutating func grounds(_ value: JSONValue?, at place: JSONPointer) -> [ExitGround]? {
    let ids: [JSONValue]
    switch value {
    case nil, .null?: return []
    case .array(let items)?: ids = items
    default: ids = []
    }
    let grounds = ids.compactMap { $0.text.flatMap(ExitGround.init) }
    guard case .array? = value, grounds.count == ids.count, Set(grounds).count == ids.count else {
      flaws.append(
        StructureFlaw(
          place, kk: "бас тарту негіздерінің тізімі (EXIT-R1 … EXIT-R8), әрқайсысы бір рет",
          ru: "список оснований отказа (EXIT-R1 … EXIT-R8), каждое один раз",
          en: "a list of grounds of refusal (EXIT-R1 … EXIT-R8), each once"))
      return nil
    }
    return grounds
  }
}

extension RuleContext {
  /// The conclusions of the agencies.
  func conclusions() throws(Unanswered) -> AgencyConclusions {
    AgencyConclusions(
      try self[\.conclusions], at: factPlace(\.conclusions))
  }

  /// The day of the decision; that of the paper where the record gives no other.
  func decisionDay() throws(Unanswered) -> CalendarDate {
    try has(\.decisionDate) ? self[\.decisionDate] : issueDate()
  }
}
