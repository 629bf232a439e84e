import TamgaDomain
import TamgaTemplates
import Testing

/// Values stand where the forms have their places, and nothing else is printed.
@Suite struct FillingTests {
  @Test func fillsThePermitInBothLanguages() throws {
    var permit = Approval(document: "labour-immigrant-permit", issueDate: "2021-02-09")
    permit.fields = [
      "latinFullName": .text(Bilingual(both: "KARIMOV ANVAR RUSTAMOVICH")),
      "passportSeriesNumber": .text(Bilingual(both: "FA1234567")),
      "validFrom": .date(try #require(CalendarDate(2021, 2, 10))),
      "validUntil": .date(try #require(CalendarDate(2021, 5, 10))),
      "officerPosition": .text(Bilingual(kk: "Аға инспектор", ru: "Старший инспектор")),
      "officerFullName": .text(Bilingual(both: "Сейітқали Ә. Б.")),
    ]
    let paper = try permit.filled(in: try RealFolder.library(), number: "ALA-21-0000017-4")
    #expect(paper.parts.map(\.language) == [.kk, .ru])
    #expect(
      paper.lines(.kk).dropLast() == [
        "Орган", "Шетелдіктің жеке тұлғада еңбек қызметін жүзеге асыруға ALA-21-0000017-4 № РҰҚСАТ",
        "Т.А.Ә: | KARIMOV ANVAR RUSTAMOVICH", "Паспорт №: | FA1234567", "Азаматтығы: | Өзбекстан",
        "ЖЕКЕ ТҰЛҒАДА ЕҢБЕК ҚЫЗМЕТІН ЖҮЗЕГЕ АСЫРУҒА РҰҚСАТ ЕТІЛЕДІ",
        "10.02.2021 – 10.05.2021 аралығында", "Ұлттық паспортты ұсынған кезде жарамды",
        "Көші-қон қызметінің жауапты қызметкері | Аға инспектор Сейітқали Ә. Б. | 09.02.2021",
      ])
    #expect(
      paper.lines(.ru).dropFirst(5).dropLast(2) == [
        "РАЗРЕШАЕТСЯ ОСУЩЕСТВЛЕНИЕ ТРУДОВОЙ ДЕЯТЕЛЬНОСТИ У ФИЗИЧЕСКИХ ЛИЦ",
        "с 10.02.2021 по 10.05.2021", "Действительно при предъявлении национального паспорта",
      ])
    #expect(paper.lines(.ru).last?.contains("tamga.example/v") == true)
  }

  @Test func onlyTheExtensionIsMarked() throws {
    let library = try RealFolder.library()
    let permit = Approval(document: "labour-immigrant-permit", issueDate: "2021-05-07")
    let extended = Approval(document: "labour-immigrant-permit-extension", issueDate: "2021-05-07")
    #expect(
      try extended.filled(in: library).lines(.kk)[6]
        == "13.06.2024 – 13.06.2024 аралығында ұзартылған")
    #expect(
      try extended.filled(in: library).lines(.ru)[6] == "с 13.06.2024 по 13.06.2024 продлено")
    let words = try permit.filled(in: library).words
    #expect(!words.contains("ұзартылған") && !words.contains("продлено"))
  }

  @Test func dropsTheRowOfABlankIIN() throws {
    let library = try RealFolder.library()
    var permit = Approval(document: "temporary-residence-permit")
    #expect(!(try permit.filled(in: library).words.contains("сәйкестендіру")))
    #expect(try permit.filled(in: library).lines(.ru).count == 15)
    permit.fields["iin"] = .text(Bilingual(both: "850312399993"))
    #expect(
      try permit.filled(in: library).lines(.kk).contains(
        "Жеке сәйкестендіру нөмірі: | 850312399993"))
    #expect(try permit.filled(in: library).lines(.ru).count == 16)
  }

  @Test(arguments: [
    ("A {note?} B", "", "A B"), ("A {note?} B", "x", "A x B"), ("{note?} B", "", "B"),
    ("A {note?}", "", "A"), ("A {note?} {note?} B", "", "A B"), ("A, {note?}", " ", "A,"),
  ]) func tidiesTheSpacesOfABlank(_ row: (form: String, note: String, printed: String)) throws {
    var folder = TestFolder.base
    for language in ["kk", "ru"] {
      folder.files["slip/2022-04-26/\(language).form"]?
        .replace("row?: Note: | {note}", with: "paragraph: \(row.form)")
    }
    var slip = Approval(document: "slip")
    slip.fields = ["groundIds": .grounds(["LIM-R1"]), "legalBasis": .text(Bilingual(both: "заң"))]
    if !row.note.isEmpty { slip.fields["note"] = .text(Bilingual(both: row.note)) }
    #expect(try slip.filled(in: try folder.library()).lines(.kk)[2] == row.printed)
  }

  @Test func printsOneLanguageWhenOneIsAsked() throws {
    var permit = Approval(document: "temporary-residence-permit")
    permit.languages = [.ru]
    let paper = try permit.filled(in: try RealFolder.library())
    #expect(paper.parts.map(\.language) == [.ru])
  }

  @Test func putsKazakhFirst() throws {
    var permit = Approval(document: "temporary-residence-permit")
    permit.languages = [.ru, .kk]
    let paper = try permit.filled(in: try RealFolder.library())
    #expect(paper.parts.map(\.language) == [.kk, .ru])
  }

  @Test func writesTheDateInWords() throws {
    let refusal = Approval(
      document: "permanent-residence-permit-refusal", fields: ["groundIds": .grounds(["PR-G9"])])
    let paper = try refusal.filled(in: try RealFolder.library())
    #expect(paper.lines(.kk).contains { $0.hasSuffix(" | (қолы) | 2024 жылғы «14» маусым") })
    #expect(paper.lines(.ru).contains { $0.hasSuffix(" | (подпись) | «14» июня 2024 года") })
  }

  @Test(arguments: [
    "latinFullName", "passportSeriesNumber", "citizenship", "validUntil", "officerPosition",
  ]) func refusesToPrintWithoutAValue(_ name: String) throws {
    let permit = Approval(document: "temporary-residence-permit")
    let library = try RealFolder.library()
    let faults = #expect(throws: TemplateFaults.self) {
      try permit.filled(in: library, without: [name])
    }
    #expect(faults?.faults.map(\.code) == [.mayBeBlank, .mayBeBlank])
    #expect(
      faults?.faults.first?.file == "temporary-residence-permit/2024-03-24/kk.form",
      "the fault names the form and holds nothing of the record")
  }

  /// What stands in a value is text: it opens no place of its own and divides no block.
  @Test(arguments: ["{issueDate}", "A | B", "title: X", "# X", "</text>"])
  func takesValuesAsText(_ name: String) throws {
    let permit = Approval(
      document: "temporary-residence-permit",
      fields: ["latinFullName": .text(Bilingual(both: name))])
    let paper = try permit.filled(in: try RealFolder.library())
    #expect(paper.lines(.ru)[2] == "Фамилия, имя, отчество (при его наличии): | \(name)")
    #expect(paper.parts[1].blocks[2].parts[1] == [.init(text: name, isValue: true)])
  }
}
