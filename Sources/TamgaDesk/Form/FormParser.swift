public import TamgaDomain
public import TamgaFormats

/// Makes a decision record of what was sent with a form (contract `decisions.md`).
///
/// Nothing is refused here: what cannot be understood stays as it was typed, and the reader of
/// records says at that place what is wrong.
public struct FormParser: Sendable {
  public let form: KindForm
  let today: CalendarDate
  private let offset: @Sendable (CalendarDate) -> Int
  private let asksEveryFact: Bool

  /// - Parameters:
  ///   - today: In the office's calendar.
  ///   - offset: Minutes east of UTC at the office on a day.
  ///   - asksEveryFact: The office's `facts: strict`: a box that is not ticked means no. Otherwise it
  ///     says nothing.
  public init(
    _ form: KindForm, today: CalendarDate, asksEveryFact: Bool,
    offset: @escaping @Sendable (CalendarDate) -> Int
  ) {
    self.form = form
    self.today = today
    self.asksEveryFact = asksEveryFact
    self.offset = offset
  }

  /// What a new form begins with: the day of today.
  public var beginning: FormValues { FormValues([.init("/issueDate", today.printed)]) }

  /// The record. Its `id` is left out when the form gives none.
  public func record(_ values: FormValues) -> JSONValue {
    var top: [JSONValue.Member] = []
    var fields: [JSONValue.Member] = []
    var facts: [JSONValue.Member] = []
    for control in form.controls {
      guard let value = value(of: control, values) else { continue }
      let words = control.place.split(separator: "/").map(String.init)
      guard let key = words.last else { continue }
      switch words.first {
      case "fields": fields.append(.init(key, value))
      case "facts": facts.append(.init(key, value))
      default: top.append(.init(key, value))
      }
    }
    top.append(.init("document", .text(form.kind.id)))
    top.append(.init("fields", .object(fields)))
    if !facts.isEmpty { top.append(.init("facts", .object(facts))) }
    return .object(top)
  }

  /// The record's canonical bytes, whose hash tells a changed record.
  public func bytes(_ values: FormValues) -> [UInt8] { CanonicalJSON.bytes(of: record(values)) }

  // MARK: Values

  func value(of control: FormControl, _ values: FormValues) -> JSONValue? {
    let place = control.place
    switch control.content {
    case .text: return values.first(place).map { .text(FormValues.trimmed($0)) }
    case .pair: return pair(at: place, values)
    case .date:
      return typed(place, values) { TypedDate(today: today, isBirth: isPast(place)).day($0)?.iso }
    case .partialDate:
      return typed(place, values) { TypedDate(today: today, isBirth: true).partial($0)?.iso }
    case .time:
      return typed(place, values) { TypedMoment(today: today, offset: offset).iso($0) }
    case .iin:
      return typed(place, values) { text in
        let digits = text.filter { !$0.isWhitespace && $0 != "-" }
        return digits.allSatisfy(\.isNumber) ? digits : nil
      }
    case .country: return typed(place, values) { form.countries.code($0) }
    case .count: return values.first(place).map(Self.count)
    case .openChoice(let choices):
      return typed(place, values) { text in
        choices.first { choice in
          MessageLanguage.allCases.contains { choice.words[$0].lowercased() == text.lowercased() }
        }?.code
      }
    case .choice, .body: return values.first(place).map { .text(FormValues.trimmed($0)) }
    case .choices:
      let chosen = values.all(place).filter { !FormValues.isBlank($0) }
      return chosen.count > 1 ? .array(chosen.map { .text($0) }) : chosen.first.map { .text($0) }
    case .flag: return flag(place, values)
    case .grounds:
      let chosen = values.all(place).filter { !FormValues.isBlank($0) }
      return chosen.isEmpty ? nil : .array(chosen.map { .text($0) })
    case .pairs(_, let keepsBlanks): return pairs(at: place, values, keepsBlanks: keepsBlanks)
    case .papers: return papers(at: place, values)
    case .languages:
      let chosen = values.all(place).filter { !FormValues.isBlank($0) }
      // Both is what a record without them means.
      let isAll = Set(chosen) == Set(Language.allCases.map(\.rawValue))
      return chosen.isEmpty || isAll ? nil : .array(chosen.map { .text($0) })
    case .previous:
      if let number = values.first(place) { return .text(FormValues.trimmed(number)) }
      return values.first(place + "/decision").map {
        .object([.init("decision", .text(FormValues.trimmed($0)))])
      }
    case .conclusions: return conclusions(at: place, values)
    case .steps:
      let days: [JSONValue.Member] = values.members(of: place).compactMap { step in
        typed(place + "/" + step, values) { TypedDate(today: today).day($0)?.iso }
          .map { .init(step, $0) }
      }
      return days.isEmpty ? nil : .object(days)
    }
  }

