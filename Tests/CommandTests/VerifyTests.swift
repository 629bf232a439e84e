import Foundation
import Testing

/// `tamga verify` through all its entrances, with both kinds of trust.
@Suite struct VerifyTests {
  private static func verdicts(_ run: Run) throws -> [String] {
    try run.lines().map { $0["verdict"]?.text ?? "none" }
  }

  private static let trusts = [["--office", "office"], ["--trust", "trust"]]

  @Test(arguments: trusts)
  func oneVerdictThroughEveryEntrance(_ trust: [String]) throws {
    let office = try IssuedOffice.shared()
    let workshop = office.workshop
    let pdf = try office.pdf("NOW-1")
    let payload = try office.payload("NOW-1")
    let png = try Raster(pdf, last: 1, format: ["-png"])
    let jpeg = try Raster(pdf, last: 1, format: ["-jpeg"], dpi: 150)
    let tiff = try Raster(pdf, last: 1, format: ["-tiff", "-gray"])
    let name = "payload-\(trust[0].dropFirst(2)).txt"
    try workshop.write(name, Data(" \n\(payload)\r\n".utf8))
    let digits = String(try #require(payload.split(separator: "#").last))
    for input in [payload, digits, name, png.pages[0], jpeg.pages[0], tiff.pages[0], pdf] {
      let run = try workshop.tamga(["verify", input, "--json"] + trust)
      #expect(run.status == 0, "\(input): \(run.errors) \(run.text)")
      let verdict = try #require(try run.lines().first)
      #expect(try run.lines().count == 1)
      #expect(verdict["input"]?.text == input)
      #expect(verdict["claims"]?["number"] == (try office.result("NOW-1"))["number"])
      let spoken = try workshop.tamga(["verify", input] + trust)
      #expect(spoken.status == 0 && spoken.text.contains("VALID"), "\(spoken.text)")
    }
    for bytes in [Data(payload.utf8), try Data(contentsOf: URL(filePath: pdf))] {
      let run = try workshop.tamga(["verify", "-", "--json"] + trust, input: bytes)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try run.lines().map { $0["input"]?.text } == ["-"])
    }
  }

  @Test func theMembersOfAVerdict() throws {
    let office = try IssuedOffice.shared()
    let record = try office.record("NOW-1")
    let pdf = try office.pdf("NOW-1")
    let run = try office.workshop.tamga("verify", pdf, "--trust", "trust", "--json")
    #expect(run.errors.isEmpty, "with --json nobody is spoken to: \(run.errors)")
    let verdict = try JSON.one(run.output)
    let members: Set = [
      "input", "pages", "verdict", "genuine", "inForce", "effect", "reasons", "claims", "altered",
      "hints", "compare", "replacedBy", "key", "status", "checkedOn", "data",
    ]
    #expect(Set(verdict.members.keys) == members)
    let pages = try #require(try office.result("NOW-1")["pages"]?.count)
    #expect(verdict["pages"]?.items.map(\.count) == Array(1...pages))
    #expect(verdict["genuine"] == true && verdict["inForce"] == true)
    #expect(verdict["effect"] == "grants" && verdict["altered"] == [])
    #expect(verdict["replacedBy"] == .null && verdict["checkedOn"]?.text == Day.today.iso)
    let claims = try #require(verdict["claims"])
    let fields = try #require(record["fields"])
    #expect(claims["document"] == "temporary-residence-permit" && claims["copy"]?.count == 0)
    #expect(claims["name"] == fields["latinFullName"] && claims["nameCut"] == false)
    #expect(claims["passport"] == fields["passportSeriesNumber"])
    #expect(claims["citizenship"] == "RUS" && claims["issuer"] == "KZ-ALA")
    #expect(claims["validFrom"] == fields["validFrom"])
    #expect(claims["validUntil"] == fields["validUntil"])
    #expect(claims["sealedAt"]?.text?.hasPrefix(Day.today.iso.prefix(7)) == true)
    let key = try #require(try office.keys.items.first { $0["role"] == "issuing" })
    #expect(verdict["key"] == ["kid": key["kid"] ?? .null, "state": "active"])
    #expect(verdict["status"]?["source"] == "bundle" && verdict["status"]?["stale"] == false)
    #expect((verdict["status"]?["sequence"]?.count ?? 0) >= 1)
    #expect(verdict["status"]?["issuedAt"]?.text?.contains("T") == true)
  }

  @Test func effectsAreNamedInWords() throws {
    let office = try IssuedOffice.shared()
    let rows: [(id: String, effect: String, words: [String: String])] = [
      ("EXAMPLE-PRR-1", "refuses", ["en": "gives no right", "ru": "отказ", "kk": "бас тарту"]),
      ("EXAMPLE-FPC-1", "informs", [:]),
    ]
    for row in rows {
      let pdf = try office.pdf(row.id)
      let run = try office.workshop.tamga("verify", pdf, "--trust", "trust", "--json")
      let verdict = try JSON.one(run.output)
      #expect(run.status == 0 && verdict["verdict"] == "valid", "\(run.text)")
      #expect(verdict["effect"]?.text == row.effect)
      for (language, words) in row.words {
        let spoken = try office.workshop.tamga(
          "verify", pdf, "--trust", "trust", "--locale", language)
        #expect(spoken.text.lowercased().contains(words), "\(spoken.text)")
      }
    }
  }

