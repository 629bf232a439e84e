import Foundation
import Testing

/// Templates changed by somebody of the office under papers that are out.
struct ChangedTemplateTests {
  private static let kind = "temporary-residence-permit"

  /// An office with one paper of templates of its own.
  private static func issued() throws -> (Workshop, number: String) {
    let workshop = try Workshop()
    try workshop.copyTemplates()
    try workshop.write("in.jsonl", [Records.inForce()])
    let batch = try workshop.issue("in.jsonl", options: ["--templates", "Forms"])
    try #require(batch.run.status == 0, "\(batch.run.errors)")
    return (workshop, try #require(batch.numbers.first))
  }

  private static func run(_ workshop: Workshop, _ words: String...) throws -> Run {
    try workshop.tamga(words + ["--office", "office", "--templates", "Forms"])
  }

  private static func findings(_ workshop: Workshop) throws -> [String] {
    try run(workshop, "register", "audit", "--json").lines().compactMap { line in
      line["finding"]?.text.map { $0 + " " + (line["place"]?.text ?? "") }
    }
  }

  /// What verifiers say of papers that are out is what was said when they were issued.
  @Test(arguments: [
    ("title", "ru: Разрешение на временное", "ru: Отказ в разрешении на временное"),
    ("code", "code: TRP\n", "code: TRPX\n"),
    ("effect", "action: grant\neffect: grants", "action: reissue\neffect: informs"),
  ])
  func whatPapersSayStays(_ what: String, _ before: String, _ after: String) throws {
    let (workshop, _) = try Self.issued()
    let manifest = "Forms/\(Self.kind)/manifest.yaml"
    if what == "effect" {
      // No template of that action has another effect: the register is told another one.
      _ = try Tool.text(
        "python3",
        [
          "-c",
          """
          import sqlite3, sys
          db = sqlite3.connect(sys.argv[1])
          db.execute("UPDATE kind SET effect = 'refuses'")
          db.commit()
          """, workshop.path("office/register.sqlite"),
        ])
    } else {
      try workshop.edit(manifest) { $0.replacing(before, with: after) }
    }
    let export = try Self.run(workshop, "trust", "export", "--output", "bundle")
    #expect(
      export.status == 1 && export.errors.contains("\(Self.kind): \(what) "), "\(export.errors)")
    #expect(!FileManager.default.fileExists(atPath: workshop.path("bundle")))
    let doctor = try Self.run(workshop, "doctor")
    #expect(doctor.status == 1 && doctor.errors.contains("✗ kinds"), "\(doctor.errors)")
    #expect(try Self.findings(workshop).contains { $0.hasPrefix("kind \(Self.kind)") })
    // No other paper of the kind is made meanwhile, and those of other kinds are.
    try workshop.write("more.jsonl", [try Records.another("NOW-2"), try Records.letters()])
    let more = try Self.run(workshop, "issue", "more.jsonl", "--output", "more")
    let results = try Batch(more, below: workshop.path("more")).results
    #expect(results.map { $0["outcome"]?.text } == ["failed", "issued"], "\(more.errors)")
    #expect(Batch.errors(results[0]) == ["ISSUE-KIND-CHANGED"])
    guard what != "effect" else { return }
    // With the former words everything goes on.
    try workshop.edit(manifest) { $0.replacing(after, with: before) }
    #expect(try Self.run(workshop, "trust", "export", "--output", "bundle").status == 0)
    #expect(try Self.run(workshop, "issue", "more.jsonl", "--output", "more").status == 0)
  }

  /// A trial with other templates must not stop an office whose own have no such kind: its papers are told as they
  /// were issued, and everybody is warned.
  @Test(arguments: [nil, "other-permit"]) func aKindThatIsGone(_ name: String?) throws {
    let (workshop, number) = try Self.issued()
    let before = try Self.verdict(workshop, number)
    try #require(before["verdict"] == "valid", "\(before.line)")
    try FileManager.default.moveItem(
      atPath: workshop.path("Forms/\(Self.kind)"),
      toPath: workshop.path(name.map { "Forms/" + $0 } ?? "away"))
    for words in [
      ["trust", "export", "--output", "bundle"], ["signer"], ["doctor"],
    ] {
      let run = try workshop.tamga(words + ["--office", "office", "--templates", "Forms"])
      #expect(run.status == 0, "\(words) \(run.errors)")
      let warning = run.errors.split(separator: "\n").filter { $0.contains("no template here") }
      #expect(warning.count == 1 && warning[0].contains(Self.kind), "\(run.errors)")
    }
    let after = try Self.verdict(workshop, number)
    for member in ["verdict", "effect", "reasons"] {
      #expect(after[member] == before[member], "\(member) \(after.line)")
    }
    #expect(after["claims", "document"] == before["claims", "document"])
    // Other kinds go on, and none of this one is made.
    try workshop.write("more.jsonl", [try Records.another("NOW-2"), try Records.letters()])
    let more = try Self.run(workshop, "issue", "more.jsonl", "--output", "more")
    let results = try Batch(more, below: workshop.path("more")).results
    #expect(results.map { $0["outcome"]?.text } == ["rejected", "issued"], "\(more.errors)")
  }

