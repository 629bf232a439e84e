public import TamgaDomain
public import TamgaFormats

/// The JSON Schema (2020-12) of a kind's decision record, made from its manifest, so that it cannot
/// drift from what is printed.
public enum KindSchema {
  public static func schema(of kind: DocumentKind, in library: TemplateLibrary) -> JSONValue {
    let required = kind.fields.filter(\.isRequired).map { JSONValue.text($0.name) }
    let countries = library.shared.countries.keys.sorted()
    let papers = library.shared.papers.papers.filter { $0.service == kind.service }
    let grounds = library.shared.grounds.values
      .filter { $0.service == kind.service && kind.groundKinds.contains($0.kind) }
      .map(\.id).sorted()
    return object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("urn:tamga:decision:\(kind.id)")), ("title", .text(kind.title.en)),
      ("x-title", words(kind.title)), ("type", .text("object")),
      (
        "required",
        .array(["id", "document", "issuingBody", "issueDate", "fields"].map { .text($0) })
      ),
      (
        "properties",
        object([
          (
            "id",
            object([("type", .text("string")), ("pattern", .text("^[A-Za-z0-9._:/-]{1,64}$"))])
          ),
          ("document", object([("const", .text(kind.id))])),
          ("languages", languages), ("issuingBody", object([("type", .text("string"))])),
          ("issueDate", date),
          (
            "fields",
            object([
              ("type", .text("object")), ("required", .array(required)),
              (
                "properties",
                object(
                  kind.fields.map {
                    ($0.name, property($0, countries: countries, papers: papers, grounds: grounds))
                  })
              ),
              ("patternProperties", object([("^x-", .flag(true))])),
              ("additionalProperties", .flag(false)),
            ])
          ),
          ("facts", FactSchema.facts), ("previous", previous),
        ])
      ),
      ("patternProperties", object([("^x-", .flag(true))])),
      ("additionalProperties", .flag(false)),
    ])
  }

  private static func property(
    _ field: FieldDeclaration, countries: [String], papers: [RequiredDocument], grounds: [String]
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("title", .text(field.label.en)), ("x-title", words(field.label)),
    ]
    switch field.type {
    case .text: members.append(("oneOf", .array([plain(field), bilingual(field)])))
    case .plain: members.append(contentsOf: [("type", .text("string")), length])
    case .date: members.append(contentsOf: [("type", .text("string")), ("format", .text("date"))])
    case .partialDate:
      members.append(
        contentsOf: [("type", .text("string")), ("pattern", .text(Self.partialDate))])
    case .count:
      members.append(contentsOf: [("type", .text("integer")), ("minimum", .integer(0))])
    case .time:
      members.append(contentsOf: [("type", .text("string")), ("format", .text("date-time"))])
    case .country:
      members.append(("enum", .array(countries.map { .text($0) })))
    case .iin:
      members.append(
        contentsOf: [("type", .text("string")), ("pattern", .text("^([0-9]{12})?$"))])
    case .code(let words): members.append(("enum", .array(words.map { .text($0.code) })))
    case .texts:
      members.append(
        contentsOf: [
          ("type", .text("array")), ("maxItems", .integer(200)),
          ("items", object([("oneOf", .array([plain(field), bilingual(field)]))])),
        ])
    case .papers:
      members.append(
        contentsOf: [
          ("type", .text("array")), ("maxItems", .integer(200)),
          ("items", object([("anyOf", .array(named(papers) + [plain(field), bilingual(field)]))])),
        ])
    case .grounds:
      members.append(
        contentsOf: [
          ("type", .text("array")), ("minItems", .integer(1)), ("maxItems", .integer(200)),
          ("items", object([("enum", .array(grounds.map { .text($0) }))])),
        ])
    }
    return object(members)
  }

  /// A paper by its id, with the words that it prints, and the same paper out of date.
  private static func named(_ papers: [RequiredDocument]) -> [JSONValue] {
    papers.flatMap { paper in
      [paper.id, "\(paper.id):\(RequiredDocuments.expiredState)"].map { id in
        object([
          ("const", .text(id)), ("title", .text(paper.text.ru)),
          ("x-title", object([("kk", .text(paper.text.kk)), ("ru", .text(paper.text.ru))])),
        ])
      }
    }
  }

  /// A year, or a year and a month, or a day.
  static let partialDate = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
  private static let length = ("maxLength", JSONValue.integer(4000))
  private static func plain(_ field: FieldDeclaration) -> JSONValue {
    object([("type", .text("string")), length])
  }
  private static func bilingual(_ field: FieldDeclaration) -> JSONValue {
    object([
      ("type", .text("object")),
      ("properties", object([("kk", plain(field)), ("ru", plain(field))])),
      ("additionalProperties", .flag(false)),
    ])
  }
  private static let date = object([("type", .text("string")), ("format", .text("date"))])
  private static let languages = object([
    ("type", .text("array")), ("minItems", .integer(1)), ("uniqueItems", .flag(true)),
    ("items", object([("enum", .array([.text("kk"), .text("ru")]))])),
  ])
  private static let previous = object([
    (
      "oneOf",
      .array([
        object([("type", .text("string"))]),
        object([
          ("type", .text("object")), ("required", .array([.text("decision")])),
          ("properties", object([("decision", object([("type", .text("string"))]))])),
          ("additionalProperties", .flag(false)),
        ]),
      ])
    )
  ])

  private static func words(_ message: Message) -> JSONValue {
    object([("kk", .text(message.kk)), ("ru", .text(message.ru)), ("en", .text(message.en))])
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { .init($0.0, $0.1) })
  }
}

extension FieldType {
  /// The word of `fields.yaml`.
  public var name: String {
    switch self {
    case .text: "text"
    case .plain: "plain"
    case .date: "date"
    case .partialDate: "partial-date"
    case .count: "count"
    case .time: "time"
    case .country: "country"
    case .iin: "iin"
    case .code: "code"
    case .texts: "texts"
    case .papers: "papers"
    case .grounds: "grounds"
    }
  }
}
