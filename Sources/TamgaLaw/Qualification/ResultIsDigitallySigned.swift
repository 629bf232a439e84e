import TamgaDomain

/// The result carries the digital signature of the authorised person of the local executive body.
///
/// Labour ministry order 236, para 13. An office with a signer signs every paper or fails, so only
/// the office without one is told (designed by us).
struct ResultIsDigitallySigned: PlainRule {
  static let id = "QC-EDS"
  static let citation = Citation("Labour ministry order 236", "para 13")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard !c.policy.hasDocumentSigner,
      !(c.body.map { c.policy.signingBodies.contains($0.code) } ?? false)
    else { return [] }
    return [
      found(
        at: "",
        kk:
          "кеңседе электрондық құжаттарға қол қою бапталмаған: "
          + "уәкілетті адамның ЭЦҚ-сын бөлек қойыңыз",
        ru:
          "подписание электронных документов не настроено: "
          + "поставьте ЭЦП уполномоченного лица отдельно",
        en: "the office has no signer for electronic documents: add the signature separately")
    ]
  }
}