  private static func verdict(_ workshop: Workshop, _ number: String) throws -> JSON {
    _ = try run(workshop, "trust", "export", "--output", "bundle")
    let paper = try #require(workshop.files("out").first { $0.hasSuffix(number + ".pdf") })
    return try JSON.one(
      try workshop.tamga("verify", "out/" + paper, "--trust", "bundle", "--json").output)
  }

  /// A kind without papers is the office's own.
  @Test func aKindWithoutPapersMayChange() throws {
    let (workshop, _) = try Self.issued()
    try workshop.edit("Forms/labour-immigrant-permit/manifest.yaml") {
      $0.replacing(
        /ru: .+\n/, with: "ru: Разрешение трудовому иммигранту (новое)\n", maxReplacements: 1)
    }
    let export = try Self.run(workshop, "trust", "export", "--output", "bundle")
    #expect(export.status == 0, "\(export.errors)")
  }

  /// The paper says which files it was made from, and who changes them is found, also when he puts them
  /// back.
  @Test func aFormChangedUnderPapersIsNamed() throws {
    let (workshop, number) = try Self.issued()
    let shown = try JSON.one(Self.run(workshop, "register", "show", "--json", number).output)
    let files = try #require(shown["formFiles"]).items
    let names = files.compactMap { $0["file"]?.text }
    let edition = try #require(shown["edition"]?.text)
    #expect(
      Set(names).isSuperset(of: [
        "\(Self.kind)/manifest.yaml", "\(edition)/edition.yaml", "\(edition)/kk.form",
        "\(edition)/ru.form", "shared/phrases.yaml",
      ]))
    for file in files {
      let name = try #require(file["file"]?.text)
      #expect(file["isSame"] == true)
      #expect(try Tool.sha256(workshop.path("Forms/" + name)) == file["sha256"]?.text)
    }
    #expect(try Self.findings(workshop).isEmpty)

    let form = "Forms/\(edition)/ru.form"
    let honest = try workshop.data(form)
    try workshop.edit(form) {
      $0.replacing("по {validUntil}", with: "по 10.05.2039 ({validUntil})")
    }
    #expect(try Self.findings(workshop) == ["form \(edition)"])
    let doctor = try Self.run(workshop, "doctor")
    #expect(doctor.status == 0 && doctor.errors.contains("! \(edition): "), "\(doctor.errors)")
    #expect(doctor.errors.contains("\(edition)/ru.form"))
    // A paper is made from it, and the honest form comes back.
    try workshop.write("lie.jsonl", [try Records.another("NOW-2")])
    #expect(try Self.run(workshop, "issue", "lie.jsonl", "--output", "lie").status == 0)
    try workshop.write(form, honest)
    let audit = try Self.run(workshop, "register", "audit")
    #expect(
      audit.status == 1 && audit.text.contains("\(edition)/ru.form (papers: 1)"), "\(audit.text)")
    let paper = try workshop.list().last { $0["decision"] == "NOW-2" }
    let lie = try JSON.one(
      Self.run(workshop, "register", "show", "--json", #require(paper?["number"]?.text)).output)
    #expect(
      lie["formFiles"]?.items.filter { $0["isSame"] == false }.map { $0["file"]?.text }
        == ["\(edition)/ru.form"])
  }

  @Test func aChangeThatWasMeantIsAnsweredFor() throws {
    let (workshop, _) = try Self.issued()
    let edition = try #require(workshop.list().first?["edition"]?.text)
    let form = "Forms/\(edition)/ru.form"
    try workshop.edit(form) { $0.replacing("Адрес проживания", with: "Место проживания") }
    #expect(try Self.findings(workshop) == ["form \(edition)"])
    let blank = try Self.run(workshop, "register", "accept-form", edition, "--reason", " ")
    #expect(blank.status == 64)
    let run = try Self.run(workshop, "register", "accept-form", edition, "--reason", "order 12")
    #expect(run.status == 0 && run.text.contains("ru.form"), "\(run.errors)")
    #expect(try Self.findings(workshop).isEmpty)
    let doctor = try Self.run(workshop, "doctor")
    #expect(!doctor.errors.contains("! \(edition)"), "\(doctor.errors)")
    // The table alone does not speak for the log.
    try workshop.edit(form) { $0.replacing("Место проживания", with: "Место") }
    try workshop.write("two.jsonl", [try Records.another("NOW-2")])
    #expect(try Self.run(workshop, "issue", "two.jsonl", "--output", "two").status == 0)
    try workshop.edit(form) { $0.replacing("Место", with: "Адрес") }
    _ = try Tool.text(
      "python3",
      [
        "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.execute("UPDATE form SET accepted = 1")
        db.commit()
        """, workshop.path("office/register.sqlite"),
      ])
    #expect(Set(try Self.findings(workshop)) == ["form \(edition)"])
  }
}

extension Records {
  /// A paper in force of another person.
  fileprivate static func another(_ id: String) throws -> JSON {
    var record = try inForce(id)
    record["fields", "latinFullName"] = .text("SHARMA RAVI")
    record["fields", "passportSeriesNumber"] = .text("Z7654321")
    record["fields", "iin"] = nil
    return record
  }
}
