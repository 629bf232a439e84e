import TamgaDomain

/// The prepaid individual income tax covers every month of the term.
///
/// MIA order 76, para 6(3). The monthly amount is not in the order: months are compared.
struct TaxPrepaymentCoversTerm: PlainRule {
  static let id = "LIM-TAX-COVERS"
  static let citation = Citation("MIA order 76", "para 6(3)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let term = try c[\.termMonths]
    guard try c[\.taxPaidMonths] < term else { return [] }
    return [
      found(
        at: c.place(\.taxPaidMonths),
        kk: "жеке табыс салығының алдын ала төлемі мерзімге жетпейді: \(term) айға төленуі тиіс",
        ru: "предварительного платежа по ИПН недостаточно: нужна оплата за месяцы срока (\(term))",
        en: "the tax prepayment does not cover the term: \(term) month(s) must be paid")
    ]
  }
}
