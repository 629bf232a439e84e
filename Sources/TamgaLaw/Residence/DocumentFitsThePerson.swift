import TamgaDomain

/// The document of identity is one of a person of this citizenship, and a refugee is looked at by a
/// person: refugees are registered under the refugee law.
///
/// MIA order 992, rules para 5 part 1 and annex 1-1 row 8 item 2; decree 148, para 10 part 11. That it warns is
/// designed by us. A foreign passport of a stateless person is not judged.
struct DocumentFitsThePerson: PlainRule {
  static let id = "TRP-DOCUMENT-KIND"
  static let citation = Citation("MIA order 992", "rules para 5 part 1")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, let kind = c.given(\.passportKind),
      let country = c.given(\.citizenship)
    else { return [] }
    let fits =
      switch kind {
      case PassportKind.stateless: country == Country.stateless
      case PassportKind.refugee: country != Country.stateless && country != Country.unspecified
      default: true
      }
    guard fits else {
      return [
        found(
          at: c.place(\.passportKind),
          kk: "құжаттың түрі азаматтығына сәйкес келмейді: екеуін де тексеріңіз",
          ru: "вид документа не подходит к гражданству: проверьте оба значения",
          en: "the kind of document does not fit the citizenship: check both")
      ]
    }
    guard kind == PassportKind.refugee || Country.ofRefugees.contains(country) else { return [] }
    return [
      found(
        at: c.place(\.passportKind),
        kk: "босқындар босқындар туралы заң бойынша тіркеледі: "
          + "уақытша тұруға рұқсат керектігін растаңыз",
        ru: "беженцев регистрируют по закону о беженцах: "
          + "подтвердите, что нужно разрешение на временное проживание",
        en: "refugees are registered under the refugee law: "
          + "confirm that a temporary residence permit is wanted")
    ]
  }
}
