import Foundation
import Testing

/// `tamga issue --print-run`: all papers of a batch in one PDF.
@Suite struct PrintRunTests {
  /// Papers of two bodies in turn, some refused: what a batch of several offices is.
  private static func mixed(_ workshop: Workshop) throws {
    // Few kinds: each cover sheet is one page.
    let kinds = [
      "labour-immigrant-permit", "labour-immigrant-permit-extension", "qualification-certificate",
      "qualification-certificate-refusal",
    ]
    let run = try workshop.tamga(
      ["sample", "--count", "40", "--seed", "3", "--flaws", "20", "--office", "office"]
        + kinds.flatMap { ["--document", $0] })
    try #require(run.status == 0, "\(run.errors)")
    try workshop.write("in.jsonl", run.output)
  }

  private static func issue(
    _ workshop: Workshop, _ options: String..., output: String = "out"
  ) throws -> Batch {
    try workshop.issue("in.jsonl", output: output, options: ["--print-run", "run.pdf"] + options)
  }

  /// The records with their results; the body of one that cannot be read is not known, and the first
  /// body is told of it.
  private static func settled(
    _ batch: Batch, _ workshop: Workshop
  ) throws -> [(record: JSON, result: JSON, body: String)] {
    let lines = try workshop.data("in.jsonl").split(separator: 0x0A)
    try #require(lines.count == batch.results.count)
    let all = zip(lines, batch.results).map { line, result in
      let record = (try? JSON.one(Data(line))) ?? .null
      return (record, result, result["document"] == .null ? nil : record["issuingBody"]?.text)
    }
    let first = try #require(all.lazy.compactMap(\.2).first)
    return all.map { ($0, $1, $2 ?? first) }
  }

  /// The words of every page, as poppler reads them.
  private static func pages(_ pdf: String) throws -> [String] {
    try Tool.text("pdftotext", ["-raw", pdf, "-"])
      .split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// What must lie in the run: for each body its cover sheet, then its papers in the order of the
  /// input, copy by copy.
  private static func expected(
    _ batch: Batch, _ workshop: Workshop, isDuplex: Bool
  ) throws -> [(body: String, prints: [[String]])] {
    let copies = try copiesOfKinds(workshop)
    var stacks: [(body: String, prints: [[String]])] = []
    for (record, result, body) in try settled(batch, workshop) {
      if !stacks.contains(where: { $0.body == body }) { stacks.append((body, [])) }
      guard result["outcome"] == "issued", !isFetched(record) else { continue }
      let index = try #require(stacks.firstIndex { $0.body == body })
      for paper in [result] + (result["also"]?.items ?? []) {
        var pages = try Self.pages(batch.pdf(paper))
        if isDuplex, pages.count % 2 == 1 { pages.append("") }
        let count = try #require(copies[paper["document"]?.text ?? ""])
        if count > 1 {
          for page in pages where !page.isEmpty { #expect(page.contains(Self.mark(1)), "\(page)") }
        }
        stacks[index].prints += (1...count).map { number in
          pages.map { $0.replacing(Self.mark(1), with: Self.mark(number)) }
        }
      }
    }
    return stacks
  }

  /// What tells the prints of a paper apart.
  private static func mark(_ number: Int) -> String { "\(number)-дана / экземпляр \(number)" }

  /// Order 76, para 9: an extension fetched from the portal is not printed.
  private static func isFetched(_ record: JSON) -> Bool {
    record["document"] == "labour-immigrant-permit-extension"
      && record["facts", "channel"] == "portal"
  }

  private static func copiesOfKinds(_ workshop: Workshop) throws -> [String: Int] {
    let list = try JSON.one(workshop.tamga("templates", "list", "--json").output).items
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { kind in
        kind["document"]?.text.map { ($0, kind["copies"]?.count ?? 0) }
      })
  }

  @Test(arguments: [false, true]) func orderCopiesCoverAndPadding(isDuplex: Bool) throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    let batch = try Self.issue(workshop, "--jobs", "2", isDuplex ? "--duplex" : "--progress=never")
    #expect(batch.run.status == 2, "some are refused: \(batch.run.errors)")
    let path = workshop.path("run.pdf")
    _ = try Tool.text("qpdf", ["--check", path])
    let stacks = try Self.expected(batch, workshop, isDuplex: isDuplex)
    #expect(stacks.count > 1, "several bodies")
    let isOdd = stacks.flatMap(\.prints).map { $0.count % 2 == 1 || $0.last == "" }
    #expect(Set(isOdd).count == 2, "papers with odd pages and with even ones")
    var rest = try Self.pages(path)[...]
    #expect(try Tool.pages(path) == rest.count)
    for stack in stacks {
      let first = rest.popFirst()
      let cover = try #require(first)
      #expect(cover.contains("СОПРОВОДИТЕЛЬНЫЙ ЛИСТ") && cover.contains("ІЛЕСПЕ ПАРАҚ"))
      // A cover of one page; what follows a longer one would not be the first paper.
      if isDuplex { #expect(rest.popFirst() == "\n" || rest.startIndex % 2 == 0) }
      for print in stack.prints {
        if isDuplex { #expect(rest.startIndex % 2 == 0, "a print begins a sheet") }
        for page in print {
          #expect(
            rest.popFirst()?.trimmingCharacters(in: .whitespacesAndNewlines)
              == page.trimmingCharacters(in: .whitespacesAndNewlines))
        }
      }
    }
    #expect(rest.isEmpty)
    #expect(batch.run.errors.contains("→ run.pdf"))
    #expect(CrashTests.leftovers(workshop).isEmpty)
  }

  /// A later print is verified as the paper that it is, every kind with copies; any other change of its
  /// words is found, and a file of its own that says it is the second is not the issued one.
  @Test func theSecondPrintIsTheSamePaper() throws {
    let workshop = try Workshop()
    let kinds = try Self.copiesOfKinds(workshop).filter { $0.value > 1 }.keys.sorted()
    try #require(kinds.count == 7)
    let samples = try workshop.tamga(
      ["sample", "--count", "200", "--seed", "5", "--office", "office"]
        + (kinds + ["exit-pr-refusal-decision"]).flatMap { ["--document", $0] })
    try workshop.write("in.jsonl", samples.output)
    let batch = try Self.issue(workshop)
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    let list = try Self.settled(batch, workshop)
    var seen: Set<String> = []
    let run = try Self.pages(workshop.path("run.pdf"))
    let papers = list.filter { !Self.isFetched($0.record) }.flatMap { row in
      ([row.result] + (row.result["also"]?.items ?? [])).map { (row.record, $0) }
    }
    for (record, result) in papers {
      let kind = try #require(result["document"]?.text)
      guard kinds.contains(kind), seen.insert(kind).inserted else { continue }
      let number = try #require(result["number"]?.text)
      let second = try #require(
        run.indices.filter { run[$0].contains(number) && run[$0].contains(Self.mark(2)) }.first)
      let length = result["pages"]?.count ?? 1
      _ = try Tool.text(
        "qpdf",
        [
          workshop.path("run.pdf"), "--pages", ".", "\(second + 1)-\(second + length)", "--",
          workshop.path("second.pdf"),
        ])
      let verdict = try JSON.one(
        workshop.tamga(
          "verify", "second.pdf", "--office", "office", "--json", "--on",
          record["issueDate"]?.text ?? ""
        ).output)
      let reasons = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(verdict["verdict"] != "altered" && verdict["genuine"] == true, "\(kind): \(verdict)")
      #expect(reasons.contains("file-rewritten"), "\(kind): \(reasons)")
    }
    #expect(seen == Set(kinds))
  }

