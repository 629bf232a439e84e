import Foundation
import Testing

/// Fonts by files alone: a new one, another version of one, and bundles with and without them.
@Suite struct FontTests {
  private static let forms = ["--templates", "Forms"]
  private static let noto = "/usr/share/fonts/truetype/noto/"
  private static let paratype = "/usr/share/fonts/truetype/paratype/"

  /// A workshop with templates of its own and a place for fonts in them.
  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.copyTemplates()
    try FileManager.default.createDirectory(
      atPath: workshop.path("Forms/shared/fonts"), withIntermediateDirectories: true)
    return workshop
  }

  private static func run(_ workshop: Workshop, _ arguments: String...) throws -> Run {
    try workshop.tamga(arguments + forms)
  }

  private static func sum(_ workshop: Workshop, _ file: String) throws -> String {
    let run = try Program(
      "/usr/bin/sha256sum", [file], in: workshop.path("Forms"), environment: [:], input: nil
    ).wait()
    return String(run.text.prefix(64))
  }

  private static func edit(_ workshop: Workshop, _ change: (inout String) -> Void) throws {
    var text = String(decoding: try workshop.data("Forms/shared/fonts.yaml"), as: UTF8.self)
    change(&text)
    try workshop.write("Forms/shared/fonts.yaml", Data(text.utf8))
  }

  private static func add(_ workshop: Workshop, _ name: String, as file: String) throws {
    try workshop.write("Forms/\(file)", Data(contentsOf: URL(filePath: noto + name)))
    let sum = try sum(workshop, file)
    try edit(workshop) { $0 += "  - for: fallback\n    file: \(file)\n    sha256: \(sum)\n" }
  }

  private static func record(_ id: String, _ name: String) throws -> JSON {
    var record = try Records.contract("EX-FPC-1")
    record["id"] = .text(id)
    record["fields", "fullName"] = .text(name)
    record["fields", "passportSeriesNumber"] = .text("Z" + id)
    return record
  }

  private static func verdict(_ workshop: Workshop, _ pdf: String, _ trust: String...) throws
    -> JSON
  {
    try JSON.one(workshop.tamga(["verify", pdf, "--json"] + trust + forms).output)
  }

  @Test func aFontByFilesAlone() throws {
    let workshop = try Self.workshop()
    let name = "ნინო გელაშვილი"
    try workshop.write("before.jsonl", [try Self.record("F1", name)])
    let before = try workshop.issue("before.jsonl", output: "before", options: Self.forms)
    #expect(before.outcomes == ["rejected"], "no font has the letters")
    try Self.add(workshop, "NotoSerifGeorgian-Regular.ttf", as: "shared/fonts/Georgian.ttf")
    let check = try Self.run(workshop, "templates", "check")
    #expect(check.status == 0, "\(check.errors)")
    try workshop.write("after.jsonl", [try Self.record("F2", name)])
    let after = try workshop.issue("after.jsonl", output: "after", options: Self.forms)
    #expect(after.outcomes == ["issued"], "\(after.results.map(\.line))")
    let pdf = try after.pdf(after.results[0])
    let export = try Self.run(workshop, "trust", "export", "--office", "office", "--output", "b")
    #expect(export.status == 0, "\(export.errors)")
    for trust in [["--office", "office"], ["--trust", "b"]] {
      let verdict = try JSON.one(
        workshop.tamga(["verify", pdf, "--json"] + trust + Self.forms).output)
      #expect(verdict["verdict"] == "valid", "\(verdict.line)")
      #expect(!verdict.line.contains("text-not-checked"), "\(verdict.line)")
      #expect(verdict["claims"]?["name"]?.text == name)
    }
  }

  /// Letters that join are drawn by other glyphs than those of the characters: no verifier could tell
  /// them from forged ones.
  @Test func aFontWhoseLettersJoin() throws {
    let workshop = try Self.workshop()
    try Self.add(workshop, "NotoNaskhArabic-Regular.ttf", as: "shared/fonts/Naskh.ttf")
    let text = String(decoding: try workshop.data("Forms/shared/fonts.yaml"), as: UTF8.self)
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("Naskh") })
    let check = try Self.run(workshop, "templates", "check")
    #expect(check.status == 1)
    #expect(check.errors.contains("shared/fonts.yaml:\(line): "), "\(check.errors)")
    #expect(check.errors.contains("Naskh") && check.errors.contains("hint: "))
  }

  @Test func noFontAtAll() throws {
    let workshop = try Self.workshop()
    try workshop.write("Forms/shared/fonts/no.ttf", Data("no font".utf8))
    let sum = try Self.sum(workshop, "shared/fonts/no.ttf")
    try Self.edit(workshop) {
      $0 += "  - for: fallback\n    file: shared/fonts/no.ttf\n    sha256: \(sum)\n"
    }
    let check = try Self.run(workshop, "templates", "check")
    #expect(check.status == 1 && check.errors.contains("shared/fonts.yaml:"), "\(check.errors)")
  }

  /// A point of one glyph moved by fontTools.
  private static func moved(_ workshop: Workshop) throws {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with fontTools: use `make test`")
    let script = """
      import sys
      from fontTools.ttLib import TTFont
      font = TTFont(sys.argv[1])
      glyph = font["glyf"][font.getBestCmap()[ord("A")]]
      x, y = glyph.coordinates[0]
      glyph.coordinates[0] = (x + 1, y)
      font.save(sys.argv[2])
      """
    let run = try Program(
      python,
      ["-c", script, paratype + "PTF75F.ttf", workshop.path("Forms/shared/fonts/bold.ttf")],
      in: "/", environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
    try #require(run.status == 0, "\(run.errors)")
    try edit(workshop) {
      $0 = $0.replacing("file: PTF75F.ttf", with: "file: shared/fonts/bold.ttf")
    }
  }

  @Test func anotherVersionIsRefused() throws {
    let workshop = try Self.workshop()
    try workshop.write("first.jsonl", [try Self.record("V1", "SHARMA ANNA")])
    let first = try workshop.issue("first.jsonl", output: "first", options: Self.forms)
    let old = try first.pdf(first.results[0])
    #expect(
      try Self.run(workshop, "trust", "export", "--office", "office", "--output", "early").status
        == 0)
    try Self.moved(workshop)
    try workshop.write("second.jsonl", [try Self.record("V2", "SHARMA ALLA")])
    let text = String(decoding: try workshop.data("Forms/shared/fonts.yaml"), as: UTF8.self)
    let row = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("shared/fonts/bold.ttf") }
    let line = try #require(row)
    let sum = try Self.sum(workshop, "shared/fonts/bold.ttf")
    let commands = [
      ["templates", "check"], ["doctor", "--office", "office"],
      ["issue", "second.jsonl", "--office", "office", "--output", "refused"],
    ]
    for command in commands {
      for tongue in ["kk", "ru", "en"] {
        let run = try workshop.tamga(command + Self.forms + ["--locale", tongue])
        #expect(run.status != 0, "\(command)")
        #expect(run.errors.contains("shared/fonts.yaml:\(line): "), "\(command): \(run.errors)")
        #expect(run.errors.contains(sum) && run.errors.contains("fonts-paratype"), "\(run.errors)")
      }
    }
    let papers = try Self.run(workshop, "register", "list", "--office", "office")
    #expect(papers.text.split(separator: "\n").count == 1, "no number was given: \(papers.text)")

    // What IT means to use: the new sum, and papers of both editions are checked.
    try Self.edit(workshop) {
      $0 = $0.replacing(
        "71a57caa616bec6f7266bddb176defd481f4edfca357123d4d3d8bb942b10f26", with: sum)
    }
    let check = try Self.run(workshop, "templates", "check")
    #expect(check.status == 0, "\(check.errors)")
    let second = try workshop.issue("second.jsonl", output: "second", options: Self.forms)
    #expect(second.outcomes == ["issued"], "\(second.results.map(\.line))")
    let new = try second.pdf(second.results[0])
    #expect(
      try Self.run(workshop, "trust", "export", "--office", "office", "--output", "late").status
        == 0)
    for pdf in [old, new] {
      let office = try Self.verdict(workshop, pdf, "--office", "office")
      #expect(office["verdict"] == "valid", "\(office.line)")
      let bundle = try Self.verdict(workshop, pdf, "--trust", "late")
      #expect(bundle["verdict"] == "valid" && !bundle.line.contains("text-not-checked"))
    }
    // A bundle from before the change can say nothing of the new drawings, and never "altered".
    let early = try Self.verdict(workshop, new, "--trust", "early")
    #expect(early["verdict"] == "status-unknown", "\(early.line)")
    #expect(early.line.contains("fonts-newer-than-bundle"))
    // The changed file is found although nothing but its content changed since the last paper.
    var bytes = try workshop.data("Forms/shared/fonts/bold.ttf")
    bytes[bytes.count / 2] ^= 1
    try workshop.write("Forms/shared/fonts/bold.ttf", bytes)
    try workshop.write("third.jsonl", [try Self.record("V3", "SHARMA ALMA")])
    let third = try workshop.tamga(
      ["issue", "third.jsonl", "--office", "office", "--output", "third"] + Self.forms)
    #expect(third.status != 0 && third.errors.contains("shared/fonts.yaml:\(line): "))
    // Bundles go out all the same: statuses cannot wait for a font.
    #expect(
      try Self.run(workshop, "trust", "export", "--office", "office", "--output", "last").status
        == 0)
    #expect(try Self.verdict(workshop, old, "--trust", "last")["verdict"] == "valid")
  }

  @Test func bundlesWithoutFonts() throws {
    let workshop = try Self.workshop()
    try workshop.write("one.jsonl", [try Self.record("W1", "SHARMA ANNA")])
    let batch = try workshop.issue("one.jsonl", output: "out", options: Self.forms)
    let pdf = try batch.pdf(batch.results[0])
    func export(_ name: String, _ options: String...) throws {
      let run = try workshop.tamga(
        ["trust", "export", "--office", "office", "--output", name] + options + Self.forms)
      #expect(run.status == 0, "\(run.errors)")
    }
    func keep(_ name: String) throws -> Int32 {
      try workshop.tamga(
        ["trust", "import", name, "--store", "store"]
          + (workshop.files("store").isEmpty ? ["--trust-on-first-use"] : [])
      ).status
    }
    try export("full")
    try export("light", "--without-fonts")
    let light = try Self.verdict(workshop, pdf, "--trust", "light")
    #expect(light["verdict"] == "valid" && light.line.contains("text-not-checked"))
    #expect(light.line.contains("fonts-not-in-bundle"), "\(light.line)")
    #expect(light["compare"]?.items.isEmpty != true, "people are told what to compare")
    // The newer statuses with the fonts that were there.
    #expect(try keep("full") == 0)
    #expect(try keep("light") == 0)
    #expect(try workshop.data("store/trust.bundle").count > workshop.data("light").count + 80_000)
    let kept = try Self.verdict(workshop, pdf, "--trust", "store/trust.bundle")
    #expect(kept["verdict"] == "valid" && !kept.line.contains("text-not-checked"), "\(kept.line)")
    #expect(kept["status"]?["sequence"] == light["status"]?["sequence"])
    #expect(try keep("light") == 0, "the same without its fonts changes nothing")
    #expect(try workshop.data("store/trust.bundle").count > workshop.data("light").count + 80_000)
    // A lost copy stops the export, with its name.
    let copy = try #require(workshop.files("office/fonts").first { $0.hasSuffix(".ttf") })
    for end in [".ttf", ".glyphs"] {
      try FileManager.default.removeItem(
        atPath: workshop.path("office/fonts/" + copy.dropLast(4) + end))
    }
    let lost = try workshop.tamga(
      ["trust", "export", "--office", "office", "--output", "lost"] + Self.forms)
    #expect(lost.status == 1 && lost.errors.contains(copy), "\(lost.errors)")
  }
}
