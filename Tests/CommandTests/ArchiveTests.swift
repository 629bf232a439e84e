import Foundation
import Testing

/// veraPDF and checks of our own on the files for archives: of every kind, ordinary and longest, in two
/// languages and in one.
@Suite struct ArchiveTests {
  private static func judged(_ flavours: String, _ files: [String]) throws -> Run {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with veraPDF: use `make test`")
    return try Program(
      python, [Place.judges + "/archive.py", flavours] + files, in: "/",
      environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
  }

  /// Every paper of the office, those that carry no code among them.
  private static func papers() throws -> [String] {
    let office = try IssuedOffice.shared()
    return try office.batch.results.map { try office.batch.pdf($0) }
  }

  @Test func papersKeepTheStandards() throws {
    let papers = try Self.papers()
    #expect(papers.count > 80)
    let run = try Self.judged("3a,ua1", papers)
    #expect(run.text == "judged \(2 * papers.count)\n" && run.status == 0, "\(run.text)")
    #expect(run.errors.isEmpty)
  }

  /// Of every kind, in one language alone.
  @Test(arguments: ["kk", "ru"]) func papersInOneLanguageKeepThem(_ language: String) throws {
    let workshop = try Workshop()
    let examples = try Records.ofTemplates().filter { $0["id"]?.text?.hasSuffix("-1") == true }
    let records = examples.enumerated().map { index, example in
      var record = example.withOwnPrevious(index)
      record["languages"] = .array([.text(language)])
      return record
    }
    #expect(Set(records.map { $0["document"] }).count == (try Records.kinds().count))
    try workshop.write("records.jsonl", records)
    let batch = try workshop.issue("records.jsonl")
    let refused = batch.results.filter { $0["outcome"] != "issued" }.map(\.line)
    try #require(batch.run.status == 0, "\(refused)")
    let papers = try batch.results.map { try batch.pdf($0) }
    let run = try Self.judged("3a,ua1", papers)
    #expect(run.text == "judged \(2 * papers.count)\n" && run.status == 0, "\(run.text)")
    #expect(run.errors.isEmpty)
    for paper in papers {
      let info = try Tool.text("pdfinfo", ["-struct-text", paper])
      #expect(!info.contains(language == "kk" ? "(ru)" : "(kk)"), "\(paper)")
    }
  }

  /// The order in which a program reads aloud, and as what: looked at by eye.
  @Test(arguments: [
    "EXAMPLE-LIP-1", "EXAMPLE-TRP-1", "EXAMPLE-QC-1", "EXAMPLE-LIR-1", "EXAMPLE-LIAR-1",
  ]) func isReadInThisOrder(_ id: String) throws {
    let office = try IssuedOffice.shared()
    var text = try Tool.text("pdfinfo", ["-struct-text", office.pdf(id)])
    // What differs from run to run.
    let result = try office.result(id)
    if let number = result["number"]?.text { text = text.replacing(number, with: "NUMBER") }
    text = text.replacing(/[0-9A-Z]{4}-[0-9A-Z]{4}/, with: "CHECK-CODE")
    let file = URL(filePath: Place.reading + "/\(id).txt")
    if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "TAMGA_RECORD=1 records it anew, to be read")
  }

  /// Its table counts from the beginning: what a mail program or a web page puts there is found, and said.
  @Test(arguments: [
    ("kk", "файл бүлінген", "PDF басталмай тұрып бөтен байттар тұр"),
    ("ru", "файл повреждён", "перед началом PDF стоят посторонние байты"),
    ("en", "the file is damaged", "other bytes stand before the beginning of the PDF"),
  ]) func bytesBeforeTheFileAreSaid(
    _ language: String, _ readable: String, _ unreadable: String
  ) throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let paper = try Data(contentsOf: URL(filePath: office.pdf("EXAMPLE-LIP-1")))
    let mail = Data("\r\nX-Mail: 1\r\n".utf8)
    // With a reader that finds it again, and cut short.
    for (rest, status, words) in [(paper, 4, readable), (paper.prefix(2_000), 66, unreadable)] {
      _ = try workshop.write("before.pdf", mail + rest)
      let run = try office.workshop.tamga(
        "verify", workshop.path("before.pdf"), "--trust", "trust", "--locale", language)
      #expect(run.status == status && (run.text + run.errors).contains(words), "\(run.errors)")
    }
  }

  /// The judge finds what is wrong: a paper without its colours.
  @Test func theJudgeFindsFlaws() throws {
    let paper = try #require(try Self.papers().first)
    let workshop = try Workshop(office: false)
    let text = try Data(contentsOf: URL(filePath: paper))
    let wanted = Data("<pdfaid:part>3".utf8)
    let place = try #require(text.range(of: wanted))
    var changed = text
    changed.replaceSubrange(place, with: Data("<pdfaid:part>7".utf8))
    _ = try workshop.write("changed.pdf", changed)
    let run = try Self.judged("3a", [workshop.path("changed.pdf")])
    #expect(run.status == 1 && run.text.contains(" 3a 6.6.4-"), "\(run.text)")
  }

  /// Readers of other programs find the same title and languages.
  @Test(arguments: IssuedOffice.ids) func readersFindWhatItSays(_ id: String) throws {
    let pdf = try IssuedOffice.shared().pdf(id)
    let info = try Tool.text("pdfinfo", [pdf])
    #expect(info.contains("PDF version:     1.7") && info.contains("Metadata Stream: yes"))
    #expect(info.contains("Tagged:          yes"))
    let metadata = try Tool.text("pdfinfo", ["-meta", pdf])
    let title = try #require(info.firstMatch(of: /Title: +(.+)/)).output.1
    #expect(metadata.contains(">\(title)</rdf:li>"))
  }
}
