import Foundation
import TamgaDomain
import TamgaLaw
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// A paper to be laid out, whatever the rules say of it: an example of its kind, with other values
/// where a test wants them.
struct Paper: Sendable, CustomTestStringConvertible {
  var document: String
  var example = "ordinary"
  var languages: [Language] = [.kk, .ru]
  var number = "ALA-21-0000017-4"
  var copy = 0
  var body = Office.body
  var host = "tamga.example"
  var fields: [String: FieldValue] = [:]
  /// Stands in the place of the value of every text field of the kind.
  var everyText: Bilingual?
  var why = ""

  var testDescription: String {
    "\(document)/\(example) \(languages.map(\.rawValue).joined(separator: "+")) \(why)"
  }

  func filled() throws -> FilledDocument {
    let library = try Office.library()
    let kind = try #require(library.kind(document))
    let file = Office.templates.appending(path: "\(document)/examples/\(example).json")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let day = try #require((record["issueDate"] as? String).flatMap { CalendarDate(iso: $0) })
    let edition = try #require(library.edition(of: document, on: day))
    var values = try Self.values(try #require(record["fields"] as? [String: Any]), kind)
    if let everyText {
      // Of texts without end five are enough: more would not fit forty pages.
      let most = everyText.kk.count > 300 ? 5 : kind.fields.count
      let hasBreaks = everyText.kk.contains("\n")
      for field in kind.fields.filter({ field in
        field.isPrinted && (field.type == .text || field.type.isList)
          && (!hasBreaks || field.allowsNewlines)
      }).prefix(most) {
        values[field.name] = field.type == .text ? .text(everyText) : .texts([everyText])
      }
    }
    values.merge(fields) { $1 }
    let filling = TemplateFiller(library: library, host: host)
    let decision = Decision(
      id: "A-1", kind: kind.withoutRules, languages: languages, issuingBody: "B", issueDate: day,
      fields: values, facts: [:], previous: nil, unreadable: [], canonical: [])
    guard kind.isSealed else {
      return try filling.draft(decision, edition: edition, issueDate: day, body: body)
    }
    let examination = try Ruleset.examine(
      RuleContext(
        decision: decision, body: body, policy: OfficePolicy(), today: day,
        edition: edition.edition,
        history: History(), grounds: library.shared.grounds), recordFindings: [],
      judgesTexts: false)
    guard case .lawful(let examined) = examination else {
      throw TemplateFaults([])
    }
    return try filling.fill(examined, number: number, copy: copy)
  }

  /// The values of a record, by the types of its kind; only what the examples use.
  private static func values(
    _ record: [String: Any], _ kind: DocumentKind
  ) throws -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for (name, value) in record {
      let field = try #require(kind.field(name), "\(name)")
      switch (value, field.type) {
      case (let text as String, .date), (let text as String, .partialDate):
        values[name] = .date(try #require(CalendarDate(iso: text)))
      case (let text as String, .time): values[name] = .time(try moment(text))
      case (let text as String, .country), (let text as String, .code): values[name] = .code(text)
      case (let text as String, _): values[name] = .text(Bilingual(both: text))
      case (let count as Int, .count): values[name] = .count(count)
      case (let ids as [String], .grounds): values[name] = .grounds(ids)
      case (let items as [Any], .texts), (let items as [Any], .papers):
        values[name] = .texts(try items.map(bilingual))
      case (is [String: String], _): values[name] = .text(try bilingual(value))
      default: Issue.record("\(name) is of a type that examples do not have")
      }
    }
    return values
  }

  private static func bilingual(_ value: Any) throws -> Bilingual {
    if let text = value as? String { return Bilingual(both: text) }
    let both = try #require(value as? [String: String])
    return Bilingual(kk: try #require(both["kk"]), ru: try #require(both["ru"]))
  }

  private static func moment(_ text: String) throws -> Moment {
    let date = try #require(ISO8601DateFormatter().date(from: text))
    let hours = try #require(Int(text.suffix(6).prefix(3)))
    return Moment(seconds: Int64(date.timeIntervalSince1970), offset: hours * 60)
  }
}

extension DocumentKind {
  /// The page does not depend on what the rules say.
  fileprivate var withoutRules: DocumentKind {
    DocumentKind(
      id: id, code: code, service: service, action: action, effect: effect, title: title,
      fields: fields, rules: [], number: number, copies: copies, claims: claims,
      groundKinds: groundKinds, extendedMark: extendedMark, isSealed: isSealed)
  }
}
