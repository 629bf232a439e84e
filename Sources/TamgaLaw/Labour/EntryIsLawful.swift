import TamgaDomain

/// The arrival was lawful: the day of crossing the State border is known, and it has come.
///
/// MIA order 76, para 7.
struct EntryIsLawful: PlainRule {
  static let id = "LIM-LEGAL-ENTRY"
  static let citation = Citation("MIA order 76", "para 7")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    guard try c[\.borderCrossingDate] > c.issueDate() else { return [] }
    return [
      found(
        at: c.place(\.borderCrossingDate),
        kk: "шекарадан өткен күн рұқсат ресімделген күннен кеш: күнді тексеріңіз",
        ru: "дата пересечения границы позже даты оформления: проверьте дату",
        en: "the border was crossed after the issue date: check the date")
    ]
  }
}
