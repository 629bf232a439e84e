import SeededNumbers
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal
@testable import TamgaVerify

/// PDFs: which pages make a paper, and whether the paper prints what was sealed.
@Suite struct PaperTests {
  static let code = Scene.link(Scene.seal())

  static func other(_ cti: UInt8) -> (code: String, pages: [String]) {
    let pages = Scene.pages.map { $0.replacing("0000017-4", with: "00000\(cti)-1") }
    let seal = Scene.seal {
      $0.id = [UInt8](repeating: cti, count: 16)
      $0.number = "ALA-26-00000\(cti)-1"
      $0.digest = PrintedDigest.of(pages: pages, cti: $0.id)
    }
    return (Scene.link(seal), pages)
  }

  static func verdicts(_ pages: [(String?, [String])]) -> [Verdict] {
    Scene.verdicts(
      .document(
        DocumentContents(
          pages: pages.map { PageContents(text: $0.0, codes: $0.1) }, isCanonical: true)))
  }

  /// A paper of two pages as `verdicts(_:)` takes it.
  static let paper: [(String?, [String])] = Scene.pages.map { ($0, [code]) }

  @Test func printRun() {
    let (second, third) = (Self.other(20), Self.other(30))
    let run =
      Self.paper + second.pages.map { ($0, [second.code]) } + third.pages.map { ($0, [third.code]) }
    let verdicts = Self.verdicts(run)
    #expect(verdicts.map(\.outcome) == [.valid, .valid, .valid])
    #expect(verdicts.map(\.pages) == [[1, 2], [3, 4], [5, 6]])
    // Two copies of a paper, one after the other, are that paper.
    #expect(Self.verdicts(Self.paper + Self.paper).map(\.outcome) == [.valid])
    #expect(Self.verdicts(Self.paper + Self.paper).map(\.pages) == [[1, 2, 3, 4]])
    // Four copies are one paper, five are more than any act asks for.
    let copies = { (count: Int) in (0..<count).flatMap { _ in Self.paper } }
    #expect(Self.verdicts(copies(4)).map(\.outcome) == [.valid])
    #expect(Self.verdicts(copies(5)).map(\.outcome) == [.altered])
    // A copy and a half are not.
    #expect(Self.verdicts(Self.paper + [Self.paper[0]]).map(\.outcome) == [.altered])
  }

  struct Print: Sendable, CustomTestStringConvertible {
    /// The last words of each page.
    let marks: [String]
    var isCanonical = false
    let isAltered: Bool
    let why: String
    var testDescription: String { why }
  }

  private static let both = PrintMark.words(2, [.kk, .ru])

  static let prints: [Print] = [
    Print(
      marks: ["1-дана / экземпляр 1", "1-дана / экземпляр 1"], isCanonical: true, isAltered: false,
      why: "the issued file"),
    Print(marks: [both, both], isAltered: false, why: "the second print"),
    Print(
      marks: ["2-дана  /\n экземпляр 2\n", both], isAltered: false, why: "its words on two lines"),
    Print(
      marks: ["1-дана / экземпляр 1", "1-дана / экземпляр 1", both, both], isAltered: false,
      why: "the first and the second"),
    Print(
      marks: [both, both], isCanonical: true, isAltered: true,
      why: "a file of its own that is no print run"),
    Print(
      marks: ["1-дана / экземпляр 1", both], isAltered: true, why: "a page of each"),
    Print(
      marks: ["2-дана / экземпляр 1", both], isAltered: true, why: "two numbers on a page"),
    Print(
      marks: ["9-дана / экземпляр 9", "9-дана / экземпляр 9"], isAltered: true,
      why: "more prints than any act asks for"),
    Print(marks: ["2-дана", both], isAltered: true, why: "words of one language"),
    Print(marks: [both + " x", both], isAltered: true, why: "a word behind them"),
  ]

