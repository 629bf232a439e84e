public import TamgaDomain
public import TamgaFormats

/// The JSON Schema (2020-12) of ``PaperData``: what the file inside a kind's papers holds, made from the
/// manifest as ``KindSchema`` is.
public enum PaperSchema {
  public static func id(of kind: DocumentKind) -> String { "urn:tamga:paper:\(kind.id)" }

  public static func schema(of kind: DocumentKind, in library: TemplateLibrary) -> JSONValue {
    // A further paper of a decision prints fields of the first one's kind.
    let fields = kind.fields.filter { $0.isPrinted && $0.name != kind.number.field }
    let known = Set(fields.map(\.name))
    var properties = fields.map { ($0.name, property($0, in: library)) }
    if !kind.groundKinds.isEmpty {
      let derived: [(String, JSONValue)] = [
        ("groundIds", list(text)), (Variables.legalBasis, words), ("refusalDetail", words),
        ("untilText", object([("anyOf", .array([words, list(words)]))])),
      ]
      properties = properties.filter { property in !derived.contains { $0.0 == property.0 } }
      properties += derived
    }
    if !known.contains(Variables.originalIssueDate) {
      properties.append((Variables.originalIssueDate, day))
    }
    return object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text(id(of: kind))), ("title", .text(kind.title.en)),
      ("type", .text("object")), ("required", .array(members.map { .text($0.0) })),
      (
        "properties",
        object(
          members.map { name, schema in
            switch name {
            case "schema": (name, object([("const", .text(id(of: kind)))]))
            case "document": (name, object([("const", .text(kind.id))]))
            case "effect": (name, object([("const", .text(kind.effect.rawValue))]))
            case "fields":
              (
                name,
                object([
                  ("type", .text("object")), ("properties", object(properties)),
                  ("additionalProperties", .flag(false)),
                ])
              )
            default: (name, schema)
            }
          })
      ),
      ("additionalProperties", .flag(false)),
    ])
  }

  private static let language = object([("enum", .array([.text("kk"), .text("ru")]))])

  /// What every file has; nothing else stands in it.
  private static let members: [(String, JSONValue)] = [
    ("schema", text), ("document", text), ("effect", text), ("issuer", text), ("number", text),
    ("copy", count),
    (
      "languages",
      object([
        ("type", .text("array")), ("minItems", .integer(1)), ("uniqueItems", .flag(true)),
        ("items", language),
      ])
    ),
    (
      "issuingBody",
      object([
        ("type", .text("object")),
        ("required", .array(["code", "kk", "ru"].map { .text($0) })),
        ("properties", object([("code", text), ("kk", text), ("ru", text)])),
        ("additionalProperties", .flag(false)),
      ])
    ),
    ("issueDate", day), ("fields", object([])),
    (
      "languageRuns",
      list(
        object([
          ("type", .text("array")),
          ("prefixItems", .array([language, count])), ("items", .flag(false)),
        ]))
    ),
  ]

  private static func property(_ field: FieldDeclaration, in library: TemplateLibrary) -> JSONValue
  {
    let title: [JSONValue.Member] = [.init("title", .text(field.label.en))]
    let shape =
      switch field.type {
      case .text, .plain: words
      case .date: day
      case .partialDate:
        object([("type", .text("string")), ("pattern", .text(KindSchema.partialDate))])
      case .count: count
      case .time: text
      case .country:
        object([("enum", .array(library.shared.countries.keys.sorted().map { .text($0) }))])
      case .iin: object([("type", .text("string")), ("pattern", .text("^[0-9]{12}$"))])
      case .code(let words): object([("enum", .array(words.map { .text($0.code) }))])
      case .texts, .papers: list(words)
      case .grounds: list(text)
      }
    return .object(title + (shape.members ?? []))
  }

  private static let text = object([("type", .text("string"))])
  private static let count = object([("type", .text("integer")), ("minimum", .integer(0))])
  private static let day = object([("type", .text("string")), ("format", .text("date"))])
  /// One text, or one in each language.
  private static let words = object([
    (
      "anyOf",
      .array([
        text,
        object([
          ("type", .text("object")), ("properties", object([("kk", text), ("ru", text)])),
          ("required", .array([.text("kk"), .text("ru")])), ("additionalProperties", .flag(false)),
        ]),
      ])
    )
  ])

  private static func list(_ item: JSONValue) -> JSONValue {
    object([("type", .text("array")), ("items", item)])
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { .init($0.0, $0.1) })
  }
}
