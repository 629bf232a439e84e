import TamgaDomain

/// The agreement with the country of citizenship allows a visa-free stay of three months or more.
///
/// MIA order 76, para 6(2). The list of countries is a setting of the office.
struct CitizenshipIsVisaFree: PlainRule {
  static let id = "LIM-VISA-FREE"
  static let citation = Citation("MIA order 76", "para 6(2)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let country = try c[\.citizenship]
    guard let countries = c.policy.visaFreeThreeMonths else {
      throw .setting(.visaFreeThreeMonths)
    }
    guard !countries.contains(country) else { return [] }
    return [
      found(
        at: c.place(\.citizenship),
        kk: "бұл ел үш ай визасыз болу тізімінде жоқ: азаматтығын тексеріңіз",
        ru: "страны нет в перечне трёхмесячного безвизового пребывания: проверьте гражданство",
        en: "the country is not among those with three months visa-free: check the citizenship")
    ]
  }
}