  @Test func theCoverCountsAndNamesNobody() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    let batch = try Self.issue(workshop)
    let all = try Self.settled(batch, workshop)
    let own = all.filter { $0.body == all[0].body }
    let cover = try #require(Self.pages(workshop.path("run.pdf")).first)
    let refused = own.map(\.result).filter { $0["outcome"] == "rejected" }
    try #require(!refused.isEmpty)

    let flat = cover.replacing("\n", with: " ")
    #expect(flat.contains("Отклонено записей \(refused.count)"), "\(flat)")
    for result in refused {
      let rules = Batch.errors(result)
      let line = try #require(result["line"]?.count)
      #expect(rules.contains { flat.contains("\(line): \($0)") }, "line \(line)")
    }
    let issued = own.filter { $0.result["outcome"] == "issued" && !Self.isFetched($0.record) }
    let papers = issued.map(\.result).map { ($0["document"]?.text ?? "", $0["number"]?.text ?? "") }
    // By kind and series, `ALA-21`; numbers that came with the record are of none.
    let series = Dictionary(grouping: papers.filter { $0.1.hasPrefix("ALA-") }) {
      $0.0 + $0.1.prefix(6)
    }
    #expect(series.count > 1)
    for numbers in series.values.map({ $0.map(\.1) }) {
      for end in [numbers.min(), numbers.max()].compactMap(\.self) {
        #expect(flat.contains(end), "\(end)")
      }
    }
    for (record, _, _) in own {
      for field in ["latinFullName", "fullName", "passportSeriesNumber", "iin"] {
        if let value = record["fields", field]?.text { #expect(!flat.contains(value)) }
      }
    }
  }

