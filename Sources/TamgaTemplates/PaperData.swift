public import TamgaDomain
internal import TamgaFormats

/// What a paper prints, as data for programs: the file inside its PDF. Nothing stands in it that the paper
/// does not show; its schema is ``PaperSchema``.
public struct PaperData: Hashable, Sendable {
  /// Of the file inside a paper.
  public static let fileName = "decision.json"

  private let kind: DocumentKind
  private let languages: [Language]
  private let body: IssuingBody
  private let issueDate: CalendarDate
  /// The printed fields with a value, but the paper's own number.
  private let fields: [JSONValue.Member]
  /// Fields that print the number of the decision's first paper.
  private let firstNumber: Set<String>

  /// - Parameters:
  ///   - names: What the form of each language prints.
  ///   - first: Fields that print the number of the decision's first paper.
  init(
    of values: TemplateValues, printing names: [(language: Language, names: Set<String>)],
    first: Set<String>
  ) {
    kind = values.decision.kind
    languages = names.map(\.language)
    body = values.body
    issueDate = values.issueDate
    firstNumber = first
    fields = values.printedFields(names)
  }

  /// The file: JSON in the canonical form of ``CanonicalJSON``, in UTF-8.
  ///
  /// - Parameters:
  ///   - issuer: The id of the office.
  ///   - first: The number of the decision's first paper, on a further one.
  public func bytes(
    issuer: String, number: String, copy: Int, first: String?, languageRuns: LanguageRuns
  ) -> [UInt8] {
    let fields = fields.map { member in
      guard let first, firstNumber.contains(member.key) else { return member }
      return JSONValue.Member(member.key, .text(first))
    }
    return CanonicalJSON.bytes(
      of: .object([
        .init("schema", .text(PaperSchema.id(of: kind))), .init("document", .text(kind.id)),
        .init("effect", .text(kind.effect.rawValue)), .init("issuer", .text(issuer)),
        .init("number", .text(number)), .init("copy", .integer(Int64(copy))),
        .init("languages", .array(languages.map { .text($0.rawValue) })),
        .init(
          "issuingBody",
          .object([
            .init("code", .text(body.code)), .init("kk", .text(body.name.kk)),
            .init("ru", .text(body.name.ru)),
          ])), .init("issueDate", .text(issueDate.iso)),
        .init("fields", .object(fields)), .init("languageRuns", languageRuns.json),
      ]))
  }
}

extension TemplateValues {
  /// The fields that forms print under these names, those that are blank left out.
  fileprivate func printedFields(
    _ forms: [(language: Language, names: Set<String>)]
  ) -> [JSONValue.Member] {
    let kind = decision.kind
    let languages = forms.map(\.language)
    var names = forms.reduce(into: Set()) { $0.formUnion($1.names) }
    // The reasons are printed by their grounds, and by none where an act has them kept back.
    if !names.isDisjoint(with: [Variables.refusalReason, Variables.revocationGroundText]),
      givesReasons
    {
      names.formUnion(["groundIds", "refusalDetail", "untilText"])
    }
    if names.contains(Variables.originalIssueDateInWords) {
      names.insert(Variables.originalIssueDate)
    }
    names.remove(kind.number.field)
    return names.sorted().compactMap { name in
      // In the languages whose form prints it.
      let printing = forms.filter { $0.names.contains(name) }.map(\.language)
      return json(name, printing.isEmpty ? languages : printing).map { .init(name, $0) }
    }
  }

  private func json(_ name: String, _ languages: [Language]) -> JSONValue? {
    switch name {
    case Variables.originalIssueDate:
      if let original { return .text(original.issueDate.iso) }
    case Variables.legalBasis where !decision.kind.groundKinds.isEmpty:
      return Bilingual(kk: text(name, .kk) ?? "", ru: text(name, .ru) ?? "").json(languages)
    default: break
    }
    guard let value = decision.fields[name], let type = decision.kind.type(of: name) else {
      return nil
    }
    switch value {
    case .text(let text): return text.json(languages)
    case .date(let date): return .text(date.iso)
    case .partialDate(let date): return .text(date.iso)
    case .count(let count): return .integer(Int64(count))
    case .time(let moment): return .text(moment.iso)
    case .code(let code): return .text(code)
    case .texts(let texts):
      let printed = type == .papers ? texts.map(shared.papers.printed) : texts
      return printed.isEmpty ? nil : .array(printed.map { $0.json(languages) ?? .text("") })
    case .grounds(let ids): return .array(ids.map { .text($0) })
    }
  }
}

extension Bilingual {
  /// One text where the languages of a paper have the same, both by their names otherwise; nil where it is
  /// blank.
  fileprivate func json(_ languages: [Language]) -> JSONValue? {
    let texts = languages.map { self[$0] }
    guard let first = texts.first, texts.contains(where: { !$0.isEmpty }) else { return nil }
    if texts.allSatisfy({ $0 == first }) { return .text(first) }
    return .object(languages.map { .init($0.rawValue, .text(self[$0])) })
  }
}
