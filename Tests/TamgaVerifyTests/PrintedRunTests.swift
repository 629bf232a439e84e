import TamgaDomain
import Testing

@testable import TamgaSeal
@testable import TamgaVerify

/// Pages beside papers: cover sheets, backs of sheets, pages that are missing.
@Suite struct PrintedRunTests {
  private static let cover =
    "ІЛЕСПЕ ПАРАҚ / СОПРОВОДИТЕЛЬНЫЙ ЛИСТ\nпартия 2026-03-01 Құжат саны / Документов 2"

  /// A run as `issue --print-run --duplex` makes it: cover sheets, backs of sheets, papers.
  private static func run(_ marks: String) -> [Verdict] {
    let second = PaperTests.other(20)
    let pages = marks.map { mark -> PageContents in
      switch mark {
      case "c": PageContents(text: cover, codes: [])
      case "t": PageContents(text: "қабылданбаған жазбалар / отклонено", codes: [])
      case "-": PageContents(text: nil, codes: [], isBlank: true)
      case "1", "2": PageContents(text: Scene.pages[mark == "1" ? 0 : 1], codes: [PaperTests.code])
      default: PageContents(text: second.pages[mark == "3" ? 0 : 1], codes: [second.code])
      }
    }
    return Scene.verdicts(.document(DocumentContents(pages: pages, isCanonical: false)))
  }

  @Test(
    arguments: [
      ("c12", [[2, 3]], [["1 cover-sheet"]]),
      ("c-12-", [[3, 4]], [["1 cover-sheet", "2 blank-page", "5 blank-page"]]),
      ("12-34", [[1, 2], [4, 5]], [["3 blank-page"], []]),
      ("ct12c34", [[3, 4], [6, 7]], [["1 cover-sheet", "2 cover-sheet"], ["5 cover-sheet"]]),
      ("12c", [[1, 2]], [["3 cover-sheet"]]),
    ] as [(String, [[Int]], [[String]])]) func whatLiesBetweenPapersIsWhatItIs(
      _ marks: String, _ pages: [[Int]], _ others: [[String]]
    )
  {
    let verdicts = Self.run(marks)
    #expect(verdicts.map(\.outcome) == pages.map { _ in .valid }, "none is altered")
    #expect(verdicts.map(\.pages) == pages)
    #expect(verdicts.map { $0.others.map { "\($0.page) \($0.kind.rawValue)" } } == others)
    #expect(verdicts.allSatisfy { $0.reasons == [.printRun, .textNotChecked] })
    for (verdict, named) in zip(verdicts, others) {
      let lines = verdict.lines(.en)
      #expect(
        named.allSatisfy { page in lines.contains { $0.hasPrefix("- page \(page.prefix(1)): ") } })
    }
  }

  @Test(arguments: ["12-", "-12", "1-2"]) func aBlankPageInAPaperAloneWasPutIn(_ marks: String) {
    let verdicts = Self.run(marks)
    #expect(verdicts.map(\.outcome) == [.altered] && verdicts[0].others.isEmpty)
  }

  @Test func filesWithoutPapersAreWhatTheyAre() {
    func reasons(_ pages: [PageContents]) -> [[Reason]] {
      Scene.verdicts(.document(DocumentContents(pages: pages, isCanonical: false))).map(\.reasons)
    }
    let cover = PageContents(text: Self.cover, codes: [])
    let blank = PageContents(text: nil, codes: [], isBlank: true)
    #expect(reasons([cover, blank]) == [[.noSeal, .coverSheet]])
    #expect(reasons([blank]) == [[.noSeal, .blankPages]])
    #expect(reasons([blank, PageContents(text: "hello", codes: [])]) == [[.noSeal, .noCodeSeen]])
  }

  /// A page with words that nobody sealed is no cover sheet: the title alone, in both languages, makes one.
  @Test(arguments: ["ерекше белгілер", "СОПРОВОДИТЕЛЬНЫЙ ЛИСТ", "ІЛЕСПЕ ПАРАҚ"])
  func aPageThatWasPutInIsFound(_ text: String) {
    let pages = [
      PageContents(text: Scene.pages[0], codes: [PaperTests.code]),
      PageContents(text: text, codes: []),
      PageContents(text: Scene.pages[1], codes: [PaperTests.code]),
    ]
    let verdict = Scene.verdicts(.document(DocumentContents(pages: pages, isCanonical: false)))[0]
    #expect(verdict.outcome == .altered && verdict.pages == [1, 2, 3])
  }

  @Test(arguments: [
    (["страница 1 из 2"], true), (["страница 2 из 2"], true),
    (["страница 1 из 2", "страница 2 из 2"], false),
    (["страница 1 из 3", "страница 3 из 3"], true),
    (["2 беттің 1-беті · стра ница\n1 и з 2 ҚР"], true), (["страница 1"], false),
    (["страница 3 из 2"], false), (["на странице tamga.example/v"], false), ([], false),
    (["страница 1 из 999"], false), (["страница 0 из 2"], false),
  ]) func marksOfPages(_ texts: [String], _ isMissing: Bool) {
    #expect(PageMark.tellsOfMissing(texts) == isMissing)
  }

  @Test func aPageAloneSaysThatOneMayBeMissing() {
    let pages = Scene.pages.enumerated().map { index, text in
      text + "\nстраница \(index + 1) из 2"
    }
    let link = Scene.link(Scene.seal { $0.digest = PrintedDigest.of(pages: pages, cti: $0.id) })
    func reasons(_ texts: [String]) -> [Reason] {
      PaperTests.verdicts(texts.map { ($0, [link]) })[0].reasons
    }
    #expect(reasons(pages) == [])
    #expect(reasons([pages[0]]) == [.textAltered, .pageMissing])
    #expect(reasons([pages[1]]) == [.textAltered, .pageMissing])
    // A photograph with words that were read.
    let words = "страница 1 из 2".split(separator: " ").map {
      ReadWord(String($0), confidence: 90)
    }
    let photo = Scene.verdicts(.picture(codes: [link], words: words))[0]
    #expect(photo.reasons.contains(.pageMissing) && photo.outcome == .valid)
  }
}
