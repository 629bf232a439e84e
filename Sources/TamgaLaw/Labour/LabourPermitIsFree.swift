import TamgaDomain

/// The labour-immigrant permit is given without a fee.
///
/// MIA order 76, annex 1 row 6.
struct LabourPermitIsFree: PlainRule {
  static let id = "LIM-FREE"
  static let citation = Citation("MIA order 76", "annex 1 row 6")
  static let level = Level.information

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { [serviceIsFree] }
}

extension Rule {
  /// What is said for a service without a fee.
  var serviceIsFree: Finding {
    found(
      at: "",
      kk: "мемлекеттік қызмет тегін көрсетіледі",
      ru: "государственная услуга оказывается бесплатно",
      en: "the service is free of charge")
  }
}
