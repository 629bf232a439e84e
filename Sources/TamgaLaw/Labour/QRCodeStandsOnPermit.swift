import TamgaDomain

/// A permit and its extension carry the unique QR code.
///
/// MIA order 76, para 9. Every paper is sealed; the code is unique to this permit when the kind
/// seals the holder and the last day (designed by us).
struct QRCodeStandsOnPermit: PlainRule {
  static let id = "LIM-QR"
  static let citation = Citation("MIA order 76", "para 9")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    guard c.kind.claims.name == nil || c.kind.claims.validUntil == nil else { return [] }
    return [
      found(
        at: "/document",
        kk: "QR коды рұқсат иесі мен мерзімін қамтымайды: құжат түрінің үлгісін түзетіңіз",
        ru: "QR-код не содержит владельца и срока разрешения: исправьте шаблон вида документа",
        en: "the QR code does not hold the holder and the term: correct the template of the kind")
    ]
  }
}
