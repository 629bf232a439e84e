import Foundation
import Testing

/// A kind of paper that did not exist when the program was built: files alone make it.
@Suite struct NewKindTests {
  private static let forms = ["--templates", "Forms"]

  @Test func fromNothingToAVerifiedPaper() throws {
    let workshop = try Workshop()
    try workshop.copyTemplates()
    let kind = "arrival-slip"
    let new = try workshop.tamga(["templates", "new", kind, "--from", "2024-01-09"] + Self.forms)
    #expect(new.status == 0, "\(new.errors)")
    let made = new.text.split(separator: "\n").map(String.init)
    #expect(Set(made) == Set(workshop.files("Forms/" + kind).map { "Forms/\(kind)/\($0)" }))
    let check = try workshop.tamga(["templates", "check"] + Self.forms)
    #expect(check.status == 0, "\(check.errors)")

    let list = try JSON.one(workshop.tamga(["templates", "list", "--json"] + Self.forms).output)
    let row = try #require(list.items.first { $0["document"]?.text == kind })
    #expect(list.items.count == (try Records.kinds().count) + 1)
    #expect(row["editions"]?.items.first?["from"] == "2024-01-09")
    #expect(row["sealed"] == true && row["languages"] == ["kk", "ru"])

    // Two people, one of them in one language.
    let path = "Forms/\(kind)/examples/ordinary.json"
    let first = try JSON.one(workshop.data(path))
    var second = first
    second["id"] = "NEW-2"
    second["languages"] = ["ru"]
    second["fields", "fullName"] = "SAMPLE BORIS"
    second["fields", "residenceAddress"] = nil
    var third = second
    third["id"] = "NEW-3"
    third["fields", "fullName"] = nil
    var fourth = second
    fourth["id"] = "NEW-4"
    fourth["fields", "fulName"] = "SAMPLE BORIS"
    var fifth = second
    fifth["id"] = "NEW-5"
    fifth["issueDate"] = "2024-01-08"
    try workshop.write("new.jsonl", [first, second, third, fourth, fifth])
    let batch = try workshop.issue("new.jsonl", options: Self.forms)
    #expect(
      batch.outcomes == ["issued", "issued", "rejected", "rejected", "rejected"],
      "\(batch.results.map(\.line))")
    #expect(Batch.errors(batch.results[2]).contains("GEN-REQUIRED-FIELDS"))
    #expect(Batch.errors(batch.results[3]).contains("REC-UNKNOWN-KEY"))
    #expect(Batch.errors(batch.results[4]).contains("GEN-EDITION"))

    let export = try workshop.tamga(
      ["trust", "export", "--office", "office", "--output", "bundle"] + Self.forms)
    #expect(export.status == 0, "\(export.errors)")
    for result in batch.results.prefix(2) {
      let pdf = try batch.pdf(result)
      for source in [["--office", "office"] + Self.forms, ["--trust", "bundle"]] {
        let run = try workshop.tamga(["verify", pdf, "--json"] + source)
        let verdict = try JSON.one(run.output)
        #expect(run.status == 0 && verdict["verdict"] == "valid", "\(verdict.line)")
        #expect(verdict["claims"]?["document"]?.text == kind && verdict["effect"] == "informs")
        #expect(verdict["claims"]?["number"] == result["number"])
      }
      let run = try workshop.tamga(
        ["reprint", result["number"]?.text ?? "", "--office", "office", "--reason", "wet"]
          + ["--output", "again"] + Self.forms)
      #expect(run.status == 0, "\(run.errors)")
      let again = try workshop.data(run.text.trimmingCharacters(in: .newlines))
      #expect(again == (try Data(contentsOf: URL(filePath: pdf))))
    }
    let spoken = try workshop.tamga(
      ["verify", batch.pdf(batch.results[0]), "--trust", "bundle", "--locale", "ru"])
    #expect(spoken.text.contains("Новый документ"), "the bundle brings the title: \(spoken.text)")

