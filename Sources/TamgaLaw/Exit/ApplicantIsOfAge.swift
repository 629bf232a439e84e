import TamgaDomain

/// The applicant is 18, or 16 and married.
///
/// MIA order 596, para 2(1): «18 жастан, ал некеде тұратындар - 16 жастан асқан». That the birthday
/// itself counts is designed by us; so is the day, that of the application, otherwise of the paper.
struct ApplicantIsOfAge: PlainRule {
  static let id = "EXIT-AGE"
  static let citation = Citation("MIA order 596", "para 2(1)")
  static let level = Level.error

  /// Full years.
  private static let adult = 18
  private static let married = 16

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let day = try c.has(\.applicationDate) ? c[\.applicationDate] : c.issueDate()
    return try byBirth(in: c) { birth throws(Unanswered) in try judge(birth.age(on: day), c) }
  }

  private func judge(_ age: Int, _ c: RuleContext) throws(Unanswered) -> [Finding] {
    guard age < Self.adult else { return [] }
    guard age >= Self.married else {
      return [
        found(
          at: c.place(\.birthDate),
          kk: "өтініш беруші \(Self.married) жасқа толмаған: құжат берілмейді",
          ru: "заявителю нет \(Self.married) лет: документ не оформляется",
          en: "the applicant is not yet \(Self.married): no paper is issued")
      ]
    }
    return try isFalse(
      \.isMarried, in: c,
      kk: "өтініш беруші \(Self.adult) жасқа толмаған және некеде тұрмайды: құжат берілмейді",
      ru: "заявителю нет \(Self.adult) лет, и он не состоит в браке: документ не оформляется",
      en: "the applicant is not yet \(Self.adult) and not married: no paper is issued")
  }
}
