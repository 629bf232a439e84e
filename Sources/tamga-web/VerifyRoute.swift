import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaInput
import TamgaIssue
import TamgaOptics
import TamgaRegister
import TamgaService
import TamgaVerify

/// `POST /api/v1/verify`: the verdict on a code's text, a picture or a PDF. Nothing of it is kept.
struct VerifyRoute: Sendable {
  static let fileTypes = [
    "application/pdf", "image/png", "image/jpeg", "image/webp", "image/tiff",
  ]

  let office: ServedOffice
  let limits: ServerLimits
  /// For what is judged at once.
  let texts: WorkPool
  /// For what the reading process must look at first.
  let files: WorkPool
  let rate: RateLimit

  func answer(_ call: Call) async throws -> Response {
    if !call.caller.isClient, let wait = rate.take(call.address) {
      throw WebProblem.tooMany(retryAfter: wait)
    }
    let type = call.mediaType
    let day = try call.query("on").map { text in
      guard let date = CalendarDate(iso: text) else { throw WebProblem.malformed(.day) }
      return date
    }
    if type == "application/json" { return try await payload(call, day) }
    guard Self.fileTypes.contains(type) else {
      throw WebProblem.mediaType(["application/json"] + Self.fileTypes)
    }
    return try await file(call, isPDF: type == "application/pdf", day)
  }

  /// - Parameter day: What the address asks about; the body's own word comes first.
  private func payload(_ call: Call, _ day: CalendarDate?) async throws -> Response {
    let body = try await call.json(upTo: limits.json)
    guard let payload = body["payload"]?.text else { throw WebProblem.malformed(.payload) }
    var day = day
    switch body["on"] {
    case nil, .null?: break
    case .text(let text)?:
      guard let date = CalendarDate(iso: text) else { throw WebProblem.malformed(.day) }
      day = date
    default: throw WebProblem.malformed(.day)
    }
    let asked = day
    return Response(
      try await texts.orBusy { office.verifier(on: asked).verdicts(on: .payload(payload)) })
  }

  private func file(
    _ call: Call, isPDF: Bool, _ day: CalendarDate?
  ) async throws -> Response {
    let bytes = try await call.body(upTo: limits.file)
    switch InputKind.sniff(bytes) {
    case .pdf where isPDF: break
    case .picture where !isPDF: break
    default: throw WebProblem.malformed(.file)
    }
    return Response(try await files.orBusy { try Self.verdicts(on: bytes, office, day) })
  }

  private static func verdicts(
    on bytes: [UInt8], _ office: ServedOffice, _ day: CalendarDate?
  ) throws -> [Verdict] {
    let verifier = office.verifier(on: day)
    do throws(OpticsError) {
      let contents = try InputReader.contents(
        of: bytes, reader: TextReader(), fonts: verifier.fonts)
      var verdicts = verifier.verdicts(on: contents)
      if case .document = contents, verdicts.count == 1 {
        verdicts[0] = IssuedFiles(register: office.office.register).note(on: verdicts[0], bytes)
      }
      return verdicts
    } catch {
      if error.code == .noReader { throw WebProblem.fault }
      throw WebProblem.malformed(.file, because: error.message)
    }
  }
}

extension WorkPool {
  /// As ``run(_:)``; where too many wait the caller is told so.
  func orBusy<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    do {
      return try await run(body)
    } catch is Full {
      throw WebProblem.tooManyFiles
    }
  }
}
