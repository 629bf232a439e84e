public import TamgaDomain
public import TamgaFormats

/// Fills the controls of a form from a record: to correct a reject, to reissue a paper.
public struct RecordValues: Sendable {
  private let parser: FormParser

  /// - Parameter parser: That which will read the form: a value is shown as people write it only where
  ///   it is read back as the same.
  public init(_ parser: FormParser) { self.parser = parser }

  /// What the controls hold, and the places of the record that no control shows.
  public func values(of record: JSONValue, in language: MessageLanguage) -> (
    values: FormValues, strays: [String]
  ) {
    var values = FormValues()
    for control in parser.form.controls {
      guard let value = Self.value(at: control.place, in: record), value != .null else { continue }
      add(value, of: control, to: &values, language)
    }
    return (values, strays(in: record))
  }

  private static func value(at place: String, in record: JSONValue) -> JSONValue? {
    place.split(separator: "/").reduce(Optional(record)) { $0?[String($1)] }
  }

  private func strays(in record: JSONValue) -> [String] {
    let places = Set(parser.form.controls.map(\.place))
    func strays(_ members: [JSONValue.Member]?, below place: String) -> [String] {
      (members ?? []).filter { !$0.key.hasPrefix("x-") }.map { place + "/" + $0.key }
        .filter { !places.contains($0) }
    }
    return strays(
      record.members?.filter { !["document", "fields", "facts"].contains($0.key) }, below: "")
      + strays(record["fields"]?.members, below: "/fields")
      + strays(record["facts"]?.members, below: "/facts")
  }

  // MARK: One control

  private func add(
    _ value: JSONValue, of control: FormControl, to values: inout FormValues,
    _ language: MessageLanguage
  ) {
    let place = control.place
    switch (control.content, value) {
    case (.pair, _): addPair(value, at: place, to: &values)
    case (.pairs, .array(let items)):
      for (index, item) in items.enumerated() {
        addPair(item, at: "\(place)/\(index)", to: &values)
      }
    case (.papers(let papers), .array(let items)):
      for (index, item) in items.enumerated() {
        if let text = item.text,
          papers.contains(where: { text == $0.code || text.hasPrefix($0.code + ":") })
        {
          values.add(place, text)
        } else {
          addPair(item, at: "\(place)/\(index)", to: &values)
        }
      }
    case (.grounds, .array(let items)), (.choices, .array(let items)),
      (.languages, .array(let items)):
      for item in items { values.add(place, Self.text(of: item)) }
    case (.previous, .object(let members)):
      for member in members { values.add(place + "/" + member.key, Self.text(of: member.value)) }
    case (.conclusions, .array(let items)):
      for (index, item) in items.enumerated() {
        add(conclusion: item, at: "\(place)/\(index)", to: &values)
      }
    case (.steps, .object(let members)):
      for member in members where member.value != .null {
        values.add(
          place + "/" + member.key, shown(Self.text(of: member.value), .date, place, language))
      }
    default: values.add(place, shown(Self.text(of: value), control.content, place, language))
    }
  }

  private func addPair(_ value: JSONValue, at place: String, to values: inout FormValues) {
    for language in Language.allCases {
      switch value {
      case .object(let members):
        if let text = members.first(where: { $0.key == language.rawValue })?.value, text != .null {
          values.add(place + "/" + language.rawValue, Self.text(of: text))
        } else {
          values.add(place + "/" + language.rawValue, "")
        }
      case .null: values.add(place + "/" + language.rawValue, "")
      default: values.add(place + "/" + language.rawValue, Self.text(of: value))
      }
    }
  }

  private func add(
    conclusion item: JSONValue, at place: String, to values: inout FormValues
  ) {
    for name in ["agency", "date"] {
      if let text = item[name].map(Self.text) {
        values.add(
          place + "/" + name, name == "date" ? shown(text, .date, place, .ru) : text)
      }
    }
    if case .array(let grounds)? = item["groundIds"] {
      values.add(place + "/groundIds", grounds.map(Self.text).joined(separator: ", "))
    }
  }

  /// As people write it, where that is read back as the same.
  private func shown(
    _ text: String, _ content: FormControl.Content, _ place: String, _ language: MessageLanguage
  ) -> String {
    let friendly: String? =
      switch content {
      case .date, .partialDate: PartialDate(iso: text)?.printed
      case .time: Self.time(text)
      case .openChoice(let choices): choices.first { $0.code == text }?.words[language]
      case .country: parser.form.countries.name(text)?[language]
      default: nil
      }
    guard let friendly else { return text }
    let place = "/fields/probe"
    let probe = FormControl(place, Message(kk: "", ru: "", en: ""), content)
    let back = parser.value(of: probe, FormValues([.init(place, friendly)]))
    return back == .text(text) ? friendly : text
  }

  /// `2021-02-09T14:30:00+05:00` without what the office's clock tells by itself.
  private static func time(_ iso: String) -> String? {
    let halves = iso.split(separator: "T")
    guard halves.count == 2, let day = CalendarDate(iso: halves[0]), halves[1].count >= 5 else {
      return nil
    }
    return day.printed + " " + halves[1].prefix(5)
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .null: ""
    default: JSONWriter.text(value)
    }
  }
}
