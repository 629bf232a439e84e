import TamgaDomain

/// The first permit and all its extensions together last at most twelve months.
///
/// MIA order 76, para 8: «барынша көп мерзімі он екі айдан аспайды». A new permit after the gap
/// starts a chain of its own (rules.md, H.3). Where `previous` names no paper of the register, the
/// permits that it finds by the person count.
struct PermitWithExtensionsEndsWithinAYear: LimitRule {
  static let id = "LIM-TOTAL-CAP"
  static let citation = Citation("MIA order 76", "para 8")
  static let level = Level.error
  static let measure = Measure("months", 12)

  /// Days without a permit after which a chain ends (`LIM-GAP-30`).
  private static let gap = NewPermitWaitsThirtyDays.measure.standard

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let start: CalendarDate
    switch c.kind.action {
    case .grant:
      let own = try c[\.validFrom]
      start = c.startOfPermits(gap: Self.gap) ?? own
    case .extend:
      let wrong =
        try contradiction(\.firstValidFrom, c.registeredChainStart, in: c)
        + contradiction(\.previousValidFrom, c.earlier?.validFrom, in: c)
      guard wrong.isEmpty else { return wrong }
      start = try extendedStart(in: c)
    default: return []
    }
    return try endsAfter(
      start.adding(months: limit),
      why: Message(
        kk: "алғашқы рұқсат \(start.printed) басталған, ең көп мерзімі \(limit) ай",
        ru: "первое разрешение начато \(start.printed), не более \(limit) мес. с продлениями",
        en: "the first permit began on \(start.iso), at most \(limit) months with extensions"),
      in: c)
  }

  /// The earlier of what the record says and what the register knows of the person.
  private func extendedStart(in c: RuleContext) throws(Unanswered) -> CalendarDate {
    guard let known = c.startOfPermits(gap: Self.gap) else { return try c.chainStart() }
    guard c.has(\.firstValidFrom) || c.has(\.previousValidFrom) else { return known }
    return min(known, try c.chainStart())
  }
}