  /// A print run changes the number of the print and nothing else.
  @Test(arguments: prints) func laterPrints(_ c: Print) {
    let pages = Scene.pages.map { $0 + "\n" + PrintMark.words(1, [.kk, .ru]) }
    let seal = Scene.seal { $0.digest = PrintedDigest.of(pages: pages, cti: $0.id) }
    let link = Scene.link(seal)
    let sights = c.marks.enumerated().map { index, mark in
      PageContents(text: Scene.pages[index % Scene.pages.count] + "\n" + mark, codes: [link])
    }
    let verdicts = Scene.verdicts(
      .document(DocumentContents(pages: sights, isCanonical: c.isCanonical)))
    #expect(verdicts.map { $0.outcome == .altered } == [c.isAltered])
  }

  struct Grouping: Sendable, CustomTestStringConvertible {
    /// Codes of each page: a and b are seals, x is broken, - a code of somebody else.
    let pages: [String]
    let expected: [[Int]]
    let codes: [Int]
    let why: String
    var testDescription: String { why }
  }

  static let groupings: [Grouping] = [
    Grouping(pages: ["a", "a"], expected: [[1, 2]], codes: [1], why: "one paper"),
    Grouping(
      pages: ["a", "", "b"], expected: [[1, 2], [3]], codes: [1, 1], why: "a page without"),
    Grouping(pages: ["", "a"], expected: [[1, 2]], codes: [1], why: "a page before all codes"),
    Grouping(
      pages: ["a", "b", "a"], expected: [[1, 3], [2]], codes: [1, 1], why: "out of order"),
    Grouping(pages: ["ab"], expected: [[1]], codes: [2], why: "two on a page"),
    Grouping(pages: ["aa"], expected: [[1]], codes: [1], why: "the same one twice"),
    Grouping(pages: ["a-"], expected: [[1]], codes: [1], why: "a code of somebody else beside it"),
    Grouping(pages: ["ax"], expected: [[1]], codes: [2], why: "a broken one beside it"),
    Grouping(pages: ["x"], expected: [[1]], codes: [1], why: "a broken one alone"),
    Grouping(
      pages: ["a", "b", "ab"], expected: [[1, 2, 3]], codes: [2], why: "joined at the end"),
    Grouping(
      pages: ["a", "", "b", "", "ab", ""], expected: [[1, 2, 3, 4, 5, 6]], codes: [2],
      why: "joined with their pages"),
    Grouping(pages: ["-", ""], expected: [], codes: [], why: "nothing of ours"),
    Grouping(pages: [], expected: [], codes: [], why: "no pages"),
  ]

  @Test(arguments: groupings) func grouped(_ c: Grouping) {
    let texts: [Character: String] = [
      "a": Self.code, "b": Self.other(20).code, "x": "TG1:", "-": "https://example.com",
    ]
    let pages = c.pages.map { PageContents(text: nil, codes: $0.compactMap { texts[$0] }) }
    let papers = FoundPaper.papers(on: pages)
    #expect(papers.map(\.pages) == c.expected)
    #expect(papers.map(\.codes.count) == c.codes)
  }

  /// Both carriers of one seal on a page are one seal.
  @Test func oneSealInTwoCarriers() {
    let pages: [(String?, [String])] = [
      (Scene.pages[0], [Self.code, PayloadText.prefixed(Scene.seal())]), (Scene.pages[1], []),
    ]
    #expect(Self.verdicts(pages).map(\.outcome) == [.valid])
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let altered: [AlteredClaim]
    let why: String
    var testDescription: String { why }
  }

  static let name = "KARIMOV ANVAR RUSTAMOVICH"
  static let changes: [Change] = [
    Change(
      from: "ANVAR", to: "ANWAR",
      altered: [.init(claim: "name", sealed: name, printed: "KARIMOV ANWAR RUSTAMOVICH")],
      why: "a letter of the name"),
    Change(
      from: "FA1234567", to: "FA1234576",
      altered: [.init(claim: "passport", sealed: "FA1234567", printed: "FA1234576")],
      why: "two digits of the passport"),
    Change(
      from: "0000017-4", to: "0000019-4",
      altered: [
        .init(claim: "number", sealed: "ALA-26-0000017-4", printed: "ALA-26-0000019-4")
      ], why: "a digit of the number"),
    Change(
      from: "10.05.2026", to: "10.08.2026",
      altered: [.init(claim: "validUntil", sealed: "10.05.2026", printed: "10.08.2026")],
      why: "a later end"),
    Change(
      from: "KARIMOV ANVAR RUSTAMOVICH", to: "—",
      altered: [.init(claim: "name", sealed: name, printed: nil)], why: "the name taken out"),
    Change(
      from: "KARIMOV ANVAR RUSTAMOVICH", to: "TOSHMATOV BOTIR SALIMOVICH",
      altered: [.init(claim: "name", sealed: name, printed: nil)],
      why: "another name, unlike the first"),
    Change(from: "Сейітқали", to: "Сейітқазы", altered: [], why: "a field that is not sealed"),
  ]

