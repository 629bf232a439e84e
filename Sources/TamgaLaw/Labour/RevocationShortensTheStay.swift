import TamgaDomain

/// With the revocation of a permit the temporary stay is shortened, and the notice says to when.
///
/// MIA order 76, para 17: «уақытша болу мерзімін қысқартады»; that the notice carries the day is
/// designed by us (rules.md, H.17). The stay of a victim of trafficking is not shortened.
struct RevocationShortensTheStay: PlainRule {
  static let id = "LIM-REVOKE-STAY"
  static let citation = Citation("MIA order 76", "para 17")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if c.isUnreadable(\.newStayUntil) || c.given(\.isTraffickingVictim) == true { return [] }
    guard let end = c.given(\.newStayUntil) else {
      return [
        found(
          at: c.place(\.newStayUntil),
          kk: "қысқартылған болу мерзімі көрсетілмеген: жаңа соңғы күнді енгізіңіз",
          ru: "не указан сокращённый срок пребывания: введите новый последний день",
          en: "the shortened stay is not given: enter its new last day")
      ]
    }
    let ends = [c.given(\.validUntil), c.given(\.stayUntil)].compactMap(\.self)
    if let before = ends.min(), end >= before {
      return [
        found(
          at: c.place(\.newStayUntil), end > before ? .error : .warning,
          kk: "болу мерзімі қысқармайды (бұрынғы соңғы күні \(before.printed)): күнді түзетіңіз",
          ru: "срок пребывания не сокращён (прежний последний день – \(before.printed)): "
            + "исправьте дату",
          en: "the stay is not shortened (its last day was \(before.iso)): correct the date")
      ]
    }
    guard end < (try c.issueDate()) else { return [] }
    return [
      found(
        at: c.place(\.newStayUntil), .warning,
        kk: "жаңа соңғы күн хабарлама ресімделгенге дейін өткен: күнді растаңыз",
        ru: "новый последний день наступил до оформления уведомления: подтвердите дату",
        en: "the new last day lies before the notice: confirm the date")
    ]
  }
}
