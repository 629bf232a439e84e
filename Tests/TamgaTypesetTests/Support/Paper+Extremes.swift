import TamgaDomain
import TamgaTemplates

extension Paper {
  /// Papers of every kind with the longest and the worst that a record may hold (contract
  /// `decisions.md`, Limits): in both languages, and by turns in one of them. Texts without end come
  /// by turns too, but all of them to kinds that give reasons.
  static let all: [Paper] = Office.documents.enumerated().flatMap { index, document in
    let namesGrounds = (try? Office.library().kind(document)?.groundKinds.isEmpty) == false
    let endless = endless(document).enumerated()
      .filter { namesGrounds || ($0.offset + index) % 3 == 0 }.map(\.element)
    let variants = variants(of: document) + endless
    let single = variants.enumerated()
      .filter { ($0.offset + index) % 6 == 0 || $0.offset == 0 }
      .map { offset, paper in
        var paper = paper
        paper.languages = (offset + index) % 2 == 0 ? [.kk] : [.ru]
        return paper
      }
    return variants + single
  }

  /// Some of all: of every kind, of every variant.
  static let sample = all.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)

  private static func variants(of document: String) -> [Paper] {
    let kind = try? Office.library().kind(document)
    let name =
      kind?.claims.name ?? ["fullName", "latinFullName"].first { kind?.field($0) != nil } ?? ""
    func named(_ text: String, _ why: String) -> Paper {
      Paper(document: document, fields: [name: .text(Bilingual(both: text))], why: why)
    }
    let blank = Paper(document: document, example: "blank", why: "for the hand")
    return (kind?.isSealed == false ? [blank] : []) + [
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
    ]
  }

  private static func endless(_ document: String) -> [Paper] {
    [
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