    let schema = try JSON.one(
      workshop.tamga(["templates", "schema", kind] + Self.forms).output)
    let fields = schema["properties"]?["fields"]
    #expect(fields?["properties"]?["fullName"] != nil && fields?["properties"]?["fulName"] == nil)
    let required = fields?["required"]?.items.compactMap(\.text) ?? []
    #expect(required.contains("fullName") && !required.contains("residenceAddress"))
  }

  /// A form that begins later is prepared before it does: its skeleton is in order.
  @Test func aFormOfTomorrow() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let day = "2099-01-01"
    let new = try workshop.tamga(["templates", "new", "later-slip", "--from", day] + Self.forms)
    #expect(new.status == 0, "\(new.errors)")
    let check = try workshop.tamga(["templates", "check", "--locale", "en"] + Self.forms)
    #expect(check.status == 0, "\(check.errors)")
    let path = "Forms/later-slip/examples/ordinary.json"
    var early = try JSON.one(workshop.data(path))
    early["issueDate"] = "2098-12-31"
    try workshop.write(path, [early])
    let run = try workshop.tamga(["templates", "check", "--locale", "en"] + Self.forms)
    #expect(run.status == 1 && run.errors.contains("ordinary.json"), "\(run.errors)")

    // One kind is tried alone, whatever is wrong with another's examples.
    let rows: [(kinds: [String], status: Int32, words: String)] = [
      (["later-slip"], 1, "later-slip/examples/ordinary.json"),
      (["labour-immigrant-permit"], 0, ""),
      (["labour-immigrant-permit", "later-slip"], 1, "later-slip/examples/ordinary.json"),
      (["later-slit"], 1, "later-slip"),
    ]
    for row in rows {
      let run = try workshop.tamga(
        ["templates", "check", "--locale", "en"] + row.kinds + Self.forms)
      #expect(
        run.status == row.status && (row.words.isEmpty || run.errors.contains(row.words)),
        "\(row.kinds): \(run.errors)")
    }
  }

  @Test func namesThatCannotBe() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let before = workshop.files("Forms")
    let rows: [(name: String, why: String)] = [
      ("labour-immigrant-permit", "there is one"), ("shared", "the folder of what all share"),
      ("../outside", "outside of the folder"), ("Arrival", "a capital letter"),
      ("arrival slip", "a space"), ("arrival--slip", "two hyphens"), ("arrival-", "at the end"),
      ("", "nothing"), ("қағаз", "other letters"), ("a/b", "a folder below"), (".", "the folder"),
      (String(repeating: "a", count: 300), "longer than a file name"),
    ]
    for row in rows {
      let run = try workshop.tamga(["templates", "new", row.name] + Self.forms)
      #expect(run.status != 0 && run.output.isEmpty, "\(row.why)")
      #expect(run.errors.hasPrefix("tamga: error: "), "\(row.why): \(run.errors)")
      #expect(workshop.files("Forms") == before, "\(row.why)")
    }
    for day in ["2024-02-30", "today", "09.01.2024"] {
      let run = try workshop.tamga(["templates", "new", "slip", "--from", day] + Self.forms)
      #expect(run.status == 64, "\(day)")
    }
    #expect(workshop.files("Forms") == before)
    #expect(workshop.files(".").allSatisfy { $0.hasPrefix("Forms/") })
  }

  @Test func everyKindIsListed() throws {
    let workshop = try Workshop(office: false)
    let rows = try JSON.one(workshop.tamga("templates", "list", "--json").output).items
    #expect(rows.compactMap { $0["document"]?.text } == (try Records.kinds()))
    #expect(rows.count == 43)
    for row in rows {
      let kind = row["document"]?.text ?? ""
      let folder = Place.templates + "/" + kind
      let folders = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { Day(iso: $0) != nil }
      #expect(row["editions"]?.items.compactMap { $0["from"]?.text } == folders, "\(kind)")
      #expect(row["languages"] == ["kk", "ru"], "\(kind)")
      #expect(row["sealed"]?.flag == (row["effect"] != "applies"), "\(kind)")
      for field in row["fields"]?.items ?? [] {
        #expect(
          Set(field.members.keys) == ["name", "type", "required", "printed", "label"], "\(kind)")
        #expect(field["label"]?["kk"]?.text?.isEmpty == false, "\(kind)")
      }
    }
  }
}
