import TamgaDomain
public import TamgaFormats

extension Template {
  /// Contract `commands.md`, `tamga templates list --json`.
  public var json: JSONValue {
    func words(_ message: Message) -> JSONValue {
      .object([.init("kk", .text(message.kk)), .init("ru", .text(message.ru))])
    }
    let languages = Language.allCases.filter { language in
      editions.allSatisfy { $0.forms[language] != nil }
    }
    return .object([
      .init("document", .text(kind.id)),
      .init(
        "editions",
        .array(
          editions.map { edition in
            .object([
              .init("from", .text(edition.edition.from.iso)),
              .init("until", edition.edition.until.map { .text($0.iso) } ?? .null),
              .init("act", .text(edition.edition.act.en)),
            ])
          })),
      .init("languages", .array(languages.map { .text($0.rawValue) })),
      .init("effect", .text(kind.effect.rawValue)), .init("title", words(kind.title)),
      .init("copies", .integer(Int64(kind.copies))), .init("sealed", .flag(kind.isSealed)),
      .init("signed", .text(kind.signing.rawValue)),
      .init(
        "fields",
        .array(
          kind.fields.map { field in
            .object([
              .init("name", .text(field.name)), .init("type", .text(field.type.name)),
              .init("required", .flag(field.isRequired)),
              .init("printed", .flag(field.isPrinted)), .init("label", words(field.label)),
            ])
          })),
    ])
  }
}
