import TamgaDomain

/// The passport, where its end is known, has not expired on the application date, and lasts to the
/// end of the term.
///
/// MIA order 76, para 4 last part and annex 1 row 8 item 1; that it lasts to the end is designed by us
/// (the permit holds only with the passport, annex 5).
struct PassportOutlastsThePermit: PlainRule {
  static let id = "LIM-PASSPORT"
  static let citation = Citation("MIA order 76", "para 4 last part; annex 1 row 8 item 1")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, let expiry = c.given(\.passportExpiryDate) else { return [] }
    let asked = c.given(\.applicationDate) ?? c.decision.issueDate
    if let asked, expiry < asked {
      return [
        found(
          at: c.place(\.passportExpiryDate),
          kk: "паспорттың мерзімі өтініш берілгенге дейін (\(expiry.printed)) өткен: "
            + "мұндай құжат қабылданбайды",
          ru: "срок паспорта истёк \(expiry.printed), до подачи заявления: "
            + "такой документ не принимается",
          en: "the passport expired on \(expiry.iso), before the application: it is not accepted")
      ]
    }
    guard let end = c.given(\.validUntil), expiry < end else { return [] }
    return [
      found(
        at: c.place(\.passportExpiryDate), .warning,
        kk: "паспорттың мерзімі (\(expiry.printed)) рұқсаттан бұрын аяқталады: растаңыз",
        ru: "паспорт действует по \(expiry.printed), меньше срока разрешения: подтвердите",
        en: "the passport ends on \(expiry.iso), before the permit: confirm")
    ]
  }
}
