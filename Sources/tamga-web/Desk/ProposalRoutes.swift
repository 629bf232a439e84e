import HTTPTypes
import Hummingbird
import Logging
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaService
import TamgaTemplates

/// Proposals: shown, confirmed by a second person with the second factor, or refused.
struct ProposalRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages
  let log: Logger

  typealias Kept = TamgaAccounts.Proposal

  /// Settled ones that the list still shows.
  private static let settledShown = 50

  /// `GET /desk/proposals`.
  func list(_ call: Call) async throws -> Response {
    let accounts = desk.accounts
    let all = try await desk.reading.orBusy {
      try accounts.proposals(open: true)
        + accounts.proposals(open: false).prefix(Self.settledShown)
    }
    let visible = all.filter { isVisible($0, to: call.caller) }
    return pages.answer(ProposalsView(visible.map(shown)), call)
  }

  /// `GET /desk/proposals/{id}`: for supervisors, and for the one who proposed it.
  func one(_ call: Call) async throws -> Response {
    pages.answer(ProposalView(shown(try await proposal(call))), call)
  }

  /// `POST …/confirm`: `code` of the second factor, `last4` of the number.
  func confirm(_ call: Call) async throws -> Response {
    let proposal = try await answerable(call)
    guard let form = call.form, let account = call.caller.account else {
      throw WebProblem.mediaType([FormBody.mediaType])
    }
    guard Self.isEnd(form["last4"] ?? "", of: proposal.draft.number) else {
      return page(call, proposal, .wrongCode, .unprocessableContent)
    }
    let (accounts, address, code) = (desk.accounts, call.address, form["code"] ?? "")
    let isRight = try await desk.reading.orBusy {
      try accounts.confirmSecond(login: account.login, code: code, address: address)
    }
    guard isRight else {
      log.notice(
        "refused",
        metadata: [
          "request": "\(call.name)", "route": "/desk/proposals/{id}/confirm", "cause": "code",
          "role": "\(account.role.rawValue)",
          "address": "\(accounts.name(ofAddress: address))",
        ])
      return page(call, proposal, .wrongCode, .unauthorized)
    }
    try await settle(proposal, .confirmed, account.login)
    do {
      try await carryOut(proposal, account.login)
    } catch {
      let isStale = (error as? WebProblem)?.code == WebProblem.staleProposal.code
      try await desk.reading.orBusy {
        try accounts.reopen(proposal.id)
        if isStale { _ = try accounts.settle(proposal.id, .expired, by: account.login) }
      }
      throw error
    }
    return Redirection(Link("desk", "proposals", proposal.id).address).response
  }

  /// `POST …/refuse`.
  func refuse(_ call: Call) async throws -> Response {
    let proposal = try await proposal(call)
    guard proposal.draft.proposer != call.caller.agent else { throw WebProblem.fourEyes }
    guard proposal.state == .open else { throw WebProblem.staleProposal }
    try await settle(proposal, .refused, call.caller.agent)
    return Redirection(Link("desk", "proposals", proposal.id).address).response
  }

  // MARK: Settling

  /// The proposal of a request to confirm it: open, of somebody else, and of a paper that has not moved since.
  private func answerable(_ call: Call) async throws -> Kept {
    let proposal = try await proposal(call)
    guard proposal.draft.proposer != call.caller.agent else { throw WebProblem.fourEyes }
    guard proposal.state == .open else { throw WebProblem.staleProposal }
    let desk = desk
    let agent = call.caller.agent
    let isStale = try await desk.reading.orBusy {
      guard let paper = try desk.entry(of: proposal.draft),
        try desk.office.newestEvent(of: paper) == proposal.draft.event
      else {
        _ = try desk.accounts.settle(proposal.id, .expired, by: agent)
        return true
      }
      return false
    }
    guard !isStale else { throw WebProblem.staleProposal }
    return proposal
  }

  private func settle(_ proposal: Kept, _ state: Kept.State, _ login: String) async throws {
    let accounts = desk.accounts
    switch try await desk.reading.orBusy({
      try accounts.settle(proposal.id, state, by: login)
    }) {
    case .settled: return
    case .notOpen: throw WebProblem.staleProposal
    case .fourEyes: throw WebProblem.fourEyes
    case .unknown: throw WebProblem.notFound
    }
  }

  private func carryOut(_ proposal: Kept, _ login: String) async throws {
    let draft = proposal.draft
    let desk = desk
    if draft.move == .revoke {
      let record = Array((draft.form ?? "").utf8)
      let result = try await desk.ask(.issue(record: record, agent: login))
      switch result["outcome"]?.text {
      case "issued", "already-issued": return
      case "rejected": throw WebProblem.rejected(result["findings"] ?? .array([]))
      default: throw WebProblem.failed(result["findings"] ?? .array([]))
      }
    }
    let act: SignerAct =
      switch draft.move {
      case .suspend: .suspend
      case .resume: .resume
      case .void, .revoke: .void
      }
    guard let paper = try await desk.reading.orBusy({ try desk.entry(of: draft) }) else {
      throw WebProblem.staleProposal
    }
    try await desk.ask(
      .act(
        act, serial: paper.serial, agent: login, reason: draft.reason, seen: draft.event))
  }

  /// The last four characters of a number, with its hyphens or without them.
  static func isEnd(_ typed: String, of number: String) -> Bool {
    func plain(_ text: some StringProtocol) -> String {
      String(text.filter { $0.isLetter || $0.isNumber }).lowercased()
    }
    let word = typed.filter { !$0.isWhitespace }.lowercased()
    return word == number.suffix(4).lowercased() || word == plain(number).suffix(4)
  }

  // MARK: Showing

  private func isVisible(_ proposal: Kept, to caller: Caller) -> Bool {
    let isOwn = proposal.draft.proposer == caller.agent
    return proposal.draft.bodies.allSatisfy(caller.covers)
      && (isOwn || caller.account?.role == .supervisor)
  }

  private func proposal(_ call: Call) async throws -> Kept {
    let (accounts, id) = (desk.accounts, call.words["id"] ?? "")
    let found = try await desk.reading.orBusy { try accounts.proposal(id) }
    guard let found, isVisible(found, to: call.caller) else { throw WebProblem.notFound }
    return found
  }

  private func page(
    _ call: Call, _ proposal: Kept, _ refusal: ProposalView.Refusal, _ status: HTTPResponse.Status
  ) -> Response {
    pages.answer(ProposalView(shown(proposal), refusal: refusal), call, status: status)
  }

  private func shown(_ proposal: Kept) -> TamgaDesk.Proposal {
    let draft = proposal.draft
    let zone = desk.office.configuration.zone
    func time(_ moment: Int64) -> DayTime { DayTime(moment + Int64(zone.offset(at: moment))) }
    return TamgaDesk.Proposal(
      id: proposal.id, document: draft.document,
      title: desk.office.library.kind(draft.document)?.title
        ?? Message(kk: draft.document, ru: draft.document, en: draft.document),
      number: draft.numberText,
      // safe: moves and states of both have the same names
      move: PaperView.Move(rawValue: draft.move.rawValue)!, reason: draft.reason,
      proposer: draft.proposer, at: time(proposal.at), until: time(proposal.expires),
      // safe: as above
      state: ProposalView.State(rawValue: proposal.state.rawValue)!)
  }
}

extension TamgaAccounts.Proposal.Draft {
  /// `NUMBER`, or `NUMBER~2` for a duplicate.
  var numberText: String { copy == 0 ? number : "\(number)~\(copy)" }
}

extension DeskOffice {
  /// The paper of a proposal; nil where the register does not have it. Blocks.
  func entry(of draft: TamgaAccounts.Proposal.Draft) throws -> PaperEntry? {
    do {
      return try office.paper(draft.numberText, document: draft.document)
    } catch let error as IssueError where error.code == .noSuchPaper {
      return nil
    }
  }
}
