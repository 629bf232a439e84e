public import TamgaDomain
public import TamgaSeal

/// Makes verdicts: the one core behind the command line, the web service and the page in a browser.
/// A function of its arguments: it reads no clock, no file and no network.
public struct Verifier: Sendable {
  /// Seconds by which the device's clock may be behind the office's before it is suspected.
  public static let clockTolerance: Int64 = 300

  /// One for each office whose papers can be judged; the first one's zone and name stand in verdicts that
  /// belong to none.
  private let judges: [PaperJudge]

  /// - Parameters:
  ///   - trust: What is known of one office.
  ///   - others: What is known of further offices: each paper is judged by that of its issuer.
  ///   - now: The real clock, seconds since 1970: staleness and clock suspicion go by it.
  ///   - day: Asks about noon of another day in the office's zone, and moves only the paper's own
  ///     dates; nil for today.
  ///   - signatures: Checks the signatures of files; nil where they are not checked, and the verdict says so.
  public init(
    trust: TrustState, others: [TrustState] = [], now: Int64, on day: CalendarDate? = nil,
    signatures: SignatureReader? = nil
  ) {
    judges = ([trust] + others).map {
      PaperJudge(
        trust: $0, hasOthers: !others.isEmpty, now: now, on: day, signatures: signatures)
    }
  }

  /// What the reader of a PDF needs to know of the fonts of the papers: those of all offices.
  public var fonts: @Sendable () -> FontsPart? {
    let sources = judges.map { $0.trust.fonts }
    return { FontsPart.union(sources.compactMap { $0() }) }
  }

  private var first: PaperJudge { judges[0] }

  /// One verdict for each paper of the input, in the order of pages; at least one.
  public func verdicts(on contents: InputContents) -> [Verdict] {
    switch contents {
    case .payload(let text):
      guard let paper = FoundPaper(typed: text) else { return [first.noSeal(.textNotOurs)] }
      return [verdict(on: paper, pages: [], .paperNotSeen)]
    case .picture(let codes, let words, let noCode):
      let papers = FoundPaper.photographed(codes)
      guard !papers.isEmpty else {
        return [first.noSeal(codes.isEmpty ? Reason(noCode) : .codeNotOurs)]
      }
      // The words of a picture with several papers belong to none of them.
      let isAlone = papers.count == 1
      return papers.map { paper in
        let verdict = verdict(
          on: paper, pages: paper.pages, .textNotChecked, words: isAlone ? words : [])
        return isAlone ? verdict : verdict.adding(.severalPapers)
      }
    case .document(let document):
      let papers = FoundPaper.papers(on: document.pages)
      let others = FoundPaper.others(on: document.pages)
      guard !papers.isEmpty else {
        if let what = Self.what(others, of: document.pages.count) {
          return [first.noSeal(what).with(others)]
        }
        let hasCode = document.pages.contains { !$0.codes.isEmpty }
        // What can be done about a page that has a code comes before a page that has none.
        let noCode = document.pages.map { $0.noCode }.first { $0 != .nothing } ?? .nothing
        return [first.noSeal(hasCode ? .codeNotOurs : Reason(noCode))]
      }
      // One that no seal in the file knows of: people take it for the body's.
      let isStranger = document.hasSignature && !papers.contains(where: isSigned)
      let evidence = document.evidence + (isStranger ? [TamperEvidence(.additions)] : [])
      return papers.enumerated().map { index, paper in
        let isCut = document.pagesLeftOut > 0 && index == papers.count - 1
        let data = papers.count == 1 ? document.data : ProgramData()
        var verdict = verdict(
          on: paper, pages: paper.pages, isCut ? .pagesNotRead : nil, data: data,
          evidence: evidence, isCanonical: document.isCanonical,
          properties: document.properties, signature: papers.count == 1 ? document.signature : nil,
          hasSignature: document.hasSignature, isRun: papers.count > 1 || !others.isEmpty)
        if papers.count > 1, !document.data.attachments.isEmpty {
          verdict = verdict.adding(.attachmentsNotChecked)
        }
        return verdict.with(others.filter { Self.place($0, among: papers) == index })
      }
    }
  }

  /// What a file is that has nothing but pages without papers.
  private static func what(_ others: [OtherPage], of count: Int) -> Reason? {
    guard !others.isEmpty, others.count == count else { return nil }
    return others.contains { $0.kind == .coverSheet } ? .coverSheet : .blankPages
  }

