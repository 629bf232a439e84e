import TamgaDomain
import TamgaTemplates
import Testing

/// What a refusal prints of its grounds, and what it keeps silent.
@Suite struct GroundFillingTests {
  static let detail = FieldValue.text(Bilingual(kk: "мән-жайы", ru: "обстоятельства"))

  private func refusal(
    _ document: String, _ grounds: [String], detail: FieldValue? = nil
  ) throws -> FilledDocument {
    var refusal = Approval(
      document: document,
      issueDate: document.hasPrefix("labour") ? "2021-03-02" : "2024-06-14",
      fields: ["groundIds": .grounds(grounds)])
    refusal.fields["refusalDetail"] = detail
    return try refusal.filled(in: try RealFolder.library())
  }

  private func items(_ paper: FilledDocument, _ language: Language) -> [String]? {
    paper.parts.first { $0.language == language }?.blocks.first { $0.kind == .list }?
      .items.map { $0.map(\.text).joined() }
  }

  private func closing(_ paper: FilledDocument, _ language: Language) -> String? {
    paper.parts.first { $0.language == language }?.blocks.first { $0.kind == .list }?
      .closing.map(\.text).joined()
  }

  /// MIA order 992, annex 3 row 9 item 2, 10); alone, with others before or after, with a detail.
  @Test(arguments: [
    ["PR-G10"], ["PR-G10", "PR-G9"], ["PR-G9", "PR-G10"], ["PR-R1", "PR-G10", "PR-G18"],
  ]) func theSecurityGroundSilencesEveryReason(_ grounds: [String]) throws {
    for detail in [nil, Self.detail] {
      let paper = try refusal("permanent-residence-permit-refusal", grounds, detail: detail)
      #expect(items(paper, .kk) == nil && items(paper, .ru) == nil)
      #expect(
        paper.lines(.kk)[4]
          == "Сізге kk-decisionBody 13.06.2024 № ALA-24-0000001-7 шешімімен («Халықтың көші-қоны "
          + "туралы» Қазақстан Республикасы Заңының 49-бабына сәйкес) Қазақстан Республикасында "
          + "тұрақты тұруға рұқсат беруден бас тартылғанын хабарлаймын.")
      #expect(
        paper.lines(.ru)[4]
          == "Сообщаю, что решением ru-decisionBody от 13.06.2024 № ALA-24-0000001-7 Вам отказано в "
          + "выдаче разрешения на постоянное жительство в Республике Казахстан на основании статьи "
          + "49 Закона Республики Казахстан «О миграции населения».")
      for word in [
        "Себебі", "Причина", "тармақша", "подпункт", "экстремизм", "судимость", "19-1",
        "қауіпсіздік",
        "мән-жайы", "обстоятельства",
      ] {
        #expect(!paper.words.contains(word), "\(word) is printed")
      }
    }
  }

  @Test func aGroundOfArticle49IsQuotedAfterItsNumber() throws {
    let paper = try refusal("permanent-residence-permit-refusal", ["PR-G9"])
    #expect(
      items(paper, .kk) == [
        "49-баптың 9) тармақшасы – «қылмысы үшін алынбаған немесе жойылмаған сотталғандығы барлар»."
      ])
    #expect(
      items(paper, .ru) == [
        "подпункт 9) статьи 49 – «имеющим неснятую или непогашенную судимость за преступление»."
      ])
    #expect(
      paper.lines(.ru)[4].hasSuffix(
        "на основании подпункта 9) статьи 49 Закона Республики Казахстан «О миграции населения»."))
  }

  @Test(arguments: [20, 21]) func twoClosingMarksAreOne(_ number: Int) throws {
    let paper = try refusal("permanent-residence-permit-refusal", ["PR-G\(number)"])
    #expect(items(paper, .ru)?.first?.hasSuffix("«О гражданстве Республики Казахстан».") == true)
    #expect(!paper.words.contains("»»"))
  }

  @Test func severalGroundsAndTheDetailStandInOrder() throws {
    let paper = try refusal(
      "permanent-residence-permit-refusal", ["PR-R2", "PR-R1", "PR-G3"], detail: Self.detail)
    let reasons = try #require(items(paper, .ru))
    #expect(reasons.count == 3)
    #expect(reasons[0].hasPrefix("несоответствие услугополучателя") && reasons[0].hasSuffix("."))
    #expect(reasons[1].hasPrefix("установление недостоверности"))
    #expect(reasons[2] == "подпункт 3) статьи 49 – «совершившим преступления против человечества».")
    #expect(closing(paper, .ru) == "обстоятельства")
    #expect(
      paper.lines(.ru)[4].hasSuffix(
        "на основании статьи 19-1 Закона Республики Казахстан «О государственных услугах»; "
          + "подпункта 3) статьи 49 Закона Республики Казахстан «О миграции населения»."),
      "the basis of two grounds stands once")
  }

  /// Of one article, numbers rising, each once (documents.md, section 0).
  @Test func groundsOfOneArticleAreOnePhrase() throws {
    let rows: [([String], kk: String, ru: String)] = [
      (["PR-G9"], "9) тармақшасы)", "подпункта 9) статьи 49 Закона"),
      (["PR-G5", "PR-G4"], "4) және 5) тармақшалары)", "подпунктов 4) и 5) статьи 49 Закона"),
      (
        ["PR-G11", "PR-G4", "PR-G5"], "4), 5) және 11) тармақшалары)",
        "подпунктов 4), 5) и 11) статьи 49 Закона"
      ),
    ]
    for (grounds, kk, ru) in rows {
      let paper = try refusal("permanent-residence-permit-refusal", grounds)
      #expect(paper.lines(.kk)[4].contains("49-бабының " + kk))
      #expect(paper.lines(.ru)[4].contains("на основании " + ru))
    }
  }

  /// A ground that the paper gives an end has the act's end no more.
  @Test func anEndStandsOnce() throws {
    let library = try RealFolder.library()
    let ground = try #require(library.shared.grounds["EXIT-R2"])
    #expect(ground.text.ru.hasPrefix((ground.stem?.ru ?? "?") + " - до "))
    #expect(ground.text.kk.hasPrefix((ground.stem?.kk ?? "?") + " - "))
    for number in 1...7 {
      #expect(library.shared.grounds["EXIT-R\(number)"]?.stem != nil)
    }
    #expect(library.shared.grounds["EXIT-R8"]?.stem == nil)
  }

  @Test func theLabourRefusalPrintsGroundAndDetail() throws {
    let paper = try refusal("labour-immigrant-permit-refusal", ["LIM-R2"], detail: Self.detail)
    #expect(
      items(paper, .kk) == [
        "мемлекеттік көрсетілетін қызмет стандартында көзделген тізбеге сәйкес мемлекеттік қызметті "
          + "көрсету үшін қажетті ұсынылған материалдардың сәйкес келмеуі."
      ])
    #expect(closing(paper, .kk) == "мән-жайы")
  }

  @Test func anUnknownGroundPrintsNothing() throws {
    let paper = try refusal("labour-immigrant-permit-refusal", ["LIM-R2", "LIM-R99"])
    #expect(items(paper, .kk)?.count == 1)
  }
}
