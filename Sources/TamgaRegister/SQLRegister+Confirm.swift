internal import TamgaDomain

extension SQLRegister {
  public func confirm(
    _ confirmations: [IssueConfirmation], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ConfirmOutcome] {
    try RegisterLimits.check(group: confirmations.count)
    for confirmation in confirmations { try confirmation.check() }
    return try change(by: agent, at: moment) { log in
      try PaperRow.lockWithPrevious(log.session, confirmations.map(\.serial))
      let step = try ConfirmStep(log, confirmations.map(\.serial))
      return try confirmations.map(step.outcome)
    }
  }
}

/// One group of confirmations inside its transaction.
private final class ConfirmStep {
  private let log: EventLog
  private var papers: [Int64: PaperEntry]
  /// Papers that this group has changed: what was read of them is no longer so.
  private var changed: Set<Int64> = []

  init(_ log: EventLog, _ serials: [Int64]) throws {
    self.log = log
    papers = try PaperRow.all(log.session, serials: serials)
    let ended = try PaperRow.all(log.session, serials: papers.values.compactMap(\.previous))
    papers.merge(ended) { read, _ in read }
  }

  // Everything is checked before the first row is written, so that a refused item leaves none.
  func outcome(of confirmation: IssueConfirmation) throws -> ConfirmOutcome {
    guard let paper = try paper(confirmation.serial) else {
      return .refused(.unknown(serial: confirmation.serial))
    }
    if paper.state == .issued, let file = paper.file {
      return file.sha256 == confirmation.file.sha256 ? .issued(paper) : .issuedBefore(paper)
    }
    guard PaperMove.confirm.next(from: paper.condition) != nil else {
      return .refused(.illegal(.confirm, paper.number, paper.condition))
    }
    if let serial = Self.ended(by: paper) {
      let ending: PaperMove = paper.relation == .revokes ? .revoke : .supersede
      guard let previous = try self.paper(serial) else {
        return .refused(.unknown(serial: serial))
      }
      guard ending.next(from: previous.condition) != nil else {
        return .refused(.illegal(ending, previous.number, previous.condition))
      }
      try log.move(previous, ending, because: paper)
      changed.insert(serial)
      if paper.relation == .revokes { try revokeLinks(of: serial, paper) }
    } else if let serial = paper.previous, let extended = try self.paper(serial),
      extended.status == .revoked
    {
      return .refused(.illegal(.confirm, extended.number, extended.condition))
    }
    let file = confirmation.file
    try log.move(paper, .confirm, file: file)
    changed.insert(paper.serial)
    var issued = paper
    issued.state = .issued
    issued.issuedAt = log.moment
    issued.file = file
    return .issued(issued)
  }

  /// One permission has one end: every link of the chain that lives ends with the one that was named.
  private func revokeLinks(of serial: Int64, _ paper: PaperEntry) throws {
    try settle()
    for link in try PaperLinks.living(log.session, of: serial) where link.serial != paper.serial {
      try log.move(link, .revoke, because: paper)
      changed.insert(link.serial)
    }
  }

  /// Writes what has changed, for those that read rows after it, and reads it again.
  private func settle() throws {
    guard !changed.isEmpty else { return }
    try log.settle()
    papers.merge(try PaperRow.all(log.session, serials: changed)) { _, now in now }
    changed = []
  }

  private func paper(_ serial: Int64) throws -> PaperEntry? {
    if changed.contains(serial) { try settle() }
    return papers[serial]
  }

  /// The entry that ends when `paper` is issued.
  private static func ended(by paper: PaperEntry) -> Int64? {
    paper.relation?.endsPrevious == true ? paper.previous : nil
  }
}