  @Test(arguments: trusts)
  func theDayThatIsAskedAbout(_ trust: [String]) throws {
    let office = try IssuedOffice.shared()
    let pdf = try office.pdf("NOW-1")
    let rows: [(days: Int, verdict: String, status: Int32)] = [
      (-1, "not-yet-valid", 3), (0, "valid", 0), (300, "valid", 0), (301, "expired", 3),
    ]
    for row in rows {
      let day = Day.today.adding(days: row.days).iso
      let run = try office.workshop.tamga(["verify", pdf, "--json", "--on", day] + trust)
      #expect(run.status == row.status, "\(day): \(run.text)")
      let verdict = try JSON.one(run.output)
      #expect(verdict["verdict"]?.text == row.verdict && verdict["checkedOn"]?.text == day)
      #expect(verdict["genuine"] == true && verdict["inForce"]?.flag == (row.status == 0))
      for reason in verdict["reasons"]?.items ?? [] {
        for language in ["kk", "ru", "en"] {
          #expect(reason["message"]?[language]?.text?.isEmpty == false)
        }
      }
    }
    let old = try office.workshop.tamga(
      "verify", try office.pdf("EXAMPLE-LIP-1"), "--json", "--trust", "trust")
    #expect(old.status == 3)
    let codes = try JSON.one(old.output)["reasons"]?.items.compactMap { $0["code"]?.text }
    #expect(codes?.contains("expired") == true && codes?.contains("status-not-kept") == true)
  }

