import Foundation
import Testing

/// Commands that print data: templates, samples, the register, the doctor.
@Suite struct DataCommandTests {
  static let kinds = (try? Records.kinds()) ?? []

  @Test func theListOfTemplates() throws {
    let workshop = try Workshop(office: false)
    let run = try workshop.tamga("templates", "list", "--json")
    #expect(run.status == 0 && run.errors.isEmpty)
    let rows = try JSON.one(run.output).items
    let listed = Set(rows.compactMap { $0["document"]?.text })
    #expect(listed == Set(Self.kinds) && listed.count == 43)
    for row in rows {
      let members: Set = [
        "document", "editions", "languages", "effect", "title", "copies", "sealed", "fields",
      ]
      #expect(members.isSubset(of: row.members.keys))
      #expect(row["languages"] == ["kk", "ru"])
      #expect(
        ["grants", "refuses", "informs", "ends", "applies"].contains(row["effect"]?.text))
      #expect((row["copies"]?.count ?? 0) >= 1 && row["sealed"]?.flag != nil)
      for language in ["kk", "ru"] { #expect(row["title"]?[language]?.text?.isEmpty == false) }
      #expect(row["editions"]?.items.isEmpty == false && row["fields"]?.items.isEmpty == false)
      for edition in row["editions"]?.items ?? [] {
        #expect(edition["from"]?.text?.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
        #expect(edition.members.keys.contains("until"), "null where none is known")
        #expect(edition["act"]?.text?.isEmpty == false)
      }
    }
    let spoken = try workshop.tamga("templates", "list", "--locale", "kk")
    for row in rows { #expect(spoken.text.contains(row["title"]?["kk"]?.text ?? "none")) }
  }

  @Test func theSchemaOfEveryKind() throws {
    let workshop = try Workshop(office: false)
    let good = try Records.fixture("decisions.jsonl") + Records.ofTemplates()
    for kind in Self.kinds {
      let schema = try JSON.one(workshop.tamga("templates", "schema", kind).output)
      #expect(schema["$schema"]?.text?.contains("json-schema.org/draft/2020-12") == true)
      #expect(schema["type"] == "object")
      let properties = try #require(schema["properties"])
      let required = Set((schema["required"]?.items ?? []).compactMap(\.text))
      let fields = try #require(properties["fields"]?["properties"])
      for record in good where record["document"]?.text == kind {
        let keys = Set(record.members.keys)
        #expect(keys.isSuperset(of: required))
        #expect(keys.filter { !$0.hasPrefix("x-") }.isSubset(of: properties.members.keys))
        let named = Set((record["fields"]?.members ?? [:]).keys)
        #expect(named.isSubset(of: fields.members.keys), "\(kind)")
      }
    }
    let unknown = try workshop.tamga("templates", "schema", "passport")
    #expect(unknown.status != 0 && unknown.output.isEmpty)
    #expect(unknown.errors.hasPrefix("tamga: error: ") && unknown.errors.contains("tamga: hint: "))
  }

  @Test func brokenTemplates() throws {
    let workshop = try Workshop(office: false)
    #expect(try workshop.tamga("templates", "check").status == 0)
    let manager = FileManager.default
    let manifest = "Broken/labour-immigrant-permit/manifest.yaml"
    let form = "Broken/labour-immigrant-permit/2021-01-30"
    let rows: [(file: String, change: (String) -> String, why: String)] = [
      (manifest, { $0 + "\ncolour: blue\n" }, "an unknown key"),
      (manifest, { $0.replacing("copies:", with: "copys:") }, "a misspelt key"),
      (manifest, { _ in "" }, "an empty manifest"),
      (manifest, { $0 + "\n\t: [" }, "broken YAML"),
    ]
    func copy() throws {
      try? manager.removeItem(atPath: workshop.path("Broken"))
      // Links are followed: nothing of the repository may be written to.
      _ = try Tool.text("cp", ["-rL", Place.templates, workshop.path("Broken")])
    }
    for row in rows {
      try copy()
      let text = String(decoding: try workshop.data(row.file), as: UTF8.self)
      try workshop.write(row.file, Data(row.change(text).utf8))
      let run = try workshop.tamga("templates", "check", "--templates", "Broken")
      #expect(run.status != 0, "\(row.why)")
      #expect(
        run.errors.firstMatch(of: /tamga: error: .*manifest\.yaml(:\d+)?/) != nil, "\(run.errors)")
    }
    try copy()
    let forms = workshop.files(form)
    let kazakh = try #require(forms.first { $0.contains("kk") }, "\(forms)")
    try manager.removeItem(atPath: workshop.path(form + "/" + kazakh))
    let missing = try workshop.tamga("templates", "check", "--templates", "Broken")
    #expect(missing.status != 0 && missing.errors.contains("labour-immigrant-permit"))
    let nowhere = try workshop.tamga("templates", "check", "--templates", "gone")
    #expect(nowhere.status == 66, "\(nowhere.errors)")
  }