  /// What was typed as records write it, or as it stands.
  private func typed(
    _ place: String, _ values: FormValues, _ read: (String) -> String?
  ) -> JSONValue? {
    values.first(place).map { text in
      let text = FormValues.trimmed(text)
      return .text(read(text) ?? text)
    }
  }

  /// Days of which two digits of a year mean one that is past.
  private func isPast(_ place: String) -> Bool { place.hasSuffix("irthDate") }

  /// `3`, `1 000`.
  static func count(_ typed: String) -> JSONValue {
    let text = FormValues.trimmed(typed)
    let digits = text.filter { $0 != " " && $0 != "\u{A0}" }
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy(JSONBytes.isDigit)
    return isNumber ? Int64(digits).map { .integer($0) } ?? .text(text) : .text(text)
  }

  private func flag(_ place: String, _ values: FormValues) -> JSONValue? {
    let given = values.all(place).map { FormValues.trimmed($0).lowercased() }
    if given.contains(where: { ["on", "true", "1", "yes"].contains($0) }) { return .flag(true) }
    if given.contains(where: { ["false", "0", "no", "off"].contains($0) }) { return .flag(false) }
    if let odd = given.first(where: { !$0.isEmpty }) { return .text(odd) }
    return asksEveryFact && form.plainFlags.contains(place) ? .flag(false) : nil
  }

  /// One text when both languages have the same.
  private func pair(at place: String, _ values: FormValues) -> JSONValue? {
    if let both = values.first(place) { return .text(FormValues.trimmed(both)) }
    let texts = Language.allCases.compactMap { language in
      values.first(place + "/" + language.rawValue).map {
        JSONValue.Member(language.rawValue, .text(FormValues.trimmed($0)))
      }
    }
    guard let first = texts.first else { return nil }
    return texts.count == 2 && texts[0].value == texts[1].value ? first.value : .object(texts)
  }

  private func pairs(at place: String, _ values: FormValues, keepsBlanks: Bool) -> JSONValue? {
    var items = values.members(of: place).map { pair(at: place + "/" + $0, values) }
    // Rows at the end that nobody filled.
    while let last = items.last, last == nil { items.removeLast() }
    let texts = keepsBlanks ? items.map { $0 ?? .null } : items.compactMap { $0 }
    return texts.isEmpty ? nil : .array(texts)
  }

  /// Ids and texts in the order in which they stand in the form.
  private func papers(at place: String, _ values: FormValues) -> JSONValue? {
    var items: [JSONValue] = []
    var rows: Set<String> = []
    for entry in values.pairs {
      if entry.name == place, !FormValues.isBlank(entry.value) {
        items.append(.text(FormValues.trimmed(entry.value)))
      } else if entry.name.hasPrefix(place + "/") {
        let row = String(entry.name.dropFirst(place.count + 1).prefix { $0 != "/" })
        guard rows.insert(row).inserted, let text = pair(at: place + "/" + row, values) else {
          continue
        }
        items.append(text)
      }
    }
    return items.isEmpty ? nil : .array(items)
  }

  private func conclusions(at place: String, _ values: FormValues) -> JSONValue? {
    let items: [JSONValue] = values.members(of: place).compactMap { row in
      let inner = place + "/" + row
      var members: [JSONValue.Member] = []
      if let agency = values.first(inner + "/agency") {
        members.append(.init("agency", .text(agency)))
      }
      if let day = typed(
        inner + "/date", values, { TypedDate(today: today).day($0)?.iso })
      {
        members.append(.init("date", day))
      }
      let grounds = values.all(inner + "/groundIds").flatMap {
        $0.split { $0 == "," || $0 == ";" || $0.isWhitespace }
      }
      if members.isEmpty, grounds.isEmpty { return nil }
      members.append(.init("groundIds", .array(grounds.map { .text(String($0)) })))
      return .object(members)
    }
    return items.isEmpty ? nil : .array(items)
  }
}
