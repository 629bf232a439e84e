import TamgaDomain

/// The purposes of stay for which a temporary residence permit is given.
///
/// MIA order 992, annex 1-1 (the eight sub-kinds of the service).
enum StayPurpose: String, Sendable {
  case familyReunification = "family-reunification"
  case employment, education
  case inpatientTreatment = "inpatient-treatment"
  case missionary, business
  case traffickingVictim = "trafficking-victim"
  case permanentResidenceApplicant = "permanent-residence-applicant"
}

/// Which part of decree 148, para 10, sets the term. One decision belongs to one branch only.
enum ResidenceBranch: Hashable, Sendable {
  /// Part 4: holders of a work permit and their family.
  case workPermit
  /// Part 5: workers who need no permit of part 4, also on a qualification certificate, a secondment or
  /// an accreditation, and their family.
  case noPermit
  /// Part 6.
  case aifcActivity
  /// Part 7: the investment resident, or a member of the family.
  case aifcInvestor(family: Bool)
  /// Part 8.
  case study
  /// Part 9.
  case family
  /// Part 10.
  case treatment
  /// Part 12.
  case business
  /// Part 13.
  case missionary
  /// Part 14.
  case trafficking
  /// Decree 148, para 11.
  case permanentResidenceApplicant
}

extension RuleContext {
  /// The branch that the purpose and the facts choose; nil for papers that give nothing and for a
  /// purpose that is none of the eight (the record's reader refuses it).
  ///
  /// Work at the AIFC goes by its own parts whatever the purpose is called. Members of a family
  /// come under the branch of the person whose paper they follow, when the record gives its end.
  func residenceBranch() throws(Unanswered) -> ResidenceBranch? {
    guard kind.action.gives else { return nil }
    if has(\.aifc) {
      switch try self[\.aifc] {
      case .activity: return .aifcActivity
      case .investor: return .aifcInvestor(family: false)
      case .investorFamily: return .aifcInvestor(family: true)
      }
    }
    switch StayPurpose(rawValue: try self[\.stayPurpose]) {
    case .employment?: return try employmentBranch()
    case .familyReunification?:
      if let basis = try givenWorkBasis() { return basis }
      if given(\.petitionerKind) == .localExecutiveBody { return .business }
      return has(\.contractUntil) ? .noPermit : .family
    case .education?: return .study
    case .inpatientTreatment?: return .treatment
    case .missionary?: return .missionary
    case .business?: return .business
    case .traffickingVictim?: return .trafficking
    case .permanentResidenceApplicant?: return .permanentResidenceApplicant
    case nil: return nil
    }
  }

  /// The branch by the basis of the work, where the record tells it.
  private func givenWorkBasis() throws(Unanswered) -> ResidenceBranch? {
    if has(\.workBasis) { return try self[\.workBasis].isWorkPermit ? .workPermit : .noPermit }
    if has(\.workPermitUntil) { return .workPermit }
    return has(\.certificateUntil) ? .noPermit : nil
  }

  private func employmentBranch() throws(Unanswered) -> ResidenceBranch {
    if !has(\.workBasis), has(\.workPermitRequired) {
      return try self[\.workPermitRequired] ? .workPermit : .noPermit
    }
    if let basis = try givenWorkBasis() { return basis }
    // Throws: without it the branch is not known.
    _ = try self[\.workPermitRequired]
    return .noPermit
  }

  /// True for holders of a qualification certificate, and their family.
  var worksOnCertificate: Bool {
    given(\.workBasis).map { $0 == .qualificationCertificate } ?? has(\.certificateUntil)
  }

  /// True where the term is bound to a contract that must be named.
  var needsContract: Bool {
    switch given(\.workBasis) {
    case .contract?: true
    case nil: !has(\.certificateUntil)
    default: has(\.contractUntil)
    }
  }

  /// The first day of the whole stay, for the caps of several years (rules.md, H.15).
  func stayStart() throws(Unanswered) -> CalendarDate {
    if let first = history.chain.first, let start = first.validFrom,
      first.document != kind.id || kind.action == .grant
    {
      return start
    }
    if has(\.firstValidFrom) || kind.action != .grant { return try chainStart() }
    return try self[\.validFrom]
  }
}

/// Of what a cap of several years is (rules.md, H.15).
enum WholeTerm: String, Choice {
  case stay, extensions

  static let name = "totalOf"
  static let standard = WholeTerm.stay
}

extension RuleContext {
  /// The last day of the first permit. Where only its first day is known it counts with the longest
  /// term, `months`, so that no stay is refused that may be lawful.
  fileprivate func extensionsStart(atMost months: Int) throws(Unanswered) -> CalendarDate {
    if let first = history.chain.first, first.document != kind.id, let end = first.validUntil {
      return end
    }
    if has(\.previousValidUntil), has(\.previousValidFrom),
      try self[\.previousValidFrom] == chainStart()
    {
      return try self[\.previousValidUntil]
    }
    return try stayStart().adding(months: months)
  }
}

extension Rule {
  /// Findings when the term is longer than `months`, or the whole stay (or its extensions) longer
  /// than `total` months.
  func exceeds(
    _ months: Int, of total: Int, _ whole: WholeTerm, in c: RuleContext
  ) throws(Unanswered) -> [Finding] {
    let long = try isLonger(than: months, in: c)
    guard long.isEmpty else { return long }
    let wrong = try contradiction(\.firstValidFrom, c.registeredChainStart, in: c)
    guard wrong.isEmpty else { return wrong }
    if whole == .extensions, c.kind.action != .extend { return [] }
    let start = whole == .stay ? try c.stayStart() : try c.extensionsStart(atMost: months)
    return try endsAfter(
      start.adding(months: total),
      why: whole == .stay
        ? Message(
          kk: "болу \(start.printed) басталған, барлығы ең көбі \(total) ай",
          ru: "пребывание начато \(start.printed), всего не более \(total) мес.",
          en: "the stay began on \(start.iso), \(total) months at most in all")
        : Message(
          kk: "бірінші рұқсат \(start.printed) аяқталған, ұзартулар ең көбі \(total) ай",
          ru: "первое разрешение окончено \(start.printed), продления не более \(total) мес.",
          en: "the first permit ended on \(start.iso), extensions of \(total) months at most"),
      in: c)
  }
}
