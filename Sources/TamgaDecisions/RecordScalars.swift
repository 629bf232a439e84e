import TamgaDomain
import TamgaFormats

// Values that fields and facts have in common
extension DecisionDecoder {
  /// The date, or nothing beside a finding.
  mutating func date(_ value: JSONValue, at place: JSONPointer) -> CalendarDate? {
    guard let text = value.text else {
      add(.type(.dateText), at: place)
      return nil
    }
    guard let date = CalendarDate(iso: text), RecordLimits.years.contains(date.year) else {
      add(.date, at: place)
      return nil
    }
    return date
  }

  /// The day as far as it is known, or nothing beside a finding.
  mutating func partialDate(_ value: JSONValue, at place: JSONPointer) -> PartialDate? {
    guard let text = value.text else {
      add(.type(.partialDateText), at: place)
      return nil
    }
    guard let date = PartialDate(iso: text), RecordLimits.years.contains(date.year) else {
      add(.partialDate, at: place)
      return nil
    }
    return date
  }

  /// The whole number, `3.0` among them, or nothing beside a finding.
  mutating func time(_ value: JSONValue, at place: JSONPointer) -> Moment? {
    guard let text = value.text, let moment = Moment(iso: text) else {
      add(.type(.timeText), at: place)
      return nil
    }
    return moment
  }

  mutating func count(_ value: JSONValue, upTo limit: Int, at place: JSONPointer) -> Int? {
    let number: Int64? =
      switch value {
      case .integer(let integer): integer
      case .real(let real): Int64(exactly: real)
      default: nil
      }
    guard let number, number >= 0 else {
      add(.type(.count), at: place)
      return nil
    }
    guard number <= Int64(limit) else {
      add(.count(limit: limit), at: place)
      return nil
    }
    return Int(number)
  }
}

extension PartialDate {
  /// A whole day is a date as every other.
  var field: Reading<FieldValue> {
    .value(whole.map { .date($0) } ?? .partialDate(self))
  }

  var fact: Reading<FactValue> {
    .value(whole.map { .date($0) } ?? .partialDate(self))
  }
}
