import Foundation
import Testing

/// Papers without a seal: forms for applicants, and previews of templates.
@Suite struct FormTests {
  /// The kinds that carry no code.
  private static func forms() throws -> [String] {
    let workshop = try Workshop(office: false)
    return try JSON.one(workshop.tamga("templates", "list", "--json").output).items
      .filter { $0["sealed"] == false }.compactMap { $0["document"]?.text }
  }

  @Test func everyFormBlankAndFilledIn() throws {
    let workshop = try Workshop(office: false)
    let forms = try Self.forms()
    #expect(forms.count == 10)
    for kind in forms {
      let blank = try workshop.tamga("form", kind)
      #expect(blank.status == 0 && blank.text == kind + ".pdf\n", "\(blank.errors)")
      let example = Place.templates + "/\(kind)/examples/ordinary.json"
      let filled = try workshop.tamga("form", kind, "--data", example, "--output", "filled.pdf")
      #expect(filled.status == 0, "\(kind): \(filled.errors)")
      let words = try ["\(kind).pdf", "filled.pdf"].map {
        try Tool.text("pdftotext", [workshop.path($0), "-"])
      }
      let record = try Records.example(kind)
      let values = (record["fields"]?.members ?? [:]).values.compactMap(\.text)
      let printed = values.filter { words[1].contains($0) && !words[0].contains($0) }
      #expect(printed.count >= 2, "\(kind): the values stand in the filled form alone")
      let twice = try workshop.tamga("form", kind, "--data", example, "--output", "again.pdf")
      #expect(twice.status == 0)
      #expect(try workshop.data("again.pdf") == workshop.data("filled.pdf"), "\(kind)")
      for name in ["\(kind).pdf", "filled.pdf"] {
        let raster = try Raster(workshop.path(name))
        for page in raster.pages {
          let zbar = try Tool.run("zbarimg", ["--nodbus", "-q", "--raw", page])
          #expect(zbar.status == 4 && zbar.output.isEmpty, "\(kind): no code is found")
        }
      }
    }
  }

  @Test func whatIsNoForm() throws {
    let workshop = try Workshop(office: false)
    let kind = "labour-immigrant-application"
    var typo = try Records.example(kind)
    typo["fields", "latinFulName"] = "SAMPLE"
    var noDate = try Records.example(kind)
    noDate["fields", "birthDate"] = "17.05.1990"
    let other = try Records.example("exit-pr-application")
    var noID = try Records.example(kind)
    noID["id"] = nil
    let rows: [(data: Data, status: Int32, why: String)] = [
      (noID.data, 0, "an applicant's form needs no id"),
      (typo.data, 2, "a typing error must not vanish"),
      (noDate.data, 2, "no date"),
      (other.data, 2, "a record of another kind"),
      (Data("{".utf8), 2, "no JSON"),
      (Data(), 2, "an empty file"),
      (Data("[]".utf8), 2, "no record"),
      (Data("{\"id\":\"A\",\"id\":\"B\"}".utf8), 2, "a key twice"),
    ]
    for row in rows {
      try workshop.write("data.json", row.data)
      let run = try workshop.tamga("form", kind, "--data", "data.json", "--output", "f.pdf")
      #expect(run.status == row.status, "\(row.why): \(run.errors)")
      #expect(workshop.files(".").contains("f.pdf") == (row.status == 0), "\(row.why)")
      if row.status != 0 { #expect(run.errors.contains("tamga: data.json: error"), "\(row.why)") }
      try? FileManager.default.removeItem(atPath: workshop.path("f.pdf"))
    }
    let gone = try workshop.tamga("form", kind, "--data", "gone.json")
    #expect(gone.status == 66 && gone.errors.contains("gone.json"))
    let sealed = try workshop.tamga("form", "labour-immigrant-permit")
    #expect(sealed.status != 0 && sealed.errors.contains("tamga issue"))
    let unknown = try workshop.tamga("form", "passport")
    #expect(unknown.status != 0 && unknown.errors.contains("tamga: hint: "))
    #expect(workshop.files(".").allSatisfy { !$0.hasSuffix(".pdf") })
  }

  /// What the rules say of a form is a remark; the form is printed, and by an office it has an author.
  @Test func rulesRemarkAndKeepNothingBack() throws {
    let workshop = try Workshop()
    let rows: [(kind: String, field: String, rule: String)] = [
      ("residence-change-notice", "addressChangeDate", "TRP-ADDRESS-3WD"),
      ("contract-termination-notice", "contractEndDate", "QC-CONTRACT-END-5WD"),
      ("employer-change-notice", "contractDate", "QC-EMPLOYER-5WD"),
    ]
    for row in rows {
      var record = try Records.example(row.kind)
      let inTime = try workshop.write("notice.json", record.data)
      let quiet = try workshop.tamga("form", row.kind, "--data", inTime, "--output", "f.pdf")
      #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
      #expect(!(try Tool.text("pdfinfo", [workshop.path("f.pdf")])).contains("Author:"))
      let day = try #require(Day(iso: record["fields"]?["applicationDate"]?.text ?? ""))
      record["fields", row.field] = .text(day.adding(days: -30).iso)
      try workshop.write("late.json", record.data)
      let late = try workshop.tamga(
        "form", row.kind, "--data", "late.json", "--output", "f.pdf", "--office", "office")
      #expect(late.status == 0 && late.errors.contains(row.rule), "\(late.errors)")
      #expect(!late.errors.contains("error"))
      let info = try Tool.text("pdfinfo", [workshop.path("f.pdf")])
      #expect(info.contains("Author:") && info.contains(" / "), "\(info)")
      // A day left for the hand says nothing.
      record["fields", row.field] = nil
      try workshop.write("open.json", record.data)
      let open = try workshop.tamga("form", row.kind, "--data", "open.json", "--output", "f.pdf")
      #expect(open.status == 0 && open.errors.isEmpty, "\(open.errors)")
    }
    var stranger = try Records.example("residence-change-notice")
    stranger["issuingBody"] = "XXX-MPS-01"
    try workshop.write("stranger.json", stranger.data)
    let refused = try workshop.tamga(
      "form", "residence-change-notice", "--data", "stranger.json", "--office", "office")
    #expect(refused.status == 2 && refused.errors.contains("REC-UNKNOWN-BODY"))
  }

  @Test func aFormOffersItsOwnChoices() throws {
    let workshop = try Workshop(office: false)
    var record = try Records.example("labour-immigrant-application")
    record["fields", "requestedAction"] = "reissue"
    try workshop.write("data.json", record.data)
    let run = try workshop.tamga(
      "form", "labour-immigrant-application", "--data", "data.json", "--output", "f.pdf")
    #expect(run.status != 0 && run.errors.contains("kk.form:8"), "\(run.errors)")
    #expect(!workshop.files(".").contains("f.pdf"))
  }

  @Test func formsThroughIssue() throws {
    let workshop = try Workshop()
    let forms = try Self.forms()
    try workshop.write("forms.jsonl", try forms.map { try Records.example($0) })
    let batch = try workshop.issue("forms.jsonl")
    #expect(batch.outcomes.allSatisfy { $0 == "issued" }, "\(batch.results.map(\.line))")
    #expect(Set(batch.numbers).count == forms.count)
    for (kind, result) in zip(forms, batch.results) {
      #expect(result["document"]?.text == kind)
      let pdf = try batch.pdf(result)
      #expect(try Tool.sha256(pdf) == result["sha256"]?.text)
      let run = try workshop.tamga("verify", pdf, "--office", "office", "--json")
      let verdict = try JSON.one(run.output)
      #expect(run.status == 5 && verdict["verdict"] == "no-seal", "\(kind)")
      #expect(verdict["genuine"] == false && verdict["claims"] == .null)
    }
    try FileManager.default.removeItem(atPath: workshop.path("out"))
    let again = try workshop.issue("forms.jsonl")
    #expect(again.outcomes.allSatisfy { $0 == "already-issued" })
    #expect(again.results.map { $0["sha256"] } == batch.results.map { $0["sha256"] })
    // Forms stand in the register, and no list of statuses or bundle breaks on them.
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "bundle")
    #expect(export.status == 0, "\(export.errors)")
  }

