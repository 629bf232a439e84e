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
      .init("schema", parsed(given.schema)),
    ])
  }

  private static func media(_ body: RouteDescription.Body) -> JSONValue {
    guard let schema = body.schema else { return .object([]) }
    return .object([
      .init("schema", .object([.init("$ref", .text("#/components/schemas/\(schema)"))]))
    ])
  }

  private static func parsed(_ text: String) -> JSONValue {
    (try? JSONReader.strictValue(of: Array(text.utf8))) ?? .null
  }

  private static var components: JSONValue {
    .object([
      .init("schemas", parsed(schemas)), .init("securitySchemes", parsed(Access.securitySchemes)),
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

  private static let schemas = #"""
    {"Message":{"type":"object","required":["kk","ru","en"],
      "properties":{"kk":{"type":"string"},"ru":{"type":"string"},"en":{"type":"string"}}},
     "Payload":{"type":"object","required":["payload"],
      "properties":{"payload":{"type":"string","description":"The text of the code."},
       "on":{"type":["string","null"],"format":"date","description":"Asks about noon of this day."}}},
     "Lookup":{"type":"object","required":["number","code"],
      "properties":{"number":{"type":"string"},"code":{"type":"string"}}},
     "Verdicts":{"type":"object","required":["verdicts"],
      "properties":{"verdicts":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Verdict"}}}},
     "Decision":{"type":"object","description":"A decision record; its schema is that of its kind."},
     "Result":{"type":"object","required":["id","outcome","document","findings","links"],
      "properties":{"id":{"type":"string"},"outcome":{"enum":["issued","already-issued"]},
       "document":{"type":"string"},"number":{"type":"string"},"sha256":{"type":"string"},
       "pages":{"type":"integer"},"findings":{"type":"array"},
       "links":{"type":"object","properties":{"paper":{"type":"string"},"pdf":{"type":"string"},
        "verify":{"type":"string"}}}}},
     "Judgement":{"type":"object","required":["findings","wouldIssue"],
      "properties":{"findings":{"type":"array"},"wouldIssue":{"type":"boolean"}}},
     "ReasonGiven":{"type":"object","required":["reason"],
      "properties":{"reason":{"type":"string","minLength":1,"maxLength":1000}}},
     "Event":{"type":"object","required":["type","at","who","reason"],
      "properties":{"type":{"type":"string"},"at":{"type":"string"},"who":{"type":"string"},
       "reason":{"type":["string","null"]}}},
     "PaperSearch":{"type":"object",
      "oneOf":[{"required":["number"]},{"required":["decision"]},{"required":["passport"]}],
      "properties":{"number":{"type":"string","minLength":1,"maxLength":256},
       "decision":{"type":"string","minLength":1,"maxLength":256},
       "passport":{"type":"string","minLength":1,"maxLength":256},
       "limit":{"type":["integer","null"],"minimum":1,"maximum":100},
       "cursor":{"type":["string","null"],"pattern":"^[0-9]{1,18}$","description":"`next` of the last answer."}}},
     "FoundPaper":{"type":"object",
      "required":["document","number","copy","status","issueDate","validFrom","validUntil","name","passport"],
      "properties":{"document":{"type":"string"},"number":{"type":"string"},"copy":{"type":"integer"},
       "status":{"enum":["valid","suspended","superseded","revoked","voided"]},
       "issueDate":{"type":"string","format":"date"},
       "validFrom":{"type":["string","null"],"format":"date"},
       "validUntil":{"type":["string","null"],"format":"date",
        "description":"The last day; a paper past it is 'valid' in the register and counts no more."},
       "name":{"type":["string","null"]},
       "passport":{"type":["string","null"]}}},
     "FoundPapers":{"type":"object","required":["papers","next"],
      "properties":{"papers":{"type":"array","items":{"$ref":"#/components/schemas/FoundPaper"}},
       "next":{"type":["string","null"]}}},
     "Paper":{"allOf":[{"$ref":"#/components/schemas/FoundPaper"},
      {"type":"object","required":["events","chain"],
       "properties":{"events":{"type":"array","items":{"$ref":"#/components/schemas/Event"}},
        "chain":{"type":"array","items":{"type":"string"}}}}]},
     "Feed":{"type":"object","required":["events","next","more","checkpoint"],
      "properties":{"events":{"type":"array","items":{"$ref":"#/components/schemas/FeedEvent"}},
       "next":{"type":"string"},"more":{"type":"boolean"},
       "checkpoint":{"$ref":"#/components/schemas/Checkpoint"}}},
     "Checkpoint":{"type":"object","required":["size","root"],
      "properties":{"size":{"type":"integer"},"root":{"type":"string"}}},
     "FeedEvent":{"type":"object",
      "required":["index","at","type","document","number","copy","effect","standing","person","validFrom",
       "validUntil","replacedBy"],
      "properties":{"index":{"type":"integer"},"at":{"type":"string"},
       "type":{"enum":["issued","suspended","resumed","superseded","revoked","reinstated","voided"]},
       "document":{"type":"string"},"number":{"type":"string"},"copy":{"type":"integer"},
       "effect":{"type":["string","null"]},
       "standing":{"enum":["valid","suspended","superseded","revoked","voided"]},
       "person":{"type":["object","null"],"required":["name","passport","citizenship"],
        "properties":{"name":{"type":["string","null"]},"passport":{"type":["string","null"]},
         "citizenship":{"type":["string","null"]}}},
       "validFrom":{"type":["string","null"]},"validUntil":{"type":["string","null"]},
       "replacedBy":{"type":["string","null"]}}},
     "Templates":{"type":"array","items":{"type":"object","required":["document","editions","title","fields"]}},
     "KindSchema":{"type":"object","description":"A JSON Schema (2020-12)."},
     "Reason":{"type":"object","required":["code","message"],
      "properties":{"code":{"type":"string"},"message":{"$ref":"#/components/schemas/Message"}}},
     "Verdict":{"type":"object",
      "required":["pages","verdict","genuine","inForce","effect","reasons","claims","altered","hints","compare",
       "replacedBy","key","status","checkedOn"],
      "properties":{"pages":{"type":"array","items":{"type":"integer"}},
       "verdict":{"enum":["valid","not-yet-valid","expired","suspended","superseded","revoked","status-unknown",
        "altered","not-genuine","no-seal"]},
       "genuine":{"type":"boolean"},"inForce":{"type":"boolean"},
       "effect":{"type":["string","null"]},
       "reasons":{"type":"array","items":{"$ref":"#/components/schemas/Reason"}},
       "claims":{"type":["object","null"]},"altered":{"type":"array"},"hints":{"type":"array"},
       "compare":{"type":"array","items":{"type":"string"}},"replacedBy":{"type":["string","null"]},
       "key":{"type":["object","null"]},
       "status":{"type":"object","required":["source","issuedAt","sequence","stale","office","root"]},
       "checkedOn":{"type":"string","format":"date"}}},
     "Problem":{"type":"object","required":["type","title","status","detail","code","messages","request"],
      "properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
       "detail":{"type":"string"},"code":{"type":"string"},
       "messages":{"$ref":"#/components/schemas/Message"},"limit":{"type":"integer"},
       "checkpoint":{"$ref":"#/components/schemas/Checkpoint"},"findings":{"type":"array"},"request":{"type":"string"}}}}
    """#
}
