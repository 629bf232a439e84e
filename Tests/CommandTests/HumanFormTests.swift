import Foundation
import Testing

/// What a person sees on a terminal is never a program's line: every command is run there.
@Suite struct HumanFormTests {
  /// Commands whose data is for programs wherever it goes, and why.
  private static let forPrograms = [
    "sample": "decisions, to be issued", "templates schema": "a JSON Schema",
    "serve": "runs until it is stopped; its one line is for who started it",
    "signer": "answers the server",
  ]

  /// Needs a server.
  private static let onPostgres = [
    "queue add", "queue work", "queue status", "queue results", "queue remove", "move",
  ]

  struct Line {
    let name: String
    let words: [String]
    /// May be run again and comes to the same.
    var isRepeatable = false
  }

  /// Every other command, in an order in which each has something to do.
  private static func lines(number: String, other: String, kid: String) -> [Line] {
    let reason = ["--reason", "counter"]
    return [
      Line(name: "init", words: ["second"]),
      Line(name: "issue", words: ["in.jsonl", "--output", "out"]),
      Line(name: "check", words: ["in.jsonl"]), Line(name: "doctor", words: []),
      Line(name: "manual", words: ["man", "--date", "2026-11-29"]),
      Line(name: "form", words: ["labour-immigrant-application", "--output", "form.pdf"]),
      Line(name: "find", words: [number], isRepeatable: true),
      Line(name: "keys list", words: [], isRepeatable: true),
      Line(name: "register list", words: [], isRepeatable: true),
      Line(name: "register show", words: [number], isRepeatable: true),
      Line(name: "register export", words: ["--number", number], isRepeatable: true),
      Line(name: "register checkpoint", words: []),
      Line(name: "register prove", words: [number, "--output", "proof"]),
      Line(name: "register audit", words: [], isRepeatable: true),
      Line(name: "register purge", words: ["--dry-run"]),
      Line(name: "verify", words: ["out", "--recursive"]),
      Line(name: "reprint", words: [number, "--output", "again"] + reason),
      Line(name: "spoil", words: [number] + reason, isRepeatable: true),
      Line(name: "reprint", words: [number, "--output", "again"] + reason),
      Line(name: "handover", words: [number, "--again"] + reason, isRepeatable: true),
      Line(name: "status", words: [number, "--set", "suspended"] + reason),
      Line(name: "void", words: [other] + reason),
      Line(name: "trust export", words: ["--output", "trust"]),
      Line(name: "trust import", words: ["trust", "--store", "kept", "--trust-on-first-use"]),
      Line(
        name: "register accept-form", words: ["labour-immigrant-permit/2021-01-30"] + reason),
      Line(name: "register accept-restore", words: reason),
      Line(name: "users add", words: ["aigul", "--role", "clerk"]),
      Line(name: "users list", words: [], isRepeatable: true),
      Line(name: "users lock", words: ["aigul"], isRepeatable: true),
      Line(name: "users unlock", words: ["aigul"], isRepeatable: true),
      Line(name: "users reset", words: ["aigul"], isRepeatable: true),
      Line(name: "users remove", words: ["aigul"]),
      Line(name: "clients add", words: ["burkit", "--scope", "feed"]),
      Line(name: "clients list", words: [], isRepeatable: true),
      Line(name: "clients remove", words: ["burkit"]),
      Line(name: "templates list", words: [], isRepeatable: true),
      Line(name: "templates check", words: []),
      Line(name: "templates papers", words: [], isRepeatable: true),
      Line(
        name: "templates preview", words: ["labour-immigrant-permit", "--output", "preview.png"]),
      Line(name: "templates new", words: ["kind-of-a-trial", "--templates", "own"]),
      Line(name: "backup", words: ["kept-office"]),
      Line(name: "restore", words: ["kept-office", "--office", "third"]),
      Line(name: "keys sign", words: []), Line(name: "keys retire", words: [kid]),
      Line(name: "keys rotate", words: []), Line(name: "keys compromise", words: [kid]),
      Line(name: "keys root-away", words: ["root"]),
      Line(name: "keys encrypt", words: ["--cost", "15", "--passphrase-fd", "0"]),
      Line(name: "keys passphrase", words: ["--new-passphrase-fd", "0", "--cost", "15"]),
    ]
  }

