import TamgaDomain
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("KARIMOV ANVAR", "KARIMOV ANVAR", "as it is"), ("Karimov Anvar", "KARIMOV ANVAR", "case"),
    ("KARIMOV  ANVAR ", "KARIMOV ANVAR", "spaces"),
    ("KARIMOV\u{A0}ANVAR", "KARIMOV ANVAR", "U+00A0"),
    ("O'LMASOV", "OLMASOV", "an apostrophe"), ("O\u{2BB}LMASOV", "OLMASOV", "a turned comma"),
    ("SMITH-JONES ANN", "SMITH JONES ANN", "a hyphen"),
    ("SMITH\u{2011}JONES ANN", "SMITH JONES ANN", "a no-break hyphen"),
    ("ABDUL. K.", "ABDUL K", "full stops"), ("YİLMAZ", "YILMAZ", "a dotted capital"),
    ("yılmaz", "YILMAZ", "a dotless letter"), ("MÜLLER", "MULLER", "a diaeresis"),
    ("MU\u{308}LLER", "MULLER", "form D"), ("ŁUKASZ", "LUKASZ", "a stroke"),
    ("Straße", "STRASSE", "a sharp s"), ("ÆRØ", "AERO", "letters of two"),
    ("NGUYỄN", "NGUYEN", "two diacritics"), ("Алёна", "АЛЕНА", "ё"),
    ("ҚАНАТ Әділ", "ҚАНАТ ӘДІЛ", "letters of Kazakh are their own"), ("Айгүл", "АЙГҮЛ", "й and ү"),
    ("КARIMOV", "KARIMOV", "a Cyrillic letter in a Latin name"), ("", "", "nothing"),
    (" - ", "", "nothing to see"),
  ])
  func names(_ text: String, _ folded: String, _ why: String) {
    #expect(Folding.name(text) == folded, "\(why)")
    #expect(Folding.name(folded) == folded, "folded twice")
  }

  @Test(arguments: [
    ("FA1234567", "FA1234567", "as it is"), ("fa 123-45 67", "FA1234567", "spaces and hyphens"),
    ("FА1234567", "FA1234567", "a Cyrillic А"), ("АС №1234", "AC1234", "a sign"),
    ("750000031", "750000031", "digits"), ("", "", "nothing"),
    ("ІV-ЖЖ 600", "IVЖЖ600", "a series of 1974"),
  ])
  func numbers(_ text: String, _ folded: String, _ why: String) {
    #expect(Folding.number(text) == folded, "\(why)")
  }

  /// One person typed two ways: name, passport, country, birth.
  static let same: [(String, String)] = [
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA1/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "karimov anvar/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV  ANVAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV-ANVAR/FA2/UZB/1990-05-17"),
    ("O'LMASOV SHERZOD/FA1/UZB/1990-05-17", "O\u{2BB}LMASOV SHERZOD/FA2/UZB/1990-05-17"),
    ("O'LMASOV SHERZOD/FA1/UZB/1990-05-17", "O`LMASOV SHERZOD/FA2/UZB/1990-05-17"),
    ("O’LMASOV SHERZOD/FA1/UZB/1990-05-17", "OLMASOV SHERZOD/FA2/UZB/1990-05-17"),
    ("SMITH-JONES ANN/1/GBR/1980-01-01", "SMITH JONES ANN/2/GBR/1980-01-01"),
    ("SMITH\u{2011}JONES ANN/1/GBR/1980-01-01", "SMITH-JONES ANN/2/GBR/1980-01-01"),
    ("YILMAZ AHMET/1/TUR/1980-01-01", "YİLMAZ AHMET/2/TUR/1980-01-01"),
    ("YILMAZ AHMET/1/TUR/1980-01-01", "yılmaz ahmet/2/TUR/1980-01-01"),
    ("MUELLER/1/DEU/1980-01-01", "Mueller/2/DEU/1980-01-01"),
    ("MÜLLER JÖRG/1/DEU/1980-01-01", "MULLER JORG/2/DEU/1980-01-01"),
    ("MU\u{308}LLER/1/DEU/1980-01-01", "MÜLLER/2/DEU/1980-01-01"),
    ("ŁUKASZ/1/POL/1980-01-01", "LUKASZ/2/POL/1980-01-01"),
    ("STRAẞE/1/DEU/1980-01-01", "STRASSE/2/DEU/1980-01-01"),
    ("NGUYỄN VĂN ĐỨC/1/VNM/1980-01-01", "NGUYEN VAN DUC/2/VNM/1980-01-01"),
    ("ƏLIYEV/1/AZE/1980-01-01", "ALIYEV/2/AZE/1980-01-01"),
    ("СЕМЁНОВ ПЁТР/1/RUS/1980-01-01", "СЕМЕНОВ ПЕТР/2/RUS/1980-01-01"),
    ("Семёнов Пётр/1/RUS/1980-01-01", "СЕМЕНОВ ПЕТР/2/RUS/1980-01-01"),
    ("КARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA2/UZB/1990-05-17"),
    ("KARIMOV A./FA1/UZB/1990-05-17", "KARIMOV A/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1234567/UZB/1990-05-17", "PETROV IVAN/fa 1234567/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1234567/UZB/1990-05-17", "PETROV IVAN/FА1234567/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1234567/UZB/1990-05-17", "PETROV IVAN/FA-123-45-67/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1234567/UZB/1990-05-17", "КАРИМОВ АНВАР/FA1234567/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA2/UZB/1990"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05", "KARIMOV ANVAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/", "PETROV IVAN/FA1/UZB/1990-05-17"),
    ("A/1/KGZ/1990-05-17/900517300018", "B/2/KGZ/1990-05-17/900517300018"),
  ]

  static let different: [(String, String)] = [
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA2/UZB/1990-05-18"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA2/KGZ/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV AKBAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "RAKHIMOV ANVAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOVA NIGORA/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990", "KARIMOV ANVAR/FA2/UZB/1991"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05", "KARIMOV ANVAR/FA2/UZB/1990-06-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "PETROV IVAN/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "PETROV IVAN/FA1/RUS/1990-05-17"),
    ("KARIMOV ANVAR/FA0/UZB/1990-05-17", "PETROV IVAN/FAO/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA12/UZB/1990-05-17", "PETROV IVAN/FA21/UZB/1990-05-17"),
    ("СЕМЕНОВ ПЕТР/1/RUS/1980-01-01", "СЕМЕНОВ ПАВЕЛ/2/RUS/1980-01-01"),
    ("СЕМЕНОВ ПЕТР/1/RUS/1980-01-01", "СЕМЕНОВА ПЕТРА/2/RUS/1980-01-01"),
    ("ӘЛІ САМАТ/1/MNG/1980-01-01", "АЛИ САМАТ/2/MNG/1980-01-01"),
    ("НҰРЛАН БЕК/1/MNG/1980-01-01", "НУРИЯ БЕК/2/MNG/1980-01-01"),
    ("MARAT/1/RUS/1980-01-01", "MURAD/2/RUS/1980-01-01"),
    ("YILMAZ AHMET/1/TUR/1980-01-01", "YILDIZ AHMET/2/TUR/1980-01-01"),
    ("MULLER/1/DEU/1980-01-01", "MOLLENER/2/DEU/1980-01-01"),
    ("NGUYEN VAN DUC/1/VNM/1980-01-01", "NGUYEN VAN THO/2/VNM/1980-01-01"),
    ("LI WEI/1/CHN/1980-01-01", "WANG WEI/2/CHN/1980-01-01"),
    ("LI WEI/1/CHN/1980-01-01", "LI JUN/2/CHN/1980-01-01"),
    ("SINGH GURPREET/1/IND/1980-01-01", "KAUR GURPREET/2/IND/1980-01-01"),
    ("HASANOV/1/AZE/1980-01-01", "HUSEYNOV/2/AZE/1980-01-01"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "ANVAROV KARIM/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV/FA2/UZB/1991-05-17"),
    ("A B/1/KGZ/1990-05-17/900517300018", "A B/1/KGZ/1990-05-17/900517300019"),
    ("KARIMOV ANVAR//UZB/1990-05-17", "KARIMOV ANVAR//UZB/1991-05-17"),
    ("KARIMOV ANVAR//UZB/1990-05-17", "SALIMOV UMID//UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "КАРИМОВ АНВАР/FA2/KGZ/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "КАРИМОВ АНВАР/FA2/UZB/1990-05-18"),
  ]

  /// Slips of the keyboard, and words left out or in another order.
  static let near: [(String, String)] = [
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANWAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMV ANVAR/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "ANVAR KARIMOV/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR RUSTAMOVICH/FA2/UZB/1990-05-17"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "PETROV IVAN/FA1/UZB/1990-05-18"),
    ("KARIMOV ANVAR/FA1/UZB/1990-05-17", "KARIMOV ANVAR/FA2/KGZ/1990-05-17"),
  ]

  private static func person(_ text: String) -> Person {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func part(_ index: Int) -> String? {
      index < parts.count && !parts[index].isEmpty ? parts[index] : nil
    }
    return Person(
      name: part(0), passport: part(1), citizenship: part(2),
      birth: part(3).flatMap { PartialDate(iso: $0) }, iin: part(4))
  }

  private static func likeness(_ pair: (String, String)) -> Person.Likeness {
    let (a, b) = (person(pair.0), person(pair.1))
    #expect(a.likeness(to: b) == b.likeness(to: a), "\(pair): either way")
    return a.likeness(to: b)
  }

  @Test func personsTypedTwoWaysAreTheSame() {
    #expect(Self.same.count == 30)
    for pair in Self.same { #expect(Self.likeness(pair) == .same, "\(pair)") }
  }

  @Test func differentPersonsAreNotConfused() {
    #expect(Self.different.count == 30)
    for pair in Self.different { #expect(Self.likeness(pair) != .same, "\(pair)") }
  }

  @Test func slipsAreNear() {
    for pair in Self.near { #expect(Self.likeness(pair) == .near, "\(pair)") }
  }

  @Test(arguments: [
    ("1985", "1985", "1985-01-01", "1985-12-31"),
    ("1985-02", "02.1985", "1985-02-01", "1985-02-28"),
    ("1985-05-17", "17.05.1985", "1985-05-17", "1985-05-17"),
  ])
  func partialDates(_ iso: String, _ printed: String, _ first: String, _ last: String) throws {
    let date = try #require(PartialDate(iso: iso))
    #expect(date.iso == iso && date.printed == printed)
    #expect(date.earliest.iso == first && date.latest.iso == last)
    #expect((date.whole != nil) == (first == last))
  }

  @Test(arguments: ["", "85", "1985-13", "1985-02-30", "1985-5", "1985-05-1", "05.1985", "0000"])
  func noDates(_ text: String) { #expect(PartialDate(iso: text) == nil) }
}
