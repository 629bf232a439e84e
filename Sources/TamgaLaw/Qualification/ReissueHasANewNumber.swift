import TamgaDomain

/// A reissued certificate has a number other than its predecessor's.
///
/// Labour ministry order 236, para 22. A number that the record does not give is allotted anew.
struct ReissueHasANewNumber: PlainRule {
  static let id = "QC-REISSUE-NEW-NUMBER"
  static let citation = Citation("Labour ministry order 236", "para 22")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .reissue, let number = try c.givenNumber(),
      number == (try c.previousNumber())
    else { return [] }
    return [
      found(
        at: c.place(of: c.kind.number.field),
        kk:
          "қайта ресімделген анықтамаға жаңа нөмір беріледі: "
          + "нөмірді өзгертіңіз немесе бос қалдырыңыз",
        ru: "переоформленной справке присваивается новый номер: измените его или оставьте пустым",
        en: "a reissue gets a new number: change it or leave it empty")
    ]
  }
}

extension RuleContext {
  /// The number that the record gives; nil when one is to be allotted.
  func givenNumber() throws(Unanswered) -> String? {
    guard let number = try numberField()?.kk else { return nil }
    return number.isBlank ? nil : number
  }

  /// The number of the certificate before.
  func previousNumber() throws(Unanswered) -> String {
    if let paper = earlier { return paper.number }
    if case .number(let number)? = decision.previous, !has(\.previousCertificateNumber) {
      // A copy is written `NUMBER~2`.
      return String(number.prefix { $0 != "~" })
    }
    return try self[\.previousCertificateNumber].kk
  }
}
