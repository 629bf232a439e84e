import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaPDF
import TamgaRegister
import TamgaTemplates

/// One paper that a lawful decision makes.
struct LawfulPaper: Sendable {
  let examined: ExaminedDecision
  var request: ReservationRequest
  /// The number of the paper before it, which a duplicate keeps.
  let previousNumber: DocumentNumber?
  /// The kind of the decision's first paper, where this is a further one.
  let first: DocumentKind?
}

/// A lawful paper that was laid out: nothing about its length, its letters or its code can go wrong when
/// it has its number. A class, since it is handed from step to step and is large.
final class LaidOutPaper: Sendable {
  let paper: LawfulPaper
  /// With a provisional number of the form that the register will give.
  let document: FilledDocument
  /// What the renderer keeps of its layout.
  let layout: KeptLayouts.ID
  /// Signs its file; nil where nobody does.
  let signer: BodySigner?

  init(paper: LawfulPaper, document: FilledDocument, layout: KeptLayouts.ID, signer: BodySigner?) {
    self.paper = paper
    self.document = document
    self.layout = layout
    self.signer = signer
  }
}

/// A laid out paper that has its number and waits to be made.
struct PaperOrder: Sendable {
  let laidOut: LaidOutPaper
  let reservation: Reservation
  /// The number of the decision's first paper, where this is a further one.
  var firstNumber: DocumentNumber?
  /// A seal that another run stored first.
  var seal: SealRecord?
  /// The signature that an earlier run kept, or another one first.
  var signature: SignatureRecord?
}

/// A made paper: its seal is not stored and its file not written yet.
struct MadePaper: Sendable {
  /// For messages.
  let number: String
  /// False for a form that an applicant signs.
  let isSealed: Bool
  let seal: SealRecord
  let bytes: [UInt8]
  let sha256: [UInt8]
  let pages: Int
  /// The file with room for its signature; nil once it is signed, and where nobody signs it.
  var signable: SignablePaper?

  func signed(_ bytes: [UInt8], sha256: [UInt8]) -> MadePaper {
    MadePaper(
      number: number, isSealed: isSealed, seal: seal, bytes: bytes, sha256: sha256, pages: pages)
  }
}

/// Judges every paper of a decision: one is enough to refuse them all.
struct LawfulPapers {
  enum Outcome {
    case lawful([LawfulPaper], [Finding])
    case refused([Finding])
  }

  let examiner: Examiner
  let batch: String?

  /// - Parameter answer: What the register says of the decision; asked here where it is nil.
  func examine(
    _ parsed: ParsedDecision, _ decision: Decision, _ answer: DecisionAnswer? = nil, hash: [UInt8],
    noPredecessor: Level = .error
  ) throws -> Outcome {
    var papers: [LawfulPaper] = []
    var findings: [Finding] = []
    var isRefused = false
    let kinds = [decision.kind] + decision.kind.also.compactMap { examiner.library.kind($0) }
    for (part, kind) in kinds.enumerated() {
      let paper =
        part == 0
        ? decision : decision.asPaper(of: kind, setting: Self.numberToCome(of: decision, for: kind))
      let one = ParsedDecision(
        id: parsed.id, decision: paper, findings: part == 0 ? parsed.findings : [])
      let (examination, previous) = try examiner.examine(
        one, part == 0 ? answer : nil, noPredecessor: noPredecessor)
      // What both papers find is said once.
      findings += examination.findings.filter { !findings.contains($0) }
      switch examination {
      case .refused: isRefused = true
      case .lawful(let examined):
        var none: [Finding] = []
        let given = part == 0 ? Examiner.givenNumber(paper, &none) : nil
        var request = ReservationRequests.request(
          examined, hash: hash, given: given, previous: part == 0 ? previous : nil, batch: batch)
        request.part = part
        request.seriesFirst = examiner.seriesFirst[request.series] ?? 1
        papers.append(
          LawfulPaper(
            examined: examined, request: request, previousNumber: previous?.number,
            first: part == 0 ? nil : decision.kind))
      }
    }
    return isRefused ? .refused(findings) : .lawful(papers, findings)
  }

  /// Stands in a further paper for the first one's number, which is allotted after the judgement.
  private static func numberToCome(
    of decision: Decision, for kind: DocumentKind
  ) -> [String: FieldValue] {
    let field = decision.kind.number.field
    guard field != kind.number.field, decision.fields[field] == nil,
      kind.fields.contains(where: { $0.name == field })
    else { return [:] }
    return [field: .text(Bilingual(both: "0"))]
  }
}
