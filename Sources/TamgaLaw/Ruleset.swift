public import TamgaDomain

/// Every rule that Tamga knows, and the examination of a decision by those its kind asks for.
public enum Ruleset {
  /// Written out: a new rule is one file and one line here.
  public static let all: [any Rule.Type] =
    generalRules + labourRules + residenceRules
    + permanentRules + qualificationRules + exitRules

  private static let byId: [String: any Rule.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The rule type of an id, for the check of a manifest.
  public static func rule(_ id: String) -> (any Rule.Type)? { byId[id] }

  /// Judges a case by every rule of its kind and returns all findings, in the manifest's order.
  ///
  /// - Throws: ``InvalidParameter`` for a manifest that was not checked.
  public static func findings(in c: Case) throws(InvalidParameter) -> [Finding] {
    var findings = contradictions(in: c)
    for use in c.kind.rules {
      guard let type = byId[use.id] else { throw InvalidParameter(use.id, "") }
      let rule = try type.init(parameters: use.parameters)
      do throws(Unanswered) {
        findings += try rule.findings(in: c)
      } catch {
        if case .absent(let name) = error {
          findings.append(notChecked(type, name, c))
        }
      }
    }
    return findings
  }

  /// A name that stands in the fields and in the facts has one value (contract `facts.md`).
  private static func contradictions(in c: Case) -> [Finding] {
    c.decision.facts.keys.sorted().compactMap { name in
      guard let field = c.decision.fields[name], let fact = c.decision.facts[name],
        differ(field, fact)
      else { return nil }
      return Finding(
        "REC-CONTRADICTION", .error, at: "/facts/\(name)",
        Message(
          kk: "«\(name)» өрісте және мәліметте әртүрлі: біреуін түзетіңіз",
          ru: "«\(name)» в полях и в сведениях различается: исправьте одно из значений",
          en: "'\(name)' differs in fields and facts: correct one of them"))
    }
  }

  private static func differ(_ field: FieldValue, _ fact: FactValue) -> Bool {
    switch (field, fact) {
    case (.date(let a), .date(let b)): a != b
    case (.count(let a), .count(let b)): a != b
    case (.code(let a), .text(let b)): a != b
    case (.text(let a), .text(let b)): a.kk != b && a.ru != b
    default: false
    }
  }

  private static func notChecked(_ rule: any Rule.Type, _ name: String, _ c: Case) -> Finding {
    // A blank field of the form is an error of its own: it is not said again for every rule.
    let isReported =
      c.kind.field(name)?.isRequired == true
      && c.kind.rules.contains { $0.id == RequiredFieldsAreFilled.id }
    let isStrict = c.policy.facts == .strict && rule.level != .information && !isReported
    let isSetting = settings.contains(name)
    return Finding(
      rule.id, isStrict ? .error : .information, at: isSetting ? "" : c.place(name),
      isSetting
        ? Message(
          kk: "ереже тексерілмеді: кеңсе баптауларында «\(name)» жоқ, әкімшіге хабарлаңыз",
          ru: "правило не проверено: в настройках нет «\(name)», сообщите администратору",
          en: "the rule was not checked: '\(name)' is not set, tell the administrator")
        : Message(
          kk: "ереже тексерілмеді: «\(name)» мәліметі жоқ",
          ru: "правило не проверено: нет сведения «\(name)»",
          en: "the rule was not checked: the fact '\(name)' is absent"),
      citation: rule.citation, notChecked: !isStrict)
  }

  /// Inputs that the office gives, not the record.
  private static let settings: Set<String> = ["visaFreeThreeMonths", "domesticWorkersLimit"]
}
