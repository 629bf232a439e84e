import Foundation
import Testing

/// The data inside the papers, for programs: taken out by programs that are not ours.
@Suite struct AttachedDataTests {
  private struct Judged {
    let rows: [JSON]
    let schemas: Int
  }

  private static let judged = Result { try judge() }

  private static func judge() throws -> Judged {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga("templates", "schema", "--paper", "--all", "schemas")
    try #require(made.status == 0, "\(made.errors)")
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with pikepdf and jsonschema: use `make test`"
    )
    let papers = try office.batch.results.map { try office.batch.pdf($0) }
    let run = try Program(
      python, [Place.judges + "/attached.py", workshop.path("schemas")] + papers, in: "/",
      environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
    try #require(run.status == 0, "\(run.errors)")
    return Judged(rows: try run.lines(), schemas: workshop.files("schemas").count)
  }

  /// Of every kind, ordinary and longest: as the schema has them, in the canonical form, and nothing that the
  /// paper does not show.
  @Test func everySealedPaperHasThem() throws {
    let judged = try Self.judged.get()
    #expect(judged.schemas == (try Records.kinds().count))
    for row in judged.rows { #expect(row["faults"] == [], "\(row["file"]?.text ?? "")") }
    let sealed = Set(IssuedOffice.ids)
    let office = try IssuedOffice.shared()
    for (result, row) in zip(office.batch.results, judged.rows) {
      let id = try #require(result["id"]?.text)
      let has = row["data"] != .null
      #expect(has == sealed.contains(id), "\(id)")
      if has { #expect(row["data"]?["number"] == result["number"], "\(id)") }
    }
  }

  /// `verify --json` gives the same, and the poppler tools find the same file.
  @Test(arguments: ["EXAMPLE-LIP-1", "EXAMPLE-QC-2", "ONE-kk", "ONE-ru"])
  func verifyGivesThem(_ id: String) throws {
    let office = try IssuedOffice.shared()
    let pdf = try office.pdf(id)
    let verdict = try JSON.one(
      office.workshop.tamga("verify", pdf, "--json", "--trust", "trust").output)
    let data = try #require(verdict["data"])
    let workshop = try Workshop(office: false)
    _ = try Tool.text("pdfdetach", ["-savefile", "decision.json", "-o", workshop.path("d"), pdf])
    #expect(try JSON.one(workshop.data("d")) == data)
    #expect(data["fields"]?.members.isEmpty == false)
    if id.hasPrefix("ONE-") {
      #expect(data["languages"] == .array([.text(String(id.suffix(2)))]))
    }
  }

  /// The longest record under the longest host: the code has no room for the digest of the data, and the paper
  /// is as good without them.
  @Test func whereTheCodeHasNoRoomThereAreNone() throws {
    let workshop = try Workshop()
    let configuration = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    let host = String(repeating: "h", count: 27) + ".kz"
    try workshop.write(
      "office/tamga.yaml", Data(configuration.replacing("tamga.example", with: host).utf8))
    let file = Place.templates + "/labour-immigrant-permit/examples/longest.json"
    var record = try JSON.one(Data(contentsOf: URL(filePath: file)))
    record["fields", "permitNumber"] = .text("ALA-21-" + String(repeating: "7", count: 15))
    record["fields", "passportSeriesNumber"] = .text(String(repeating: "A", count: 16))
    try workshop.write("in.jsonl", [record])
    let batch = try workshop.issue("in.jsonl")
    let pdf = try batch.pdf(try #require(batch.results.first))
    #expect(try Tool.text("pdfdetach", ["-list", pdf]).contains("0 embedded files"))
    let verdict = try JSON.one(
      workshop.tamga("verify", pdf, "--json", "--office", "office").output)
    let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
    #expect(verdict["verdict"] == "expired" && verdict["data"] == nil)
    #expect(codes.contains("file-as-issued") && !codes.contains("text-not-checked"), "\(codes)")
  }

  /// What only rules read, and what the form does not print, stays with the office.
  @Test func nothingElseIsToldToPrograms() throws {
    let judged = try Self.judged.get()
    let permit = try #require(
      judged.rows.first { $0["data"]?["document"] == "labour-immigrant-permit" }?["data"])
    #expect(
      Set(permit["fields"]?.members.keys ?? [:].keys) == [
        "latinFullName", "passportSeriesNumber", "citizenship", "validFrom", "validUntil",
        "officerPosition", "officerFullName",
      ])
    #expect(permit["facts"] == nil && permit["id"] == nil)
  }
}
