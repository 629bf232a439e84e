import TamgaDomain

/// An extension of a labour permit is applied for not later than its last day.
///
/// MIA order 76, para 4 last part with annex 1 row 8 item 2 (papers out of date are not accepted);
/// paras 8 and 10.
struct ExtensionIsAskedInTime: PlainRule {
  static let id = "LIM-EXT-EXPIRED"
  static let citation = Citation("MIA order 76", "para 4 last part; paras 8, 10")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    let end = try c.previousEnd()
    return try c[\.applicationDate] > end ? [tooLate(end, in: c)] : []
  }
}

extension Rule {
  /// The application came after `end`, the last day of the earlier paper.
  func tooLate(_ end: CalendarDate, in c: RuleContext) -> Finding {
    let asked = RuleContext.source(isRegister: c.earlier?.validUntil != nil)
    return found(
      at: c.place(\.applicationDate),
      kk: "\(asked.kk) бұрынғы құжаттың мерзімі \(end.printed) аяқталған, өтініш одан кейін "
        + "берілген: ұзартуға болмайды, жаңа құжат сұралады",
      ru: "\(asked.ru) прежний документ действовал по \(end.printed), заявление подано позже: "
        + "продлить нельзя, запрашивается новый",
      en: "\(asked.en) the earlier paper ended on \(end.iso) and the application is later: "
        + "no extension, a new paper is applied for")
  }
}