  /// One verdict for each paper, none of them altered; cover sheets and blank pages are said to be that.
  @Test func theRunIsVerifiedPaperByPaper() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    let batch = try Self.issue(workshop, "--duplex")
    let stacks = try Self.expected(batch, workshop, isDuplex: true)
    let numbers = try Self.settled(batch, workshop)
      .filter { $0.result["outcome"] == "issued" && !Self.isFetched($0.record) }
      .flatMap { [$0.result] + ($0.result["also"]?.items ?? []) }.compactMap { $0["number"]?.text }
    let run = try workshop.tamga(
      "verify", "run.pdf", "--office", "office", "--json", "--patience", "60")
    let verdicts = try run.lines()
    #expect(Set(verdicts.compactMap { $0["claims"]?["number"]?.text }) == Set(numbers))
    #expect(verdicts.count == numbers.count, "\(run.errors)")
    for verdict in verdicts {
      let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(verdict["verdict"] != "altered" && codes.contains("print-run"), "\(verdict.line)")
      #expect(codes.contains("text-not-checked") && !codes.contains("file-rewritten"), "\(codes)")
    }
    let others = verdicts.flatMap { $0["otherPages"]?.items ?? [] }
    let texts = try Self.pages(workshop.path("run.pdf"))
    let blank = texts.count { $0.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty }
    #expect(others.count { $0["is"] == "blank-page" } == blank && blank > 0)
    #expect(others.count { $0["is"] == "cover-sheet" } >= stacks.count)
    let pages = others.compactMap { $0["page"]?.count }
    let own = verdicts.flatMap { $0["pages"]?.items.compactMap(\.count) ?? [] }
    #expect((pages + own).sorted() == Array(1...texts.count), "every page is said what it is")
  }

  @Test func theSameRunAgainGivesTheSameBytes() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    _ = try Self.issue(workshop)
    let first = try workshop.data("run.pdf")
    try FileManager.default.removeItem(atPath: workshop.path("run.pdf"))
    // The papers are known by now; one of their files is gone from the batch, not from the store.
    let gone = try #require(workshop.files("out").first { $0.hasSuffix(".pdf") })
    try FileManager.default.removeItem(atPath: workshop.path("out/" + gone))
    _ = try Self.issue(workshop)
    #expect(try workshop.data("run.pdf") == first)
  }

  @Test func killedWhileItPrints() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    _ = try Self.issue(workshop)
    let whole = try workshop.data("run.pdf")
    try FileManager.default.removeItem(atPath: workshop.path("run.pdf"))
    var killed = 0
    for _ in 0..<200 where killed < 3 {
      let program = try workshop.start([
        "issue", "in.jsonl", "--office", "office", "--output", "out", "--print-run", "run.pdf",
      ])
      // The moment at which the temporary file stands and the file does not.
      while !workshop.files(".").contains(where: { $0.hasPrefix(".tamga-run.pdf-") }) {
        if kill(program.process, 0) != 0 || workshop.files(".").contains("run.pdf") { break }
        usleep(500)
      }
      program.kill()
      let run = try program.wait()
      if run.status == 128 + SIGKILL, !workshop.files(".").contains("run.pdf") { killed += 1 }
      if let file = try? workshop.data("run.pdf") { #expect(file == whole, "whole or absent") }
      try? FileManager.default.removeItem(atPath: workshop.path("run.pdf"))
    }
    #expect(killed > 0, "no run was caught while it printed")
    _ = try Self.issue(workshop)
    #expect(try workshop.data("run.pdf") == whole)
    #expect(!workshop.files(".").contains { $0.hasPrefix(".tamga-") })
  }

  @Test func aLostPaperStopsThePrintRunByItsNumber() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    let batch = try Self.issue(workshop)
    try FileManager.default.removeItem(atPath: workshop.path("run.pdf"))
    let printed = try Self.settled(batch, workshop).first {
      $0.result["outcome"] == "issued" && !Self.isFetched($0.record)
    }
    let hash = try #require(printed?.result["sha256"]?.text)
    let stored = "office/store/\(hash.prefix(2))/\(hash).paper"
    try FileManager.default.removeItem(atPath: workshop.path(stored))
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--print-run", "run.pdf")
    #expect(run.status == 1)
    #expect(run.errors.contains("store/") && !workshop.files(".").contains("run.pdf"))
  }

  /// What is issued and not printed is counted, and that nothing is printed is said.
  @Test func whatIsNotPrinted() throws {
    let workshop = try Workshop()
    try Self.mixed(workshop)
    let batch = try Self.issue(workshop)
    let fetched = try Self.settled(batch, workshop).count {
      $0.result["outcome"] == "issued" && Self.isFetched($0.record)
    }
    try #require(fetched > 0)
    #expect(batch.run.errors.contains("not printed \(fetched):"), "\(batch.run.errors)")
    var bad = try Records.contract("EX-LIP-1")
    bad["fields", "passportSeriesNumber"] = ""
    try workshop.write("in.jsonl", [bad])
    let none = try Self.issue(workshop, output: "none").run.errors
    #expect(none.contains("there is no paper to print"), "\(none)")
  }

  /// A folder that is missing is a slip of the path: it is told before anything is issued.
  @Test(arguments: ["missing/run.pdf", "missing/deep/run.pdf", "in.jsonl/run.pdf", "office"])
  func aPlaceThatCannotBe(_ path: String) throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--print-run", path)
    #expect(run.status == 64 && run.errors.contains("nothing was issued"), "\(run.errors)")
    #expect(try workshop.list().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: workshop.path("missing")))
    #expect(!FileManager.default.fileExists(atPath: workshop.path("out")))
  }

  @Test(arguments: [["--duplex"], ["--dry-run", "--print-run", "run.pdf"]])
  func optionsThatDoNotGoTogether(_ options: [String]) throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", Data())
    let run = try workshop.tamga(["issue", "in.jsonl", "--office", "office"] + options)
    #expect(run.status == 64)
  }
}
