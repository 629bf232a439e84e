import TamgaDomain
import TamgaLaw
import TamgaTemplates
import Testing

/// A decision to be filled into its form, whatever the rules say of it.
struct Approval {
  var document: String
  var issueDate = "2024-06-14"
  var languages: [Language] = [.kk, .ru]
  var fields: [String: FieldValue] = [:]
  /// Papers before this one, the last named by it.
  var chain: [EarlierPaper] = []
  var body = Self.body
  /// The office has a signer of documents.
  var isSignedElectronically = false

  static let body = IssuingBody(
    code: "B", kind: .police, place: "ALA", name: Bilingual(kk: "Орган", ru: "Орган власти"))

  /// The document as its form prints it.
  func filled(
    in library: TemplateLibrary, number: String = "ALA-24-0000001-7", without: Set<String> = []
  ) throws -> FilledDocument {
    let kind = try #require(library.kind(document))
    let day = try #require(CalendarDate(iso: issueDate))
    let edition = try #require(library.edition(of: document, on: day)).edition
    let decision = Decision(
      id: "A-1", kind: kind.withoutRules, languages: languages, issuingBody: "B", issueDate: day,
      fields: standard(kind).merging(fields) { $1 }.filter { !without.contains($0.key) },
      facts: [:],
      previous: nil, unreadable: [], canonical: [])
    var history = History(previous: chain.last, chain: chain)
    history.findOriginal { library.kind($0)?.action }
    let examination = try Ruleset.examine(
      RuleContext(
        decision: decision, body: body, policy: OfficePolicy(), today: day, edition: edition,
        history: history, grounds: library.shared.grounds), recordFindings: [])
    guard case .lawful(let examined) = examination else {
      throw TemplateFaults([])
    }
    return try TemplateFiller(
      library: library, host: "tamga.example", isSignedElectronically: isSignedElectronically
    ).fill(examined, number: number, copy: 0)
  }

  /// A value for every required field, by its type.
  private func standard(_ kind: DocumentKind) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for field in kind.fields where field.isRequired {
      switch field.type {
      case .text:
        values[field.name] = .text(Bilingual(kk: "kk-\(field.name)", ru: "ru-\(field.name)"))
      case .plain: values[field.name] = .text(Bilingual(both: "both-\(field.name)"))
      case .partialDate: values[field.name] = CalendarDate(1990, 5, 17).map { .date($0) }
      case .date: values[field.name] = CalendarDate(2024, 6, 13).map { .date($0) }
      case .count: values[field.name] = .count(3)
      case .country: values[field.name] = .code("UZB")
      case .iin: values[field.name] = .text(Bilingual(both: "150340012340"))
      case .code(let words): values[field.name] = words.first.map { .code($0.code) }
      case .texts, .papers: values[field.name] = .texts([Bilingual(kk: "бір", ru: "один")])
      case .grounds: values[field.name] = .grounds([])
      case .time: values[field.name] = .time(Moment(seconds: 1_718_262_000, offset: 300))
      }
    }
    return values
  }
}

extension DocumentKind {
  fileprivate var withoutRules: DocumentKind {
    DocumentKind(
      id: id, code: code, service: service, action: action, effect: effect, title: title,
      fields: fields, rules: [], number: number, copies: copies, claims: claims,
      groundKinds: groundKinds, extendedMark: extendedMark, isSealed: isSealed)
  }
}

extension FilledDocument {
  /// The lines of one language: a block each, its parts, its items and what closes them divided by
  /// ` | `.
  func lines(_ language: Language) -> [String] {
    let blocks = parts.first { $0.language == language }?.blocks ?? []
    return blocks.map { block in
      (block.parts + block.items + [block.closing]).filter { !$0.isEmpty }
        .map { $0.map(\.text).joined() }.joined(separator: " | ")
    }
  }

  /// Everything that is printed in both languages.
  var words: String { Language.allCases.flatMap(lines).joined(separator: "\n") }
}
