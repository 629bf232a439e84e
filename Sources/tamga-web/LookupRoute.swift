import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaService
import TamgaVerify

/// `POST /api/v1/lookup`: a paper whose code is damaged, by its number and check code. Who has not both learns
/// nothing: a wrong number and a wrong code give the same answer after the same time.
struct LookupRoute: Sendable {
  let office: ServedOffice
  let limits: ServerLimits
  let pool: WorkPool
  let rate: RateLimit
  /// By number, whether or not there is such a paper.
  let wrongCodes: RateLimit

  /// An answer that gives nothing is not there sooner.
  private static let time = Duration.milliseconds(120)
  /// Characters beyond which nobody types a number or a code.
  private static let most = 256

  func answer(_ call: Call) async throws -> Response {
    if !call.caller.isClient, let wait = rate.take(call.address) {
      throw WebProblem.tooMany(retryAfter: wait)
    }
    let body = try await call.json(upTo: limits.json)
    guard let number = body["number"]?.text, let code = body["code"]?.text,
      number.utf8.count <= Self.most, code.utf8.count <= Self.most
    else { throw WebProblem.malformed(.lookup) }
    let begun = ContinuousClock.now
    let folded = Self.folded(number)
    if let wait = wrongCodes.wait(folded) { throw WebProblem.tooMany(retryAfter: wait) }
    let (verdict, isKnown) = try await pool.orBusy { () throws -> (Verdict, Bool) in
      let verifier = office.verifier(on: nil)
      do {
        guard let facts = try office.office.facts(number: number, code: code) else {
          return (verifier.verdict(onUnknownPair: false), false)
        }
        return (verifier.verdict(on: facts), true)
      } catch is RegisterError {
        throw WebProblem.noRegister
      }
    }
    if !isKnown {
      wrongCodes.add(folded)
      try await Task.sleep(until: begun + Self.time)
    }
    return Response([verdict])
  }

  /// One spelling for each number, so that another one gives no new tries.
  private static func folded(_ number: String) -> String {
    let plain = LookAlike.latin(number.uppercased())
    return plain.filter { $0.isLetter || $0.isNumber }
  }
}
