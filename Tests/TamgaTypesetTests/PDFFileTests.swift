import Foundation
import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// The file as others see it: poppler's tools and qpdf.
@Suite struct PDFFileTests {
  private func draw(
    _ paper: Paper, with typesetter: Typesetter? = nil, created: Int64 = 1_612_900_000
  ) throws -> [UInt8] {
    let composition = try (typesetter ?? Office.typesetter()).compose(paper.filled())
    _ = composition.complete(checkCode: Office.checkCode)
    return try composition.pdf(code: Symbol(version: 12).grid, id: Office.id, created: created)
  }

  @Test(arguments: GoldenPageTests.papers) func samePaperSameBytes(_ paper: Paper) throws {
    let typesetter = try Office.typesetter()
    let first = try draw(paper, with: typesetter)
    // Another paper in between, and another typesetter, leave no trace.
    _ = try draw(Paper(document: "temporary-residence-permit"), with: typesetter)
    #expect(try draw(paper, with: typesetter) == first)
    #expect(try draw(paper) == first)
  }

  /// What a typesetter keeps of earlier papers, and has forgotten again, shows in none.
  @Test func theOrderOfPapersLeavesNoTrace() throws {
    let papers = ["labour-immigrant-permit", "qualification-certificate", "exit-pr-decision"]
      .map { Paper(document: $0) }
    let (forth, back) = (try Office.typesetter(), try Office.typesetter())
    let inOrder = try papers.map { try draw($0, with: forth) }
    let reversed = try papers.reversed().map { try draw($0, with: back) }
    #expect(inOrder == reversed.reversed())
    // Texts and subsets of fonts beyond what a typesetter has room for.
    let alphabet = Array("абвгдежзийклмнопрстуфхцчшщыьэюяABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for index in 0..<40 {
      var other = Paper(document: "permanent-residence-permit-refusal")
      let word = String((0..<12).map { alphabet[(index * 7 + $0 * $0) % alphabet.count] })
      other.fields["refusalDetail"] = .text(
        Bilingual(both: Paper.repeated("\(word) \(index) ", 12_000)))
      _ = try draw(other, with: forth)
    }
    #expect(try papers.map { try draw($0, with: forth) } == inOrder)
  }

