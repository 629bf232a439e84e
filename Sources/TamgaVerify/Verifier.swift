public import TamgaDomain
public import TamgaSeal

/// Makes verdicts: the one core behind the command line, the web service and the page in a browser.
/// A function of its arguments: it reads no clock, no file and no network.
public struct Verifier: Sendable {
  /// Seconds by which the device's clock may be behind the office's before it is suspected.
  public static let clockTolerance: Int64 = 300

  let trust: TrustState
  private let now: Int64
  private let day: CalendarDate
  /// The moment about which the paper's own dates are asked.
  private let moment: Int64

  /// - Parameters:
  ///   - now: The real clock, seconds since 1970: staleness and clock suspicion go by it.
  ///   - day: Asks about noon of another day in the office's zone, and moves only the paper's own
  ///     dates; nil for today.
  public init(trust: TrustState, now: Int64, on day: CalendarDate? = nil) {
    self.trust = trust
    self.now = now
    self.day = day ?? trust.zone.date(of: now)
    moment = day.map(trust.zone.noon) ?? now
  }

  /// What the reader of a PDF needs to know of the fonts of the papers.
  public var fonts: @Sendable () -> FontsPart? { trust.fonts }

  /// One verdict for each paper of the input, in the order of pages; at least one.
  public func verdicts(on sighting: Sighting) -> [Verdict] {
    switch sighting {
    case .payload(let text):
      // The same road as a page, so that all inputs are judged alike.
      let papers = SightedPaper.papers(on: [SightedPage(text: nil, codes: [text])])
      guard let paper = papers.first else { return [noSeal(.codeNotOurs)] }
      return [verdict(on: paper, pages: [], .paperNotSeen)]
    case .picture(let codes, let words, let absence):
      let papers = SightedPaper.papers(on: [SightedPage(text: nil, codes: codes)])
      guard !papers.isEmpty else {
        return [noSeal(codes.isEmpty ? Reason(absence) : .codeNotOurs)]
      }
      return papers.map { verdict(on: $0, pages: $0.pages, .textNotChecked, words: words) }
    case .document(let document):
      let papers = SightedPaper.papers(on: document.pages)
      guard !papers.isEmpty else {
        let hasCode = document.pages.contains { !$0.codes.isEmpty }
        // What can be done about a page that has a code comes before a page that has none.
        let absence = document.pages.map { $0.absence }.first { $0 != .nothing } ?? .nothing
        return [noSeal(hasCode ? .codeNotOurs : Reason(absence))]
      }
      return papers.enumerated().map { index, paper in
        let isCut = document.pagesLeftOut > 0 && index == papers.count - 1
        let attachments = papers.count == 1 ? document.attachments : []
        var verdict = verdict(
          on: paper, pages: paper.pages, isCut ? .pagesNotRead : nil, attachments: attachments,
          flaws: document.flaws)
        if papers.count > 1, !document.attachments.isEmpty {
          verdict = verdict.adding(.attachmentsNotChecked)
        }
        return verdict
      }
    }
  }

  /// The verdict on a paper that was found in the register by its number and check code.
  public func verdict(on facts: RegisterFacts) -> Verdict {
    let kind = trust.kinds.values.first { $0.id == facts.document }
    var reasons = standing(facts.status)
    reasons += dates(
      from: facts.validFrom.map(trust.zone.startOfDay),
      until: facts.validUntil.map(trust.zone.endOfDay))
    if trust.isTest { reasons.append(.testOffice) }
    reasons.append(.sealNotSeen)
    return .judged(
      Judgement(
        pages: [], reasons: sorted(reasons + words(of: kind)),
        claims: ShownClaims(facts, office: trust.office), altered: [], hints: [],
        replacedBy: facts.status == .superseded ? facts.replacedBy : nil, key: nil, kind: kind,
        basis: basis))
  }

  // One paper

  private func verdict(
    on paper: SightedPaper, pages: [Int], _ note: Reason?,
    attachments: [PrintedDigest.Attachment] = [], flaws: [PrintFlaw] = [], words: [ReadWord] = []
  ) -> Verdict {
    guard paper.codes.count == 1 else { return rejection(.severalSeals, pages) }
    switch paper.codes[0] {
    case .broken(_, .tooLong): return rejection(.payloadTooLong, pages)
    case .broken: return rejection(.payloadMalformed, pages)
    case .seal(let bytes):
      let seal: VerifiedSeal
      do {
        seal = try UnverifiedSeal(bytes).verified(by: trust.keys)
      } catch {
        return rejection(Reason(error), pages)
      }
      if let reason = distrust(of: seal) { return rejection(reason, pages) }
      return judgement(
        on: seal, paper, pages: pages, note: note, attachments: attachments, flaws: flaws,
        read: words)
    }
  }

  /// Why a seal whose signature holds is still not the office's.
  private func distrust(of seal: VerifiedSeal) -> Reason? {
    let claims = seal.claims
    guard claims.issuer == trust.office else { return .foreignIssuer }
    guard seal.key.signFrom <= claims.sealedAt, claims.sealedAt <= seal.key.signUntil else {
      return .outsideKeyPeriod
    }
    // The sealing time is the forger's own word once the key is his: only the log decides.
    if seal.key.state == .compromised, !trust.isLogged(claims.id, seal.key.publicKey) {
      return .keyCompromised
    }
    return nil
  }

