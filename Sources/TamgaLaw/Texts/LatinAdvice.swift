import TamgaDomain

/// What to type in a field that is Latin by its nature, where another character stands.
enum LatinAdvice {
  /// Fields that are copied from the passport, where they stand in Latin letters.
  static let fields: Set<String> = [
    "latinFullName", "passportSeriesNumber", "passportSeries", "passportNumber",
  ]

  /// What stands at a place and what to type there: `the 1st character is the Cyrillic letter «А»
  /// (U+0410), type the Latin «A»`. A single character, never the text: it is a person's.
  static func on(_ scalar: Unicode.Scalar, at position: Int) -> Message {
    let place = Message.character(position)
    let (point, advice) = (scalar.codePoint, advice(scalar))
    if Script(scalar) == .cyrillic {
      return Message(
        kk: "\(place.kk) – кирилл әрпі «\(scalar)» (\(point)), \(advice.kk)",
        ru: "\(place.ru) – буква кириллицы «\(scalar)» (\(point)), \(advice.ru)",
        en: "\(place.en) is the Cyrillic letter «\(scalar)» (\(point)), \(advice.en)")
    }
    return Message(
      kk: "\(place.kk) – «\(scalar)» (\(point)), \(advice.kk)",
      ru: "\(place.ru) – «\(scalar)» (\(point)), \(advice.ru)",
      en: "\(place.en) is «\(scalar)» (\(point)), \(advice.en)")
  }

  private static func advice(_ scalar: Unicode.Scalar) -> Message {
    if let latin = lookalikes[scalar] {
      return Message(
        kk: "орнына латынша «\(latin)» теріңіз", ru: "наберите латинскую «\(latin)»",
        en: "type the Latin «\(latin)»")
    }
    switch scalar.value {
    // Turned and grave marks that stand for the Uzbek oʻ and for apostrophes.
    case 0x60, 0xB4, 0x2B9, 0x2C8, 0x2018, 0x201B, 0x2032:
      return Message(
        kk: "орнына «'» немесе «ʻ» (U+02BB) теріңіз", ru: "наберите «'» или «ʻ» (U+02BB)",
        en: "type «'» or «ʻ» (U+02BB)")
    case 0x2010...0x2015, 0x2212, 0xAD:
      return Message(
        kk: "орнына «-» сызықшасын теріңіз", ru: "наберите дефис «-»", en: "type a hyphen «-»")
    default:
      return Message(
        kk: "паспорттағыдай латынша теріңіз", ru: "наберите латиницей, как в паспорте",
        en: "type it in Latin as in the passport")
    }
  }

  /// Cyrillic letters that look like Latin ones.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: pairs)

  private static let cyrillicLookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    pairs.map { ($1, $0) }
  ) { first, _ in first }

  private static let pairs = Array(
    zip(
      "АВЕЅІЈКМНОРСТУХаеѕіјорсухҺһ".unicodeScalars,
      "ABESIJKMHOPCTYXaesijopcyxHh".unicodeScalars))

  /// What to type in a Cyrillic word where a Latin letter stands.
  static func cyrillic(_ scalar: Unicode.Scalar, at position: Int) -> Message {
    let place = Message.character(position)
    let point = scalar.codePoint
    guard let letter = cyrillicLookalikes[scalar] else {
      return Message(
        kk: "\(place.kk) – латын әрпі «\(scalar)» (\(point)), орнына кирилл әрпін теріңіз",
        ru: "\(place.ru) – латинская буква «\(scalar)» (\(point)), наберите кириллицей",
        en: "\(place.en) is the Latin letter «\(scalar)» (\(point)), type a Cyrillic one")
    }
    let other = letter.codePoint
    return Message(
      kk: "\(place.kk) – латын әрпі «\(scalar)» (\(point)), "
        + "орнына кирилл «\(letter)» (\(other)) теріңіз",
      ru: "\(place.ru) – латинская буква «\(scalar)» (\(point)), "
        + "наберите кириллическую «\(letter)» (\(other))",
      en: "\(place.en) is the Latin letter «\(scalar)» (\(point)), "
        + "type the Cyrillic «\(letter)» (\(other))")
  }
}
