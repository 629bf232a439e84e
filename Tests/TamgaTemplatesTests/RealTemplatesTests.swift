import TamgaDomain
import TamgaTemplates
import Testing

/// The templates of the project are read without a fault and say of each kind what the acts say.
@Suite struct RealTemplatesTests {
  @Test func theFolderIsRight() throws {
    do {
      let library = try RealFolder.library()
      #expect(library.templates.keys.sorted() == RealFolder.documents)
    } catch let faults as TemplateFaults {
      Issue.record("\(faults)")
    }
  }

  @Test(arguments: KindRow.all) func kindsSayWhatTheActsSay(_ row: KindRow) throws {
    let template = try #require(try RealFolder.library().templates[row.document])
    let kind = template.kind
    #expect(kind.code == row.code)
    #expect(kind.action == row.action)
    #expect(kind.effect == row.effect)
    #expect(kind.copies == row.copies)
    #expect(kind.groundKinds == row.grounds)
    #expect(kind.claims.printsPassport == row.printsPassport)
    #expect(kind.isSealed == (kind.action != .apply))
    #expect(kind.number.series == (kind.isSealed ? "{place}-{yy}" : "{place}-AP-{yy}"))
    #expect(
      template.editions.map { "\($0.edition.from)..\($0.edition.until?.iso ?? "")" }
        == [row.edition])
  }

  @Test func everyKindHasItsRow() {
    #expect(KindRow.all.map(\.document) == RealFolder.documents)
    #expect(Set(KindRow.all.map(\.code)).count == KindRow.all.count)
  }

  /// Claims 4 and 6 of the seal need the name, the citizenship and the passport, on whatever paper;
  /// a paper with a term needs its days. The fields must be there to be read.
  @Test(arguments: KindRow.all.filter { $0.action != .apply })
  func sealedFieldsAreKnown(_ row: KindRow) throws {
    let kind = try #require(try RealFolder.library().kind(row.document))
    let name = try #require(kind.claims.name)
    #expect(kind.field(name)?.isRequired == true)
    #expect(kind.claims.passport == "passportSeriesNumber")
    #expect(kind.field("citizenship")?.type == .country)
    #expect(kind.field("passportSeriesNumber")?.type == .plain)
    // A permit of permanent residence and the decision on an exit grant without a term.
    let hasNoTerm = ["PRP", "EXD"].contains(row.code) || kind.effect != .grants
    #expect((kind.claims.validFrom == nil) == hasNoTerm)
    #expect((kind.claims.validUntil == nil) == (hasNoTerm && row.code != "EXM"))
    for common in ["birthDate", "sex", "passportExpiryDate", "iin", "decisionDate"] {
      #expect(kind.field(common) != nil, "\(common)")
    }
  }

  /// Forms that an applicant signs seal nothing and may be blank.
  @Test(arguments: KindRow.all.filter { $0.action == .apply })
  func formsOfApplicantsAskForNothing(_ row: KindRow) throws {
    let kind = try #require(try RealFolder.library().kind(row.document))
    #expect(kind.claims.name == nil && kind.claims.passport == nil)
    #expect(kind.fields.filter(\.isRequired).map(\.name) == [])
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
