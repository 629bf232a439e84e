import TamgaDomain
import TamgaFormats

/// A value that rules read: how a field or a fact gives it.
protocol InputValue: Sendable {
  init?(field: FieldValue)
  init?(fact: FactValue)
}

extension CalendarDate: InputValue {
  init?(field: FieldValue) {
    switch field {
    case .date(let date): self = date
    case .time(let moment): self = moment.date
    default: return nil
    }
  }

  init?(fact: FactValue) {
    switch fact {
    case .date(let date): self = date
    case .time(let moment): self = moment.date
    default: return nil
    }
  }
}

extension PartialDate: InputValue {
  init?(field: FieldValue) {
    switch field {
    case .date(let date): self.init(date)
    case .partialDate(let date): self = date
    default: return nil
    }
  }

  init?(fact: FactValue) {
    switch fact {
    case .date(let date): self.init(date)
    case .partialDate(let date): self = date
    default: return nil
    }
  }
}

extension Moment: InputValue {
  init?(field: FieldValue) {
    guard case .time(let moment) = field else { return nil }
    self = moment
  }

  init?(fact: FactValue) {
    guard case .time(let moment) = fact else { return nil }
    self = moment
  }
}

extension Int: InputValue {
  init?(field: FieldValue) {
    guard case .count(let count) = field else { return nil }
    self = count
  }

  init?(fact: FactValue) {
    guard case .count(let count) = fact else { return nil }
    self = count
  }
}

extension Bool: InputValue {
  init?(field: FieldValue) { return nil }

  init?(fact: FactValue) {
    guard case .flag(let flag) = fact else { return nil }
    self = flag
  }
}

/// A code or an open word.
extension String: InputValue {
  init?(field: FieldValue) {
    guard case .code(let code) = field else { return nil }
    self = code
  }

  init?(fact: FactValue) {
    guard case .text(let text) = fact else { return nil }
    self = text
  }
}

/// A printed text; a fact counts for both languages.
extension Bilingual: InputValue {
  init?(field: FieldValue) {
    guard case .text(let text) = field else { return nil }
    self = text
  }

  init?(fact: FactValue) {
    guard case .text(let text) = fact else { return nil }
    self.init(both: text)
  }
}

/// A structured fact, as it stood in the record.
extension JSONValue: InputValue {
  init?(field: FieldValue) { return nil }

  init?(fact: FactValue) {
    guard case .value(let value) = fact else { return nil }
    self = value
  }
}

/// Ids of grounds, or a list of texts.
extension Array: InputValue where Element: InputItem {
  init?(field: FieldValue) {
    guard let items = Element.items(of: field) else { return nil }
    self = items
  }

  init?(fact: FactValue) {
    guard let items = Element.items(of: fact) else { return nil }
    self = items
  }
}

/// What a list holds.
protocol InputItem: Sendable {
  static func items(of field: FieldValue) -> [Self]?
  static func items(of fact: FactValue) -> [Self]?
}

extension InputItem {
  static func items(of fact: FactValue) -> [Self]? { nil }
}

extension String: InputItem {
  static func items(of field: FieldValue) -> [String]? {
    guard case .grounds(let ids) = field else { return nil }
    return ids
  }
}

extension Bilingual: InputItem {
  static func items(of field: FieldValue) -> [Bilingual]? {
    guard case .texts(let texts) = field else { return nil }
    return texts
  }
}

/// A word of the closed list of a fact, with what it is called.
protocol FactWord: InputValue, InputItem, CaseIterable, NamedWord, RawRepresentable<String> {}

extension FactWord {
  static func items(of field: FieldValue) -> [Self]? { nil }

  static func items(of fact: FactValue) -> [Self]? {
    switch fact {
    case .text(let text): Self(rawValue: text).map { [$0] }
    case .value(.array(let items)):
      items.compactMap { $0.text.flatMap { Self(rawValue: $0) } }
    default: nil
    }
  }

  init?(field: FieldValue) {
    guard case .code(let code) = field else { return nil }
    self.init(rawValue: code)
  }

  init?(fact: FactValue) {
    guard case .text(let text) = fact else { return nil }
    self.init(rawValue: text)
  }
}
