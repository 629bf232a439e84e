import TamgaDomain

extension RuleContext {
  /// Who is asked about the earlier paper: the register where it holds it, else the record.
  var earlierSource: Message { Self.source(isRegister: earlier != nil) }

  /// The beginning of a finding that says who was asked.
  static func source(isRegister: Bool) -> Message {
    isRegister
      ? Message(kk: "тізілім бойынша", ru: "по реестру", en: "by the register")
      : Message(kk: "мән-жайлар бойынша", ru: "по сведениям записи", en: "by the record")
  }

  /// The number of the earlier paper without its copy: by the register, else as `previous` has it.
  var earlierNumber: String? {
    if let paper = earlier { return paper.number }
    guard case .number(let number)? = decision.previous else { return nil }
    // A copy is written `NUMBER~2`.
    return String(number.prefix { $0 != "~" })
  }

  /// The last day of the earlier paper, where the register or the record tells it.
  var knownPreviousEnd: CalendarDate? { earlier?.validUntil ?? given(\.previousValidUntil) }

  /// To whom the facts say that the earlier paper was given; nil when they do not say.
  var personOfFacts: Person? {
    let person = Person(
      name: given(\.previousFullName)?.kk, passport: given(\.previousPassportSeriesNumber)?.kk,
      citizenship: given(\.previousCitizenship), birth: given(\.previousBirthDate))
    return person == Person() ? nil : person
  }
}
