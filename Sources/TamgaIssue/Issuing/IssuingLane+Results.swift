import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaRegister

/// What is told of a decision, and where the files of its papers stand.
extension IssuingLane {
  func result(_ item: IssuingItem, _ step: Step) -> DecisionResult {
    var outcome = DecisionResult.Outcome.rejected
    var papers: [DecisionResult.Paper] = []
    var findings: [Finding] = []
    switch step {
    case .rejected(let list): findings = list
    case .failed(let list): (outcome, findings) = (.failed, list)
    case .passed(let list): (outcome, findings) = (.lawful, list)
    case .known(let entries):
      outcome = .alreadyIssued
      guard let office, let destination else { break }
      for entry in entries {
        let (restored, paper) = restored(entry, office, destination.folder)
        papers += [paper].compactMap(\.self)
        if restored == .failed {
          outcome = .failed
          findings.append(RegisterFindings.fileLost(entry.number))
        }
      }
    case .issued(let entries, let list):
      (outcome, findings) = (.issued, list)
      papers = entries.compactMap { Self.paper($0, office) }
    case .waiting(let number):
      (outcome, findings) = (.failed, [RegisterFindings.unfinished(number)])
    case .overtaken:
      (outcome, findings) = (.failed, [RegisterFindings.personChanged])
    case .unexamined, .lawful, .laidOut, .ordered: outcome = .failed
    }
    let decision = item.parsed.decision
    return DecisionResult(
      line: item.line, source: item.source, id: item.parsed.id, outcome: outcome,
      document: decision?.kind.id, paper: papers.first, also: Array(papers.dropFirst()),
      findings: findings, issuingBody: decision?.issuingBody,
      isFetched: decision?.isFetched ?? false)
  }

  /// The paper of an earlier run: its file is put back when it is not there or was changed.
  private func restored(
    _ entry: PaperEntry, _ office: Office, _ folder: String
  ) -> (DecisionResult.Outcome, DecisionResult.Paper?) {
    guard let file = entry.file, let paper = Self.paper(entry, office) else {
      return (.failed, nil)
    }
    guard let name = paper.file else {
      guard case .files = office.store.proof(of: file.sha256) else { return (.failed, paper) }
      return (.alreadyIssued, paper)
    }
    let path = folder + "/" + name
    if PaperStore.file(at: path, has: file.sha256) { return (.alreadyIssued, paper) }
    do {
      let bytes = try office.store.get(file.sha256)
      try OfficeFile.makeOutputFolder(folder + "/documents/" + entry.document)
      try OfficeFile.write(bytes, to: path, mode: 0o640)
      return (.alreadyIssued, paper)
    } catch {
      return (.failed, paper)
    }
  }

  private static func paper(_ entry: PaperEntry, _ office: Office?) -> DecisionResult.Paper? {
    guard let file = entry.file else { return nil }
    return DecisionResult.Paper(
      document: entry.document, number: entry.number.description,
      file: office?.configuration.batchPapers == .store
        ? nil : "documents/\(entry.document)/\(entry.number.fileName).pdf",
      sha256: file.sha256, pages: file.pages)
  }
}