  @Test func foldersAndSeveralInputs() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let trust = ["--trust", office.workshop.path("trust"), "--json"]
    try FileManager.default.createDirectory(
      atPath: workshop.path("in/deep"), withIntermediateDirectories: true)
    for (file, id) in [("in/b.pdf", "NOW-1"), ("in/deep/a.pdf", "EXAMPLE-LIP-1")] {
      try workshop.write(file, Data(contentsOf: URL(filePath: office.pdf(id))))
    }
    let flat = try workshop.tamga(["verify", "in"] + trust)
    #expect(flat.status == 64 && flat.output.isEmpty && flat.errors.contains("--recursive"))
    let all = try workshop.tamga(["verify", "in", "--recursive"] + trust)
    #expect(all.status == 3, "the highest of 0 and 3: \(all.errors)")
    #expect(
      try all.lines().compactMap { $0["input"]?.text }.sorted() == ["in/b.pdf", "in/deep/a.pdf"])
    try workshop.write("in/hello.txt", Data("hello".utf8))
    let none = try workshop.tamga(["verify", "in/b.pdf", "in/hello.txt", "in/deep/a.pdf"] + trust)
    #expect(none.status == 5)
    #expect(try Self.verdicts(none) == ["valid", "no-seal", "expired"])
    let silent = try JSON.one(
      workshop.tamga(["verify", "in/hello.txt"] + trust).output)
    #expect(silent["genuine"] == false && silent["claims"] == .null)
    let two = try workshop.tamga(["verify", "in/b.pdf", "gone.pdf"] + trust)
    #expect(two.status == 66 && two.errors.contains("gone.pdf"), "\(two.errors)")
  }

  /// A machine that stood still for longer than the reading may take is no fault of the paper.
  @Test func aMachineThatStoodStill() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    for delay: UInt32 in [150_000, 250_000, 400_000] {
      let program = try workshop.start(
        ["verify", office.pdf("NOW-1"), "--json", "--trust", office.workshop.path("trust")],
        environment: ["TAMGA_PATIENCE": ""])
      usleep(delay)
      program.kill(SIGSTOP)
      usleep(2_500_000)
      program.kill(SIGCONT)
      let run = try program.wait()
      #expect(run.status == 0, "\(run.errors)\(run.text)")
    }
  }

  @Test func manyInputsKeepTheirOrder() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let payload = try office.payload("NOW-1")
    let trust = ["--trust", office.workshop.path("trust"), "--json"]
    try FileManager.default.createDirectory(
      atPath: workshop.path("in"), withIntermediateDirectories: true)
    // A PDF takes a hundred times as long as a text.
    var names: [String] = []
    for index in 0..<12 {
      let name = "in/\(index + 10)." + (index % 4 == 0 ? "pdf" : "txt")
      let paper = try Data(contentsOf: URL(filePath: office.pdf("NOW-1")))
      try workshop.write(name, index % 4 == 0 ? paper : Data(payload.utf8))
      names.append(name)
    }
    try workshop.write("in/99.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]))
    names.append("in/99.png")
    for jobs in ["1", "4"] {
      let run = try workshop.tamga(
        ["verify", "in", "--recursive", "--jobs", jobs, "--csv", "table.csv"] + trust)
      #expect(run.status == 66 && run.errors.contains("in/99.png"), "\(run.errors)")
      let rows = try run.lines()
      #expect(rows.compactMap { $0["input"]?.text } == names)
      #expect(rows.dropLast().allSatisfy { $0["verdict"] == "valid" })
      #expect(rows.last?["verdict"] == .null && rows.last?["genuine"] == false)
      #expect(rows.last?["error"]?["ru"]?.text?.isEmpty == false)
      let table = String(decoding: try workshop.data("table.csv"), as: UTF8.self)
      let lines = table.components(separatedBy: "\r\n")
      #expect(lines.count == names.count + 2 && lines[0].hasPrefix("input,pages,verdict,"))
      #expect(
        lines[1].hasPrefix("in/10.pdf,1 2,valid,true,true,grants,temporary-residence-permit,"))
      #expect(lines[names.count].hasPrefix("in/99.png,,,"))
    }
    let wrong = try workshop.tamga(["verify", "in", "--recursive", "--jobs", "0"] + trust)
    #expect(wrong.status == 64)
  }

  @Test func theTableIsNoProgram() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let payload = try office.payload("NOW-1")
    try workshop.write("=1+1, \"x\".txt", Data(payload.utf8))
    let run = try workshop.tamga(
      "verify", "=1+1, \"x\".txt", "--trust", office.workshop.path("trust"), "--csv", "t.csv")
    #expect(run.status == 0 && run.output.isEmpty, "the table stands for the talk")
    let table = String(decoding: try workshop.data("t.csv"), as: UTF8.self)
    let cell = "\"'=1+1, " + String(repeating: "\"", count: 2) + "x"
    #expect(table.contains("\r\n" + cell), "\(table)")
  }

  @Test func numberAndCode() throws {
    let office = try IssuedOffice.shared()
    let text = try Tool.text("pdftotext", [try office.pdf("NOW-1"), "-"])
    let code = String(
      try #require(text.firstMatch(of: /проверочный код\s+([0-9A-Z]{4}-[0-9A-Z]{4})/)).1)
    let number = try #require(try office.result("NOW-1")["number"]?.text)
    for typed in [code, code.lowercased(), code.replacing("-", with: "")] {
      let run = try office.workshop.tamga(
        "verify", "--number", number, "--code", typed, "--office", "office", "--json")
      #expect(run.status == 0, "\(typed): \(run.errors)")
      let verdict = try JSON.one(run.output)
      #expect(verdict["verdict"] == "valid")
      #expect(verdict["claims"]?["number"]?.text == number)
      #expect(!run.text.contains("752345678"), "it shows no passport")
      let spoken = try office.workshop.tamga(
        "verify", "--number", number, "--code", typed, "--office", "office")
      #expect(!spoken.text.contains("752345678"))
    }
    for typed in [
      number.lowercased(), number.replacing("-", with: ""), number.replacing("-", with: " "),
      number.replacing("A", with: "А").replacing("-", with: "–"),
    ] {
      let run = try office.workshop.tamga(
        "verify", "--number", typed, "--code", code.lowercased(), "--office", "office", "--json")
      #expect(run.status == 0, "\(typed): \(run.errors) \(run.text)")
    }
    let other = code.hasPrefix("0") ? "1" + code.dropFirst() : "0" + code.dropFirst()
    for (number, code) in [(number, other), ("ALA-21-9999999-9", code), (number, "")] {
      let run = try office.workshop.tamga(
        "verify", "--number", number, "--code", code, "--office", "office", "--json")
      #expect(run.status == 5, "\(number) \(code): \(run.errors)")
      let verdict = try JSON.one(run.output)
      #expect(verdict["verdict"] == "no-seal" && verdict["claims"] == .null)
      let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(
        codes == ["no-seal", number.hasSuffix("9999999-9") ? "typed-wrongly" : "pair-not-found"])
      #expect(!run.text.contains("IVANOV") && !run.errors.contains("IVANOV"))
    }
    #expect(
      try office.workshop.tamga("verify", "--number", number, "--office", "office").status == 64)
  }

  @Test func withoutANetwork() throws {
    let office = try IssuedOffice.shared()
    try #require(
      try Tool.run("unshare", ["-rn", "true"]).status == 0, "unshare is not permitted here")
    let paper = try office.pdf("NOW-1")
    let raster = try Raster(paper, last: 1, format: ["-gray", "-png"], dpi: 150)
    try withExtendedLifetime(raster) {
      for input in [try office.payload("NOW-1"), raster.pages[0], paper] {
        let run = try Program(
          "unshare", ["-rn", Place.tamga, "verify", input, "--trust", "trust", "--json"],
          in: office.workshop.folder, environment: Workshop.environment, input: nil
        ).wait()
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Self.verdicts(run) == ["valid"])
      }
    }
  }
}
