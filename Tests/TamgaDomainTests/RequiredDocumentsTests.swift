import TamgaDomain
import Testing

/// How a record names the papers that an applicant hands in.
@Suite struct RequiredDocumentsTests {
  private static func paper(_ id: String, _ service: Service, _ words: String) -> RequiredDocument {
    RequiredDocument(
      id: id, service: service, text: Bilingual(kk: "\(words) кк", ru: "\(words) ру"),
      citation: Citation("MIA order 76", "annex 1 row 8"))
  }

  static let list = RequiredDocuments(
    papers: [
      paper("lim-passport", .labourImmigrant, "паспорт"),
      paper("lim-tax-receipt", .labourImmigrant, "чек"),
      paper("qc-application", .qualification, "бланк"),
      paper("trp-application", .temporaryResidence, "бланк"),
    ], reducedSets: [],
    expired: [.labourImmigrant: Bilingual(kk: "{paper} (өткен)", ru: "{paper} (истек)")])

  struct Row: Sendable, CustomTestStringConvertible {
    let text: Bilingual
    /// The id, with its state; `words`; or `?` and the nearest id.
    let entry: String
    let kk: String
    let why: String
    var testDescription: String { why }

    init(_ text: Bilingual, _ entry: String, prints kk: String, _ why: String) {
      self.text = text
      self.entry = entry
      self.kk = kk
      self.why = why
    }
    init(_ text: String, _ entry: String, prints kk: String? = nil, _ why: String) {
      self.init(Bilingual(both: text), entry, prints: kk ?? text, why)
    }
  }

  static let rows = [
    Row("lim-passport", "lim-passport", prints: "паспорт кк", "an id"),
    Row(
      "lim-passport:expired", "lim-passport:expired", prints: "паспорт кк (өткен)", "out of date"),
    Row("qc-application", "qc-application", prints: "бланк кк", "an id of another service"),
    Row(
      "qc-application:expired", "qc-application:expired", prints: "бланк кк",
      "a service without words for it"),
    Row("lim-pasport", "? lim-passport", "a letter is missing"),
    Row("LIM-PASSPORT", "? lim-passport", "capital letters"),
    Row("lim-passport:expird", "? lim-passport:expired", "a slip in the state"),
    Row("lim-passport:", "?", "a state of no letters"),
    Row("lim-passport:lost", "?", "a state that is none"),
    Row("lim-", "?", "a prefix alone"),
    Row("qc-photo", "?", "a prefix of ours, and nothing near"),
    Row("LIM-R1", "?", "a ground for a paper"),
    Row("im-tax-receipt", "? lim-tax-receipt", "a slip in the prefix"),
    Row("passport", "words", "a word without a hyphen"),
    Row("a-4", "words", "a word with a hyphen, and no id near"),
    Row("lim passport", "words", "two words"),
    Row("lim-passport, чек", "words", "an id among words"),
    Row("паспорт", "words", "some of the act's words"),
    Row("паспорт кк", "lim-passport", "the act's words for both languages"),
    Row("паспорт ру (истек)", "lim-passport:expired", "the act's words, out of date"),
    Row(
      Bilingual(kk: "менің паспортым", ru: "паспорт ру"), "lim-passport", prints: "менің паспортым",
      "the act's words in one language, printed as they stand"),
    Row(
      Bilingual(kk: "lim-passport", ru: "паспорт"), "words", prints: "lim-passport",
      "an id stands for both languages or for none"),
    Row("бланк кк", "words", "words of another service"),
    Row("", "words", "nothing"),
  ]

  @Test(arguments: rows) func reads(_ row: Row) {
    let entry: String =
      switch Self.list.entry(row.text, of: .labourImmigrant) {
      case .paper(let item): item.paper.id + (item.isExpired ? ":expired" : "")
      case .words: "words"
      case .unknown(let nearest): nearest.map { "? \($0)" } ?? "?"
      }
    #expect(entry == row.entry)
    #expect(Self.list.printed(row.text).kk == row.kk)
  }

  @Test func wordsTellAPaperOfTheirOwnService() {
    for (service, id) in [
      (Service.qualification, "qc-application"), (.temporaryResidence, "trp-application"),
    ] {
      guard case .paper(let item) = Self.list.entry(Bilingual(both: "бланк ру"), of: service)
      else {
        Issue.record("\(id)")
        continue
      }
      #expect(item.paper.id == id)
    }
  }

  @Test func anOfficeWithoutPapersTakesEveryText() {
    for text in ["lim-passport", "lim-passport:expired", "паспорт"] {
      #expect(RequiredDocuments.none.entry(Bilingual(both: text), of: .labourImmigrant) == .words)
      #expect(RequiredDocuments.none.printed(Bilingual(both: text)).ru == text)
    }
  }

  struct Asked: Sendable, CustomTestStringConvertible {
    let demand: RequiredDocument.Demand
    let action: DecisionAction
    let purpose: String?
    let channel: String?
    let fits: Bool
    let binds: Bool
    let why: String
    var testDescription: String { why }
  }

  private static let words = Message(kk: "кейде", ru: "иногда", en: "sometimes")
  private static let pupil = RequiredDocument.Demand(purposes: ["education"])
  private static let portal = RequiredDocument.Demand(actions: [.extend], channel: "portal")

  static let asked = [
    Asked(
      demand: .init(), action: .grant, purpose: nil, channel: nil, fits: true, binds: true,
      why: "always"),
    Asked(
      demand: .init(actions: [.grant]), action: .extend, purpose: nil, channel: nil, fits: false,
      binds: false, why: "another application"),
    Asked(
      demand: .init(condition: words), action: .grant, purpose: nil, channel: nil, fits: true,
      binds: false, why: "under a condition"),
    Asked(
      demand: pupil, action: .grant, purpose: nil, channel: nil, fits: true, binds: false,
      why: "an unknown purpose"),
    Asked(
      demand: pupil, action: .grant, purpose: "education", channel: nil, fits: true, binds: true,
      why: "its purpose"),
    Asked(
      demand: pupil, action: .grant, purpose: "business", channel: nil, fits: false, binds: false,
      why: "another purpose"),
    Asked(
      demand: portal, action: .extend, purpose: nil, channel: nil, fits: true, binds: false,
      why: "an unknown channel"),
    Asked(
      demand: portal, action: .extend, purpose: nil, channel: "portal", fits: true, binds: true,
      why: "its channel"),
    Asked(
      demand: portal, action: .extend, purpose: nil, channel: "state-corporation", fits: false,
      binds: false, why: "another channel"),
  ]

  @Test(arguments: asked) func asks(_ row: Asked) {
    #expect(row.demand.fits(row.action, purpose: row.purpose, channel: row.channel) == row.fits)
    #expect(row.demand.binds(row.action, purpose: row.purpose, channel: row.channel) == row.binds)
  }
}
