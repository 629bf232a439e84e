public import TamgaDomain

/// Records that a person must look at, as far as they are shown: a night with 300,000 refusals must not
/// fill the memory or make a page that no browser opens.
public struct NotableRecords: Sendable {
  /// One record, with the findings for which it is here.
  public struct Row: Sendable {
    public let line: Int
    public let source: String?
    public let id: String?
    /// The kind's id.
    public let document: String?
    public let findings: [Finding]
    /// A rejected record whose decision has a paper from a corrected record since.
    public let isSettled: Bool

    /// What rows with the same reasons have in common: their rules.
    public var cause: String { Set(findings.map(\.rule)).sorted().joined(separator: " ") }
  }

  /// The first ones, in the order of the input.
  public private(set) var rows: [Row] = []
  /// All there were.
  public private(set) var count = 0
  /// How many there were of each ``Row/cause``, settled ones left out.
  public private(set) var causes: [String: Int] = [:]

  private static let most = 2_000

  mutating func add(_ result: ReportedResult) {
    let level: Level = [.rejected, .failed].contains(result.outcome) ? .error : .warning
    let row = Row(
      line: result.line, source: result.source, id: result.id, document: result.document,
      findings: result.findings.filter { $0.level == level && !$0.notChecked },
      isSettled: result.isSettled)
    count += 1
    if !row.isSettled { causes[row.cause, default: 0] += 1 }
    if rows.count < Self.most { rows.append(row) }
  }
}
