import Foundation
import Testing

/// What commands on one paper print: lines for people, JSON for programs.
@Suite struct PaperSheetTests {
  private static func office() throws -> (Workshop, String) {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.contract("EX-LIP-1")])
    let batch = try workshop.issue("in.jsonl")
    return (workshop, try #require(batch.numbers.first))
  }

  @Test func everyCommandOnAPaperPrintsBothForms() throws {
    let (workshop, number) = try Self.office()
    let typed = number.lowercased()
    let commands = [
      ["register", "show", typed], ["spoil", typed, "--reason", "paper jam"],
      ["handover", typed, "--reason", "holder"],
      ["status", typed, "--set", "suspended", "--reason", "order 5"],
      ["status", typed, "--set", "valid", "--reason", "order 6"],
      ["void", typed, "--reason", "made in error"],
    ]
    for command in commands {
      let people = try workshop.tamga(command + ["--office", "office"])
      #expect(people.status == 0, "\(command): \(people.errors)")
      #expect(people.text.hasPrefix("Number ") && people.text.contains(number), "\(people.text)")
      #expect(!people.text.contains("{"), "\(people.text)")
      // A second void is refused; the others may be repeated, or are of another state.
      guard command[0] == "register" || command[0] == "spoil" else { continue }
      let programs = try JSON.one(
        workshop.tamga(command + ["--json", "--office", "office"]).output)
      #expect(programs["number"]?.text == number)
    }
    let shown = try workshop.tamga(
      "register", "show", typed, "--office", "office", "--locale", "kk")
    #expect(
      shown.text.contains("жойылған") && shown.text.contains("made in error"), "\(shown.text)")
    #expect(shown.text.contains("қолына берілді") && !shown.text.contains("handed"))
  }

  @Test func aNewKeyHasItsNextSteps() throws {
    let workshop = try Workshop()
    for (language, word) in [("en", "trust export"), ("ru", "пакет доверия"), ("kk", "бумасын")] {
      let run = try workshop.tamga("keys", "rotate", "--office", "office", "--locale", language)
      #expect(run.status == 0 && run.errors.contains(word), "\(run.errors)")
      #expect(run.text.wholeMatch(of: /[0-9a-f]{16}\n/) != nil, "data stay alone")
    }
  }

  @Test func aFileInUTF16IsOneRefusal() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "30", "--seed", "61").text
    for (name, encoding) in [("l", String.Encoding.utf16LittleEndian), ("b", .utf16BigEndian)] {
      for mark in ["\u{FEFF}", ""] {
        try workshop.write(name + ".jsonl", try #require((mark + samples).data(using: encoding)))
        for command in ["check", "issue"] {
          let run = try workshop.tamga(
            command, name + ".jsonl", "--office", "office", "--locale", "ru")
          #expect(run.status == 66 && run.output.isEmpty, "\(run.errors)")
          let lines = run.errors.split(separator: "\n").filter { $0.contains("UTF-16") }
          #expect(lines.count == 2, "the error and what to do: \(run.errors)")
        }
      }
    }
    // Its beginning alone makes no UTF-16: the other lines are records.
    try workshop.write("mixed.jsonl", Data([0xFF, 0xFE, 0x7B, 0, 0x0A]) + Data(samples.utf8))
    let mixed = try workshop.tamga("check", "mixed.jsonl", "--office", "office")
    #expect(try mixed.lines().count > 30)
  }

  @Test func aPreviewTakesTheFormOfADay() throws {
    let workshop = try Workshop(office: false)
    try workshop.copyTemplates()
    let forms = ["--templates", "Forms"]
    let new = ["templates", "new", "arrival-slip", "--from", "2024-01-09"]
    #expect(try workshop.tamga(new + forms).status == 0)
    // The skeleton's own words are told until somebody has replaced them.
    let check = try workshop.tamga(["templates", "check"] + forms)
    #expect(
      check.status == 0 && check.errors.contains("arrival-slip/manifest.yaml:"), "\(check.errors)")
    #expect(check.errors.contains("Здесь пишется текст"), "\(check.errors)")

    let kind = "Forms/arrival-slip/"
    let act = String(decoding: try workshop.data(kind + "2024-01-09/edition.yaml"), as: UTF8.self)
    try FileManager.default.createDirectory(
      atPath: workshop.path(kind + "2025-03-01"), withIntermediateDirectories: true)
    try workshop.write(kind + "2025-03-01/edition.yaml", Data(act.utf8))
    try workshop.write(kind + "2024-01-09/edition.yaml", Data((act + "until: 2025-02-28\n").utf8))
    for form in ["kk.form", "ru.form"] {
      let text = String(decoding: try workshop.data(kind + "2024-01-09/" + form), as: UTF8.self)
      let other = text.replacing("текст документа", with: "другой текст")
        .replacing("Құжаттың мәтіні", with: "Басқа мәтін")
      try workshop.write(kind + "2025-03-01/" + form, Data(other.utf8))
    }
    func preview(_ options: String...) throws -> String {
      let run = try workshop.tamga(
        ["templates", "preview", "arrival-slip", "--output", "p.pdf"] + options + forms)
      try #require(run.status == 0, "\(run.errors)")
      return try Tool.text("pdftotext", ["-layout", workshop.path("p.pdf"), "-"])
    }
    #expect(try preview().contains("текст документа"))
    let later = try preview("--on", "2025-04-02")
    #expect(later.contains("другой текст") && later.contains("02.04.2025"), "\(later)")
    let none = try workshop.tamga(
      ["templates", "preview", "arrival-slip", "--on", "2020-01-01"] + forms)
    #expect(none.status == 1 && none.errors.contains("2020-01-01"), "\(none.errors)")
  }

  @Test func schemasOfAllKindsAreFiles() throws {
    let workshop = try Workshop(office: false)
    let run = try workshop.tamga("templates", "schema", "--all", "schemas")
    #expect(run.status == 0, "\(run.errors)")
    let kinds = try Records.kinds()
    #expect(workshop.files("schemas").count == kinds.count)
    let one = try JSON.one(workshop.data("schemas/labour-immigrant-permit.schema.json"))
    #expect(one["$id"] == "urn:tamga:decision:labour-immigrant-permit")
    #expect(try workshop.tamga("templates", "schema").status == 64)
    let both = try workshop.tamga("templates", "schema", "labour-immigrant-permit", "--all", "x")
    #expect(both.status == 64)
  }
}
