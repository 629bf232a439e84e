import TamgaDomain

/// A paper follows its application, and no pair of its dates stands the wrong way round.
///
/// MIA order 76, paras 4, 5 and 8 («жүгінген күннен бастап»); the other pairs are designed by us.
/// Each pair is judged only where both dates are there.
struct DatesAreInOrder: PlainRule {
  static let id = "GEN-DATE-ORDER"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  /// A date, where it stands, and what people call it.
  private struct Day {
    let date: CalendarDate
    let place: String
    let words: Message
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let issued = c.decision.issueDate.map {
      Day(
        date: $0, place: "/issueDate",
        words: Message(kk: "ресімделген күні", ru: "дата оформления", en: "the issue date"))
    }
    let applied = day(\.applicationDate, c)
    let accepted = day(\.acceptanceDate, c)
    let decided = day(\.decisionDate, c)
    let result = c.given(\.resultDateTime).map {
      Day(
        date: $0.date, place: c.place(\.resultDateTime),
        words: Inputs.table.resultDateTime.words)
    }
    var findings: [Finding] = []
    let born = c.given(\.birthDate).map {
      Day(
        date: $0.earliest, place: c.place(\.birthDate), words: Inputs.table.birthDate.words)
    }
    findings += judge(born, before: issued, isStrict: true)
    findings += judge(
      day(\.passportIssueDate, c), before: day(\.passportExpiryDate, c), isStrict: true)
    findings += judge(decided, before: issued)
    findings += judge(applied, before: accepted)
    findings += judge(accepted ?? applied, before: decided)
    if c.kind.action != .apply {
      findings += judge(applied, before: issued)
      findings += judge(accepted, before: issued)
    }
    findings += judge(accepted, before: result, blamesLater: true)
    findings += judge(day(\.validFrom, c), before: day(\.validUntil, c), blamesLater: true)
    for earlier in [
      day(\.originalIssueDate, c), day(\.permitIssueDate, c),
      day(\.issueDateOfCertificate, c),
    ] {
      findings += judge(earlier, before: issued)
    }
    // One wrong date is said once, not for each pair that it stands in.
    var places: Set<String> = []
    return findings.filter { places.insert($0.place).inserted }
  }

  private func day(_ name: InputName<CalendarDate>, _ c: RuleContext) -> Day? {
    c.given(name).map {
      Day(date: $0, place: c.place(name), words: Inputs.table[keyPath: name].words)
    }
  }

  private func judge(
    _ first: Day?, before second: Day?, isStrict: Bool = false, blamesLater: Bool = false
  ) -> [Finding] {
    guard let first, let second, first.date > second.date || isStrict && first.date == second.date
    else { return [] }
    return [
      found(
        at: blamesLater ? second.place : first.place,
        kk: "«\(first.words.kk)» «\(second.words.kk)» мәнінен кеш болмауы тиіс: күндерді түзетіңіз",
        ru: "«\(first.words.ru)» не может быть позже, чем «\(second.words.ru)»: исправьте даты",
        en: "'\(first.words.en)' cannot be later than '\(second.words.en)': correct the dates")
    ]
  }
}
