import Foundation
import Testing

/// `tamga move`: an office from SQLite to PostgreSQL, and its backup from there.
@Suite(.serialized, .enabled(if: QueueTests.connection != nil, QueueTests.absent))
struct MoveTests {
  /// An office with papers, accounts and a schema of its own to go to.
  private struct Moving {
    let workshop: Workshop
    let schema = "move_" + UUID().uuidString.lowercased().filter { $0 != "-" }

    init(_ count: Int, seed: Int) throws {
      workshop = try Workshop()
      let samples = try workshop.tamga("sample", "--count", "\(count)", "--seed", "\(seed)")
      try workshop.write("a.jsonl", samples.output)
      let issued = try workshop.start([
        "issue", "a.jsonl", "--office", "office", "--output", "out",
      ]).wait(seconds: BackupTests.patience)
      try #require(issued.status == 0, "\(issued.errors)")
      let user = try workshop.tamga(
        "users", "add", "aigul", "--role", "clerk", "--office", "office")
      try #require(user.status == 0, "\(user.errors)")
      let export = try workshop.tamga(
        "trust", "export", "--office", "office", "--output", "trust")
      try #require(export.status == 0)
    }

    var words: [String] {
      [
        "move", "--to", QueueTests.connection ?? "", "--schema", schema, "--office", "office",
        "--templates", Place.templates,
      ]
    }

    func move() throws -> Run {
      try workshop.start(words).wait(seconds: BackupTests.patience)
    }

    func sql(_ text: String) throws -> String {
      try Tool.text("psql", ["-q", "-A", "-t", "-c", text, QueueTests.connection ?? ""])
    }

    func list() throws -> String {
      try workshop.tamga("register", "list", "--office", "office").text
    }

    func audit() throws -> String {
      let run = try workshop.tamga("register", "audit", "--office", "office", "--json")
      #expect(run.status == 0, "\(run.text)")
      return run.text
    }
  }

  @Test func everythingArrives() throws {
    let office = try Moving(BackupTests.large, seed: 91)
    let workshop = office.workshop
    // Rows that name later ones, and a purge's empty columns.
    let numbers = try workshop.list().compactMap { $0["number"]?.text }
    for number in numbers.prefix(3) {
      _ = try workshop.tamga("void", number, "--reason", "typed twice", "--office", "office")
    }
    try workshop.edit("office/tamga.yaml") { "# Ours.\n" + $0 + "\nregister: sqlite  # for now" }
    let (list, audit) = (try office.list(), try office.audit())
    let users = try workshop.tamga("users", "list", "--json", "--office", "office").text
    let run = try office.move()
    #expect(run.status == 0 && run.text.isEmpty, "\(run.text)\(run.errors)")
    #expect(try office.list() == list)
    #expect(try office.audit() == audit)
    #expect(
      try workshop.tamga("users", "list", "--json", "--office", "office").text == users)
    let text = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    #expect(text.hasPrefix("# Ours.\n") && text.contains("schema: \(office.schema)}  # for now"))
    let files = workshop.files("office")
    #expect(!files.contains("register.sqlite") && !files.contains("accounts.sqlite"))
    #expect(files.contains("register.sqlite.moved") && files.contains("accounts.sqlite.moved"))
    #expect(try office.sql("SELECT count(*) FROM \(office.schema).paper") == "\(numbers.count)\n")

