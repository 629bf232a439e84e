import TamgaDomain
import TamgaFormats
import TamgaLaw

extension DecisionDecoder {
  /// Reads `facts`; nil stands for an object that cannot be used.
  mutating func facts(
    in members: [JSONValue.Member]?, _ kind: DocumentKind?
  ) -> [String: FactValue] {
    guard let members else {
      unreadable.formUnion(FactCatalogue.names)
      return [:]
    }
    var values: [String: FactValue] = [:]
    var unknown = 0
    for member in members where !member.key.hasPrefix("x-") {
      let name = member.key
      let place = JSONPointer().appending("facts").appending(name)
      guard let type = FactCatalogue.type(of: name) else {
        if unknown < RecordLimits.unknownFacts { add(unknownFact(name, kind), at: place) }
        unknown += 1
        continue
      }
      if spoiledFacts.contains(name) {
        unreadable.insert(name)
        continue
      }
      switch fact(member.value, name, type, at: place) {
      case .value(let value): values[name] = value
      case .blank: break
      case .failed: unreadable.insert(name)
      }
    }
    if unknown > RecordLimits.unknownFacts { add(.furtherUnknownFacts, at: ["facts"]) }
    return values
  }

  private func unknownFact(_ name: String, _ kind: DocumentKind?) -> RecordProblem {
    if kind?.field(name) != nil { return .unknownFact(.fields) }
    if Self.topKeys.contains(name) { return .unknownFact(.top) }
    return .unknownFact(NearestName.of(name, among: FactCatalogue.names).map { .name($0) })
  }

  private mutating func fact(
    _ value: JSONValue, _ name: String, _ type: FactType, at place: JSONPointer
  ) -> Reading<FactValue> {
    if value == .null { return .blank }
    if let text = value.text, isBlank(text) { return .blank }
    switch type {
    case .date: return date(value, at: place).map { .value(.date($0)) } ?? .failed
    case .partialDate: return partialDate(value, at: place)?.fact ?? .failed
    case .time:
      guard let text = value.text else { return failed(.type(.timeText), at: place) }
      guard let moment = Moment(iso: text), RecordLimits.years.contains(moment.date.year) else {
        return failed(.time, at: place)
      }
      return .value(.time(moment))
    case .flag:
      guard case .flag(let flag) = value else { return failed(.type(.flag), at: place) }
      return .value(.flag(flag))
    case .count:
      let limit = name.hasSuffix("Months") ? RecordLimits.months : RecordLimits.count
      return count(value, upTo: limit, at: place).map { .value(.count($0)) } ?? .failed
    case .text:
      guard let text = value.text else { return failed(.type(.text), at: place) }
      if text.contains("\n") { return failed(.newline, at: place) }
      return .value(.text(text))
    case .word(let words):
      guard let word = value.text, words.contains(word) else {
        return failed(.type(.code(words)), at: place)
      }
      return .value(.text(word))
    case .words(let words):
      let items: [JSONValue]
      if case .array(let list) = value { items = list } else { items = [value] }
      guard !items.isEmpty, items.allSatisfy({ $0.text.map { words.contains($0) } ?? false }) else {
        return failed(.type(.code(words)), at: place)
      }
      if let word = value.text { return .value(.text(word)) }
      return .value(.value(value))
    case .conclusions: return conclusions(value, at: place)
    case .stepDates: return stepDates(value, at: place)
    }
  }

  private mutating func failed(
    _ problem: RecordProblem, at place: JSONPointer
  ) -> Reading<FactValue> {
    add(problem, at: place)
    return .failed
  }

  private mutating func conclusions(
    _ value: JSONValue, at place: JSONPointer
  ) -> Reading<FactValue> {
    guard case .array(let items) = value else { return failed(.type(.conclusions), at: place) }
    var isSound = true
    for (index, item) in items.enumerated() {
      let inner = place.appending(index)
      guard case .object(let members) = item else {
        add(.type(.conclusions), at: inner)
        isSound = false
        continue
      }
      for member in members where !isConclusionMember(member, at: inner.appending(member.key)) {
        isSound = false
      }
    }
    return isSound ? .value(.value(value)) : .failed
  }

  /// Members that no rule reads pass, as unknown facts do.
  private mutating func isConclusionMember(
    _ member: JSONValue.Member, at place: JSONPointer
  ) -> Bool {
    switch (member.key, member.value) {
    case (_, .null), ("agency", .text): return true
    case ("agency", _):
      add(.type(.text), at: place)
      return false
    case ("date", let value): return date(value, at: place) != nil
    case ("groundIds", .array(let items)) where items.allSatisfy({ $0.text != nil }): return true
    case ("groundIds", _):
      add(.type(.grounds), at: place)
      return false
    default: return true
    }
  }

  private mutating func stepDates(
    _ value: JSONValue, at place: JSONPointer
  ) -> Reading<FactValue> {
    guard case .object(let members) = value else { return failed(.type(.stepDates), at: place) }
    var isSound = true
    for member in members where !member.key.hasPrefix("x-") {
      let inner = place.appending(member.key)
      let isStep =
        (1...2).contains(member.key.utf8.count)
        && member.key.utf8.allSatisfy(JSONBytes.isDigit)
      if !isStep {
        add(.type(.stepDates), at: inner)
        isSound = false
      } else if member.value != .null, date(member.value, at: inner) == nil {
        isSound = false
      }
    }
    return isSound ? .value(.value(value)) : .failed
  }
}
