import TamgaDomain

/// The talon shows the day of acceptance, the service, when and where the result is handed out, and
/// the officer.
///
/// MIA order 596, para 13. Its number is allotted. That nothing is handed out before it was
/// accepted is designed by us.
struct TalonNamesTheHandingOut: PlainRule {
  static let id = "EXIT-TALON"
  static let citation = Citation("MIA order 596", "para 13")
  static let level = Level.error

  private static let contents = [
    "acceptanceDate", "serviceName", "resultDateTime", "resultPlace", "officerFullName",
  ]

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let missing = Self.contents.filter { isMissing($0, in: c) }.map { name in
      found(
        at: "/fields/\(name)",
        kk: "талонда «\(name)» болуы тиіс: мәнін енгізіңіз",
        ru: "в талоне должно стоять «\(name)»: введите значение",
        en: "the talon shows '\(name)': enter it")
    }
    guard missing.isEmpty, c.decision.fields["resultDateTime"] != nil, c.has("acceptanceDate"),
      try c.date("resultDateTime") < c.date("acceptanceDate")
    else { return missing }
    return [
      found(
        at: "/fields/resultDateTime",
        kk: "нәтиже құжаттар қабылданғаннан бұрын берілмейді: күндерді түзетіңіз",
        ru: "результат не выдаётся раньше приёма документов: исправьте даты",
        en: "nothing is handed out before the papers were accepted: correct the dates")
    ]
  }

  private func isMissing(_ name: String, in c: Case) -> Bool {
    // A form may name its service itself.
    if name == "serviceName", c.kind.field(name) == nil { return false }
    // A blank required field is an error of its own.
    if c.kind.field(name)?.isRequired == true,
      c.kind.rules.contains(where: { $0.id == RequiredFieldsAreFilled.id })
    {
      return false
    }
    guard !c.decision.unreadable.contains(name) else { return false }
    switch c.decision.fields[name] {
    case .text(let text)?: return c.isBlank(text)
    case .date?: return name == "resultDateTime"
    case .time?: return false
    default: return true
    }
  }
}
