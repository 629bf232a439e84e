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
