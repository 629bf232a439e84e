import TamgaDomain

/// Papers of foreigners and stateless persons are not given to citizens of Kazakhstan.
///
/// Titles and para 1 of MIA order 992 and Labour ministry order 236; MIA order 76, para 3; decree 148,
/// para 10.
struct PersonIsAForeigner: PlainRule {
  static let id = "GEN-FOREIGNER"
  static let citation = Citation("Acts of the services", "whom they serve")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.given(\.citizenship) == Country.kazakhstan else { return [] }
    return [
      found(
        at: c.place(\.citizenship),
        kk: "бұл құжат шетелдікке немесе азаматтығы жоқ адамға беріледі: азаматтығын тексеріңіз",
        ru: "этот документ – для иностранцев и лиц без гражданства: проверьте гражданство",
        en: "this document is for foreigners and stateless persons: check the citizenship")
    ]
  }
}

/// Countries that rules tell apart, by ISO 3166-1 alpha-3, and persons without one.
enum Country {
  static let kazakhstan = "KAZ"
  static let china = "CHN"
  /// ICAO 9303, part 3, section 5.
  static let stateless = "XXA"
  static let ofRefugees: Set<String> = ["XXB", "XXC"]
  static let unspecified = "XXX"
}