  /// A batch has a typesetter for each worker. This kind has a title whose lines all but touch the
  /// margin at which they would break elsewhere.
  @Test func workersAtOnceDrawTheSameBytes() async throws {
    let paper = Paper(document: "qualification-certificate")
    let alone = try draw(paper)
    let drawn = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<8).count { _ in try draw(paper) == alone }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(drawn == 32)
  }

  /// Each worker has drawn other papers before, and some of them several times.
  @Test func workersInAnyOrderDrawTheSameBytes() async throws {
    let papers = [
      "labour-immigrant-permit", "permanent-residence-permit", "exit-pr-decision",
      "qualification-certificate", "temporary-residence-permit-refusal",
    ].map { Paper(document: $0) }
    let alone = try papers.map { try draw($0) }
    let differing = try await withThrowingTaskGroup(of: Int.self) { group in
      for step in 1...4 {
        group.addTask {
          let typesetter = try Office.typesetter()
          return try (0..<2 * papers.count).count { turn in
            let index = turn * step % papers.count
            return try draw(papers[index], with: typesetter) != alone[index]
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(differing == 0)
  }

  @Test func anotherMomentOrNumberGivesOtherBytes() throws {
    var paper = Paper(document: "labour-immigrant-permit")
    let bytes = try draw(paper)
    #expect(try draw(paper, created: 1_612_900_001) != bytes)
    paper.number = "ALA-21-0000018-2"
    #expect(try draw(paper) != bytes)
  }

  @Test(arguments: GoldenPageTests.papers) func embedsEveryFontWithItsLetters(
    _ paper: Paper
  ) throws {
    let table = try Tool.withFile(draw(paper)) { file in
      try Tool.run("pdffonts", [file.path()])
    }
    let rows = table.split(separator: "\n").dropFirst(2)
    #expect(rows.count >= 4)
    for row in rows {
      // … emb sub uni object generation
      #expect(Array(row.split(separator: " ").suffix(5).prefix(3)) == ["yes", "yes", "yes"])
      #expect(row.contains("PT") || row.contains("NotoSerif"))
    }
  }

  @Test(arguments: GoldenPageTests.papers) func isSound(_ paper: Paper) throws {
    try Tool.withFile(draw(paper)) { file in
      let report = try Tool.run("qpdf", ["--check", file.path()])
      #expect(report.contains("No syntax or stream encoding errors found"))
      #expect(!report.lowercased().contains("warning"))
    }
  }

  struct Described: Sendable {
    let languages: [Language]
    let title: String
    let author: String
  }

  @Test(arguments: [
    Described(
      languages: [.kk, .ru],
      title: "Шетелдіктің жеке тұлғада еңбек қызметін жүзеге асыруға рұқсат / "
        + "Разрешение на осуществление трудовой деятельности иностранцев у физических лиц "
        + "№ ALA-21-0000017-4",
      author: "Алматы қаласы Полиция департаментінің Көші-қон қызметі басқармасы / "
        + "Управление миграционной службы Департамента полиции города Алматы"),
    Described(
      languages: [.ru],
      title: "Разрешение на осуществление трудовой деятельности иностранцев у физических лиц "
        + "№ ALA-21-0000017-4",
      author: "Управление миграционной службы Департамента полиции города Алматы"),
  ]) func saysWhatItIs(_ row: Described) throws {
    let paper = Paper(document: "labour-immigrant-permit", languages: row.languages)
    let info = try Tool.withFile(draw(paper)) { file in
      try Tool.run("pdfinfo", ["-isodates", file.path()])
    }
    var facts: [String: String] = [:]
    for line in info.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      facts[String(parts[0])] =
        parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    }
    #expect(facts["Title"] == row.title)
    #expect(facts["Author"] == row.author)
    #expect(facts["Creator"] == "Tamga")
    #expect(facts["CreationDate"] == "2021-02-09T19:46:40Z")
    #expect(facts["ModDate"] == "2021-02-09T19:46:40Z")
    #expect(facts["Tagged"] == "yes")
    #expect(facts["Page size"] == "595.276 x 841.89 pts (A4)")
    #expect(facts["Encrypted"] == "no")
    #expect(facts["JavaScript"] == "no")
  }

  /// A form that no body stands for names none.
  @Test func anExampleHasNoAuthor() throws {
    let library = try Office.library()
    let kind = try #require(library.kind("labour-immigrant-application"))
    let edition = try #require(library.templates[kind.id]?.editions.last)
    let decision = Decision(
      id: nil, kind: kind, languages: [.kk, .ru], issuingBody: "", issueDate: nil, fields: [:],
      facts: [:], previous: nil, unreadable: [], canonical: [])
    for isOfBody in [false, true] {
      let draft = try TemplateFiller(library: library, host: "tamga.example").draft(
        decision, edition: edition, issueDate: edition.edition.from, body: Office.body,
        isOfBody: isOfBody)
      let composition = try Office.typesetter().compose(draft)
      composition.completeWithoutSeal()
      let info = try Tool.withFile(composition.form(created: 0)) {
        try Tool.run("pdfinfo", [$0.path()])
      }
      #expect(info.contains("Author:") == isOfBody)
      #expect(info.contains("Title:"))
    }
  }

  struct Moment: Sendable {
    let seconds: Int64
    let iso: String
  }

  @Test(arguments: [
    Moment(seconds: 0, iso: "1970-01-01T00:00:00Z"),
    Moment(seconds: -1, iso: "1969-12-31T23:59:59Z"),
    Moment(seconds: 951_782_400, iso: "2000-02-29T00:00:00Z"),
    Moment(seconds: 4_107_542_399, iso: "2100-02-28T23:59:59Z"),
  ]) func datesAreInUTC(_ row: Moment) throws {
    let bytes = try draw(Paper(document: "labour-immigrant-permit"), created: row.seconds)
    let info = try Tool.withFile(bytes) { try Tool.run("pdfinfo", ["-isodates", $0.path()]) }
    let line = info.split(separator: "\n").first { $0.hasPrefix("CreationDate:") }
    #expect(line?.hasSuffix(row.iso) == true)
  }
}
