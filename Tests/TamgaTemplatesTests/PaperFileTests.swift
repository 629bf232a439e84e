import TamgaDomain
import TamgaFormats
import TamgaTemplates
import Testing

/// The papers to hand in are those of the acts, word for word; the fixture is copied from their tables.
@Suite struct PaperFileTests {
  /// A row of an act's table.
  struct Row: Sendable, CustomTestStringConvertible {
    let service: Service
    let number: Int?
    let kk: String
    let ru: String
    /// When the paper is asked, in the words of the table.
    let when: String
    let index: Int
    var testDescription: String { "\(service.rawValue) \(index + 1)" }

    /// What is applied for, as the table says it.
    var actions: Set<DecisionAction> {
      let words: [(String, DecisionAction)] = [
        ("first", .grant), ("extension", .extend), ("reissue", .reissue), ("duplicate", .duplicate),
      ]
      return Set(words.filter { when.contains($0.0) }.map(\.1))
    }

    /// The purposes of stay, which the table quotes.
    var purposes: Set<String> {
      Set(when.matches(of: /`([a-z-]+)`/).map { String($0.1) })
    }

    var rules: Set<String> {
      Set(when.matches(of: /\b(LIM|PR)-[A-Z0-9-]+\b/).map { String($0.0) })
    }
  }

