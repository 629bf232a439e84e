import HTTPTypes
import Hummingbird
import ServiceLifecycle
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister

/// `GET /api/v1/feed`: what came into force and what ended, from a cursor on; where there is nothing yet, the
/// answer waits for it.
struct FeedRoute: Sendable {
  let desk: DeskOffice

  private static let limit = 1...RegisterLimits.pageRows
  private static let usual = 500
  /// Seconds that an answer may wait.
  private static let waits = 0...30
  /// How often the log is looked at meanwhile.
  private static let pause = Duration.milliseconds(300)

  func answer(_ call: Call) async throws -> Response {
    let after = try Self.whole(call.query("after"), in: 0...Int.max, usual: 0)
    let limit = try Self.whole(call.query("limit"), in: Self.limit, usual: Self.usual)
    let wait = try Self.whole(call.query("wait"), in: Self.waits, usual: 0)
    let document = try call.query("document")
    let until = ContinuousClock.now + .seconds(wait)
    var question = FeedQuestion(
      after: Int64(after), limit: limit, document: document, bodies: call.caller.visibleBodies)
    while true {
      let asked = question
      let page = try await desk.reading.orBusy { try desk.office.feed(asked) }
      guard page.events.isEmpty, ContinuousClock.now < until else { return Response(page.json) }
      // Entries that are no events of the caller's, or none at all.
      question.after = page.next
      if page.hasMore { continue }
      guard await Self.hasSlept() else { return Response(page.json) }
    }
  }

  /// False where the server ends.
  private static func hasSlept() async -> Bool {
    do {
      try await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
      return !Task.isShuttingDownGracefully
    } catch {
      return false
    }
  }

  private static func whole(_ text: String?, in range: ClosedRange<Int>, usual: Int) throws -> Int {
    guard let text else { return usual }
    guard let number = Int(text), String(number) == text, range.contains(number) else {
      throw WebProblem.malformed(.query)
    }
    return number
  }
}

extension CursorAhead: WebProblemSource {
  var webProblem: WebProblem {
    WebProblem(
      "cursor-ahead", .conflict,
      Message(kk: "Меңзер журналдан асады", ru: "Курсор за концом журнала", en: "Cursor ahead"),
      Message(
        kk: "кеңсе сақтық көшірмеден қалпына келтірілген: checkpoint.size орнынан қайта бастаңыз",
        ru: "ведомство восстановлено из резервной копии: начните снова с checkpoint.size",
        en: "the office was restored from a backup: begin again at checkpoint.size"),
      members: [.init("checkpoint", checkpoint.json)])
  }
}
