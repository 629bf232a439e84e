import TamgaDecisions
public import TamgaDomain
import TamgaFormats
import TamgaRegister

/// The results that an earlier run of the same batch left, read beside those of this run: both have a line for each
/// record, in the order of the input.
///
/// A record that was rejected and then corrected elsewhere is told as that. Its own reasons stay, and nobody is advised
/// to void the paper of the corrected one.
struct FormerResults {
  private var reader: RecordReader?

  /// - Parameter folder: Of the batch; a run that was killed left no results there.
  init(folder: String) {
    reader = try? RecordSource(path: folder + "/" + BatchFolder.resultsName).records()
  }

  /// False where there were none.
  var exist: Bool { reader != nil }

  /// The findings of the next record as they are told; nil where they are told as they are.
  ///
  /// - Parameter isStored: The result is that of an earlier judgement, as a queue keeps it: its reasons are the first
  ///   ones, whatever an earlier run told.
  mutating func settle(
    _ result: ReportedResult, isStored: Bool, by office: Office
  ) throws -> [Finding]? {
    let line = try? reader?.next()
    guard let id = result.id, result.outcome == .rejected else { return nil }
    var reasons = result.findings.reasons
    if !reasons.areRefusal {
      reasons = line.flatMap { Self.rejected($0, as: result) }?.findings.reasons ?? []
    } else if !isStored {
      return nil
    }
    guard reasons.areRefusal, let since = try office.issuedSince(id) else { return nil }
    return reasons + [since]
  }

  /// The former result of the same record, if it was rejected.
  private static func rejected(_ line: RawRecord, as result: ReportedResult) -> ReportedResult? {
    guard case .bytes(let bytes) = line.content, let json = try? JSONReader.read(bytes).value,
      let former = ReportedResult(json), former.line == result.line,
      former.source == result.source, former.id == result.id, former.outcome == .rejected
    else { return nil }
    return former
  }
}

extension Office {
  /// Of a record that was rejected: that its decision has a paper by now, so that there is nothing to do. Nil where it
  /// has none, or one that is void.
  func issuedSince(_ decision: String) throws -> Finding? {
    guard let paper = try register.paper(decision: decision, part: 0), paper.state == .issued
    else { return nil }
    return RegisterFindings.issuedSince(paper.number)
  }

  /// The findings of a rejected record as they are told now: where its decision has got a paper since, that too.
  public func told(_ findings: [Finding], of decision: String?) throws -> [Finding] {
    guard let decision, findings.reasons.areRefusal, let since = try issuedSince(decision)
    else { return findings }
    return findings.reasons + [since]
  }
}

extension [Finding] {
  /// Those of the record itself: what stood in its way before its decision had a paper.
  fileprivate var reasons: [Finding] { filter { $0.rule != RegisterFindings.conflict } }
  fileprivate var areRefusal: Bool { contains { $0.level == .error } }

  /// Of a rejected record: its decision has a paper from a corrected record, made after the rejection
  /// (``FormerResults``). Where nothing was rejected before, the conflict stands alone.
  var areSettled: Bool {
    reasons.areRefusal && contains { $0.level == .error && $0.rule == RegisterFindings.conflict }
  }
}
