import TamgaDomain
import TamgaTemplates
import Testing

/// The words that all kinds share: grounds as the acts list them, countries of ISO 3166-1.
@Suite struct SharedWordsTests {
  /// Grounds whose source has no Kazakh text.
  static let withoutKazakhSource = ["EXIT20-R1", "EXIT20-R2", "EXIT20-R3", "EXIT20-R4"]

  @Test func groundsAreTheTextsOfTheActs() throws {
    let grounds = try RealFolder.library().shared.grounds
    let rows = try RealFolder.lines("statutory/grounds.tsv")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 61)
    #expect(Set(grounds.keys) == Set(rows.map { $0[0] }))
    for row in rows {
      let ground = try #require(grounds[row[0]])
      #expect(ground.kind.rawValue == row[1], "\(row[0])")
      #expect(ground.givesReasons == (row[2] == "yes"), "\(row[0])")
      #expect(ground.text.ru == Self.open(row[4]), "\(row[0])")
      if Self.withoutKazakhSource.contains(row[0]) {
        #expect(row[3].isEmpty && !ground.text.kk.isEmpty)
      } else {
        #expect(ground.text.kk == Self.open(row[3]), "\(row[0])")
      }
    }
  }

  /// Without the mark that closes an item of the act's list.
  private static func open(_ text: String) -> String {
    text.hasSuffix(";") || text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  @Test func servicesFollowTheIds() throws {
    let prefixes: [(String, Service)] = [
      ("LIM-", .labourImmigrant), ("TRP-", .temporaryResidence), ("PR-", .permanentResidence),
      ("QC-", .qualification), ("EXIT-", .exit), ("EXIT20-", .exit),
    ]
    for ground in try RealFolder.library().shared.grounds.values {
      let service = prefixes.first { ground.id.hasPrefix($0.0) }?.1
      #expect(ground.service == service, "\(ground.id)")
    }
  }

  /// Law on Population Migration, art. 49: the subparagraph is that of the ground, except for the
  /// one whose subparagraph must not be read from the paper.
  @Test(arguments: 1...21) func groundsOfArticle49CiteTheirSubparagraph(_ number: Int) throws {
    let ground = try #require(try RealFolder.library().shared.grounds["PR-G\(number)"])
    let basis = try #require(ground.legalBasis)
    if number == 10 {
      #expect(!ground.givesReasons)
      #expect(ground.reference == nil)
      #expect(
        basis.kk == "«Халықтың көші-қоны туралы» Қазақстан Республикасы Заңының 49-бабына сәйкес")
      #expect(basis.ru == "статьи 49 Закона Республики Казахстан «О миграции населения»")
    } else {
      #expect(
        ground.reference
          == Bilingual(
            kk: "49-баптың \(number)) тармақшасы", ru: "подпункт \(number)) статьи 49"))
      #expect(
        basis.kk
          == "«Халықтың көші-қоны туралы» Қазақстан Республикасы Заңы 49-бабының \(number)) тармақшасы"
      )
      #expect(
        basis.ru
          == "подпункта \(number)) статьи 49 Закона Республики Казахстан «О миграции населения»")
    }
  }

  /// Every ground that a kind of ours may name has what its form prints.
  @Test func everyGroundOfThePermanentRefusalHasABasis() throws {
    let library = try RealFolder.library()
    let kind = try #require(library.kind("permanent-residence-permit-refusal"))
    let usable = library.shared.grounds.values.filter {
      $0.service == kind.service && kind.groundKinds.contains($0.kind)
    }
    #expect(usable.count == 24)
    #expect(usable.allSatisfy { $0.legalBasis != nil })
  }

  @Test func countriesAreThoseOfISO3166() throws {
    let countries = try RealFolder.library().shared.countries
    let codes = try RealFolder.lines("iso-3166-1.txt").flatMap { $0.split(separator: " ") }
    #expect(codes.count == 249)
    #expect(Set(countries.keys) == Set(codes.map(String.init) + ["XXA", "XXB", "XXC", "XXX"]))
    for (code, name) in countries {
      #expect(!name.kk.isEmpty && !name.ru.isEmpty, "\(code)")
      #expect(!(name.kk + name.ru).contains { $0.isASCII && $0.isLetter }, "\(code)")
      #expect(
        !name.ru.unicodeScalars.contains { "әғқңөұүһі".unicodeScalars.contains($0) }, "\(code)")
    }
    #expect(Set(countries.values.map(\.kk)).count == countries.count, "two countries, one name")
    #expect(Set(countries.values.map(\.ru)).count == countries.count, "two countries, one name")
  }

  @Test(arguments: [
    ("UZB", "Өзбекстан", "Узбекистан"), ("RUS", "Ресей Федерациясы", "Российская Федерация"),
    ("KGZ", "Қырғызстан", "Кыргызстан"), ("XXA", "азаматтығы жоқ адам", "лицо без гражданства"),
    ("KOR", "Корея Республикасы", "Республика Корея"), ("TUR", "Түркия", "Турция"),
  ]) func countriesHaveTheirNames(_ row: (code: String, kk: String, ru: String)) throws {
    let name = try #require(try RealFolder.library().shared.countries[row.code])
    #expect(name == Bilingual(kk: row.kk, ru: row.ru))
  }
}