  @Test(arguments: changes) func alteredFields(_ c: Change) {
    let pages: [(String?, [String])] = Scene.pages.map {
      ($0.replacing(c.from, with: c.to), [Self.code])
    }
    guard case .judged(let judgement) = Self.verdicts(pages)[0] else {
      Issue.record("the seal is genuine")
      return
    }
    #expect(judgement.outcome == .altered)
    #expect(judgement.altered == c.altered)
    #expect(judgement.claims.name == Self.name, "the sealed name is shown, not the printed one")
  }

  /// No printed character can be changed, added or removed, and white space never matters.
  @Test func everyCharacterCounts() {
    var generator = SplitMix(state: 2026)
    func outcome(_ pages: [String]) -> Outcome {
      Self.verdicts(pages.map { ($0, [Self.code]) })[0].outcome
    }
    for round in 0..<300 {
      var pages = Scene.pages
      let page = Int.random(in: 0..<pages.count, using: &generator)
      var characters = Array(pages[page])
      let place = Int.random(in: 0..<characters.count, using: &generator)
      if round % 3 == 0 {
        let blanks: [Character] = [" ", "\n", "\u{A0}", "\u{AD}"]
        characters.insert(blanks[round / 3 % blanks.count], at: place)
        pages[page] = String(characters)
        #expect(outcome(pages) == .valid)
      } else if !characters[place].isWhitespace {
        if round % 3 == 1 { characters[place] = "§" } else { characters.remove(at: place) }
        pages[page] = String(characters)
        #expect(outcome(pages) == .altered)
      }
    }
  }

  @Test func attachments() {
    let file = PrintedDigest.Attachment(name: "decision.json", content: [0x7B, 0x7D])
    let sealed = Scene.link(
      Scene.seal {
        $0.digest = PrintedDigest.of(pages: Scene.pages, attachments: [file], cti: $0.id)
      })
    func outcome(_ files: [PrintedDigest.Attachment]) -> Outcome {
      let pages = Scene.pages.map { PageContents(text: $0, codes: [sealed]) }
      return Scene.verdict(
        .document(
          DocumentContents(
            pages: pages, data: ProgramData(attachments: files), isCanonical: true))
      ).outcome
    }
    #expect(outcome([file]) == .valid)
    #expect(outcome([]) == .altered)
    #expect(outcome([.init(name: "decision.json", content: [0x7B])]) == .altered)
    let second = Self.other(20)
    let run =
      Scene.pages.map { PageContents(text: $0, codes: [Self.code]) }
      + second.pages.map { PageContents(text: $0, codes: [second.code]) }
    let verdicts = Scene.verdicts(
      .document(
        DocumentContents(
          pages: run, data: ProgramData(attachments: [file]), isCanonical: true)))
    #expect(verdicts.allSatisfy { $0.reasons.contains(.attachmentsNotChecked) })
  }

  struct Inside: Sendable, CustomTestStringConvertible {
    let why: String
    let data: ProgramData
    let outcome: Outcome
    var hasData = false
    var testDescription: String { why }
  }

  private static let content = #"{"fields":{"name":"A"},"languageRuns":[["kk",3]]}"#
  private static let file = PrintedDigest.Attachment(
    name: "decision.json", content: Array(content.utf8))
  private static func runs(_ languages: String...) -> LanguageRuns {
    var runs = LanguageRuns()
    for language in languages { runs.add("A B\nC", in: language) }
    return runs
  }

