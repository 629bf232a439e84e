import Foundation
public import TamgaDecisions
public import TamgaDomain
import TamgaRegister
public import TamgaTemplates

/// Judges records without issuing anything: `tamga check` and `tamga issue --dry-run`.
///
/// The same ``Issuer`` examines and lays out, and asks the register for numbers in a transaction that is
/// rolled back: what is said here is what issuing the record would say at this moment. Lines that go on
/// with papers of lines above are judged as far as it is possible without those papers.
public struct DecisionCheck: Sendable {
  private let issuer: Issuer
  private let decisions = RunDecisions()

  /// Judges by an office's settings and what its register knows.
  ///
  /// - Throws: `TypesetError` or `TemplateFaults` where a font is missing or another one than the pinned.
  public init(office: Office, workers: Int = 1) throws {
    issuer = try Issuer(checking: office, by: Examiner(office: office), workers: workers)
  }

  /// Judges by the templates alone; facts that the records lack are listed as not checked.
  ///
  /// - Throws: `TypesetError` or `TemplateFaults` where a font is missing or another one than the pinned.
  public init(library: TemplateLibrary, today: CalendarDate, workers: Int = 1) throws {
    var policy = OfficePolicy()
    policy.facts = .given
    issuer = try Issuer(
      checking: nil,
      by: Examiner(library: library, bodies: nil, policy: policy, today: today), workers: workers)
  }

  /// One result for each record, in order: `lawful`, `already-issued`, `rejected`, or `failed` where the
  /// machine is at fault.
  public func run(
    _ source: RecordSource, namesSource: Bool, result: (DecisionResult) throws -> Void
  ) async throws {
    var reader = try source.records()
    try await issuer.run(decisions) {
      var items: [IssuingItem] = []
      while items.count < Issuer.recordsPerWorker,
        let record = try reader.next()
      {
        items.append(
          IssuingItem(
            line: record.line, source: namesSource ? record.source : nil,
            parsed: issuer.parser.parse(record)))
      }
      return items.isEmpty ? nil : items
    } take: { results in
      for line in results { try result(line) }
    }
  }

  /// Reads one record of the contract's JSON, for ``result(of:)``.
  public func parse(_ json: [UInt8]) -> ParsedDecision { issuer.parse(json) }

  /// The result of one record that is at hand.
  public func result(of record: ParsedDecision) async throws -> DecisionResult {
    var result: [DecisionResult] = []
    try await issuer.run([IssuingItem(line: 1, source: nil, parsed: record)], RunDecisions()) {
      result += $0
    }
    return result[0]  // safe: one result for one item
  }
}
