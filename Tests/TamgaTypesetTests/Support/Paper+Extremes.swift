import TamgaDomain
import TamgaTemplates

extension Paper {
  /// Papers of every kind and every choice of languages, with the longest and the worst that a
  /// record may hold (contract `decisions.md`, Limits).
  static let all: [Paper] = Office.documents.flatMap { document in
    ([[.kk, .ru], [.kk], [.ru]] as [[Language]]).flatMap { languages in
      variants(of: document).map { paper in
        var paper = paper
        paper.languages = languages
        return paper
      }
    }
  }

  private static func variants(of document: String) -> [Paper] {
    let name = (try? Office.library().kind(document)?.claims.name) ?? nil ?? "fullName"
    func named(_ text: String, _ why: String) -> Paper {
      Paper(document: document, fields: [name: .text(Bilingual(both: text))], why: why)
    }
    return [
      Paper(document: document, why: "an ordinary paper"),
      Paper(document: document, example: "longest", why: "the longest lawful values"),
      named(repeated("ӘБДІҒАППАРҰЛЫ ", 120), "a name of 120 characters"),
      named(repeated("ЩЖМӨЮ", 120), "a name of 120 wide letters without a space"),
      Paper(
        document: document, number: repeated("Щ-", 32), why: "the longest number, wide letters"),
      Paper(document: document, number: "№ 12 / ALA 0017", why: "a number with spaces"),
      Paper(
        document: document,
        body: IssuingBody(
          code: "B", kind: .police, place: "ALA",
          name: Bilingual(
            kk: repeated("басқарма бөлімі ", 300), ru: repeated("управление отдел ", 300))),
        host: "check.migration-office.example", why: "a body of 300 characters and a long host"),
      Paper(
        document: document, example: "longest",
        everyText: Bilingual(
          kk: repeated("Көктем-Жайлау көшесі ", 300), ru: repeated("улица Көктем-Жайлау ", 300)),
        why: "300 characters in every text"),
      Paper(
        document: document,
        everyText: Bilingual(kk: repeated("сөз бен сан ", 4_000), ru: repeated("слово и ", 4_000)),
        why: "4,000 characters in every text"),
      Paper(
        document: document,
        everyText: Bilingual(kk: repeated("ұзынсөз", 4_000), ru: repeated("слитно", 4_000)),
        why: "4,000 characters without a space in every text"),
      Paper(
        document: document, example: "longest",
        everyText: Bilingual(kk: repeated("жол\n", 400), ru: repeated("ряд\n", 400)),
        why: "a hundred lines in every text"),
    ]
  }

  /// `unit` over and over, cut at `count` characters.
  static func repeated(_ unit: String, _ count: Int) -> String {
    String(String(repeating: unit, count: count / unit.count + 1).prefix(count))
  }
}