  /// Files with a claim of their own: a print may lose them, nobody may change them.
  @Test(arguments: [
    Inside(
      why: "as sealed", data: ProgramData(attachments: [file], mayBeLost: false), outcome: .valid,
      hasData: true),
    Inside(
      why: "read in its language",
      data: ProgramData(attachments: [file], mayBeLost: false, languages: runs("kk")),
      outcome: .valid, hasData: true),
    Inside(
      why: "read in another language",
      data: ProgramData(attachments: [file], mayBeLost: false, languages: runs("ru")),
      outcome: .altered),
    Inside(
      why: "printed twice, in its language",
      data: ProgramData(attachments: [file], mayBeLost: false, languages: runs("kk", "kk")),
      outcome: .valid, hasData: true),
    Inside(
      why: "more words than two prints have",
      data: ProgramData(attachments: [file], mayBeLost: false, languages: runs("kk", "kk", "kk")),
      outcome: .altered),
    Inside(
      why: "a print in another language",
      data: ProgramData(attachments: [file], mayBeLost: false, languages: runs("kk", "ru")),
      outcome: .altered),
    Inside(why: "lost in a print", data: ProgramData(), outcome: .valid),
    Inside(why: "taken away", data: ProgramData(mayBeLost: false), outcome: .altered),
    Inside(
      why: "changed",
      data: ProgramData(attachments: [.init(name: "decision.json", content: [0x7B, 0x7D])]),
      outcome: .altered),
    Inside(
      why: "renamed",
      data: ProgramData(attachments: [.init(name: "d.json", content: file.content)]),
      outcome: .altered),
    Inside(
      why: "one more", data: ProgramData(attachments: [file, .init(name: "x", content: [1])]),
      outcome: .altered),
  ]) func filesInside(_ row: Inside) {
    let code = Scene.link(
      Scene.seal { $0.files = PrintedDigest.of(files: [Self.file], cti: $0.id) })
    let pages = Scene.pages.map { PageContents(text: $0, codes: [code]) }
    let verdict = Scene.verdict(
      .document(DocumentContents(pages: pages, data: row.data, isCanonical: true)))
    #expect(verdict.outcome == row.outcome)
    #expect(verdict.reasons.contains(.dataAltered) == (row.outcome == .altered))
    #expect((verdict.json(input: nil)["data"]?["fields"] != nil) == row.hasData)
  }

  /// Pages above the cap: the last paper may go on there, so it is never plainly valid.
  @Test func pagesLeftOut() {
    let second = Self.other(20)
    let pages =
      Scene.pages.map { PageContents(text: $0, codes: [Self.code]) }
      + second.pages.map { PageContents(text: $0, codes: [second.code]) }
    let verdicts = Scene.verdicts(
      .document(DocumentContents(pages: pages, pagesLeftOut: 1, isCanonical: true)))
    #expect(verdicts.map(\.outcome) == [.valid, .statusUnknown])
    #expect(verdicts[1].reasons == [.pagesNotRead])
  }

  @Test func pictures() {
    #expect(Scene.verdict(.picture(codes: [])).outcome == .noSeal)
    #expect(Scene.verdict(.picture(codes: ["hello"])).outcome == .noSeal)
    let one = Scene.verdict(.picture(codes: ["hello", Self.code, Self.code]))
    #expect(one.outcome == .valid && one.reasons == [.textNotChecked] && one.pages == [1])
    // Papers are laid side by side: each has its verdict, and the words read belong to neither.
    let words = [ReadWord("IVANOV", confidence: 99)]
    let two = Scene.verdicts(
      .picture(codes: [Self.code, Self.other(20).code, Self.code], words: words))
    #expect(two.map(\.outcome) == [.valid, .valid])
    #expect(two.allSatisfy { $0.reasons == [.textNotChecked, .severalPapers] })
    let forged = Scene.link(Scene.seal(by: Scene.stranger))
    let beside = Scene.verdicts(.picture(codes: [forged, Self.code, "TG1:"]))
    #expect(beside.map(\.outcome) == [.notGenuine, .valid, .notGenuine])
    #expect(beside.allSatisfy { $0.reasons.contains(.severalPapers) })
  }
}