    // It goes on there, and a second move has nothing to do.
    let more = try workshop.tamga("sample", "--count", "30", "--seed", "92")
    try workshop.write("b.jsonl", more.output)
    #expect(try workshop.issue("b.jsonl", output: "b").run.status == 0)
    let all = try workshop.list().compactMap { $0["number"]?.text }
    #expect(all.count >= numbers.count + 30 && Array(all.prefix(numbers.count)) == numbers)
    CrashTests.expectContiguous(all)
    let again = try office.move()
    #expect(again.status == 1 && again.errors.contains("PostgreSQL already"), "\(again.errors)")
    _ = try office.audit()
  }

  /// A backup of an office on PostgreSQL holds its register too, and goes back to a database.
  @Test func backedUpAndRestored() throws {
    let office = try Moving(40, seed: 93)
    let workshop = office.workshop
    #expect(try office.move().status == 0)
    let list = try office.list()
    let backup = try workshop.tamga("backup", "backup", "--office", "office", "--with-keys")
    #expect(backup.status == 0, "\(backup.errors)")
    #expect(try JSON.one(backup.output)["register"] == "postgresql")
    let restore = ["restore", "backup", "--office", "office", "--issued-since", "0"]
    _ = try Tool.text("mv", [workshop.path("office"), workshop.path("lost")])
    let kept = try workshop.tamga(restore)
    #expect(kept.status == 0, "the very rows are there: \(kept.text)\(kept.errors)")
    _ = try Tool.text("rm", ["-r", workshop.path("office")])
    _ = try office.sql("UPDATE \(office.schema).account SET name = 'x'")
    let refused = try workshop.tamga(restore)
    #expect(refused.status == 1 && refused.errors.contains("DROP SCHEMA"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: workshop.office))
    _ = try office.sql("SET client_min_messages = error; DROP SCHEMA \(office.schema) CASCADE")
    let run = try workshop.tamga(restore)
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(try office.list() == list)
    #expect(!workshop.files("office").contains { $0.hasSuffix(".sqlite") })
    let more = try workshop.tamga("sample", "--count", "20", "--seed", "94")
    try workshop.write("b.jsonl", more.output)
    #expect(try workshop.issue("b.jsonl", output: "b").run.status == 0)
    _ = try office.audit()
  }

  @Test func refusals() throws {
    let office = try Moving(10, seed: 95)
    let workshop = office.workshop
    func move(_ words: String...) throws -> Run {
      try workshop.tamga(["move", "--office", "office"] + words)
    }
    let connection = QueueTests.connection ?? ""
    let password = try move("--to", "postgresql://tamga:secret@localhost/x")
    #expect(password.status == 1 && password.errors.contains("password"), "\(password.errors)")
    #expect(!password.errors.contains("secret"))
    let name = try move("--to", connection, "--schema", "Big Name")
    #expect(name.status == 1 && name.errors.contains("schema"), "\(name.errors)")
    let absent = try move("--to", "host=/nonexistent user=tamga dbname=postgres")
    #expect(absent.status == 1 && !absent.errors.isEmpty, "\(absent.errors)")

    // Another office's register.
    let other = try Moving(4, seed: 96)
    #expect(try other.move().status == 0)
    let full = try move("--to", connection, "--schema", other.schema)
    #expect(full.status == 1 && full.errors.contains("other rows"), "\(full.errors)")

    // While somebody issues.
    let samples = try workshop.tamga("sample", "--count", "200", "--seed", "97")
    try workshop.write("b.jsonl", samples.output)
    let count = try workshop.list().count
    let running = try workshop.start([
      "issue", "b.jsonl", "--office", "office", "--output", "b", "--jobs", "1",
    ])
    while try workshop.list().count == count { usleep(50_000) }
    let busy = try office.move()
    #expect(busy.status == 1 && busy.errors.contains("stop the server"), "\(busy.errors)")
    #expect(try running.wait().status == 0)
    _ = try office.audit()
    #expect(try office.move().status == 0)
  }

  /// Wherever a move was stopped, the office works, and the same command ends it.
  @Test func killedAtRandomMoments() throws {
    let office = try Moving(60, seed: 98)
    let workshop = office.workshop
    let list = try office.list()
    for _ in 0..<12 {
      let program = try workshop.start(office.words)
      usleep(UInt32.random(in: 10_000...1_200_000))
      program.kill()
      _ = try program.wait()
      #expect(try office.list() == list)
      let doctor = try workshop.tamga("doctor", "--office", "office")
      #expect(doctor.status == 0, "\(doctor.errors)")
    }
    let last = try office.move()
    #expect(last.status == 0 || last.errors.contains("PostgreSQL already"), "\(last.errors)")
    #expect(!workshop.files("office").contains("register.sqlite"))
    #expect(try office.list() == list)
    _ = try office.audit()
  }
}
