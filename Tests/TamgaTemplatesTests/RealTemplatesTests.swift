import TamgaDomain
import TamgaTemplates
import Testing

/// The templates of the project are read without a fault and say of each kind what the acts say.
@Suite struct RealTemplatesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let code: String
    let action: DecisionAction
    let effect: Effect
    let copies: Int
    /// First and last day of issue of each edition.
    let editions: [String]
    let grounds: [GroundKind]
    let printsPassport: Bool
    let why: String
    var testDescription: String { "\(document): \(why)" }
  }

  static let rows: [Row] = [
    Row(
      document: "labour-immigrant-permit", code: "LIP", action: .grant, effect: .grants, copies: 2,
      editions: ["2021-01-30..2022-04-25"], grounds: [], printsPassport: true,
      why: "order 76 para 9 asks for two copies; repealed not before 26.04.2022"),
    Row(
      document: "labour-immigrant-permit-extension", code: "LIE", action: .extend, effect: .grants,
      copies: 2, editions: ["2021-01-30..2022-04-25"], grounds: [], printsPassport: true,
      why: "the permit's form"),
    Row(
      document: "labour-immigrant-permit-refusal", code: "LIR", action: .refuse, effect: .refuses,
      copies: 1, editions: ["2021-01-30..2022-04-25"], grounds: [.refusal], printsPassport: true,
      why: "copies are not stated"),
    Row(
      document: "fingerprint-photo-certificate", code: "FPC", action: .inform, effect: .informs,
      copies: 2, editions: ["2020-04-11..2022-04-25"], grounds: [], printsPassport: false,
      why: "order 76 para 21: one copy for the unit, one for the person"),
    Row(
      document: "temporary-residence-permit", code: "TRP", action: .grant, effect: .grants,
      copies: 1, editions: ["2024-03-24.."], grounds: [], printsPassport: true,
      why: "in force from 24.03.2024"),
    Row(
      document: "qualification-certificate", code: "QC", action: .grant, effect: .grants, copies: 1,
      editions: ["2026-01-11.."], grounds: [], printsPassport: false,
      why: "the form has no passport"),
    Row(
      document: "permanent-residence-permit-refusal", code: "PRR", action: .refuse,
      effect: .refuses, copies: 1, editions: ["2024-03-24.."],
      grounds: [.refusal, .refusalOrAnnulment], printsPassport: false,
      why: "both lists of annex 3 row 9"),
  ]

  @Test func theFolderIsRight() throws {
    do {
      let library = try RealFolder.library()
      #expect(library.templates.keys.sorted() == RealFolder.documents)
    } catch let faults as TemplateFaults {
      Issue.record("\(faults)")
    }
  }

  @Test(arguments: rows) func kindsSayWhatTheActsSay(_ row: Row) throws {
    let template = try #require(try RealFolder.library().templates[row.document])
    let kind = template.kind
    #expect(kind.code == row.code)
    #expect(kind.action == row.action)
    #expect(kind.effect == row.effect)
    #expect(kind.copies == row.copies)
    #expect(kind.groundKinds == row.grounds)
    #expect(kind.claims.printsPassport == row.printsPassport)
    #expect(kind.claims.passport == "passportSeriesNumber")
    #expect(kind.number.series == "{place}-{yy}")
    #expect(
      template.editions.map { "\($0.edition.from)..\($0.edition.until?.iso ?? "")" } == row.editions
    )
  }

  /// Claims 4 and 6 of the seal need the name and the citizenship; a paper with a term needs its
  /// days. The fields must be there to be read.
  @Test(arguments: rows) func sealedFieldsAreKnown(_ row: Row) throws {
    let kind = try #require(try RealFolder.library().kind(row.document))
    let name = try #require(kind.claims.name)
    #expect(kind.field(name)?.isRequired == true)
    #expect(kind.field("citizenship")?.type == .country)
    #expect(kind.field("passportSeriesNumber")?.type == .plain)
    #expect((kind.claims.validFrom == nil) == (kind.effect != .grants))
    #expect((kind.claims.validUntil == nil) == (kind.effect != .grants))
    for common in ["birthDate", "sex", "passportExpiryDate", "iin", "decisionDate"] {
      #expect(kind.field(common) != nil, "\(common)")
    }
  }

  /// The eight sub-kinds of MIA order 992, annex 1-1.
  @Test func purposesAreEight() throws {
    let kind = try #require(try RealFolder.library().kind("temporary-residence-permit"))
    guard case .code(let words)? = kind.field("stayPurpose")?.type else {
      Issue.record("stayPurpose is no code")
      return
    }
    #expect(
      words.map(\.code) == [
        "family-reunification", "employment", "education", "inpatient-treatment", "missionary",
        "business", "trafficking-victim", "permanent-residence-applicant",
      ])
    #expect(words.first?.words.kk == "отбасының қайта қосылуына байланысты")
    #expect(words.last?.words.ru.hasSuffix("постоянное проживание в Республике Казахстан") == true)
  }

  @Test func anEditionIsFoundByDayAndById() throws {
    let library = try RealFolder.library()
    let rows: [(day: String, id: String?)] = [
      ("2021-01-29", nil), ("2021-01-30", "labour-immigrant-permit/2021-01-30"),
      ("2022-04-25", "labour-immigrant-permit/2021-01-30"), ("2022-04-26", nil),
    ]
    for row in rows {
      let day = try #require(CalendarDate(iso: row.day))
      #expect(library.edition(of: "labour-immigrant-permit", on: day)?.edition.id == row.id)
    }
    #expect(library.edition(id: "qualification-certificate/2026-01-11")?.0.kind.code == "QC")
    #expect(library.edition(id: "qualification-certificate/2026-01-12") == nil)
  }
}
