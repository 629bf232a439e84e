import TamgaDomain

/// A name that stands in the fields and in the facts has one value (contract `facts.md`).
///
/// The only place where the two are compared: the reader of records takes both as they are.
enum Contradiction {
  static let id = "REC-CONTRADICTION"

  /// An error for each fact that says otherwise than the field of its name.
  static func findings(in c: RuleContext) -> [Finding] {
    c.decision.facts.keys.sorted().compactMap { name in
      guard let field = c.decision.fields[name], let fact = c.decision.facts[name],
        differ(field, fact)
      else { return nil }
      let words = c.kind.field(name)?.label ?? Inputs.byName[name]?.words
      return Finding(
        id, .error, at: "/facts/\(name)",
        Message(
          kk: "«\(words?.kk ?? name)» өрісте және мән-жайда әртүрлі: біреуін түзетіңіз",
          ru:
            "«\(words?.ru ?? name)» в полях и в сведениях различается: исправьте одно из значений",
          en: "'\(name)' differs in fields and facts: correct one of them"))
    }
  }

  /// A day agrees with a time on that day; values of unlike kinds cannot be compared.
  static func differ(_ field: FieldValue, _ fact: FactValue) -> Bool {
    switch (field, fact) {
    case (.date(let a), .date(let b)): a != b
    case (.date(let a), .time(let b)): a != b.date
    case (.time(let a), .date(let b)): a.date != b
    case (.time(let a), .time(let b)): a.seconds != b.seconds
    case (.count(let a), .count(let b)): a != b
    case (.code(let a), .text(let b)): a != b
    case (.text(let a), .text(let b)): a.kk != b && a.ru != b
    default: false
    }
  }
}
