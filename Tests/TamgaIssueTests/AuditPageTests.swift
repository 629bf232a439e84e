import Foundation
import TamgaIssue
import Testing

/// The page of the audit has a row for every finding.
@Test func everyFindingIsOnThePage() throws {
  let page = try String(
    contentsOfFile: Repository.root + "/Sources/TamgaRegister/Documentation.docc/Audit.md",
    encoding: .utf8)
  let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
  let named = rows.flatMap { row in
    row.split(separator: "|")[0].matches(of: /`([a-z-]+)`/).map { String($0.1) }
  }
  #expect(named.sorted() == AuditFinding.Code.allCases.map(\.rawValue).sorted())
}
