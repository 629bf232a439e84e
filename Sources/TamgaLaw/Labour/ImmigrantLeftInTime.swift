import TamgaDomain

/// After the previous permit ended, the foreigner left the country in time.
///
/// MIA order 76, para 7. The previous permit is the one that the decision names, or one that the
/// register finds by the person.
struct ImmigrantLeftInTime: PlainRule {
  static let id = "LIM-LEFT-IN-TIME"
  static let citation = Citation("MIA order 76", "para 7")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant, c.hadEarlier || !c.permitsOfPerson.isEmpty else { return [] }
    return try isFalse(
      \.leftInTime, in: c,
      kk: "алдыңғы рұқсат аяқталғанда елден уақтылы шықпаған: жаңа рұқсат берілмейді",
      ru: "после предыдущего разрешения выезд не был своевременным: новое не выдаётся",
      en: "the foreigner did not leave in time after the previous permit: none is issued")
  }
}
