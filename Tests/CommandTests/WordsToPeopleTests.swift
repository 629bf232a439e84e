import Foundation
import Testing

/// What somebody is told who knows the program by its README alone.
@Suite struct WordsToPeopleTests {
  @Test func commandsOfAnotherCommand() throws {
    let workshop = try Workshop(office: false)
    for (typed, meant) in [
      ("show", "register show"), ("rotate", "keys rotate"), ("work", "queue work"),
      ("isue", "issue"),
    ] {
      let run = try workshop.tamga(typed, "X", "--locale", "en")
      #expect(run.status == 64 && run.errors.contains("'\(typed)'"), "\(run.errors)")
      #expect(run.errors.contains(meant) && !run.errors.contains("the commands:"), "\(run.errors)")
    }
    let unknown = try workshop.tamga("qqqqqqq", "--locale", "en")
    #expect(unknown.errors.contains("the commands: init"), "\(unknown.errors)")
  }

  @Test func anArgumentTooMany() throws {
    let workshop = try Workshop(office: false)
    let run = try workshop.tamga("templates", "papers", "labour-immigrant-permit", "--locale", "en")
    #expect(run.status == 64 && run.errors.contains("'tamga templates papers --help' shows"))
  }

  /// Whoever issues on hears of it before the next audit.
  @Test func aFormThatWasEditedUnderPapers() throws {
    let workshop = try Workshop()
    try workshop.copyTemplates()
    let kind = "temporary-residence-permit"
    let templates = ["--templates", "Forms", "--locale", "en"]
    let samples = try workshop.tamga(
      ["sample", "--count", "6", "--document", kind, "--office", "office"] + templates
    ).lines()
    func issue(_ index: Int) throws -> Run {
      try workshop.write("in.jsonl", [samples[index]])
      return try workshop.issue("in.jsonl", output: "out\(index)", options: templates).run
    }
    #expect(try !issue(0).errors.contains("accept-form"))
    let form = try #require(
      workshop.files("Forms/" + kind).filter { $0.hasSuffix("/ru.form") }.max())
    let path = "Forms/\(kind)/\(form)"
    let text = String(decoding: try workshop.data(path), as: UTF8.self)
    try workshop.write(path, Data(text.replacing("РАЗРЕШАЕТСЯ", with: "ДОЗВОЛЯЕТСЯ").utf8))
    let edition = "\(kind)/\(form.split(separator: "/")[0])"
    let hint = "register accept-form \(edition) --reason"
    let run = try issue(1)
    #expect(run.status == 0 && run.errors.contains(hint), "\(run.errors)")
    let accept = try workshop.tamga(
      ["register", "accept-form", edition, "--reason", "corrected", "--office", "office"]
        + templates)
    #expect(accept.status == 0, "\(accept.errors)")
    #expect(try !issue(2).errors.contains("accept-form"))
  }

  @Test func whatWasRecordedIsSaid() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let number = try workshop.issue("in.jsonl").numbers[0]
    for (command, options, words) in [
      ("handover", [], "handed over"), ("spoil", [], "spoilt"),
      ("status", ["--set", "suspended"], "suspended now"),
      ("status", ["--set", "valid"], "in force again"), ("void", [], "void now"),
    ] as [(String, [String], String)] {
      let run = try workshop.tamga(
        [command, number, "--reason", "counter", "--office", "office", "--locale", "en"] + options)
      #expect(run.status == 0 && run.errors.contains("\(number): "), "\(run.errors)")
      #expect(run.errors.contains(words), "\(command): \(run.errors)")
    }
  }

  @Test func aConfigurationThatIsStillTheSample() throws {
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga("init", "office", "--locale", "en")
    #expect(made.status == 0 && made.errors.contains("office/tamga.yaml is a sample"))
    let mark = "the office's settings are still the sample (tamga.example)"
    for (language, words) in [("kk", "үлгі күйінде"), ("ru", "ещё образец"), ("en", mark)] {
      let run = try workshop.tamga("doctor", "--office", "office", "--locale", language)
      #expect(run.status == 0 && run.errors.contains(words), "\(run.errors)")
    }
    let first = try workshop.tamga("doctor", "--office", "office", "--locale", "en")
    #expect(first.status == 0 && first.errors.contains(mark), "\(first.errors)")
    let text = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    try workshop.write(
      "office/tamga.yaml", Data(text.replacing("tamga.example", with: "papers.kz").utf8))
    let second = try workshop.tamga("doctor", "--office", "office", "--locale", "en")
    #expect(second.status == 0 && !second.errors.contains(mark), "\(second.errors)")
    let given = try workshop.tamga("init", "new", "--config", "office/tamga.yaml", "--locale", "en")
    #expect(given.status == 0 && !given.errors.contains("is a sample"), "\(given.errors)")
  }

  /// A batch without rejects has an empty `rejected.jsonl`; a picture of no bytes is one that did not arrive.
  @Test func emptyFilesOfAFolder() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    try #require(try workshop.issue("in.jsonl").run.status == 0)
    try #require(workshop.files("out").contains { $0.hasSuffix("rejected.jsonl") })
    let verify = ["verify", "out", "--recursive", "--office", "office", "--locale", "en"]
    let run = try workshop.tamga(verify)
    #expect(run.status == 0 && !run.errors.contains("no bytes"), "\(run.errors)")
    try workshop.write("out/photo.jpg", Data())
    let lost = try workshop.tamga(verify)
    #expect(lost.status != 0 && lost.errors.contains("photo.jpg: the file has no bytes"))
  }

  /// The output folder is made by the run, and so it may hold the print run; no other folder is made.
  @Test func aPrintRunInTheOutputFolder() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "fresh", "--print-run", "fresh/run.pdf"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(workshop.files("fresh").contains("run.pdf"))
  }

  /// Two rules may refuse a record with the same sentence.
  @Test func theSameReasonOnce() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga(
      "sample", "--count", "400", "--flaws", "40", "--seed", "7", "--office", "office")
    // Some of the flaws are records that are no JSON.
    let night = samples.text.split(separator: "\n").filter {
      $0.contains("\"document\":\"permanent-residence-permit-refusal\"")
    }
    try workshop.write("in.jsonl", Data(night.joined(separator: "\n").utf8))
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--locale", "ru")
    #expect(run.errors.contains("без объяснения причин"), "\(run.errors)")
    for record in run.errors.split(separator: "\ntamga: ") {
      let reasons = record.split(separator: "\n").filter { $0.hasPrefix("  - ") }
      #expect(Set(reasons).count == reasons.count, "\(record)")
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func aCheckOnATerminal() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1"), .object(["id": "B-1"])])
    let piped = try workshop.tamga("check", "in.jsonl", "--office", "office", "--locale", "en")
    #expect(piped.status == 2)
    #expect(try piped.lines().count == 2)
    #expect(piped.errors.contains("lawful 1, to be rejected 1, not judged 0"), "\(piped.errors)")
    let command =
      "TAMGA_TEMPLATES=\(Place.templates) \(Place.tamga) check in.jsonl --office office --locale en"
    let shown = try Tool.run("script", ["-qec", command, "/dev/null"], in: workshop.folder)
    #expect(shown.text.contains("to be rejected 1") && !shown.text.contains("\"outcome\""))
  }
}
