import TamgaDomain

/// The foreigner has an individual identification number.
///
/// MIA order 992, rules para 9-1(4).
struct ForeignerHasIIN: PlainRule {
  static let id = "TRP-IIN"
  static let citation = Citation("MIA order 992", "rules para 9-1(4)")
  static let level = Level.warning

  /// Digits of a number.
  private static let length = 12

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    if c.isUnreadable(\.iin) { return [] }
    if let iin = c.given(\.iin), isNumber(iin.kk) { return [] }
    return [
      found(
        at: "/fields/iin",
        kk: "жеке сәйкестендіру нөмірі (12 цифр) жоқ: нөмірін енгізіңіз немесе жоқтығын растаңыз",
        ru: "нет ИИН из 12 цифр: введите номер или подтвердите его отсутствие",
        en: "there is no IIN of twelve digits: enter it or confirm that there is none")
    ]
  }

  private func isNumber(_ text: String) -> Bool {
    text.utf8.count == Self.length
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
