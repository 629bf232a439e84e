import Foundation
import Testing

/// Editions of a form: one for every day, none of them twice, and what was issued stays as it was.
@Suite struct EditionTests {
  private static let kind = "Forms/labour-immigrant-permit"

  @Test func overlapsAndGapsAreRefusedAtTheStart() throws {
    let workshop = try Workshop()
    try workshop.write("one.jsonl", [try Records.example("labour-immigrant-permit")])
    let rows: [(folder: String, change: (String) -> String, isGood: Bool, why: String)] = [
      ("2022-04-26", { $0.replacing(/until: .*\n/, with: "") }, true, "the next day"),
      ("2022-04-25", { $0.replacing(/until: .*\n/, with: "") }, false, "a day has two forms"),
      ("2022-04-27", { $0.replacing(/until: .*\n/, with: "") }, false, "a day has none"),
      (
        "2022-04-26", { $0.replacing(/until: .*\n/, with: "until: 2022-04-20\n") }, false, "no days"
      ),
      ("2022-04-26", { $0.replacing(/until: .*\n/, with: "until: soon\n") }, false, "no date"),
      ("2022-04-26", { $0.replacing("until:", with: "untill:") }, false, "a misspelt key"),
      ("2022-04-26", { _ in "" }, false, "without an act"),
    ]
    for row in rows {
      try? FileManager.default.removeItem(atPath: workshop.path("Forms"))
      try workshop.copyTemplates()
      try FileManager.default.copyItem(
        atPath: workshop.path(Self.kind + "/2021-01-30"),
        toPath: workshop.path(Self.kind + "/" + row.folder))
      try workshop.edit(Self.kind + "/" + row.folder + "/edition.yaml", row.change)
      let check = try workshop.tamga("templates", "check", "--templates", "Forms")
      #expect((check.status == 0) == row.isGood, "\(row.why): \(check.errors)")
      guard !row.isGood else { continue }
      #expect(
        check.errors.firstMatch(of: /tamga: error: labour-immigrant-permit\/20/) != nil,
        "\(row.why): \(check.errors)")
      let run = try workshop.tamga(
        "issue", "one.jsonl", "--office", "office", "--templates", "Forms")
      #expect(run.status == 1 && run.errors.contains("tamga: error: "), "\(row.why)")
      #expect(workshop.files("Output").isEmpty, "\(row.why): nothing is issued")
    }
    #expect(try workshop.list().isEmpty)
  }

  @Test func aDayWithoutAnEdition() throws {
    let workshop = try Workshop()
    let rows: [(day: String, isRefused: Bool, why: String)] = [
      ("2021-01-29", true, "the day before the first"), ("2021-01-30", false, "the first day"),
      ("2022-04-25", false, "the last day"), ("2022-04-26", true, "the act is repealed"),
    ]
    for row in rows {
      var record = try Records.example("labour-immigrant-permit-refusal")
      record["id"] = .text("DAY-" + row.day)
      record["issueDate"] = .text(row.day)
      try workshop.write("day.jsonl", [record])
      let batch = try workshop.issue("day.jsonl", output: row.day)
      let errors = Batch.errors(batch.results[0])
      #expect(errors.contains("GEN-EDITION") == row.isRefused, "\(row.why): \(errors)")
      if row.isRefused { #expect(batch.outcomes == ["rejected"], "\(row.why)") }
    }
    let late = try Records.example("labour-immigrant-permit", "after-repeal_fail")
    try workshop.write("late.jsonl", [late])
    let batch = try workshop.issue("late.jsonl", output: "late")
    #expect(batch.outcomes == ["rejected"])
    #expect(Batch.errors(batch.results[0]).contains("GEN-EDITION"))
  }

  /// An office that was told to go on with an ended form prints on which basis, beside the act.
  @Test func aFormThatGoesOnNamesItsBasis() throws {
    let workshop = try Workshop()
    try workshop.edit("office/tamga.yaml") {
      $0 + """
        formsInUse:
          - document: labour-immigrant-permit-refusal
            until: 2022-12-31
            basis: {kk: "Министрліктің № 7 хаты", ru: "письмо Министерства № 7"}

        """
    }
    for (day, outcome) in [("2022-04-26", "issued"), ("2023-01-01", "rejected")] {
      var record = try Records.example("labour-immigrant-permit-refusal")
      record["id"] = .text("DAY-" + day)
      record["issueDate"] = .text(day)
      record["issuingBody"] = .text("ALA-AKIM-01")
      try workshop.write("day.jsonl", [record])
      let batch = try workshop.issue("day.jsonl", output: day)
      #expect(batch.outcomes == [outcome], "\(day): \(batch.results[0].line)")
      guard outcome == "issued" else { continue }
      let levels = batch.results[0]["findings"]?.items.filter { $0["rule"] == "GEN-EDITION" }
      #expect(levels?.compactMap { $0["level"]?.text } == ["warning"])
      let text = try Tool.text("pdftotext", ["-raw", batch.pdf(batch.results[0]), "-"])
        .replacing("\n", with: " ")
      #expect(text.contains("; қолданылу негізі: Министрліктің № 7 хаты"), "\(text)")
      #expect(text.contains("; применяется на основании: письмо Министерства № 7"), "\(text)")
    }
  }

  @Test func whatWasIssuedOutlivesAChangedForm() throws {
    let workshop = try Workshop()
    try workshop.copyTemplates()
    let forms = ["--templates", "Forms"]
    let first = try Records.example("temporary-residence-permit")
    try workshop.write("first.jsonl", [first])
    let batch = try workshop.issue("first.jsonl", options: forms)
    try #require(batch.outcomes == ["issued"], "\(batch.results[0].line)")
    let pdf = try batch.pdf(batch.results[0])
    let bytes = try Data(contentsOf: URL(filePath: pdf))
    func reprint(_ output: String) throws -> Data {
      let run = try workshop.tamga(
        [
          "reprint", batch.numbers[0], "--office", "office", "--reason", "asked", "--output",
          output,
        ]
          + forms)
      try #require(run.status == 0, "\(run.errors)")
      return try workshop.data(run.text.trimmingCharacters(in: .newlines))
    }

    let folder = "Forms/temporary-residence-permit/2024-03-24"
    let words = "ОБРАЗЕЦ ИЗМЕНЁННОЙ ФОРМЫ"
    try workshop.edit(folder + "/ru.form") { $0 + "\nparagraph: \(words)\n" }
    #expect(try workshop.tamga(["templates", "check"] + forms).status == 0)
    #expect(try reprint("changed") == bytes)
    try FileManager.default.removeItem(atPath: pdf)
    let again = try workshop.issue("first.jsonl", options: forms)
    #expect(again.outcomes == ["already-issued"])
    #expect(try Data(contentsOf: URL(filePath: pdf)) == bytes, "the stored file, not a new one")
    #expect(try workshop.verdict(pdf, byBundle: false, "--on", "2024-06-01")["verdict"] == "valid")

    // The change is seen where a paper is new.
    var other = first
    other["id"] = "OTHER-1"
    other["fields", "latinFullName"] = "SAMPLE OTHER"
    other["fields", "passportSeriesNumber"] = "750000099"
    other["fields", "iin"] = nil
    try workshop.write("other.jsonl", [other])
    let new = try workshop.issue("other.jsonl", output: "new", options: forms)
    try #require(new.outcomes == ["issued"], "\(new.results[0].line)")
    #expect(try Tool.text("pdftotext", [new.pdf(new.results[0]), "-"]).contains(words))
    #expect(try !Tool.text("pdftotext", [pdf, "-"]).contains(words))

    // Without the kind itself the issued file is still there.
    try FileManager.default.removeItem(atPath: workshop.path("Forms/temporary-residence-permit"))
    #expect(try reprint("gone") == bytes)
  }
}
