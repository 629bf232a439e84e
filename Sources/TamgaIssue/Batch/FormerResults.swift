import TamgaDecisions
import TamgaDomain
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

  /// The result of the next record as it is told.
  mutating func settle(_ result: DecisionResult, by register: any Register) throws -> DecisionResult
  {
    guard let line = try? reader?.next() else { return result }
    guard let id = result.id, result.outcome == .rejected,
      result.findings.contains(where: { $0.rule == RegisterFindings.conflict }),
      let former = Self.rejected(line, as: result)
    else { return result }
    let reasons = former.findings.filter { $0.rule != RegisterFindings.conflict }
    guard reasons.contains(where: { $0.level == .error }),
      let paper = try register.paper(decision: id, part: 0)
    else { return result }
    return result.with(reasons + [RegisterFindings.issuedSince(paper.number)])
  }

  /// The former result of the same record, if it was rejected.
  private static func rejected(_ line: RawRecord, as result: DecisionResult) -> ReportedResult? {
    guard case .bytes(let bytes) = line.content, let json = try? JSONReader.read(bytes).value,
      let former = ReportedResult(json), former.line == result.line,
      former.source == result.source, former.id == result.id, former.outcome == .rejected
    else { return nil }
    return former
  }
}

extension Sequence<Finding> {
  /// Of a rejected record: its decision has a paper from a corrected record, made after the rejection
  /// (``FormerResults``). Where nothing was rejected before, the conflict stands alone.
  var areSettled: Bool {
    let errors = filter { $0.level == .error }
    return errors.contains { $0.rule == RegisterFindings.conflict }
      && errors.contains { $0.rule != RegisterFindings.conflict }
  }
}
