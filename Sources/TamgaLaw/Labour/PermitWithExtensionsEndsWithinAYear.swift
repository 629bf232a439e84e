import TamgaDomain

/// The first permit and all its extensions together last at most twelve months.
///
/// MIA order 76, para 8: «барынша көп мерзімі он екі айдан аспайды». A new permit after the gap
/// starts a chain of its own (rules.md, H.3).
struct PermitWithExtensionsEndsWithinAYear: LimitRule {
  static let id = "LIM-TOTAL-CAP"
  static let citation = Citation("MIA order 76", "para 8")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let start: CalendarDate
    switch c.kind.action {
    case .grant: start = try c.date("validFrom")
    case .extend:
      let wrong =
        try contradiction("firstValidFrom", c.registeredChainStart, in: c)
        + contradiction("previousValidFrom", c.earlier?.validFrom, in: c)
      guard wrong.isEmpty else { return wrong }
      start = try c.chainStart()
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
}
