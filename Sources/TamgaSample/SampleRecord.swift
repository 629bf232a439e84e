import TamgaDomain
import TamgaFormats

/// A decision record that is being made: members in the order in which they are written.
struct SampleRecord: Sendable {
  var id: String
  /// The rules of which at least one must refuse it; empty for a lawful one.
  var expected: [String] = []
  var document: String
  var languages: [String]?
  var previous: JSONValue?
  var issuingBody: String
  var issueDate: String
  /// Members of the top besides those of the contract: only broken records have some.
  var strays: [JSONValue.Member] = []
  var fields: [JSONValue.Member] = []
  var facts: [JSONValue.Member] = []

  init(id: String, document: String, issuingBody: String, issueDate: CalendarDate) {
    self.id = id
    self.document = document
    self.issuingBody = issuingBody
    self.issueDate = issueDate.iso
  }

  mutating func field(_ key: String, _ value: JSONValue) { Self.set(key, value, in: &fields) }
  mutating func field(_ key: String, _ text: String) { field(key, .text(text)) }
  mutating func field(_ key: String, _ date: CalendarDate) { field(key, .text(date.iso)) }
  mutating func field(_ key: String, _ text: Bilingual) { field(key, Self.json(text)) }

  mutating func fact(_ key: String, _ value: JSONValue) { Self.set(key, value, in: &facts) }
  mutating func fact(_ key: String, _ text: String) { fact(key, .text(text)) }
  mutating func fact(_ key: String, _ date: CalendarDate) { fact(key, .text(date.iso)) }
  mutating func fact(_ key: String, _ flag: Bool) { fact(key, .flag(flag)) }
  mutating func fact(_ key: String, _ count: Int) { fact(key, .integer(Int64(count))) }

  /// A value of the fields, otherwise of the facts.
  func value(_ key: String) -> JSONValue? {
    (fields.first { $0.key == key } ?? facts.first { $0.key == key })?.value
  }

  /// A date of the fields or of the facts.
  func date(_ key: String) -> CalendarDate? {
    value(key)?.text.flatMap { CalendarDate(iso: $0) }
  }

  /// The field of the name under the paper: an officer's, or a clerk's on receipts.
  var signer: String {
    fields.contains { $0.key == "officerFullName" } ? "officerFullName" : "clerkFullName"
  }

  /// Repeats fields of an earlier record where it has them.
  mutating func repeatFields(_ keys: [String], of earlier: SampleRecord) {
    for key in keys {
      if let member = earlier.fields.first(where: { $0.key == key }) { field(key, member.value) }
    }
  }

  /// Passport, citizenship and birth date.
  mutating func identity(_ person: SamplePerson) {
    field("passportSeriesNumber", person.passport)
    field("citizenship", person.citizenship)
    field("birthDate", person.birthDate)
  }

  static func list(_ texts: [Bilingual]) -> JSONValue { .array(texts.map(json)) }

  /// Papers that an applicant hands in, by their ids.
  static func papers(_ ids: [String]) -> JSONValue { .array(ids.map { .text($0) }) }

  static func json(_ text: Bilingual) -> JSONValue {
    text.kk == text.ru
      ? .text(text.kk) : .object([.init("kk", .text(text.kk)), .init("ru", .text(text.ru))])
  }

  private static func set(
    _ key: String, _ value: JSONValue, in members: inout [JSONValue.Member]
  ) {
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index] = .init(key, value)
    } else {
      members.append(.init(key, value))
    }
  }

  /// Appends the record as one line of JSON, without the line feed.
  func write(to line: inout [UInt8]) {
    var top: [JSONValue.Member] = [.init("id", .text(id))]
    if !expected.isEmpty {
      top.append(.init("x-expect", .array(expected.map { .text($0) })))
    }
    top.append(.init("document", .text(document)))
    if let languages { top.append(.init("languages", .array(languages.map { .text($0) }))) }
    if let previous { top.append(.init("previous", previous)) }
    top.append(.init("issuingBody", .text(issuingBody)))
    top.append(.init("issueDate", .text(issueDate)))
    top += strays
    top.append(.init("fields", .object(fields)))
    if !facts.isEmpty { top.append(.init("facts", .object(facts))) }
    line += JSONWriter.bytes(.object(top))
  }
}
