import Foundation
import Testing

/// Papers that somebody changed. All of them carry a genuine code somewhere.
@Suite struct ForgeryTests {
  private static func judge(_ input: String) throws -> (run: Run, verdicts: [JSON]) {
    let run = try IssuedOffice.shared().workshop.tamga(
      "verify", input, "--trust", "trust", "--json")
    return (run, try run.lines())
  }

  @Test func everyChangedDigitOfAPayload() throws {
    let office = try IssuedOffice.shared()
    let payload = Array(try office.payload("NOW-1").utf8)
    let start = try #require(payload.firstIndex(of: UInt8(ascii: "#"))) + 1
    let count = 64
    let forged = (0..<count).map { index in
      var digits = payload
      let place = start + index * (payload.count - 1 - start) / (count - 1)
      digits[place] = digits[place] == UInt8(ascii: "7") ? UInt8(ascii: "3") : UInt8(ascii: "7")
      return String(decoding: digits, as: UTF8.self)
    }
    let run = try office.workshop.tamga(["verify", "--json", "--trust", "trust"] + forged)
    #expect(run.status == 4)
    let verdicts = try run.lines()
    #expect(verdicts.count == count)
    for verdict in verdicts {
      #expect(verdict["verdict"] == "not-genuine" && verdict["genuine"] == false)
      #expect(verdict["claims"] == .null && verdict["inForce"] == false, "it shows no claims")
    }
    // The name and the passport of a forged payload are never shown to anybody.
    let spoken = try office.workshop.tamga("verify", forged[40], "--trust", "trust")
    #expect(spoken.status == 4 && !spoken.text.contains("IVANOV"))
    let cut = String(decoding: payload.dropLast(17), as: UTF8.self)
    #expect(try Self.judge(cut).run.status == 4)
  }

  /// Writes a paper anew with `from` in its content streams replaced by `to`.
  private static func edit(_ pdf: String, _ from: String, _ to: String, in workshop: Workshop)
    throws
    -> String
  {
    _ = try Tool.text(
      "qpdf", ["--qdf", "--object-streams=disable", pdf, workshop.path("plain.pdf")])
    let plain = try workshop.data("plain.pdf")
    let edited = Self.letterCodes(in: plain).lazy.compactMap { codes -> Data? in
      guard let old = Self.coded(from, codes), let new = Self.coded(to, codes) else { return nil }
      return plain.replacing(Data(old.utf8), with: Data(new.utf8))
    }.first { $0 != plain }
    guard let edited else {
      throw Missing(what: "the text \(from) does not stand in one piece")
    }
    try workshop.write("edited.pdf", edited)
    let fixed = try Tool.run("fix-qdf", [workshop.path("edited.pdf")])
    try #require(fixed.status == 0, "\(fixed.errors)")
    return try workshop.write("forged.pdf", fixed.output)
  }

  private struct Missing: Error { let what: String }

  /// The codes of letters in hexadecimal, as each font's map has them (ISO 32000-1, 9.10.3).
  private static func letterCodes(in plain: Data) -> [[String: String]] {
    String(decoding: plain, as: UTF8.self).split(separator: "beginbfchar").dropFirst().map { part in
      var codes: [String: String] = [:]
      let map = part.firstRange(of: "endbfchar").map { part[..<$0.lowerBound] } ?? part
      for line in map.split(separator: "\n") {
        let ends = line.split(whereSeparator: { "<> ".contains($0) })
        guard ends.count == 2, let letter = UInt32(ends[1], radix: 16).flatMap(Unicode.Scalar.init)
        else { continue }
        codes[String(letter)] = String(ends[0])
      }
      return codes
    }
  }

  private static func coded(_ text: String, _ codes: [String: String]) -> String? {
    let parts = text.map { codes[String($0)] }
    return parts.contains(nil) ? nil : parts.compactMap(\.self).joined()
  }