  static let rows: [Row] = {
    var counts: [Service: Int] = [:]
    return ((try? RealFolder.lines("papers.tsv")) ?? []).compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let service = Service(rawValue: cells[0]) else { return nil }
      defer { counts[service, default: 0] += 1 }
      return Row(
        service: service, number: Int(cells[1]), kk: cells[2], ru: cells[3], when: cells[4],
        index: counts[service, default: 0])
    }
  }()

  /// Words that the table leaves out, marked «[…]» there, as MIA order 992, annex 1-1 row 8 has them.
  static let leftOut =
    "Қазақстан Республикасының медициналық ұйымдарында емделіп жатқан шетелдік пациентке, сондай-ақ"
    + " жақын туыстарына – Қазақстан Республикасының азаматтарына не Қазақстан Республикасының"
    + " аумағында тұрақты тұратын шетелдіктерге"

  static func papers(_ service: Service) throws -> [RequiredDocument] {
    try RealFolder.library().shared.papers.papers.filter { $0.service == service }
  }

  @Test func everyRowIsThere() throws {
    #expect(Self.rows.count == 50)
    let counts: [(Service, Int)] = [
      (.labourImmigrant, 10), (.temporaryResidence, 19), (.permanentResidence, 13),
      (.qualification, 8),
    ]
    for (service, count) in counts {
      #expect(Self.rows.count { $0.service == service } == count)
      #expect(try Self.papers(service).count == count, "\(service)")
    }
    // Named by documents.md alone: the standard of the exit service is in no seed.
    #expect(
      try Self.papers(.exit).map(\.text.ru)
        == ["заявление-анкета", "Справка о снятии с воинского учета и сдаче военного билета"])
  }

  @Test(arguments: rows) func wordsAreThoseOfTheAct(_ row: Row) throws {
    let paper = try Self.papers(row.service)[row.index]
    #expect(paper.text.kk == row.kk.replacing("[…]", with: Self.leftOut))
    #expect(paper.text.ru == row.ru)
    #expect(paper.number == row.number)
  }

  @Test(arguments: rows) func casesAreThoseOfTheTable(_ row: Row) throws {
    let paper = try Self.papers(row.service)[row.index]
    #expect(paper.isReturned == row.when.contains("°"))
    #expect(paper.isAlone == row.when.contains("nothing else"))
    #expect(paper.isHeld == row.when.contains("not handed in again"))
    let actions = paper.demands.reduce(into: Set<DecisionAction>()) { $0.formUnion($1.actions) }
    #expect(actions == row.actions)
    let purposes = paper.demands.reduce(into: Set<String>()) { $0.formUnion($1.purposes) }
    #expect(purposes == row.purposes)
    #expect(Set(paper.rules).isSuperset(of: row.rules), "\(row.rules)")
    // «all» asks without condition; an exception, a group of people or a circumstance is one.
    let isPlain =
      row.when.hasPrefix("all") && !row.when.contains("except")
      || row.when.replacing(/[° ,]|first|extension|duplicate/, with: "").isEmpty
    let bound = paper.demands.allSatisfy { $0.condition == nil }
    #expect(!isPlain || bound, "\(row.when)")
  }

  @Test func someAreAskedUnderACondition() throws {
    let conditional = try RealFolder.library().shared.papers.papers.filter { paper in
      paper.demands.contains { $0.condition != nil }
    }
    #expect(
      conditional.map(\.id) == [
        "lim-fingerprint-certificate", "lim-labour-contract", "trp-medical-insurance",
        "trp-dwelling-consent", "trp-labour-contract", "trp-aifc-petition", "pr-criminal-record",
        "pr-child-consent", "pr-dwelling", "pr-sector-petition", "pr-birth-certificate",
        "pr-parents-consent", "qc-education-translations", "qc-english-certificate",
        "qc-labour-contract", "qc-changed-document", "exit-military-certificate",
      ])
    for condition in conditional.flatMap(\.demands).compactMap(\.condition) {
      #expect(!condition.kk.contains { $0.isASCII && $0.isLetter })
      #expect(!condition.ru.contains { $0.isASCII && $0.isLetter } && condition.kk != condition.ru)
    }
  }

  @Test func oneOfSixIsEnoughForWork() throws {
    let papers = try RealFolder.library().shared.papers.papers
    #expect(papers.count { $0.oneOf == "trp-employment" } == 6)
    #expect(Set(papers.compactMap(\.oneOf)) == ["trp-employment", "qc-education"])
  }

  /// MIA order 992, annex 3 row 8: numbers of its list, and the two papers without one.
  @Test func reducedSetsAreThoseOfTheAct() throws {
    let list = try RealFolder.library().shared.papers
    let sets: [(fact: String, numbers: Set<Int>, others: Int)] = [
      ("exCitizenThroughMission", [1, 2, 8, 9], 0), ("accompaniedMinor", [1, 2, 5, 6, 8, 9], 2),
    ]
    #expect(list.reducedSets.map(\.fact) == sets.map(\.fact))
    for (set, expected) in zip(list.reducedSets, sets) {
      let papers = set.papers.compactMap { list[$0] }
      #expect(Set(papers.compactMap(\.number)) == expected.numbers)
      #expect(papers.count { $0.number == nil } == expected.others)
    }
  }

  @Test(arguments: [
    ("lim-medical-insurance:expired", "медициналық сақтандыру (жарамдылық мерзімі өткен)"),
    ("trp-family-ties:expired", "(жарамдылық мерзімі өткен)"),
    ("pr-photo:expired", "мөлшері 35х45 мм бір фотосурет (жарамдылық мерзімі өткен)"),
    ("qc-labour-contract:expired", "еңбек шартының көшірмесі (қолданылу мерзімі өтіп кеткен)"),
  ]) func anExpiredPaperSaysSo(_ row: (entry: String, end: String)) throws {
    let printed = try RealFolder.library().shared.papers.printed(Bilingual(both: row.entry))
    #expect(printed.kk.hasSuffix(row.end))
    #expect(printed.ru.hasSuffix(" (с истекшим сроком действия)"))
  }

  /// A receipt prints the words of the act for an id, and a text as it stands.
  @Test func aReceiptPrintsTheWords() throws {
    let receipt = Approval(
      document: "labour-immigrant-acceptance-refusal-receipt", issueDate: "2021-02-08",
      fields: [
        "missingDocuments": .texts([
          Bilingual(both: "lim-passport"), Bilingual(both: "lim-medical-insurance:expired"),
          Bilingual(kk: "сенімхат", ru: "доверенность"),
        ])
      ])
    let paper = try receipt.filled(in: try RealFolder.library())
    #expect(
      paper.lines(.kk).contains(
        "Болмаған құжаттардың атауы: | Мемлекеттік шекараны кесіп өткені туралы белгісі бар паспорт"
          + " | медициналық сақтандыру (жарамдылық мерзімі өткен) | сенімхат"))
    #expect(
      paper.lines(.ru).contains(
        "Наименование отсутствующих документов: | паспорт с отметкой о пересечении Государственной"
          + " границы | медицинская страховка (с истекшим сроком действия) | доверенность"))
  }

  @Test func theSchemaNamesThePapersOfTheService() throws {
    let library = try RealFolder.library()
    let kind = try #require(library.kind("labour-immigrant-acceptance-receipt"))
    let schema = KindSchema.schema(of: kind, in: library)
    let items = schema["properties"]?["fields"]?["properties"]?["acceptedDocuments"]?["items"]
    guard case .array(let forms)? = items?["anyOf"] else {
      Issue.record("no forms")
      return
    }
    let ids = forms.compactMap { $0["const"]?.text }
    #expect(
      ids == (try Self.papers(.labourImmigrant)).flatMap { [$0.id, "\($0.id):expired"] })
    #expect(forms.count == ids.count + 2, "texts of the record's own stay allowed")
  }
}
