import Foundation
import Testing

/// Papers changed by programs that are not ours, in every way that `Judges/tamper.py` knows.
@Suite struct TamperTests {
  @Test func everyGenuinePaperIsFoundWhole() throws {
    let office = try IssuedOffice.shared()
    let papers = try IssuedOffice.ids.map { try office.pdf($0) }
    let run = try office.workshop.tamga(["verify", "--json", "--trust", "trust"] + papers)
    let verdicts = try run.lines()
    #expect(verdicts.count == papers.count, "\(run.errors)")
    for verdict in verdicts {
      let isWhole = verdict["genuine"] == true && verdict["verdict"] != "altered"
      #expect(isWhole && verdict["altered"] == [], "\(verdict["input"] ?? .null): \(verdict.line)")
    }
  }

  @Test func everyForgeryIsFound() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with pikepdf and PyMuPDF: use `make test`")
    let papers = try IssuedOffice.ids.map { try office.pdf($0) }
    let made = try Program(
      python, [Place.judges + "/tamper.py", workshop.path("forged"), "1", "1"] + papers, in: "/",
      environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
    try #require(made.status == 0, "\(made.errors)")
    let forgeries = try JSON.one(made.output).items
    #expect(forgeries.count >= 35)
    let files = forgeries.compactMap { $0["file"]?.text }
    let run = try office.workshop.tamga(["verify", "--json", "--trust", "trust"] + files)
    #expect(run.status == 4, "\(run.errors)")
    let verdicts = try run.lines()
    #expect(Set(verdicts.compactMap { $0["input"]?.text }) == Set(files))
    for verdict in verdicts {
      let isFound = verdict["verdict"] == "altered" || verdict["verdict"] == "not-genuine"
      #expect(isFound && verdict["inForce"] == false, "\(verdict.line)")
    }
  }

  /// What a forgery must be called, beside `altered`.
  @Test(arguments: [
    ("white-box", "text-covered"), ("white-text", "text-hidden"), ("swapped", "text-moved"),
    ("changed-font", "letters-replaced"), ("stamp-picture", "foreign-drawing"),
    ("note", "file-additions"), ("empty-update", "file-updated"), ("word-more", "text-altered"),
  ])
  func aForgeryIsCalledByItsName(_ way: String, _ reason: String) throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let python = try #require(Place.python)
    let made = try Program(
      python,
      [Place.judges + "/tamper.py", workshop.path("forged"), "2", "1", try office.pdf("NOW-1")],
      in: "/",
      environment: ProcessInfo.processInfo.environment.merging(["TAMPER_WAYS": way]) { $1 },
      input: nil
    ).wait()
    try #require(made.status == 0, "\(made.errors)")
    let run = try office.workshop.tamga(
      "verify", workshop.path("forged/\(way)-0.pdf"), "--json", "--trust", "trust")
    let codes = try JSON.one(run.output)["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
    #expect(run.status == 4 && codes.contains(reason), "\(way): \(codes)")
  }
}
