internal import Foundation
internal import Synchronization
internal import TamgaDecisions
internal import TamgaDomain
internal import TamgaFormats
public import TamgaIssue
internal import TamgaRegister

/// Does what a server asks of the process that holds the keys. Its register, its keys and its clock are those of
/// the office; who asked stands in every event.
public final class PaperSigner: Sendable {
  /// Papers that no batch made lie here, below the office's folder.
  public static let folder = Office.deskFolder

  private let office: Office
  /// Who publishes bundles, for the register's events.
  private let agent: String
  /// One record at a time, as one worker would: numbers stand in the order of the clicks.
  private let issuing = Mutex<Issuer?>(nil)
  private let checking: Mutex<DecisionCheck?> = Mutex(nil)
  private let pictures: DraftPictures
  private let batches: BackgroundBatches

  public init(office: Office, agent: String) {
    self.office = office
    self.agent = agent
    pictures = DraftPictures(office: office)
    batches = BackgroundBatches(office: office, output: office.folder + "/" + Self.folder)
  }

  /// Loads what the first paper would wait for.
  public func warm() {
    _ = answer(.check(record: Array("{}".utf8)))
  }

  /// Does what is asked. Blocks; may be called from several threads.
  public func answer(_ request: SignerRequest) -> SignerAnswer {
    do {
      switch request {
      case .publish:
        try PublishedBundle.publish(office, agent: agent)
        return .done(.null, bytes: [])
      case .check(let record): return .done(try check(record).json, bytes: [])
      case .issue(let record, let agent, let batch):
        return .done(try issue(record, agent, batch).json, bytes: [])
      case .run(let file, let agent):
        return .done(.text(try batches.begin(file, agent: agent)), bytes: [])
      case .progress(let batch): return .done(batches.progress(of: batch), bytes: [])
      case .draw(let document, let record):
        return .done(
          .null,
          bytes: try pictures.firstPage(
            document, record: record, dotsPerInch: Self.dotsPerInch))
      case .act(let act, let serial, let agent, let reason, let seen):
        try self.act(act, serial, agent, reason, seen)
        return .done(.null, bytes: [])
      }
    } catch let refusal as SignerRefusal {
      return .refused(refusal)
    } catch {
      return .refused(SignerRefusal(error))
    }
  }

  private func check(_ record: [UInt8]) throws -> DecisionResult {
    try checking.withLock { check in
      let ready = try check ?? DecisionCheck(office: office)
      check = ready
      return try Self.wait { try await ready.result(of: ready.parse(record)) }
    }
  }

  private func issue(
    _ record: [UInt8], _ agent: String, _ batch: String?
  ) throws -> DecisionResult {
    try issuing.withLock { kept in
      // The register may have been restored under a server that runs for weeks.
      try office.refuseOlderRegister()
      let ready =
        try kept
        ?? Issuer(office: office, folder: office.folder + "/" + Self.folder, agent: self.agent)
      kept = ready
      var issuer = ready.acting(for: agent)
      if let batch {
        // A batch of the night is a link to where its papers are.
        let folder = URL(fileURLWithPath: "\(office.folder)/\(Self.folder)/\(batch)")
        issuer = issuer.writing(to: folder.resolvingSymlinksInPath().path, batch: batch)
      }
      let corrected = issuer
      let parsed = corrected.parse(record)
      // safe: one result for one record
      return try Self.wait { await corrected.issue([parsed])[0] }
    }
  }

  /// Enough to read the smallest letters of a paper on a screen.
  private static let dotsPerInch = 110.0

  private func act(
    _ act: SignerAct, _ serial: Int64, _ agent: String, _ reason: String, _ seen: Int64?
  ) throws {
    guard let paper = try office.register.paper(serial: serial) else {
      throw SignerRefusal(
        code: IssueError.Code.noSuchPaper.rawValue,
        message: Message(
          kk: "тізілімде мұндай құжат жоқ", ru: "в реестре нет такого документа",
          en: "the register holds no such paper"))
    }
    if let seen, try office.newestEvent(of: paper) != seen {
      throw SignerRefusal(
        code: SignerRefusal.stale, place: paper.number.description,
        message: Message(
          kk: "құжаттың күйі ұсыныстан кейін өзгерді",
          ru: "состояние документа изменилось после предложения",
          en: "the paper has moved since it was proposed"))
    }
    switch act {
    case .reprint: try office.record(.reprint, of: paper, agent: agent, reason: reason)
    case .spoil: try office.record(.spoil, of: paper, agent: agent, reason: reason)
    case .handover: try office.record(.handOver, of: paper, agent: agent, reason: reason)
    case .void: _ = try office.void(paper, agent: agent, reason: reason)
    case .suspend:
      _ = try office.setStatus(paper, to: .suspended, agent: agent, reason: reason)
    case .resume: _ = try office.setStatus(paper, to: .valid, agent: agent, reason: reason)
    }
  }

  /// Waits on a thread of its own for what is done elsewhere.
  private static func wait<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Value, any Error>?>(nil)
    Task.detached {
      let value: Result<Value, any Error>
      do { value = .success(try await body()) } catch { value = .failure(error) }
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    // safe: set before the signal
    return try result.withLock { $0 }!.get()
  }
}
