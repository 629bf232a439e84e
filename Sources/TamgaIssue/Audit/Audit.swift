import Foundation
import TamgaDomain
import TamgaLog
import TamgaRegister

/// Compares everything that an office keeps: the log with its checkpoints, the rows of the register
/// with the log, seals, records and files with the rows.
///
/// Reads only, in pages; memory grows by some 100 bytes for each paper. What is issued while the audit
/// runs is left for the next one.
public struct Audit {
  let office: Office
  /// Checkpoints that a second holder kept, as signed notes.
  let kept: [String]
  /// An output folder whose files are compared as well.
  let output: String?
  let report: (AuditFinding) -> Void
  var summary = AuditSummary()

  /// The last state that the log gives each paper, by entry.
  var states: [Int64: [UInt8]] = [:]

  /// Papers of batches whose folders the output does not have.
  var absent: [String: Int] = [:]

  /// What the log tells of the office itself.
  var told = LoggedOffice()
  /// Papers of each form, by its hash.
  var papersOfForm: [[UInt8]: Int] = [:]
  /// When the audit began, by the clock of files: what is written later is left for the next one.
  private(set) var began = timespec()

  /// Rows of one page.
  static let page = 500

  /// - Parameter report: Called for each finding as soon as it is made.
  public init(
    of office: Office, kept: [String] = [], output: String? = nil,
    report: @escaping (AuditFinding) -> Void
  ) {
    self.office = office
    self.kept = kept
    self.output = output
    self.report = report
  }

  /// Runs the whole audit.
  ///
  /// - Throws: ``RegisterError`` or ``IssueError`` where something cannot be read at all.
  public mutating func run() throws -> AuditSummary {
    clock_gettime(CLOCK_REALTIME, &began)
    // Before the size: what is signed while the audit runs covers more.
    let signed = try checkpoints()
    // Later entries belong to papers that may be half way.
    let size = try office.register.logSize()
    summary.unsigned = max(0, size - (signed.last?.checkpoint.size ?? 0))
    if let older = try office.olderRegister(than: output) {
      found(AuditFinding(.registerOlder, older.place, older.message))
    }
    try log(upTo: size, signed)
    try papers(upTo: size)
    try numbers()
    try compareOffice(upTo: size)
    return summary
  }

  mutating func found(_ finding: AuditFinding) {
    summary.findings += 1
    report(finding)
  }
}
