import TamgaDomain

/// The permit is for domestic work with an employer who is a natural person.
///
/// MIA order 76, annex 2 and para 16(1); decree 148, para 13(4).
struct WorkIsDomesticForNaturalPerson: PlainRule {
  static let id = "LIM-CATEGORY"
  static let citation = Citation("MIA order 76", "annex 2; para 16(1)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try parts(employer, work, in: c)
  }

  private func employer(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c[\.employerKind] != .naturalPerson else { return [] }
    return [
      found(
        at: c.place(\.employerKind),
        kk: "рұқсат тек жеке тұлғадағы жұмысқа беріледі: жұмыс берушіні тексеріңіз",
        ru: "разрешение выдаётся для работы только у физического лица: проверьте работодателя",
        en: "the permit is for work with a natural person only: check the employer")
    ]
  }

  private func work(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c[\.workKind] != WorkKind.domestic else { return [] }
    return [
      found(
        at: c.place(\.workKind),
        kk: "рұқсат тек үй шаруашылығындағы жұмысқа беріледі: жұмыс түрін тексеріңіз",
        ru: "разрешение выдаётся только для работы в домашнем хозяйстве: проверьте вид работы",
        en: "the permit is for domestic work only: check the kind of work")
    ]
  }
}
