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

  /// The line of the head names the body in the genitive where tamga.yaml gives it (documents.md 4.1).
  @Test(
    arguments: [
      (
        nil, true, "Көші-қон полициясы бөлінісінің (бөлімінің, бөлімшесінің) бастығы",
        "Начальник подразделения миграционной полиции (отдела, отделения)"
      ),
      (
        Bilingual(kk: "Департаменттің", ru: "Департамента"), false,
        "Департаменттің көші-қон полициясы бөлінісінің (бөлімінің, бөлімшесінің) бастығы",
        "Начальник подразделения миграционной полиции (отдела, отделения) Департамента"
      ),
      (
        Bilingual(kk: "Басқарманың", ru: "Управления"), true, "Басқарманың бастығы",
        "Начальник Управления"
      ),
    ])
  func theHeadIsOfHisBody(_ name: Bilingual?, _ isUnit: Bool, _ kk: String, _ ru: String) throws {
    let library = try RealFolder.library()
    for kind in [
      "permanent-residence-permit", "permanent-residence-permit-refusal",
      "permanent-residence-permit-annulment-decision",
    ] {
      var paper = Approval(document: kind)
      if kind != "permanent-residence-permit" { paper.fields = ["groundIds": .grounds(["PR-G9"])] }
      paper.body = IssuingBody(
        code: "B", kind: .police, place: "ALA", name: Bilingual(both: "Орган"),
        nameGenitive: name, isMigrationUnit: isUnit)
      let filled = try paper.filled(in: library)
      #expect(filled.lines(.kk).contains { $0.hasPrefix(kk + " | ") }, "\(filled.lines(.kk))")
      #expect(filled.lines(.ru).contains { $0.hasPrefix(ru + " | ") }, "\(filled.lines(.ru))")
    }
  }

  /// A certificate says that it is signed electronically only in an office with a signer (5.11).
  @Test func theSignatureOfCertificatesIsThatOfTheOffice() throws {
    let library = try RealFolder.library()
    var paper = Approval(document: "qualification-certificate", issueDate: "2026-03-02")
    #expect(!(try paper.filled(in: library).words.contains("подписано ЭЦП")))
    paper.isSignedElectronically = true
    let words = try paper.filled(in: library).words
    #expect(words.contains("подписано ЭЦП") && words.contains("ЭЦҚ қойылған"))
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

  /// The mark and the day of the original come from the register, through any number of duplicates.
  @Test(
    arguments: [
      (["labour-immigrant-permit-extension"], nil, "ұзартылған", "01.02.2021"),
      (["labour-immigrant-permit"], nil, "", "01.02.2021"),
      (
        ["labour-immigrant-permit", "labour-immigrant-permit-extension"], nil, "ұзартылған",
        "02.02.2021"
      ),
      (
        ["labour-immigrant-permit-extension", "labour-immigrant-permit-duplicate"], nil,
        "ұзартылған",
        "01.02.2021"
      ),
      (["labour-immigrant-permit", "labour-immigrant-permit-duplicate"], nil, "", "01.02.2021"),
      ([], "extended", "ұзартылған", nil), ([], nil, "", nil),
    ] as [([String], String?, String, String?)])
  func aDuplicateRepeatsTheMarkOfItsOriginal(
    _ row: (chain: [String], field: String?, mark: String, day: String?)
  ) throws {
    var duplicate = Approval(
      document: "labour-immigrant-permit-duplicate", issueDate: "2021-02-20")
    duplicate.chain = try row.chain.enumerated().map { index, document in
      EarlierPaper(
        document: document, service: .labourImmigrant, number: "1", copy: index, decision: "D",
        issueDate: try #require(CalendarDate(2021, 2, 1 + index)), validFrom: nil, validUntil: nil,
        status: .valid)
    }
    if let field = row.field { duplicate.fields["originalMark"] = .code(field) }
    let lines = try duplicate.filled(in: try RealFolder.library()).lines(.kk)
    let term = "13.06.2024 – 13.06.2024 аралығында"
    #expect(lines.contains(row.mark.isEmpty ? term : "\(term) \(row.mark)"))
    #expect(
      lines.first { $0.hasPrefix("Рұқсат ресімделген күн:") }
        == row.day.map { "Рұқсат ресімделген күн: | \($0)" })
  }

  /// Options of a form: all on a blank, the others struck out where the record chooses.
  @Test(
    arguments: [
      (nil, nil, []), ("grant", 2, ["ұзартуыңызды", "1", "3"]),
      ("extend", nil, ["беруіңізді"]), (nil, 3, ["1", "2"]),
    ] as [(String?, Int?, Set<String>)])
  func strikesOutWhatIsNotChosen(_ row: (action: String?, months: Int?, struck: Set<String>)) throws
  {
    var form = Approval(document: "labour-immigrant-application", issueDate: "2021-02-01")
    form.fields["requestedAction"] = row.action.map { .code($0) }
    form.fields["requestedMonths"] = row.months.map { .count($0) }
    let paper = try form.filled(in: try RealFolder.library())
    #expect(
      paper.lines(.kk).contains {
        $0.contains("1, 2, 3 ай мерзімге (керек емесінің астын сызыңыз)")
      },
      "the words of the act stay whole")
    let runs = paper.parts[0].blocks.flatMap { $0.parts.joined() }
    #expect(Set(runs.filter(\.isStruck).map(\.text)) == row.struck)
    #expect(
      paper.parts[1].blocks.flatMap { $0.parts.joined() }.count(where: \.isStruck)
        == row.struck.count)
  }

  @Test(arguments: ["reissue", "duplicate"])
  func refusesAChoiceThatTheFormDoesNotGive(_ action: String) throws {
    let form = Approval(
      document: "labour-immigrant-application", issueDate: "2021-02-01",
      fields: ["requestedAction": .code(action)])
    let library = try RealFolder.library()
    let faults = #expect(throws: TemplateFaults.self) { try form.filled(in: library) }
    #expect(Set(faults?.faults.map(\.code) ?? []) == [.wrongValue])
    #expect(
      faults?.faults.first?.file == "labour-immigrant-application/2020-04-11/kk.form")
  }

  @Test func dropsTheRowOfABlankIIN() throws {
    let library = try RealFolder.library()
    var permit = Approval(document: "temporary-residence-permit")
    #expect(!(try permit.filled(in: library).words.contains("сәйкестендіру")))
    #expect(try permit.filled(in: library).lines(.ru).count == 14)
    permit.fields["iin"] = .text(Bilingual(both: "850312399993"))
    #expect(
      try permit.filled(in: library).lines(.kk).contains(
        "Жеке сәйкестендіру нөмірі: | 850312399993"))
    #expect(try permit.filled(in: library).lines(.ru).count == 15)
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
      fields: ["residenceAddress": .text(Bilingual(both: name))])
    let paper = try permit.filled(in: try RealFolder.library())
    let place = try #require(
      paper.lines(.ru).firstIndex(of: "Адрес проживания: | \(name)"))
    #expect(paper.parts[1].blocks[place].parts[1] == [.init(text: name, isValue: true)])
  }
}
