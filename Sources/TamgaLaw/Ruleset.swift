public import TamgaDomain

/// Every rule that Tamga knows, and the examination of a decision by those its kind asks for.
public enum Ruleset {
  /// Written out: a new rule is one file and one line here.
  public static let all: [any Rule.Type] =
    generalRules + labourRules + residenceRules
    + permanentRules + qualificationRules + exitRules

  /// The rule under which a blank field is listed, wherever it is found.
  public static let ofBlankFields = RequiredFieldsAreFilled.id

  /// The rule that compares printed numbers of an earlier paper: kinds that ask for it are looked up by
  /// them.
  public static let ofPrintedNumbers = PredecessorIsPrintedRight.id

  private static let byId: [String: any Rule.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The ids of all rules, in their order.
  public static var ids: [String] { byId.keys.sorted() }

  /// The rule type of an id, for the check of a manifest.
  public static func rule(_ id: String) -> (any Rule.Type)? { byId[id] }

  /// The fields and facts that the rules of a kind read, by name: what its form asks for first.
  public static func inputs(readFor kind: DocumentKind) -> Set<String> {
    Set(kind.rules.flatMap { RuleInputs.names[$0.id] ?? [] })
  }

  /// Judges a case by every rule of its kind and returns all findings, in the manifest's order.
  ///
  /// - Throws: ``InvalidParameter`` for a manifest that was not checked.
  public static func findings(in c: RuleContext) throws(InvalidParameter) -> [Finding] {
    var findings = Contradiction.findings(in: c)
    for use in c.kind.rules {
      guard let type = byId[use.id] else { throw InvalidParameter(use.id, "") }
      let rule = try type.init(parameters: use.parameters)
      do throws(Unanswered) {
        findings += try rule.findings(in: c)
      } catch {
        findings += notChecked(type, error, c)
      }
    }
    return findings
  }

  /// What is said of a rule that could not answer; nothing when a finding about the record says why.
  private static func notChecked(
    _ rule: any Rule.Type, _ unanswered: Unanswered, _ c: RuleContext
  ) -> [Finding] {
    let isAsked = c.policy.facts == .strict && rule.level != .information
    switch unanswered {
    case .unreadable: return []
    case .absent(let name):
      // A blank field of the form is an error of its own: it is not said again for every rule.
      let isReported =
        c.kind.field(name)?.isRequired == true
        && c.kind.rules.contains { $0.id == RequiredFieldsAreFilled.id }
      let words = c.kind.field(name)?.label ?? Inputs.byName[name]?.words
      let isStrict = isAsked && !isReported
      return [
        Finding(
          rule.id, isStrict ? .error : .information, at: c.place(of: name),
          Message(
            kk: "ереже тексерілмеді: «\(words?.kk ?? name)» мән-жайы жоқ",
            ru: "правило не проверено: нет сведения «\(words?.ru ?? name)»",
            en: "the rule was not checked: '\(words?.en ?? name)' (\(name)) is absent"),
          citation: rule.citation, notChecked: !isStrict)
      ]
    case .setting(let setting):
      let words = setting.words
      return [
        Finding(
          rule.id, isAsked ? .error : .information, at: "",
          Message(
            kk: "ереже тексерілмеді: кеңсе баптауларында «\(words.kk)» жоқ, әкімшіге хабарлаңыз",
            ru: "правило не проверено: в настройках нет «\(words.ru)», сообщите администратору",
            en: "the rule was not checked: the setting '\(setting.rawValue)' is absent, "
              + "tell the administrator"),
          citation: rule.citation, notChecked: !isAsked)
      ]
    }
  }
}
