import TamgaDomain

/// A first application carries the fingerprint certificate, unless the person had a permit in the
/// calendar year before.
///
/// MIA order 76, annex 1 row 8 item 1. A permit of the same year is not mentioned there: a warning
/// unless the manifest chooses otherwise (rules.md, H.14).
struct FirstApplicationHasFingerprintCertificate: Rule {
  static let id = "LIM-FINGERPRINT"
  static let citation = Citation("MIA order 76", "annex 1 row 8 item 1")
  static let level = Level.error

  /// What a permit of the same year gives.
  enum SameYear: String, Choice {
    case warning, error, pass

    static let name = "sameYear"
    static let standard = SameYear.warning
  }

  let sameYear: SameYear

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var parameters = parameters
    sameYear = try Self.take(SameYear.self, from: &parameters)
    if let name = parameters.keys.sorted().first { throw InvalidParameter(Self.id, name) }
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    if c.has(\.fingerprintCertificate), try c[\.fingerprintCertificate] { return [] }
    let years = try permitYears(in: c)
    if !years.isEmpty {
      let applied = try c[\.applicationDate].year
      if years.contains(applied - 1) { return [] }
      if years.contains(applied) {
        guard sameYear != .pass else { return [] }
        return [
          found(
            at: c.place(\.fingerprintCertificate), sameYear == .error ? .error : .warning,
            kk: "алдыңғы рұқсат осы жылдыкі, тармақта тек өткен жыл аталған: "
              + "дактилоскопия анықтамасы керек пе, растаңыз",
            ru: "предыдущее разрешение этого же года, а пункт называет только прошлый: "
              + "подтвердите, нужна ли справка о дактилоскопировании",
            en: "the previous permit is of the same year, and the act names only the year before: "
              + "confirm whether a fingerprint certificate is needed")
        ]
      }
    }
    return try isFalse(
      \.fingerprintCertificate, in: c,
      kk: "дактилоскопиялаудан және суретке түсуден өткені туралы анықтама жоқ: оны сұратыңыз",
      ru: "нет справки о прохождении дактилоскопирования и фотографирования: запросите её",
      en: "the certificate of fingerprinting and photographing is missing: ask for it")
  }

  /// The years in which the person got a permit: by the register, otherwise by the record.
  private func permitYears(in c: RuleContext) throws(Unanswered) -> Set<Int> {
    if let paper = c.earlier { return [paper.issueDate.year] }
    var years = Set(c.permitsOfPerson.map(\.issueDate.year))
    if c.has(\.previousPermitYear) { years.insert(try c[\.previousPermitYear]) }
    return years
  }
}