  private static func isForPrograms(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix("{") || $0.hasPrefix("[") }
  }

  private static func run(
    _ workshop: Workshop, _ line: Line, _ commands: [LeafCommand], language: String
  ) throws {
    guard let command = commands.first(where: { $0.name == line.name }) else {
      Issue.record("there is no command \(line.name)")
      return
    }
    var words = line.name.split(separator: " ").map(String.init) + line.words
    if command.options.contains("office"), !words.contains("--office") {
      words += ["--office", "office"]
    }
    if command.options.contains("locale") { words += ["--locale", language] }
    let run = try workshop.onTerminal(words)
    #expect(!isForPrograms(run.text), "\(line.name): \(run.text)")
    #expect(run.status != 64, "\(line.name): \(run.errors)")
    if line.isRepeatable {
      #expect(run.status == 0, "\(line.name): \(run.text)\(run.errors)")
      #expect(command.options.contains("json"), "\(line.name) has data and no --json")
      let json = try workshop.onTerminal(words + ["--json"])
      #expect(isForPrograms(json.text), "\(line.name): \(json.text)\(json.errors)")
    }
  }

  @Test func everyCommandOnATerminal() throws {
    let workshop = try Workshop()
    try workshop.write(
      "in.jsonl", Data(contentsOf: URL(filePath: Place.contract + "/decisions.jsonl")))
    let batch = try workshop.issue("in.jsonl")
    let papers = try workshop.list().filter { $0["status"] == "valid" && $0["copy"] == nil }
    try workshop.copyTemplates(to: "own")
    let lines = Self.lines(
      number: try #require(papers.first?["number"]?.text),
      other: try #require(papers.last?["number"]?.text), kid: try workshop.kid())
    let commands = try LeafCommand.all()
    for (place, line) in lines.enumerated() {
      try Self.run(
        workshop, line, commands, language: ["kk", "ru", "en"][place % 3])
    }
    #expect(batch.run.status == 0)
    let met = Set(lines.map(\.name)).union(Self.forPrograms.keys).union(Self.onPostgres)
    #expect(Set(commands.map(\.name)) == met, "every command stands in a list")
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func theQueueOnATerminal() throws {
    let workshop = try QueueTests().office()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let commands = try LeafCommand.all()
    let add = Line(name: "queue add", words: ["in.jsonl"], isRepeatable: true)
    let status = Line(name: "queue status", words: [], isRepeatable: true)
    for language in ["kk", "ru", "en"] {
      for line in [add, status] {
        try Self.run(workshop, line, commands, language: language)
      }
    }
    let work = Line(name: "queue work", words: ["--until-empty", "--output", "out"])
    try Self.run(workshop, work, commands, language: "kk")
    let shown = try workshop.onTerminal(["queue", "status", "--office", "office"])
    #expect(shown.text.contains("1 of 1 settled"), "\(shown.text)")
  }

  /// The secret of the codes as a symbol that a camera reads, and everything that is said once.
  @Test func anAccountOnATerminal() throws {
    let workshop = try Workshop()
    let line = ["users", "add", "aigul", "--role", "clerk", "--office", "office", "--locale"]
    let run = try workshop.onTerminal(line + ["en"])
    try #require(run.status == 0, "\(run.text)\(run.errors)")
    let secret = try #require(run.text.firstMatch(of: /[A-Z2-7]{32}/)).output
    #expect(run.text.contains("aigul") && run.text.contains("Password"))
    #expect(run.errors.contains("shown once") && run.errors.contains("first sign-in"))
    let text = try Self.read(run.text, workshop)
    #expect(text.hasPrefix("otpauth://totp/") && text.contains("secret=\(secret)"), "\(text)")
  }

  /// What zbar reads of a symbol that was drawn by characters.
  private static func read(_ text: String, _ workshop: Workshop) throws -> String {
    let escape = "\u{1B}"
    let rows = text.split(separator: "\n").filter { $0.hasPrefix(escape) }.map { row in
      row.replacing(try! Regex(escape + #"\[[0-9;]*m"#), with: "")
    }
    let width = rows.first?.count ?? 0
    let scale = 6
    var bits: [[Bool]] = []
    for row in rows {
      bits.append(row.map { $0 == "█" || $0 == "▀" })
      bits.append(row.map { $0 == "█" || $0 == "▄" })
    }
    var picture = "P1 \(width * scale) \(bits.count * scale)\n"
    for row in bits {
      let line = row.map { String(repeating: $0 ? "1 " : "0 ", count: scale) }.joined()
      picture += String(repeating: line + "\n", count: scale)
    }
    try workshop.write("symbol.pbm", Data(picture.utf8))
    return try Tool.text("zbarimg", ["--quiet", "--raw", workshop.path("symbol.pbm")])
  }
}
