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

  private static let contents: [any NamedInput] = [
    Inputs.table.acceptanceDate, Inputs.table.serviceName, Inputs.table.resultDateTime,
    Inputs.table.resultPlace, Inputs.table.officerFullName,
  ]

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let missing = Self.contents.filter { isMissing($0, in: c) }.map { input in
      found(
        at: "/fields/\(input.name)",
        kk: "талонда «\(input.words.kk)» болуы тиіс: мәнін енгізіңіз",
        ru: "в талоне должно стоять «\(input.words.ru)»: введите значение",
        en: "the talon shows '\(input.words.en)': enter it")
    }
    guard missing.isEmpty, let handedOut = c.given(\.resultDateTime), c.has(\.acceptanceDate),
      try handedOut.date < c[\.acceptanceDate]
    else { return missing }
    return [
      found(
        at: "/fields/resultDateTime",
        kk: "нәтиже құжаттар қабылданғаннан бұрын берілмейді: күндерді түзетіңіз",
        ru: "результат не выдаётся раньше приёма документов: исправьте даты",
        en: "nothing is handed out before the papers were accepted: correct the dates")
    ]
  }

  private func isMissing(_ input: any NamedInput, in c: RuleContext) -> Bool {
    let name = input.name
    // A form may name its service itself.
    if name == Inputs.table.serviceName.name, c.kind.field(name) == nil { return false }
    // A blank required field is an error of its own.
    if c.kind.field(name)?.isRequired == true,
      c.kind.rules.contains(where: { $0.id == RequiredFieldsAreFilled.id })
    {
      return false
    }
    guard !c.decision.unreadable.contains(name) else { return false }
    switch c.decision.fields[name] {
    case .text(let text)?: return c.isBlank(text)
    case .date?: return name == Inputs.table.resultDateTime.name
    case .time?: return false
    default: return true
    }
  }
}
