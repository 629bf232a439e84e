import TamgaDomain
import Testing

@testable import TamgaLaw

/// What is said of the texts of every record, whatever rules its kind asks for.
@Suite struct RecordTextTests {
  private static func said(_ inputs: String) throws -> [String] {
    try Ruleset.examine(TestCase([], .grant, inputs).built, recordFindings: []).findings
      .filter { $0.rule.hasPrefix("REC-") }.map { "\($0.level) \($0.rule) \($0.place)" }
  }

  @Test(arguments: [
    ("passportSeriesNumber AA1234567", []),
    ("passportSeriesNumber \u{410}A1234567", ["error REC-LATIN /fields/passportSeriesNumber"]),
    ("passportSeriesNumber 750000031", []),
    (
      "passportSeriesNumber IV-\u{416} 1, exemptGroup ussr-passport-1974",
      ["warning REC-LATIN /fields/passportSeriesNumber"]
    ),
    ("latinFullName KARIMOV", []),
    ("latinFullName \u{41A}ARIMOV", ["error REC-LATIN /fields/latinFullName"]),
    ("latinFullName O\u{2018}LMASOV", ["error REC-LATIN /fields/latinFullName"]),
    ("officerFullName Сейітқали Ә. Б.", []),
    ("officerFullName ?????? ?. ?.", ["error REC-PLACEHOLDER /fields/officerFullName"]),
    ("officerFullName И?????", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("officerFullName #N/A", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("officerFullName NaN", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("officerFullName undefined", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("latinFullName NULL NULL", ["warning REC-PLACEHOLDER /fields/latinFullName"]),
    ("latinFullName NAN LI", []),
    ("officerFullName &lt;Иванов&gt; А.", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("hostName Смит & сыновья", []),
    ("officerFullName РРІР°РЅРѕРІ Рђ. Р‘.", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("officerFullName Ð\u{98}Ð²Ð°Ð½Ð¾Ð²", ["warning REC-PLACEHOLDER /fields/officerFullName"]),
    ("fullName MÃ¼LLER", ["warning REC-PLACEHOLDER /fields/fullName"]),
    ("fullName JOÃO", []), ("hostName СІЗ ҮШІН – «РІЗА»", []),
    ("iin 850312399993", []), ("iin 850312399993, birthDate 1985-03-12", []),
    ("iin 850312399993, birthDate 1985-03", []),
    ("iin 850312399994", ["warning REC-IIN /fields/iin"]),
    ("iin 851312399993", ["warning REC-IIN /fields/iin"]),
    ("iin 850312399993, birthDate 1985-03-13", ["warning REC-IIN /fields/iin"]),
    ("hostIinBin 150340012340", []),
    ("hostIinBin 150340012341", ["warning REC-IIN /fields/hostIinBin"]),
    ("hostIinBin 151340012340", ["warning REC-IIN /fields/hostIinBin"]),
    ("hostIinBin 15034", ["warning REC-IIN /fields/hostIinBin"]), ("iin ''", []),
  ])
  func isJudged(_ inputs: String, _ expected: [String]) throws {
    #expect(try Self.said(inputs) == expected)
  }

  /// The character, its code point, its place, and what to type.
  @Test func advice() {
    let latin = LatinAdvice.on("А", at: 1)
    #expect(latin.en == "the 1st character is the Cyrillic letter «А» (U+0410), type the Latin «A»")
    let cyrillic = LatinAdvice.cyrillic("i", at: 2)
    #expect(
      cyrillic.ru == "2-й знак – латинская буква «i» (U+0069), наберите кириллическую «і» (U+0456)")
    #expect(LatinAdvice.cyrillic("H", at: 1).en.hasSuffix("type the Cyrillic «Н» (U+041D)"))
    #expect(LatinAdvice.cyrillic("Q", at: 1).kk.contains("U+0051"))
  }
}
