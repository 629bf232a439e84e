import Synchronization
import TamgaDomain
import TamgaFormats
import TamgaIssue

/// What a person must look at in papers that were just issued, shown on their pages: who presses Issue without Check sees it
/// too. Kept while the server runs, for the newest papers.
final class IssueNotes: Sendable {
  private struct Kept {
    var findings: [String: [Finding]] = [:]
    /// Oldest first.
    var order: [String] = []
  }

  private let kept = Mutex(Kept())
  private static let most = 2_000

  /// Takes the warnings of a result that names a paper.
  func take(_ result: JSONValue) {
    guard let document = result["document"]?.text, let number = result["number"]?.text else {
      return
    }
    let findings = Finding.all(of: result).filter { $0.level == .warning && !$0.notChecked }
    guard !findings.isEmpty else { return }
    let paper = document + "/" + number
    kept.withLock { kept in
      if kept.findings.updateValue(findings, forKey: paper) == nil { kept.order.append(paper) }
      if kept.order.count > Self.most { kept.findings[kept.order.removeFirst()] = nil }
    }
  }

  func findings(of document: String, _ number: String) -> [Finding] {
    kept.withLock { $0.findings[document + "/" + number] ?? [] }
  }
}