  @Test func writingAPaperAnewIsNoForgery() throws {
    let workshop = try Workshop(office: false)
    let pdf = try IssuedOffice.shared().pdf("NOW-1")
    _ = try Tool.text("qpdf", ["--linearize", pdf, workshop.path("linear.pdf")])
    let (run, _) = try Self.judge(workshop.path("linear.pdf"))
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func aChangedDigitOfThePrint() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    // Every digit of the new values stands in the same font already.
    for (from, to) in [("752345678", "752345687"), ("12.03.1985", "12.03.1958")] {
      let (run, verdicts) = try Self.judge(
        Self.edit(office.pdf("NOW-1"), from, to, in: workshop))
      #expect(run.status == 4, "\(run.text)")
      let verdict = try #require(verdicts.first)
      #expect(verdict["verdict"] == "altered" && verdict["genuine"] == true)
      #expect(verdict["inForce"] == false)
      #expect(verdict["claims"]?["passport"] == "752345678", "what the seal says")
      if from == "752345678" {
        let altered = verdict["altered"]?.items.first { $0["claim"] == "passport" }
        #expect(altered?["sealed"]?.text == from && altered?["printed"]?.text == to, "\(run.text)")
      }
    }
  }

  @Test func aDrawnWordMoreOrLess() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let (more, _) = try Self.judge(
      Self.edit(office.pdf("NOW-1"), "752345678", "7523456788", in: workshop))
    #expect(more.status == 4, "\(more.text)")
    let (less, _) = try Self.judge(
      Self.edit(office.pdf("NOW-1"), "752345678", "", in: workshop))
    #expect(less.status == 4, "\(less.text)")
  }

  @Test func pagesThatWereAddedOrTakenAway() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let paper = try office.pdf("NOW-1")
    let other = try office.pdf("EXAMPLE-QC-2")
    let count = try Tool.pages(paper)
    let many = try Tool.pages(other)
    try #require(count >= 2 && many >= 2, "both have pages to lose")
    func joined(_ parts: [String]) throws -> (run: Run, verdicts: [JSON]) {
      let path = workshop.path("joined.pdf")
      _ = try Tool.text("qpdf", ["--empty", "--pages"] + parts + ["--", path])
      return try Self.judge(path)
    }
    func row(_ verdict: JSON) -> [JSON] {
      [
        verdict["claims"]?["number"] ?? .null, verdict["verdict"] ?? .null,
        verdict["pages"] ?? .null,
      ]
    }
    let number = try office.result("NOW-1")["number"] ?? .null
    let otherNumber = try office.result("EXAMPLE-QC-2")["number"] ?? .null
    func pages(_ range: ClosedRange<Int>) -> JSON { .array(range.map { .number(Double($0)) }) }

    let run = try joined([paper, other])
    #expect(run.verdicts.count == 2, "a print run: one object for each paper")
    #expect(row(run.verdicts[0]) == [number, "valid", pages(1...count)], "\(run.run.text)")
    #expect(row(run.verdicts[1]) == [otherNumber, "expired", pages(count + 1...count + many)])
    #expect(run.run.status == 3)

    let foreign = try joined([paper, other, "2"])
    #expect(foreign.run.status == 4, "a page of another paper: \(foreign.run.text)")
    #expect(row(foreign.verdicts[0])[1] == "valid" && row(foreign.verdicts[1])[1] == "altered")
    #expect(try joined([paper, "1"]).verdicts.map { $0["verdict"] } == ["altered"], "a page lost")
    #expect(try joined([paper, "z-1"]).run.status == 4, "the pages in another order")
    #expect(try joined([paper, "1-z,1"]).run.status == 4, "a page twice")

    _ = try Tool.text(
      "qpdf",
      [
        "--empty", "--pages", try Self.blank(workshop), "--", workshop.path("blank2.pdf"),
      ])
    let nothing = try Self.judge(workshop.path("blank2.pdf"))
    #expect(nothing.run.status == 5, "no code at all")
    #expect(nothing.run.text.contains("\"blank-pages\""))
    let blank = try joined([paper, workshop.path("blank2.pdf")])
    #expect(blank.run.status == 4, "a blank page is a changed paper: \(blank.run.text)")
    #expect(blank.verdicts.map { $0["verdict"] } == ["altered"])
    // Among several papers it is the back of a sheet.
    let sheets = try joined([paper, workshop.path("blank2.pdf"), other])
    #expect(
      sheets.verdicts.map { $0["verdict"] } == ["valid", "expired"], "\(sheets.run.text)")
    #expect(
      sheets.verdicts[0]["otherPages"]
        == [["page": .number(Double(count + 1)), "is": "blank-page"]])
  }

  /// A page of A4 with nothing on it, written by hand; qpdf repairs its table.
  private static func blank(_ workshop: Workshop) throws -> String {
    let text = """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [3 0 R] /Count 1 >>
      endobj
      3 0 obj
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
      endobj
      trailer
      << /Root 1 0 R /Size 4 >>
      """
    try workshop.write("raw.qdf", Data(text.utf8))
    let fixed = try Tool.run("qpdf", [workshop.path("raw.qdf"), workshop.path("blank.pdf")])
    // 3: it says that it had to repair.
    try #require(fixed.status == 3 || fixed.status == 0, "\(fixed.errors)")
    return workshop.path("blank.pdf")
  }

  @Test func twoSealsInOnePicture() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let pages = try ["EXAMPLE-FPC-1", "EXAMPLE-LIP-1"].map { id in
      let raster = try Raster(office.pdf(id), last: 1, dpi: 150)
      return try withExtendedLifetime(raster) {
        try Data(contentsOf: URL(filePath: raster.pages[0]))
      }
    }
    let one = try workshop.write("one.tif", try TIFF.stacked([pages[0]]))
    #expect(try Self.judge(one).run.status == 0, "the picture itself is read")
    let two = try workshop.write("two.tif", try TIFF.stacked(pages))
    let (run, verdicts) = try Self.judge(two)
    // Two papers on one photo are two verdicts; the highest status counts.
    #expect(verdicts.count == 2, "\(run.text)")
    #expect(verdicts.allSatisfy { $0["genuine"] == true })
    for verdict in verdicts {
      let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(codes.contains("several-papers") && !codes.contains("several-seals"), "\(codes)")
    }
  }

  @Test func theSealOfAnotherOffice() throws {
    let office = try IssuedOffice.shared()
    let other = try Workshop()
    let export = try other.tamga("trust", "export", "--office", "office", "--output", "trust")
    try #require(export.status == 0)
    let run = try other.tamga(
      "verify", try office.pdf("NOW-1"), "--trust", "trust", "--json")
    #expect(run.status == 4)
    let verdict = try JSON.one(run.output)
    #expect(verdict["verdict"] == "not-genuine" && verdict["claims"] == .null)
    #expect(!run.text.contains("IVANOV"))
  }

  @Test func filesThatAreNoPapers() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let pdf = try Data(contentsOf: URL(filePath: office.pdf("NOW-1")))
    let rows: [(name: String, bytes: Data, statuses: Set<Int32>, why: String)] = [
      ("empty.pdf", Data(), [5, 66], "nothing"),
      ("cut.pdf", pdf.prefix(pdf.count / 2), [4, 5, 66], "half a PDF"),
      ("head.pdf", pdf.prefix(20), [5, 66], "the head of a PDF"),
      (
        "noise.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + pdf.prefix(99), [66],
        "a broken picture"
      ),
      ("url.txt", Data("https://tamga.example/v#".utf8), [4, 5], "a link without a seal"),
      ("short.txt", Data("https://tamga.example/v#123".utf8), [4, 5], "three digits"),
      ("tg.txt", Data("TG1:".utf8), [4, 5], "a mark without a seal"),
      ("other.txt", Data("https://example.com/".utf8), [4, 5], "another link"),
      (
        "long.txt", Data(repeating: UInt8(ascii: "9"), count: 3_000_000), [4, 5, 66],
        "3 MB of digits"
      ),
    ]
    for row in rows {
      try workshop.write(row.name, row.bytes)
      let (run, verdicts) = try Self.judge(workshop.path(row.name))
      #expect(row.statuses.contains(run.status), "\(row.why): \(run.status) \(run.errors)")
      #expect(verdicts.allSatisfy { $0["genuine"] == false }, "\(row.why)")
      if run.status == 66 { #expect(run.errors.hasPrefix("tamga: error: "), "\(row.why)") }
    }
  }
}
