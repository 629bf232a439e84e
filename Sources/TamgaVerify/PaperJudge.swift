internal import TamgaDomain
internal import TamgaSeal

/// Judges the papers of one office by what is known of it.
struct PaperJudge: Sendable {
  let trust: TrustState
  /// Nil where signatures are not checked.
  let signatures: SignatureReader?
  /// The letters were looked up in the fonts of other offices too.
  private let hasOthers: Bool
  private let now: Int64
  private let day: CalendarDate
  /// The moment about which the paper's own dates are asked.
  private let moment: Int64

  init(
    trust: TrustState, hasOthers: Bool, now: Int64, on day: CalendarDate?,
    signatures: SignatureReader?
  ) {
    self.trust = trust
    self.signatures = signatures
    self.hasOthers = hasOthers
    self.now = now
    self.day = day ?? trust.zone.date(of: now)
    moment = day.map(trust.zone.noon) ?? now
  }

  /// The verdict on a paper that was found in the register by its number and check code.
  func verdict(on facts: RegisterFacts) -> Verdict {
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
        claims: ShownClaims(facts, office: trust.office, bodies: trust.bodies), altered: [],
        hints: [],
        replacedBy: facts.status == .superseded ? facts.replacedBy : nil, key: nil, kind: kind,
        basis: basis))
  }

  /// Why a seal whose signature holds is still not the office's.
  func distrust(of seal: VerifiedSeal) -> Reason? {
    let claims = seal.claims
    guard claims.issuer == trust.office else { return .foreignIssuer }
    guard seal.key.signFrom <= claims.sealedAt, claims.sealedAt <= seal.key.signUntil else {
      return .outsideKeyPeriod
    }
    // The sealing time is the forger's own word once the key is his: only the log decides.
    if seal.key.state == .compromised, trust.isLogged(seal) == .no { return .keyCompromised }
    // A key in other hands makes seals before anybody knows of it.
    if trust.isRegistered?(seal) == .some(false) { return .notRegistered }
    return nil
  }

  /// The verdict on a paper whose seal the office made.
  func judgement(
    on seal: VerifiedSeal, _ paper: FoundPaper, pages: [Int], note: Reason?,
    data: ProgramData, evidence: [TamperEvidence], isCanonical: Bool,
    properties: FileProperties?, signature found: FoundSignature?, hasSignature: Bool, isRun: Bool,
    read: [ReadWord]
  ) -> Verdict {
    let claims = seal.claims
    let kind = trust.kinds[claims.document]
    let shown = ShownClaims(claims, kind: kind, bodies: trust.bodies, zone: trust.zone)
    let status = trust.status(claims.status)
    var reasons = standing(status, in: claims.status.list)
    reasons += dates(from: claims.notBefore, until: claims.expires)
    if claims.sealedAt > now + Verifier.clockTolerance, !reasons.contains(.clockSuspect) {
      reasons.append(.clockSuspect)
    }
    if let isRegistered = trust.isRegistered, isRegistered(seal) == nil,
      !reasons.contains(.statusUnknown)
    {
      reasons.append(.statusUnknown)
    }
    if trust.isTest { reasons.append(.testOffice) }
    if seal.key.state == .compromised {
      reasons.append(.keyWasCompromised)
      // Whoever has the key can copy the cti of a listed seal: a newer bundle lists whole seals.
      if trust.isLogged(seal) == .byCTI, !reasons.contains(.statusStale) {
        reasons.append(.statusStale)
      }
    }
    if paper.hosts.contains(where: { $0 != trust.host }) { reasons.append(.foreignHost) }
    if let note { reasons.append(note) }
    if shown.nameCut { reasons.append(.nameCut) }
    if let kind, !kind.printsPassport, shown.passport == nil, shown.name != nil {
      reasons.append(.passportNotPrinted)
    }
    let hints = PrintHint.hints(in: read, against: shown)
    if !hints.isEmpty { reasons.append(.printedDiffers) }
    if PageMark.tellsOfMissing([read.map { $0.text }.joined(separator: " ")]) {
      reasons.append(.pageMissing)
    }
    let signature = signature(
      of: claims, found,
      in: SignaturePlace(
        paper, evidence, isFile: note == nil, isCanonical: isCanonical, isRun: isRun,
        hasSignature: hasSignature))
    if let reason = signature?.reason { reasons.append(reason) }
    if found != nil, !claims.isSigned { reasons.append(.fileAdditions) }
    var altered: [AlteredClaim] = []
    var printed: ProgramData.Content?
    if note == nil || note == .pagesNotRead {
      let text = PaperText(paper.contents, data, isCanonical: isCanonical)
      var evidence = evidence + paper.contents.flatMap { $0.evidence }
      switch text.files(sealedBy: claims) {
      case .none: break
      case .sealed(let value): printed = value
      case .differ: evidence.append(TamperEvidence(.data))
      }
      let compared = text.check(against: claims, shown)
      let isAsIssued = properties.map { $0.fit(claims, kind, shown.issuingBody) } ?? true
      let found = facts(
        of: compared, evidence, seal, note: note, isCanonical: isCanonical && isAsIssued,
        isRun: isRun)
      reasons += found
      if compared != .same, note == nil, text.lacksPage { reasons.append(.pageMissing) }
      if found.outcome == .altered {
        altered = text.altered(from: shown, touched: evidence.map { $0.words })
      }
    }
    return .judged(
      Judgement(
        pages: pages, reasons: sorted(reasons + words(of: kind)), claims: shown,
        altered: altered, hints: hints, data: reasons.outcome == .altered ? nil : printed,
        replacedBy: status == .superseded ? trust.replacement(claims.status) : nil,
        key: seal.key, kind: kind, basis: basis, signature: signature))
  }

  /// What comes of holding a PDF against its seal.
  private func facts(
    of compared: PaperText.Result, _ evidence: [TamperEvidence], _ seal: VerifiedSeal,
    note: Reason?,
    isCanonical: Bool, isRun: Bool
  ) -> [Reason] {
    let isOlder = trust.source == .bundle && trust.issuedAt < seal.claims.sealedAt
    var found = Reason.of(evidence.map { $0.kind }, fontsAreOlder: isOlder)
    // Pages that were not read are missing from the text.
    if compared == .differs, note == nil { found.insert(.textAltered, at: 0) }
    if found.outcome == .altered {
      found.removeAll { $0 == .fileRewritten }
      return found
    }
    // Compared with the fonts of another office.
    if hasOthers, trust.fonts() == nil, !found.contains(.fontsNotInBundle) {
      found.append(.fontsNotInBundle)
    }
    if compared == .scanned {
      found.append(.pageScanned)
    } else if !isCanonical, !found.contains(.fileRewritten) {
      found.append(isRun ? .printRun : .fileRewritten)
    }
    let isChecked = isCanonical && compared != .scanned && !found.contains(.fontsNotInBundle)
    if !isChecked { found.append(.textNotChecked) }
    return found
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
    if now < trust.issuedAt - Verifier.clockTolerance { reasons.append(.clockSuspect) }
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
      officeName: trust.officeName, office: trust.office, root: trust.root)
  }

  func noSeal(_ why: Reason) -> Verdict {
    .noSeal(Rejection(pages: [], reasons: [.noSeal, why], basis: basis))
  }

  func rejection(
    _ reason: Reason, _ pages: [Int], missingOffice: String? = nil
  ) -> Verdict {
    .notGenuine(
      Rejection(pages: pages, reasons: [reason], basis: basis, missingOffice: missingOffice))
  }
}