  /// The paper with which a page is named: a cover sheet lies upon those that follow, a blank page is the
  /// back of the one before.
  private static func place(_ page: OtherPage, among papers: [FoundPaper]) -> Int {
    let next = papers.firstIndex { ($0.pages.first ?? 0) > page.page } ?? papers.count
    return page.kind == .coverSheet ? min(next, papers.count - 1) : max(0, next - 1)
  }

  /// The verdict on a paper that was found in the register by its number and check code.
  public func verdict(on facts: RegisterFacts) -> Verdict { first.verdict(on: facts) }

  /// The answer to a number and a check code that are not found together: it gives away neither which of them is
  /// wrong nor whether there is such a paper.
  ///
  /// - Parameter isMistyped: The number's own check digit does not fit.
  public func verdict(onUnknownPair isMistyped: Bool) -> Verdict {
    first.noSeal(isMistyped ? .typedWrongly : .pairNotFound)
  }

  // One paper

  private func verdict(
    on paper: FoundPaper, pages: [Int], _ note: Reason?,
    data: ProgramData = ProgramData(), evidence: [TamperEvidence] = [],
    isCanonical: Bool = false, properties: FileProperties? = nil,
    signature: FoundSignature? = nil, hasSignature: Bool = false, isRun: Bool = false,
    words: [ReadWord] = []
  ) -> Verdict {
    guard paper.codes.count == 1 else { return first.rejection(.severalSeals, pages) }
    switch paper.codes[0] {
    case .broken(_, .tooLong): return first.rejection(.payloadTooLong, pages)
    case .broken: return first.rejection(.payloadMalformed, pages)
    case .seal(let bytes):
      switch authenticated(bytes) {
      case .genuine(let seal, let judge):
        return judge.judgement(
          on: seal, paper, pages: pages, note: note, data: data, evidence: evidence,
          isCanonical: isCanonical, properties: properties, signature: signature,
          hasSignature: hasSignature, isRun: isRun, read: words)
      case .foreign(let office):
        return first.rejection(.foreignIssuer, pages, missingOffice: office)
      case .refused(let reason, let judge): return judge.rejection(reason, pages)
      }
    }
  }

  /// Whether the seal of a paper says that its file is signed.
  private func isSigned(_ paper: FoundPaper) -> Bool {
    guard case .seal(let bytes) = paper.codes.first,
      case .genuine(let seal, _) = authenticated(bytes)
    else { return false }
    return seal.claims.isSigned
  }

  private enum Authenticity {
    case genuine(VerifiedSeal, PaperJudge)
    /// Of an office that is not known here.
    case foreign(String)
    case refused(Reason, PaperJudge)
  }

  /// Asks each office in turn: one that knows the key decides.
  private func authenticated(_ bytes: [UInt8]) -> Authenticity {
    let unverified: UnverifiedSeal
    do throws(SealFault) { unverified = try UnverifiedSeal(bytes) } catch {
      return .refused(Reason(error), first)
    }
    var refusal: (Reason, PaperJudge)?
    for judge in judges {
      do throws(SealFault) {
        let seal = try unverified.verified(by: judge.trust.keys)
        guard let reason = judge.distrust(of: seal) else { return .genuine(seal, judge) }
        refusal = refusal ?? (reason, judge)
      } catch {
        // A key that one office does not know may be another one's.
        if error != .unknownKey { refusal = refusal ?? (Reason(error), judge) }
      }
    }
    if let (reason, judge) = refusal { return .refused(reason, judge) }
    guard let issuer = unverified.namedIssuer,
      !judges.contains(where: { $0.trust.office == issuer })
    else { return .refused(.unknownKey, first) }
    return .foreign(issuer)
  }
}

extension Reason {
  fileprivate init(_ fault: SealFault) {
    self =
      switch fault {
      case .tooLong: .payloadTooLong
      case .encoding, .structure: .sealMalformed
      case .header: .sealHeader
      case .algorithm, .keyAlgorithm: .wrongAlgorithm
      case .signatureForm: .signatureForm
      case .unknownKey: .unknownKey
      case .signature: .badSignature
      case .claims: .claimsMalformed
      }
  }
}