  @Test func aPreviewOfEveryKind() throws {
    let workshop = try Workshop()
    for kind in try Records.kinds() {
      let run = try workshop.tamga("templates", "preview", kind, "--output", "p.pdf")
      #expect(run.status == 0 && run.text == "p.pdf\n", "\(kind): \(run.errors)")
      #expect(try Tool.pages(workshop.path("p.pdf")) >= 1, "\(kind)")
    }
    let verdict = try workshop.verdict(workshop.path("p.pdf"), byBundle: false)
    #expect(verdict["genuine"] == false && verdict["claims"] == .null)
    #expect(try workshop.list().isEmpty, "nothing is registered")
    let kind = "permanent-residence-application"
    let run = try workshop.tamga("templates", "preview", kind, "--output", "p.png")
    #expect(run.status == 0, "\(run.errors)")
    let pictures = workshop.files(".").filter { $0.hasSuffix(".png") }
    #expect(pictures == ["p-2.png", "p-3.png", "p-4.png", "p.png"], "a picture for each page")
    for picture in pictures {
      #expect(try workshop.data(picture).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
    let unknown = try workshop.tamga("templates", "preview", "passport", "--output", "u.pdf")
    #expect(unknown.status != 0 && !workshop.files(".").contains("u.pdf"))
    let gone = try workshop.tamga("templates", "preview", kind, "--data", "gone.json")
    #expect(gone.status == 66)
  }

  @Test func aWatchedTemplate() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let program = try workshop.start([
      "templates", "preview", "departure-address-slip", "--templates", "Forms", "--output",
      "p.pdf", "--watch",
    ])
    /// The bytes of the preview as soon as they satisfy a condition.
    func awaited(_ condition: (Data) -> Bool) throws -> Data? {
      let deadline = ContinuousClock.now + .seconds(60)
      while ContinuousClock.now < deadline {
        if let data = try? workshop.data("p.pdf"), !data.isEmpty, condition(data) { return data }
        usleep(50_000)
      }
      return nil
    }
    let first = try awaited { _ in true }
    let form = "Forms/departure-address-slip/2013-01-19/ru.form"
    let good = String(decoding: try workshop.data(form), as: UTF8.self)
    // A fault in between is said and ends nothing.
    try workshop.edit(form) { $0 + "\nnonsense\n" }
    let patience = ContinuousClock.now + .seconds(60)
    while !program.errorsSoFar.contains("ru.form"), ContinuousClock.now < patience {
      usleep(50_000)
    }
    try workshop.write(form, Data((good + "\nparagraph: Другая строка\n").utf8))
    let second = try awaited { $0 != first }
    program.kill()
    let run = try program.wait()
    #expect(run.status == 128 + SIGKILL, "it watches until it is ended: \(run.errors)")
    #expect(first != nil && second != nil)
    #expect(run.errors.contains("tamga: error: ") && run.errors.contains("ru.form"))
    let words = try Tool.text("pdftotext", [workshop.path("p.pdf"), "-"])
    #expect(words.contains("Другая строка"))
  }
}
