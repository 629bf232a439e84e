import Crypto
import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaService

/// What the desk and the programs' interface work with: the office, its accounts, and the process that signs.
struct DeskOffice: Sendable {
  let served: ServedOffice
  let accounts: Accounts
  let signer: SignerClient
  /// As many threads as the signer has connections; callers beyond them wait.
  let signing: WorkPool
  /// Reads of the register.
  let reading: WorkPool
  let lastSigned = LastSigned()
  let issueNotes = IssueNotes()
  /// What links go by, without a slash at its end.
  let address: @Sendable () -> String

  var office: Office { served.office }
  var url: String { address() }

  /// Has something signed, issued or recorded, and gives its result.
  ///
  /// - Throws: ``WebProblem`` where it was refused.
  @discardableResult
  func ask(_ request: SignerRequest) async throws -> JSONValue {
    try await whole(request).result
  }

  /// What came of a record, without the numbers of papers that the caller may not see.
  func told(
    _ request: SignerRequest, about record: [UInt8], to caller: Caller
  ) async throws -> JSONValue {
    let result = try await ask(request)
    guard !caller.bodies.isEmpty, let value = try? JSONReader.strictValue(of: record) else {
      return result
    }
    let mandate = Mandate(office: office, caller: caller)
    return try await reading.orBusy { try mandate.veiled(result, about: value) }
  }

  /// The result with the bytes beside it.
  func whole(_ request: SignerRequest) async throws -> (result: JSONValue, bytes: [UInt8]) {
    switch try await signing.orBusy({ signer.ask(request) }) {
    case .done(let result, let bytes): return (result, bytes)
    case .refused(let refusal): throw problem(refusal, request)
    }
  }

  private func problem(_ refusal: SignerRefusal, _ request: SignerRequest) -> WebProblem {
    switch refusal.code {
    case SignerRefusal.stale: return .staleProposal
    case RegisterError.Code.illegalMove.rawValue:
      guard case .act(let act, let serial, _, _, _) = request,
        let paper = try? office.register.paper(serial: serial)
      else { return .busy(refusal.message) }
      return .moveNotAllowed(
        from: paper.statusWord, move: act.rawValue, refusal.message)
    case IssueError.Code.noSuchPaper.rawValue, RegisterError.Code.unknownPaper.rawValue,
      IssueError.Code.filePurged.rawValue:
      return .notFound
    default: return .busy(refusal.message)
    }
  }

  /// The paper of an address; what the caller's bodies do not cover is not there.
  func paper(_ call: Call) async throws -> PaperEntry {
    let (document, number) = (call.words["document"] ?? "", call.words["number"] ?? "")
    let found = try await reading.orBusy { () throws -> PaperEntry? in
      do {
        return try office.paper(number, document: document)
      } catch let error as IssueError where error.code == .noSuchPaper {
        return nil
      } catch is RegisterError {
        throw WebProblem.noRegister
      }
    }
    guard let paper = found, call.caller.covers(paper.issuingBody) else {
      throw WebProblem.notFound
    }
    return paper
  }

  /// Does something once for a key: what is sent again gets the same answer.
  ///
  /// - Parameter waiting: Whether a request under way with the same key is waited for.
  /// - Returns: The answer, and whether it is an earlier one.
  func once(
    _ call: Call, key: String, body: [UInt8], waiting: Bool = false,
    _ act: () async throws -> (status: HTTPResponse.Status, json: JSONValue)
  ) async throws -> (status: HTTPResponse.Status, json: JSONValue, isReplayed: Bool) {
    let space = call.caller.keySpace
    let hash = Array(SHA256.hash(data: body))
    switch try await reading.orBusy({
      try accounts.idempotency.begin(client: space, key: key, bodyHash: hash)
    }) {
    case .running:
      let end = ContinuousClock.now + Self.patience
      while waiting, ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(100))
        switch try await reading.orBusy({
          try accounts.idempotency.begin(client: space, key: key, bodyHash: hash)
        }) {
        case .running: continue
        case .same(let status, let kept):
          return (
            HTTPResponse.Status(code: status), (try? JSONReader.strictValue(of: kept)) ?? .null,
            true
          )
        case .other: throw WebProblem.keyReused
        case .new: return try await kept(space, key, act)
        }
      }
      throw WebProblem.keyInUse
    case .other: throw WebProblem.keyReused
    case .same(let status, let kept):
      return (
        HTTPResponse.Status(code: status), (try? JSONReader.strictValue(of: kept)) ?? .null, true
      )
    case .new: return try await kept(space, key, act)
    }
  }

  /// Longer than issuing takes while a batch runs.
  private static let patience = Duration.seconds(15)

  private func kept(
    _ space: String, _ key: String,
    _ act: () async throws -> (status: HTTPResponse.Status, json: JSONValue)
  ) async throws -> (status: HTTPResponse.Status, json: JSONValue, isReplayed: Bool) {
    do {
      let (status, json) = try await act()
      try await reading.orBusy {
        try accounts.idempotency.finish(
          client: space, key: key, status: status.code, body: JSONWriter.bytes(json))
      }
      return (status, json, false)
    } catch {
      // What was refused may be sent again: nothing was reserved.
      try? await reading.orBusy { try accounts.idempotency.drop(client: space, key: key) }
      throw error
    }
  }
}