  private func judgement(
    on seal: VerifiedSeal, _ paper: SightedPaper, pages: [Int], note: Reason?,
    attachments: [PrintedDigest.Attachment], flaws: [PrintFlaw], read: [ReadWord]
  ) -> Verdict {
    let claims = seal.claims
    let kind = trust.kinds[claims.document]
    let shown = ShownClaims(claims, kind: kind, zone: trust.zone)
    let status = trust.status(claims.status)
    var reasons = standing(status, in: claims.status.list)
    reasons += dates(from: claims.notBefore, until: claims.expires)
    if claims.sealedAt > now + Self.clockTolerance, !reasons.contains(.clockSuspect) {
      reasons.append(.clockSuspect)
    }
    if trust.isTest { reasons.append(.testOffice) }
    if seal.key.state == .compromised { reasons.append(.keyWasCompromised) }
    if paper.hosts.contains(where: { $0 != trust.host }) { reasons.append(.foreignHost) }
    if let note { reasons.append(note) }
    if shown.nameCut { reasons.append(.nameCut) }
    if shown.canCheckPassport { reasons.append(.passportNotPrinted) }
    let hints = PrintHint.hints(in: read, against: shown)
    if !hints.isEmpty { reasons.append(.printedDiffers) }
    var altered: [AlteredClaim] = []
    if note == nil || note == .pagesNotRead {
      let text = PaperText(paper.sights, attachments)
      let flaws = flaws + paper.sights.flatMap { $0.flaws }
      switch text.check(against: claims) {
      case .unseen: reasons.append(.textNotChecked)
      // Pages that were not read are missing from the text.
      case .differs where note == nil: reasons.append(.textAltered)
      case .same, .differs: break
      }
      if !reasons.contains(.textNotChecked) {
        let isOlder = trust.source == .bundle && trust.issuedAt < claims.sealedAt
        let found = Reason.of(flaws.map { $0.kind }, fontsAreOlder: isOlder)
        reasons += found
        if reasons.outcome == .altered {
          altered = text.altered(from: shown, touched: flaws.map { $0.words })
        } else if found.contains(.fontsNotInBundle) {
          reasons.append(.textNotChecked)
        }
      }
    }
    return .judged(
      Judgement(
        pages: pages, reasons: sorted(reasons + words(of: kind)), claims: shown,
        altered: altered, hints: hints,
        replacedBy: status == .superseded ? trust.replacement(claims.status) : nil,
        key: seal.key, kind: kind, basis: basis))
  }

  // Facts

  /// What the office says of the paper, and how good its word is at this moment.
  private func standing(_ status: PaperStatus?, in list: Int? = nil) -> [Reason] {
    var reasons: [Reason] = []
    switch status {
    case .valid: break
    case .revoked: reasons.append(.statusRevoked)
    case .superseded: reasons.append(.statusSuperseded)
    case .suspended: reasons.append(.statusSuspended)
    case nil:
      // Lists of papers that have all ended leave the bundle.
      let today = trust.zone.date(of: now)
      let isKept = list.map { StatusList.isKept($0, on: today) } ?? true
      reasons.append(isKept ? .statusUnknown : .statusNotKept)
    }
    if let nextUpdate = trust.nextUpdate, now > nextUpdate { reasons.append(.statusStale) }
    if now < trust.issuedAt - Self.clockTolerance { reasons.append(.clockSuspect) }
    return reasons
  }

  private func dates(from: Int64?, until: Int64?) -> [Reason] {
    if let until, moment > until { return [.expired] }
    if let from, moment < from { return [.notYetValid] }
    return []
  }

  private func words(of kind: KindEntry?) -> [Reason] {
    guard let kind else { return [.unknownKind] }
    return Reason.of(kind.effect).map { [$0] } ?? []
  }

  /// Strongest first; facts of one strength stay in the order in which they were found.
  private func sorted(_ reasons: [Reason]) -> [Reason] {
    let ranked = reasons.enumerated().sorted { a, b in
      let (strengthOfA, strengthOfB) = (a.element.outcome ?? .valid, b.element.outcome ?? .valid)
      return strengthOfA == strengthOfB ? a.offset < b.offset : strengthOfA > strengthOfB
    }
    return ranked.map { $0.element }
  }

  private var basis: Basis {
    Basis(
      source: trust.source, issuedAt: trust.zone.stamp(trust.issuedAt), sequence: trust.sequence,
      isStale: trust.nextUpdate.map { now > $0 } ?? false, checkedOn: day,
      officeName: trust.officeName)
  }

  private func noSeal(_ why: Reason) -> Verdict {
    .noSeal(Rejection(pages: [], reasons: [.noSeal, why], basis: basis))
  }

  private func rejection(_ reason: Reason, _ pages: [Int]) -> Verdict {
    .notGenuine(Rejection(pages: pages, reasons: [reason], basis: basis))
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

extension Verdict {
  fileprivate func adding(_ reason: Reason) -> Verdict {
    guard case .judged(let judgement) = self else { return self }
    return .judged(
      Judgement(
        pages: judgement.pages, reasons: judgement.reasons + [reason], claims: judgement.claims,
        altered: judgement.altered, hints: judgement.hints, replacedBy: judgement.replacedBy,
        key: judgement.key,
        kind: judgement.kind, basis: judgement.basis))
  }
}
