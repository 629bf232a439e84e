import TamgaDomain

/// On extension the name, birth year and address of the employer are filled in.
///
/// MIA order 76, annex 2, note.
struct ExtensionNamesEmployer: PlainRule {
  static let id = "LIM-EXT-EMPLOYER"
  static let citation = Citation("MIA order 76", "annex 2 note")
  static let level = Level.error

  /// The first year of birth that is taken for one: nobody who employs is older.
  private static let earliestBirthYear = 1900

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    return try parts(hasName, hasBirthYear, hasAddress, in: c)
  }

  private func hasName(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try filled(\.employerName, in: c)
  }

  private func hasAddress(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try filled(\.employerAddress, in: c)
  }

  private func filled(_ name: InputName<Bilingual>, in c: RuleContext) throws(Unanswered)
    -> [Finding]
  {
    c.isBlank(try c[name]) ? [incomplete(name, in: c)] : []
  }

  private func hasBirthYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let year = try c[\.employerBirthYear]
    let latest = c.decision.issueDate?.year ?? CalendarDate.last.year
    return year < Self.earliestBirthYear || year > latest
      ? [incomplete(\.employerBirthYear, in: c)] : []
  }

  private func incomplete(_ name: InputName<some InputValue>, in c: RuleContext) -> Finding {
    found(
      at: c.place(name),
      kk: "ұзарту кезінде жұмыс беруші туралы мән-жай толтырылады: осы жолды толтырыңыз",
      ru: "при продлении сведения о работодателе обязательны: заполните эту строку",
      en: "an extension names the employer: fill in this line")
  }
}
