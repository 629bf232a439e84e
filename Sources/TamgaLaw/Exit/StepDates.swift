import TamgaDomain
import TamgaFormats

/// The fact `stepDates`: on which day each step of the service was done.
struct StepDates: Sendable {
  private(set) var days: [Int: CalendarDate] = [:]
  private(set) var flaws: [StructureFlaw] = []

  /// The steps of MIA order 596, annex 1 table 1.
  static let steps = 1...14

  /// Reads an object of step numbers and ISO dates; null stands for a step not done yet.
  init(_ value: JSONValue, at place: JSONPointer) {
    guard case .object(let members) = value else {
      flaws.append(Self.shape(place))
      return
    }
    for member in members where !member.key.hasPrefix("x-") {
      let inner = place.appending(member.key)
      guard let step = Int(member.key), Self.steps.contains(step), String(step) == member.key else {
        flaws.append(Self.shape(inner))
        continue
      }
      if member.value == .null { continue }
      guard let day = member.value.text.flatMap({ CalendarDate(iso: $0) }) else {
        flaws.append(.date(inner))
        continue
      }
      days[step] = day
    }
  }

  private static func shape(_ place: JSONPointer) -> StructureFlaw {
    StructureFlaw(
      place, kk: "1-ден 14-ке дейінгі қадам нөмірі және күні",
      ru: "номер шага от 1 до 14 и дата", en: "a step number from 1 to 14 and a date")
  }

  /// The day from which the time of `step` runs; nil while it is not known.
  ///
  /// The steps follow each other, but for the four agencies, which are asked together (5 to 8), and
  /// the military office (12), to which only those liable for service go.
  func start(of step: Int) -> CalendarDate? {
    switch step {
    case 5...8: return days[4]
    case 9:
      let conclusions = (5...8).compactMap { days[$0] }
      return conclusions.count == 4 ? conclusions.max() : nil
    case 13: return days[12] ?? days[11]
    default: return days[step - 1]
    }
  }
}

extension RuleContext {
  /// The days of the steps.
  func stepDates() throws(Unanswered) -> StepDates {
    StepDates(
      try self[\.stepDates], at: factPlace(\.stepDates))
  }
}
