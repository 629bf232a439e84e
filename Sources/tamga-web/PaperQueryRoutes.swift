import Crypto
import HTTPTypes
import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister

/// What programs ask about papers: search, one paper with its events, its file.
struct PaperQueryRoutes: Sendable {
  let desk: DeskOffice
  let limits: ServerLimits

  /// Papers of a page, and where none is asked for.
  private static let limit = 1...100
  private static let usual = 20
  /// Bytes of a body that asks for papers.
  private static let bodyBytes = 16 << 10
  private static let longest = 256

  /// `POST /api/v1/papers/search`. The cursor counts the papers of the pages before.
  func search(_ call: Call) async throws -> Response {
    let body = try await call.json(upTo: min(limits.json, Self.bodyBytes))
    let query = try Self.query(body)
    let limit = try Self.number(body["limit"], in: Self.limit, usual: Self.usual)
    let most = RegisterLimits.pageRows - Self.limit.upperBound - 1
    let cursor = try Self.cursor(body["cursor"], in: 0...most)
    let bodies = call.caller.visibleBodies
    let found = try await desk.reading.orBusy {
      try desk.office.find(query, bodies: bodies, limit: cursor + limit + 1)
    }
    let page = found.dropFirst(cursor)
    let hasMore = page.count > limit && cursor + limit <= most
    return Response(
      .object([
        .init("papers", .array(page.prefix(limit).map(\.json))),
        .init("next", hasMore ? .text(String(cursor + limit)) : .null),
      ]))
  }

  /// `GET /api/v1/papers/{document}/{number}`.
  func paper(_ call: Call) async throws -> Response {
    let paper = try await made(call)
    return Response(try await desk.reading.orBusy { try desk.office.paperJSON(paper) })
  }

  /// `GET /api/v1/papers/{document}/{number}/pdf`: the stored bytes and their digest (RFC 9530).
  func pdf(_ call: Call) async throws -> Response {
    let paper = try await made(call)
    let bytes = try await desk.reading.orBusy { () throws -> [UInt8] in
      do {
        return try desk.office.file(of: paper)
      } catch let error as IssueError where error.code == .noSuchPaper || error.code == .filePurged
      {
        throw WebProblem.notFound
      }
    }
    var response = Response(bytes, type: "application/pdf")
    let digest = Base64.text(Array(SHA256.hash(data: bytes)))
    response.headers[.contentDigest] = "sha-256=:\(digest):"
    return response
  }

  /// A paper that has only its number is none yet.
  private func made(_ call: Call) async throws -> PaperEntry {
    let paper = try await desk.paper(call)
    guard paper.state == .issued || paper.state == .void else { throw WebProblem.notFound }
    return paper
  }

  private static func query(_ body: JSONValue) throws -> SearchQuery {
    let asked = ["number", "decision", "passport"].filter { body[$0] != nil }
    guard asked.count == 1, let text = body[asked[0]]?.text, (1...longest).contains(text.count)
    else { throw WebProblem.malformed(.search) }
    switch asked[0] {
    case "number": return .number(text)
    case "decision": return .decision(text)
    default: return .passport(text)
    }
  }

  private static func number(
    _ value: JSONValue?, in range: ClosedRange<Int>, usual: Int
  ) throws -> Int {
    switch value {
    case nil, .null?: return usual
    case .integer(let number)? where range.contains(Int(number)): return Int(number)
    default: throw WebProblem.malformed(.search)
    }
  }

  private static func cursor(_ value: JSONValue?, in range: ClosedRange<Int>) throws -> Int {
    switch value {
    case nil, .null?: return 0
    case .text(let text)?:
      guard let number = Int(text), String(number) == text, range.contains(number) else {
        throw WebProblem.malformed(.search)
      }
      return number
    default: throw WebProblem.malformed(.search)
    }
  }
}

extension Caller {
  /// Codes of the bodies whose papers it may see; nil for all.
  var visibleBodies: [String]? { bodies.isEmpty ? nil : bodies }
}

extension RegisterError: WebProblemSource {
  var webProblem: WebProblem { .noRegister }
}
