import Foundation
import Testing

/// Genuine papers that other programs have saved again: never altered, never called checked.
@Suite struct SavedAgainTests {
  struct Way: Sendable, CustomTestStringConvertible {
    let name: String
    /// `IN` and `OUT` stand for the files.
    let command: [String]
    var testDescription: String { name }
  }

  private static let programs: [Way] = [
    Way(name: "saved", command: ["qpdf", "IN", "OUT"]),
    Way(name: "written for the web", command: ["qpdf", "--linearize", "IN", "OUT"]),
    Way(name: "packed", command: ["qpdf", "--object-streams=generate", "IN", "OUT"]),
    Way(name: "unpacked", command: ["qpdf", "--qdf", "IN", "OUT"]),
    Way(name: "turned", command: ["qpdf", "--rotate=+90", "IN", "OUT"]),
    Way(name: "turned over", command: ["qpdf", "--rotate=+180", "IN", "OUT"]),
    Way(
      name: "locked",
      command: ["qpdf", "--encrypt", "", "owner", "256", "--print=full", "--", "IN", "OUT"]),
    Way(name: "drawn anew by cairo", command: ["pdftocairo", "-pdf", "IN", "OUT"]),
    Way(
      name: "drawn anew by Ghostscript",
      command: ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=OUT", "IN"]),
    Way(name: "cleaned", command: ["mutool", "clean", "IN", "OUT"]),
    Way(name: "cleaned deeply", command: ["mutool", "clean", "-gggg", "-z", "-s", "IN", "OUT"]),
    Way(name: "drawn anew by MuPDF", command: ["mutool", "convert", "-o", "OUT", "IN"]),
    Way(name: "all pages taken out", command: ["mutool", "clean", "IN", "OUT", "1-N"]),
    Way(name: "printed twice", command: ["qpdf", "IN", "--pages", ".", "1-z,1-z", "--", "OUT"]),
    Way(name: "saved by PyMuPDF", command: ["PYTHON", "-c", saves, "IN", "OUT"]),
  ]
  private static let saves = "import pymupdf, sys; pymupdf.open(sys.argv[1]).save(sys.argv[2])"

  static let ways =
    programs
    + ["save", "import", "flatten", "sheet", "shrink"].map { way in
      Way(
        name: "pdfium: \(way)", command: ["PYTHON", Place.judges + "/pdfium.py", way, "IN", "OUT"])
    }

  /// A permit of one page, a certificate of two.
  @Test(arguments: ways, ["EXAMPLE-LIP-1", "EXAMPLE-QC-2"])
  func isNotCalledAltered(_ way: Way, _ id: String) throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let out = workshop.path("again.pdf")
    let paper = try office.pdf(id)
    var command = way.command.map { $0 == "IN" ? paper : $0.replacing("OUT", with: out) }
    // Ghostscript, MuPDF's tools and pdfium are not asked of every machine.
    if command[0] == "PYTHON" {
      guard let python = Place.python,
        try Tool.run(python, ["-c", "import pymupdf, pypdfium2"]).status == 0
      else { return }
      command[0] = python
    } else {
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(command[0])") else {
        return #expect(["gs", "mutool"].contains(command[0]), "\(command[0]) is not installed")
      }
    }
    _ = try Tool.text(command[0], Array(command.dropFirst()))
    let run = try office.workshop.tamga("verify", out, "--json", "--trust", "trust")
    let verdict = try JSON.one(run.output)
    let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
    #expect(verdict["genuine"] == true && verdict["verdict"] != "altered", "\(codes)")
    #expect(codes.contains("text-not-checked") && codes.contains("file-rewritten"), "\(codes)")
  }

  @Test func theIssuedFileIsChecked() throws {
    let office = try IssuedOffice.shared()
    for id in IssuedOffice.ids {
      let run = try office.workshop.tamga(
        "verify", try office.pdf(id), "--json", "--trust", "trust")
      let codes = try JSON.one(run.output)["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(!codes.contains("text-not-checked") && !codes.contains("file-rewritten"), "\(id)")
    }
  }

  @Test func theOfficeKnowsItsFile() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let paper = try office.pdf("NOW-1")
    _ = try Tool.text("qpdf", [paper, workshop.path("again.pdf")])
    for (file, wanted, other) in [
      (paper, "file-as-issued", "file-not-as-issued"),
      (workshop.path("again.pdf"), "file-not-as-issued", "file-as-issued"),
    ] {
      let run = try office.workshop.tamga("verify", file, "--json", "--office", "office")
      let codes = try JSON.one(run.output)["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(codes.contains(wanted) && !codes.contains(other), "\(codes)")
    }
  }

  @Test func pagesAreShownAsTheyWereChecked() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let paper = try office.pdf("NOW-1")
    let run = try office.workshop.tamga(
      "verify", paper, "--trust", "trust", "--show", workshop.path("shown"))
    #expect(run.status == 0, "\(run.errors)")
    let pages = try Tool.pages(paper)
    let shown = try FileManager.default.contentsOfDirectory(atPath: workshop.path("shown"))
    #expect(shown.count == pages && shown.allSatisfy { $0.hasSuffix(".png") }, "\(shown)")
  }
}
