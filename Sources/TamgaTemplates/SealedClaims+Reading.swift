import TamgaDomain

extension SealedClaims {
  /// Of forms that carry no code.
  static let none = SealedClaims(
    name: nil, passport: nil, printsPassport: false, citizenship: nil, validFrom: nil,
    validUntil: nil, further: [])

  /// Keys of further claims, and how many a seal holds (SealFormat, "Claims").
  private static let furtherKeys = 10...99
  /// The digest of the files inside a paper.
  private static let filesKey = 23
  private static let mostFurther = 16

  /// `claims` of a manifest: which of the kind's `fields` stand in the code.
  static func read(_ map: YAMLMap, _ fields: [FieldDeclaration]) -> SealedClaims {
    func known(_ map: YAMLMap, _ key: String) -> String? {
      guard let name = map.optionalText(key) else { return nil }
      if !fields.contains(where: { $0.name == name }) {
        map.fault(
          .unknownVariable, at: key, kk: "бұл құжатта «\(name)» өрісі жоқ",
          ru: "у этого документа нет поля «\(name)»", en: "this kind has no field '\(name)'",
          hint: TemplateFault.meant(name, among: fields.map(\.name)))
      }
      return name
    }
    let passport = known(map, "passport")
    let further = map.has("further") ? map.each("further") { one($0, known) } : []
    reportClashes(among: further, in: map)
    return SealedClaims(
      name: known(map, "name"), passport: passport,
      printsPassport: passport.flatMap { p in fields.first { $0.name == p } }?.isPrinted ?? false,
      citizenship: known(map, "citizenship"), validFrom: known(map, "validFrom"),
      validUntil: known(map, "validUntil"), further: further)
  }

  private static func one(
    _ map: YAMLMap, _ known: (YAMLMap, String) -> String?
  ) -> FurtherClaim? {
    let (key, field, label) = (map.count("key"), map.text("field"), map.message("label"))
    guard let key, let field, let label else { return nil }
    _ = known(map, "field")
    if !furtherKeys.contains(key) || key == filesKey {
      map.fault(
        .wrongValue, at: "key",
        kk: "қосымша мәліметтің кілті – 10-нан 99-ға дейінгі сан, \(filesKey)-тен басқа",
        ru: "ключ дополнительного сведения – число от 10 до 99, кроме \(filesKey)",
        en: "the key of a further claim is 10 to 99, and not \(filesKey)")
    }
    return FurtherClaim(key: key, field: field, label: label)
  }

  private static func reportClashes(among claims: [FurtherClaim], in map: YAMLMap) {
    var seen: Set<Int> = []
    for claim in claims where !seen.insert(claim.key).inserted {
      map.fault(
        .duplicate, at: "further", kk: "\(claim.key) кілті екі рет берілген",
        ru: "ключ \(claim.key) дан дважды", en: "the key \(claim.key) is given twice")
    }
    if claims.count > mostFurther {
      map.fault(
        .wrongValue, at: "further", kk: "QR кодта ең көбі \(mostFurther) қосымша мәлімет болады",
        ru: "в QR-коде не больше \(mostFurther) дополнительных сведений",
        en: "a QR code holds at most \(mostFurther) further claims")
    }
  }
}
