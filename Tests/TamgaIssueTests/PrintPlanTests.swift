import Crypto
import Foundation
import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaIssue

@Suite struct PrintPlanTests {
  static let kind = "labour-immigrant-permit"
  static let library = Result { try TemplateLibrary.read(folder: Repository.templates) }

  private static func issued(
    _ line: Int, _ body: String?, pages: Int = 1, sha256: [UInt8] = [], isFetched: Bool = false
  ) -> DecisionResult {
    DecisionResult(
      line: line, source: nil, id: "D-\(line)", outcome: .issued, document: kind,
      paper: .init(
        document: kind, number: "ALA-21-000000\(line)-0", file: "f", sha256: sha256, pages: pages),
      also: [], findings: [], issuingBody: body, isFetched: isFetched)
  }

  private static func refused(_ line: Int, _ body: String?) -> DecisionResult {
    let message = Message(kk: "", ru: "", en: "")
    return DecisionResult(
      line: line, source: nil, id: nil, outcome: .rejected, document: nil, paper: nil, also: [],
      findings: [
        Finding("REC-A", .error, at: "", message), Finding("REC-B", .warning, at: "", message),
      ], issuingBody: body)
  }

  @Test func everyRecordComesToItsBody() throws {
    var plan = PrintPlan(library: try Self.library.get())
    let results = [
      Self.refused(1, nil), Self.issued(2, "B"), Self.issued(3, "A"), Self.refused(4, "A"),
      Self.refused(5, nil), Self.issued(6, "B", isFetched: true), Self.issued(7, "B"),
    ]
    for result in results { plan.add(result) }
    #expect(plan.shares.map(\.body) == ["B", "A"])
    #expect(plan.shares[0].papers.map(\.number) == ["ALA-21-0000002-0", "ALA-21-0000007-0"])
    #expect(plan.shares[0].refused == ["1: REC-A", "5: REC-A"], "nobody's go to the first")
    #expect(plan.shares[1].refused == ["4: REC-A"] && plan.shares[0].unprinted == 1)
    #expect(plan.shares[0].papers.allSatisfy { $0.copies == 2 }, "order 76, para 9")
  }

  @Test(arguments: [
    (limit: 10, expected: [["0:0..<3", "1:0..<0", "2:0..<4"]]),
    (limit: 3, expected: [["0:0..<3"], ["1:0..<0", "2:0..<3"], ["2:3..<4"]]),
    (
      limit: 2,
      expected: [["0:0..<2"], ["0:2..<3", "1:0..<0", "2:0..<1"], ["2:1..<3"], ["2:3..<4"]]
    ),
  ])
  func noVolumeHasMoreThanItsLimit(_ limit: Int, _ expected: [[String]]) throws {
    var plan = PrintPlan(library: try Self.library.get())
    for line in 1...3 { plan.add(Self.issued(line, "A")) }
    plan.add(Self.refused(4, "B"))
    for line in 5...8 { plan.add(Self.issued(line, "C")) }
    let volumes = plan.volumes(limit: limit).map { $0.map { "\($0.share):\($0.papers)" } }
    #expect(volumes == expected)
  }

  @Test(arguments: [
    (
      numbers: ["ALA-21-0000002-1", "ALA-21-0000010-9", "ALA-21-0000001-3"],
      ranges: ["ALA-21-0000001-3 – ALA-21-0000010-9"]
    ),
    (
      numbers: ["3-7", "ALA-22-0000001-0", "ALA-21-0000001-3~2"],
      ranges: ["ALA-21-0000001-3~2", "ALA-22-0000001-0", "3-7"]
    ),
    (numbers: [], ranges: []),
  ])
  func rangesOfNumbers(_ numbers: [String], _ ranges: [String]) {
    #expect(NumberRanges.of(numbers) == ranges)
  }

  /// Five papers, two in a file: three files, each with a sheet of its own.
  @Test func aLongRunHasSeveralVolumes() throws {
    let folder = try TemporaryFolder()
    _ = try Office.make(folder.path + "/office", configuration: nil, now: OfficeTests.now)
    let library = try Self.library.get()
    let office = try Office.open(
      folder.path + "/office", library: library, now: { OfficeTests.now })
    var plan = PrintPlan(library: library)
    for line in 1...5 {
      let bytes = Array(Self.paper("paper \(line)").utf8)
      let hash = Array(SHA256.hash(data: bytes))
      try office.store.put(bytes, sha256: hash)
      plan.add(Self.issued(line, "A", sha256: hash))
    }
    let path = folder.path + "/run.pdf"
    let run = PrintRun(path: path, isDuplex: true, papersPerVolume: 2)
    let volumes = try run.write(plan, batch: "B", office: office)
    #expect(volumes.map(\.path) == (1...3).map { folder.path + "/run-00\($0).pdf" })
    #expect(volumes.map(\.papers) == [2, 2, 1])
    // A sheet and its back, and twice every paper with its back.
    #expect(volumes.map(\.pages) == [2 + 8, 2 + 8, 2 + 4])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["office", "run-001.pdf", "run-002.pdf", "run-003.pdf"])

    let whole = PrintRun(path: path, isDuplex: false, papersPerVolume: 5)
    #expect(try whole.write(plan, batch: "B", office: office).map(\.path) == [path])
    #expect(try whole.write(PrintPlan(library: library), batch: "B", office: office).isEmpty)
  }

  /// A PDF of one page with a word on it.
  private static func paper(_ word: String) -> String {
    let content = "BT (\(word)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
    ]
    var text = "%PDF-1.4\n"
    var table = "xref\n0 5\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    return text + table
      + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
  }
}
