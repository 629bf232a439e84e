import TamgaDomain

/// Every field that the form prints is there and not blank.
///
/// The annexes with the forms of each act; a patronymic stands only where there is one.
struct RequiredFieldsAreFilled: PlainRule {
  static let id = "GEN-REQUIRED-FIELDS"
  static let citation = Citation("Act of the form", "annex with the form")
  static let level = Level.error

  /// Printed by every form, and never given in `fields`: derived, or at the top of the record.
  private static let givenElsewhere: Set<String> = [
    "refusalReason", "revocationGroundText", "extendedMark", "qrPayload",
    "issuingBodyName", "issuingBody", "issueDate",
  ]

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let fields = c.kind.fields
    return fields.indices.filter { index in
      isBlank(fields[index].name, keepsBlanks: fields[index].keepsBlanks, in: c)
        && isAsked(fields[index], in: c)
    }.map { index in
      let field = fields[index]
      return found(
        at: "/fields/\(field.name)",
        kk: "«\(field.label.kk)» толтырылмаған: мәнін енгізіңіз",
        ru: "не заполнено «\(field.label.ru)»: введите значение",
        en: "'\(field.label.en)' is not filled in: enter it")
    }
  }

  private func isAsked(_ field: FieldDeclaration, in c: RuleContext) -> Bool {
    (field.isRequired || c.mustGive(field)) && !c.decision.unreadable.contains(field.name)
      // May be blank: a rule of its own warns.
      && field.type != .iin
      // Allotted when absent.
      && field.name != c.kind.number.field
      // Follows from the grounds where there are some.
      && (field.name != "legalBasis" || c.kind.groundKinds.isEmpty)
      && !Self.givenElsewhere.contains(field.name)
      // The rule on grounds says it better.
      && (field.type != .grounds
        || !c.kind.rules.contains(where: { $0.id == RefusalNamesItsGround.id }))
  }

  private func isBlank(_ name: String, keepsBlanks: Bool, in c: RuleContext) -> Bool {
    switch c.decision.fields[name] {
    case nil: true
    case .text(let text)?: c.isBlank(text)
    case .code(let code)?: code.isBlank
    case .texts(let texts)?:
      texts.isEmpty || !keepsBlanks && texts.contains(where: c.isBlank)
    case .grounds(let ids)?: ids.isEmpty
    case .date?, .partialDate?, .count?, .time?: false
    }
  }
}