  /// One slip is one fault, with the name that was meant, in the reader's language.
  @Test func slipsInTemplates() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let kind = "Forms/labour-immigrant-permit"
    let form = kind + "/2021-01-30/ru.form"
    let rows: [(file: String, before: String, after: String, meant: String)] = [
      (kind + "/manifest.yaml", "copies:", "copys:", "copies"),
      (kind + "/manifest.yaml", "LIM-GAP-30", "LIM-GAP-33", "LIM-GAP-30"),
      (kind + "/manifest.yaml", "latinFullName", "latinFulName", "latinFullName"),
      (form, "{latinFullName}", "{latinFulName}", "latinFullName"),
    ]
    for row in rows {
      let honest = String(decoding: try workshop.data(row.file), as: UTF8.self)
      try #require(honest.contains(row.before), "\(row.before)")
      let text = honest.replacing(row.before, with: row.after, maxReplacements: 1)
      try workshop.write(row.file, Data(text.utf8))
      for (language, words) in [
        ("kk", "бәлкім, «\(row.meant)»"), ("ru", "возможно, «\(row.meant)»"),
        ("en", "did you mean '\(row.meant)'?"),
      ] {
        let run = try workshop.tamga(
          "templates", "check", "--templates", "Forms", "--locale", language)
        #expect(run.status != 0 && run.errors.contains(words), "\(run.errors)")
      }
      try workshop.write(row.file, Data(honest.utf8))
    }
  }

  @Test func slipsInTheConfiguration() throws {
    let workshop = try Workshop(office: false)
    let text = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    func errors(_ text: String, _ language: String = "en") throws -> [Substring] {
      try workshop.write("office.yaml", Data(text.utf8))
      let run = try workshop.tamga(
        "init", "made", "--config", "office.yaml", "--locale", language)
      #expect(run.status != 0)
      return run.errors.split(separator: "\n").filter { !$0.contains("tamga: hint:") }
    }
    let kind = try errors(text.replacing("kind: police", with: "kind: polcie", maxReplacements: 1))
    #expect(kind.count == 1 && kind[0].contains("one of police"), "\(kind)")
    let place = try errors(text.replacing("place: ALA", with: "place: Алматы"))
    #expect(place.allSatisfy { $0.contains("a place has at most") }, "\(place)")
    let facts = try errors(text.replacing("facts: given", with: "facst: given"), "ru")
    #expect(facts.count == 2 && facts[1].contains("возможно, «facts»"), "\(facts)")
    let days = try errors(
      text.replacing(/(?m)^holidays:.*$/, with: "") + "\nholidays: [1 May, 2026-02-30]\n", "ru")
    #expect(
      days.count == 2 && days[0].contains("«1 May»") && days[1].contains("«2026-02-30»"), "\(days)")
    let count = try errors(text + "\nbundleDays: many\n", "ru")
    #expect(count.count == 1 && count[0].contains("целое число"), "\(count)")
  }

  /// What would stop the first record of a kind stops the check.
  @Test func whatTheCheckDraws() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let kind = "Forms/labour-immigrant-permit"
    let form = kind + "/2021-01-30/ru.form"
    let example = kind + "/examples/ordinary.json"
    func check(_ file: String, _ change: (String) -> String) throws -> Run {
      let honest = try workshop.data(file)
      try workshop.write(file, Data(change(String(decoding: honest, as: UTF8.self)).utf8))
      defer { _ = try? workshop.write(file, honest) }
      return try workshop.tamga("templates", "check", "--templates", "Forms", "--locale", "en")
    }
    let letters = try check(form) { $0.replacing("Ф.И.О", with: "漢字") }
    #expect(
      letters.status == 1 && letters.errors.contains("2021-01-30/ru.form:3"), "\(letters.errors)")
    let country = try check(example) { $0.replacing("\"UZB\"", with: "\"KGX\"") }
    #expect(country.status == 1 && country.errors.contains("ordinary.json"), "\(country.errors)")
    #expect(country.errors.contains("REC-"), "\(country.errors)")
    let long = try check(form) { text in
      text.replacing(
        "row:        Ф.И.О:",
        with: String(repeating: "note:       Слова.\n", count: 900) + "row:        Ф.И.О:")
    }
    #expect(long.status == 0 && long.errors.contains(" pages ("), "\(long.errors)")
    let endless = try check(form) { text in
      text.replacing(
        "row:        Ф.И.О:",
        with: String(repeating: "note:       Слова.\n", count: 9_000) + "row:        Ф.И.О:")
    }
    #expect(endless.status == 1 && endless.errors.contains("is longer than"), "\(endless.errors)")
    // Values of every length have room, or the form, the field and the page are named.
    let row = "row:        Ф.И.О: | {latinFullName}"
    let words = "Вид, номер и срок действия документа, удостоверяющего личность, и кем он выдан"
    let wide = try check(form) {
      $0.replacing(row, with: row + " | \(words): | {officerFullName}")
    }
    #expect(wide.status == 1 && wide.errors.contains("2021-01-30/ru.form:3"), "\(wide.errors)")
    #expect(
      wide.errors.contains("over the edge of the page: page 1, «Вид, номер"), "\(wide.errors)")
    #expect(
      wide.errors.contains("over the edge of the page: officerFullName, page"), "\(wide.errors)")
    #expect(!wide.errors.contains("kk.form"), "\(wide.errors)")
    let narrow = try check(form) {
      let cells = String(repeating: " | {officerPosition}", count: 7)
      return $0.replacing(
        row,
        with: "table:      1 | 2 | 3 | 4 | 5 | 6 | 7 | 8\ntable:      {latinFullName}\(cells)\n"
          + row)
    }
    #expect(
      narrow.status == 0
        && narrow.errors.contains(
          "ru.form:4: a long word has no room and is divided: officerPosition"),
      "\(narrow.errors)")
    for name in workshop.files(kind + "/examples") {
      try FileManager.default.removeItem(atPath: workshop.path(kind + "/examples/" + name))
    }
    let none = try workshop.tamga("templates", "check", "--templates", "Forms")
    #expect(none.status == 0 && none.errors.contains("there is no example"), "\(none.errors)")
  }

  @Test func whereTemplatesAreLookedFor() throws {
    let workshop = try Workshop(office: false)
    _ = try Tool.text("cp", ["-rL", Place.templates, workshop.path("Templates")])
    for kind in Self.kinds where kind != "qualification-certificate" {
      try FileManager.default.removeItem(atPath: workshop.path("Templates/" + kind))
    }
    func kinds(_ options: [String], _ variable: String) throws -> Int {
      let run = try workshop.tamga(
        ["templates", "list", "--json"] + options, environment: ["TAMGA_TEMPLATES": variable])
      return try JSON.one(run.output).items.count
    }
    #expect(try kinds([], "") == 1, "./Templates where nothing is named")
    #expect(try kinds([], Place.templates) == 43, "the variable before ./Templates")
    #expect(try kinds(["--templates", "Templates"], Place.templates) == 1, "the option first")
    let wrong = try workshop.tamga("templates", "list", environment: ["TAMGA_TEMPLATES": "gone"])
    #expect(wrong.status == 66 && wrong.errors.contains("gone"))
  }

  @Test func flawedSamplesAreFound() throws {
    let workshop = try Workshop()
    let run = try workshop.tamga("sample", "--count", "120", "--seed", "5", "--flaws", "30")
    #expect(run.status == 0 && run.errors.isEmpty)
    // Some flaws are no JSON at all.
    let records = run.output.split(separator: 0x0A).map { try? JSON.one(Data($0)) }
    #expect(records.count == 120)
    let batch = try workshop.issue("-", input: run.output)
    try #require(batch.results.count == records.count)
    var flawed = 0
    for (record, result) in zip(records, batch.results) {
      guard let record else {
        flawed += 1
        #expect(result["outcome"] == "rejected", "\(result.line)")
        continue
      }
      if let expected = record["x-expect"]?.items.compactMap(\.text) {
        flawed += 1
        #expect(result["outcome"] == "rejected", "\(result.line)")
        #expect(!Batch.errors(result).isDisjoint(with: expected), "\(expected): \(result.line)")
      } else {
        #expect(result["outcome"] == "issued", "\(result.line)")
      }
    }
    #expect((20...55).contains(flawed), "about 30 of 100: \(flawed)")
    #expect(batch.run.status == 2)
    let summary = try JSON.one(batch.data("summary.json"))
    #expect(summary["outcomes"]?["rejected"]?.count == flawed)
  }

  @Test func samplesAreLawfulAndTheSameAgain() throws {
    let workshop = try Workshop()
    let first = try workshop.tamga("sample", "--count", "80", "--seed", "9")
    let again = try workshop.tamga("sample", "--count", "80", "--seed", "9")
    let other = try workshop.tamga("sample", "--count", "80", "--seed", "10")
    #expect(first.output == again.output && first.output != other.output)
    #expect(try first.lines().allSatisfy { $0["x-expect"] == nil })
    for options in [[], ["--office", "office"]] {
      let check = try workshop.tamga(["check", "-"] + options, input: first.output)
      #expect(check.status == 0, "\(check.errors)")
      #expect(try check.lines().count == 80)
    }
    for kind in Self.kinds {
      let some = try workshop.tamga("sample", "--count", "5", "--document", kind)
      let documents = try some.lines().compactMap { $0["document"]?.text }
      #expect(documents.contains(kind), "\(kind)")
      #expect(some.status == 0)
    }
    let kinds = try workshop.tamga("sample", "--count", "3000").lines()
      .compactMap { $0["document"]?.text }
    let decided = try Self.kinds.filter { Records.isSealed(try Records.example($0)) }
    #expect(Set(kinds) == Set(decided), "every kind comes; applicants' forms when asked for")
    #expect(try workshop.tamga("sample", "--count", "0").output.isEmpty)
  }

  @Test func theRegister() throws {
    let office = try IssuedOffice.shared()
    func list(_ options: String...) throws -> [JSON] {
      try office.workshop.tamga(["register", "list", "--office", "office"] + options).lines()
    }
    let all = try list()
    let papers = office.batch.results.flatMap { result in
      ([result] + (result["also"]?.items ?? [])).map { (result["id"], $0) }
    }
    #expect(all.count == papers.count && all.count > office.records.count)
    for entry in all {
      #expect(entry["state"] == "issued" && entry["status"] == "valid")
      let paper = papers.first { $1["number"] == entry["number"] }
      #expect(paper?.0 == entry["decision"] && paper?.1["sha256"] == entry["sha256"])
    }
    let permits = try list("--document", "labour-immigrant-permit")
    #expect(!permits.isEmpty && permits.allSatisfy { $0["document"] == "labour-immigrant-permit" })
    #expect(try list("--unfinished").isEmpty)
    let number = try #require(all[0]["number"]?.text)
    let shown = try JSON.one(
      office.workshop.tamga("register", "show", "--json", number, "--office", "office").output)
    #expect(shown["events"]?.items.map { $0["what"]?.text } == ["reserved", "sealed", "issued"])
    let unknown = try office.workshop.tamga(
      "register", "show", "--json", "X-1", "--office", "office")
    #expect(unknown.status == 1 && unknown.output.isEmpty)
    let byVariable = try office.workshop.tamga(
      ["register", "list"], environment: ["TAMGA_OFFICE": "office"])
    #expect(try byVariable.lines() == all)
  }

  @Test func theDoctor() throws {
    let workshop = try Workshop()
    let well = try workshop.tamga("doctor", "--office", "office")
    #expect(well.status == 0 && well.output.isEmpty, "\(well.errors)")
    #expect(try workshop.tamga("doctor").status == 0)
    try FileManager.default.removeItem(atPath: workshop.path("office/register.sqlite"))
    let ill = try workshop.tamga("doctor", "--office", "office")
    #expect(ill.status == 1 && ill.errors.contains("tamga: error: "), "\(ill.errors)")
    #expect(try workshop.tamga("doctor", "--office", "nowhere").status == 1)
  }
}
