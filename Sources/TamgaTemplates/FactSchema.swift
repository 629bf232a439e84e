import TamgaDomain
import TamgaFormats
import TamgaLaw

/// The JSON Schema of `facts`: each fact that rules read with its type. Others pass, as the reader lets
/// them pass with a warning.
enum FactSchema {
  static let facts: JSONValue = object([
    ("type", .text("object")),
    ("properties", object(FactCatalogue.names.map { ($0, property($0)) })),
  ])

  private static func property(_ name: String) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let words = FactCatalogue.words(of: name) {
      members = [
        ("title", .text(words.en)),
        (
          "x-title",
          object([("kk", .text(words.kk)), ("ru", .text(words.ru)), ("en", .text(words.en))])
        ),
      ]
    }
    return object(members + shape(FactCatalogue.type(of: name)))
  }

  private static func shape(_ type: FactType?) -> [(String, JSONValue)] {
    switch type {
    case .date?: return [("type", .text("string")), ("format", .text("date"))]
    case .partialDate?:
      return [("type", .text("string")), ("pattern", .text(KindSchema.partialDate))]
    case .time?: return [("type", .text("string")), ("format", .text("date-time"))]
    case .flag?: return [("type", .text("boolean"))]
    case .count?: return [("type", .text("integer")), ("minimum", .integer(0))]
    case .text?: return [("type", .text("string")), ("maxLength", .integer(4000))]
    case .word(let words)?: return [oneOf(words)]
    case .words(let words)?:
      let list = object([
        ("type", .text("array")), ("minItems", .integer(1)), ("items", object([oneOf(words)])),
      ])
      return [("anyOf", .array([object([oneOf(words)]), list]))]
    case .conclusions?:
      let item = object([
        ("type", .text("object")),
        (
          "properties",
          object([
            ("agency", object([("type", .text("string"))])),
            ("date", object([("type", .text("string")), ("format", .text("date"))])),
            (
              "groundIds",
              object([
                ("type", .text("array")), ("items", object([("type", .text("string"))])),
              ])
            ),
          ])
        ),
      ])
      return [("type", .text("array")), ("items", item)]
    case .stepDates?:
      return [
        ("type", .text("object")),
        (
          "patternProperties",
          object([
            (
              "^[0-9]{1,2}$",
              object([("type", .text("string")), ("format", .text("date"))])
            )
          ])
        ),
      ]
    case nil: return []
    }
  }

  private static func oneOf(_ words: [String]) -> (String, JSONValue) {
    ("enum", .array(words.map { .text($0) }))
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { .init($0.0, $0.1) })
  }
}
