import Hummingbird
import TamgaAccounts
import TamgaFormats
import TamgaVersion

/// The description of the API (OpenAPI 3.1), made from the routes themselves.
enum OpenAPIDocument {
  private static let path = "/api/v1/openapi.json"
  private static let description = RouteDescription(
    name: "openapi", summary: "This description.",
    answer: RouteDescription.Body(type: "application/json", schema: nil))

  static func route(_ document: @escaping @Sendable () -> [UInt8]) -> Route {
    Route(.get, path, description) { _ in
      var response = Response(document(), type: "application/json")
      response.headers[.cacheControl] = "no-cache"
      return response
    }
  }

  static func of(_ routes: [Route]) -> [UInt8] {
    var paths: [JSONValue.Member] = []
    for route in routes {
      guard let description = route.description else { continue }
      let isRoot = !route.path.hasPrefix("/api/")
      paths.append(
        .init(
          route.path,
          .object([
            .init(
              route.method.rawValue.lowercased(),
              operation(
                description, name: description.name + (isRoot ? "AtRoot" : ""), access: route.access
              ))
          ])))
    }
    return JSONWriter.bytes(
      .object([
        .init("openapi", .text("3.1.0")),
        .init(
          "info",
          .object([
            .init("title", .text("Tamga")), .init("version", .text(Version.current)),
            .init("description", .text("Checks papers of migration offices.")),
          ])),
        .init("paths", .object(paths)), .init("components", components),
      ]))
  }

  private static func operation(
    _ description: RouteDescription, name: String, access: Access
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("operationId", .text(name)), .init("summary", .text(description.summary)),
      .init("security", access.security),
    ]
    let parameters =
      description.words.map { parameter($0, in: "path") }
      + description.queries.map { parameter($0, in: "query") }
    if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
    if !description.bodies.isEmpty {
      members.append(
        .init(
          "requestBody",
          .object([
            .init("required", .flag(true)),
            .init("content", .object(description.bodies.map { .init($0.type, media($0)) })),
          ])))
    }
    var responses: [JSONValue.Member] = [
      .init(
        "200",
        .object([
          .init("description", .text(description.summary)),
          .init("content", .object([.init(description.answer.type, media(description.answer))])),
        ]))
    ]
    if description.creates, let made = responses.first {
      responses.append(.init("201", made.value))
    }
    if description.statuses.contains(304) {
      responses.append(
        .init("304", .object([.init("description", .text("What the caller has is the newest."))])))
    }
    let problems = Set(description.statuses).union([404, 405, 406, 408, 421, 431, 503])
    for status in problems.subtracting([201, 304]).sorted() {
      responses.append(
        .init(
          String(status),
          .object([.init("$ref", .text("#/components/responses/Problem"))])))
    }
    members.append(.init("responses", .object(responses)))
    return .object(members)
  }

  private static func parameter(
    _ given: (name: String, schema: String, summary: String), in place: String
  ) -> JSONValue {
    .object([
      .init("name", .text(given.name)), .init("in", .text(place)),
      .init("required", .flag(place == "path")), .init("description", .text(given.summary)),
      .init("schema", OpenAPISchemas.parsed(given.schema)),
    ])
  }

  private static func media(_ body: RouteDescription.Body) -> JSONValue {
    guard let schema = body.schema else { return .object([]) }
    return .object([
      .init("schema", .object([.init("$ref", .text("#/components/schemas/\(schema)"))]))
    ])
  }

  private static var components: JSONValue {
    .object([
      .init("schemas", OpenAPISchemas.all),
      .init("securitySchemes", OpenAPISchemas.parsed(Access.securitySchemes)),
      .init(
        "responses",
        .object([
          .init(
            "Problem",
            .object([
              .init("description", .text("A problem document (RFC 9457).")),
              .init(
                "content",
                .object([
                  .init(
                    WebProblem.mediaType,
                    .object([
                      .init(
                        "schema", .object([.init("$ref", .text("#/components/schemas/Problem"))]))
                    ]))
                ])),
            ]))
        ])),
    ])
  }
}
