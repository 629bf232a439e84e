import Foundation
import Testing

/// A register that is older than the papers issued from it: the same number for two people.
struct RestoreTests {
  /// What of an office a backup brings back.
  enum Backup: CaseIterable, Sendable {
    /// The register alone; the store and the rest of the folder are as they were.
    case register
    /// The office folder, the store in it; only the output folder knows better.
    case folder
  }

  /// An office that issued one lot, was backed up, issued another and was restored.
  private struct Restored {
    let workshop: Workshop
    let before: Batch
    let lost: Batch

    init(_ backup: Backup) throws {
      workshop = try Workshop()
      for (seed, name) in [("51", "a"), ("52", "b"), ("53", "c")] {
        let samples = try workshop.tamga("sample", "--count", "6", "--seed", seed)
        try workshop.write(name + ".jsonl", samples.output)
      }
      before = try workshop.issue("a.jsonl", output: "a")
      _ = try Tool.text("cp", ["-a", workshop.office, workshop.path("backup")])
      lost = try workshop.issue("b.jsonl")
      try #require(before.run.status == 0 && lost.run.status == 0, "\(lost.run.errors)")
      switch backup {
      case .folder:
        try FileManager.default.removeItem(atPath: workshop.office)
        _ = try Tool.text("cp", ["-a", workshop.path("backup"), workshop.office])
      case .register:
        for name in ["register.sqlite", "register.sqlite-wal", "register.sqlite-shm"] {
          try? FileManager.default.removeItem(atPath: workshop.path("office/" + name))
          if FileManager.default.fileExists(atPath: workshop.path("backup/" + name)) {
            _ = try Tool.text(
              "cp", ["-a", workshop.path("backup/" + name), workshop.path("office/" + name)])
          }
        }
      }
    }

    /// Issues the third lot into the folder of the second.
    func issue(_ options: String...) throws -> Run {
      try workshop.tamga(
        ["issue", "c.jsonl", "--office", "office", "--output", "out"] + options)
    }

    func numbers() throws -> Set<String> {
      Set(try workshop.list().compactMap { $0["number"]?.text })
    }
  }

  @Test(arguments: Backup.allCases) func nothingIsGivenAnew(_ backup: Backup) throws {
    let office = try Restored(backup)
    let numbers = try office.numbers()
    #expect(numbers == Set(office.before.numbers))
    let files = office.workshop.files("out")
    let run = try office.issue()
    #expect(run.status == 1 && run.errors.contains("--accept-restore"), "\(run.errors)")
    #expect(office.workshop.files("out") == files, "nothing is written")
    #expect(try office.numbers() == numbers, "nothing is reserved")
    let doctor = try office.workshop.tamga("doctor", "--office", "office", "--output", "out")
    #expect(doctor.status == 1 && doctor.errors.contains("✗ log"), "\(doctor.errors)")
    #expect(doctor.errors.contains("! the store has files") == (backup == .register))
    let audit = try office.workshop.tamga(
      "register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 1 && audit.text.contains("register-older: "), "\(audit.text)")
  }

  /// Statuses of an older register call papers valid that were revoked since.
  @Test func noBundleIsExported() throws {
    let office = try Restored(.register)
    let run = try office.workshop.tamga("trust", "export", "--office", "office", "--output", "t")
    #expect(run.status == 1 && run.errors.contains("--accept-restore"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: office.workshop.path("t")))
  }

  @Test(arguments: Backup.allCases) func whoAnswersForItGoesOn(_ backup: Backup) throws {
    let office = try Restored(backup)
    let blank = try office.issue("--accept-restore", " ")
    #expect(blank.status == 64)
    let run = try office.issue("--accept-restore", "disk lost, order 12")
    #expect(run.status == 0, "\(run.errors)")
    let known = try office.numbers()
    // What a record brings is its own; a lost paper of such a number is issued from it again.
    let given = try Set(
      JSON.lines(office.workshop.data("b.jsonl")).flatMap { record in
        (record["fields"]?.members ?? [:]).values.compactMap(\.text)
      })
    #expect(known.intersection(Set(office.lost.numbers).subtracting(given)).isEmpty)
    let events = try Self.events(office.workshop)
    #expect(events == ["clerk|disk lost, order 12"])
    // Running it again is no new acceptance.
    let again = try office.issue("--accept-restore", "disk lost, order 12")
    #expect(again.status == 0 && again.errors.contains("changed nothing"), "\(again.errors)")
    #expect(try office.issue().status == 0)
    #expect(try Self.events(office.workshop) == events)
    // The files of the lost papers lie in the store that was not restored; all else agrees.
    let audit = try office.workshop.tamga("register", "audit", "--office", "office", "--json")
    let codes = Set(try audit.lines().compactMap { $0["finding"]?.text })
    #expect(codes == (backup == .register ? ["file-stray"] : []), "\(audit.text)")
  }

  private static func events(_ workshop: Workshop) throws -> [String] {
    let script = """
      import sqlite3, sys
      for who, reason in sqlite3.connect(sys.argv[1]).execute(
        "SELECT who, reason FROM event WHERE what = 'restore-accepted'"): print(who + "|" + reason)
      """
    return try Tool.text("python3", ["-c", script, workshop.path("office/register.sqlite")])
      .split(separator: "\n").map(String.init)
  }

  /// The newest checkpoint is there after every change, not after runs alone.
  @Test func everyChangeIsSigned() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [Records.inForce()])
    let batch = try workshop.issue("in.jsonl")
    let number = try #require(batch.numbers.first)
    var notes: [String] = []
    func note() throws -> Int {
      let text = String(decoding: try workshop.data("office/checkpoint"), as: UTF8.self)
      #expect(!notes.contains(text))
      notes.append(text)
      return try #require(text.split(separator: "\n").dropFirst().first.flatMap { Int($0) })
    }
    var last = try note()
    let steps: [[String]] = [
      ["spoil", number, "--reason", "jam"], ["reprint", number, "--reason", "jam"],
      ["handover", number, "--reason", "holder"],
      ["status", number, "--set", "suspended", "--reason", "inquiry"],
      ["void", number, "--reason", "typed twice"], ["trust", "export", "--output", "bundle"],
    ]
    for step in steps {
      let run = try workshop.tamga(step + ["--office", "office"])
      #expect(run.status == 0, "\(run.errors)")
      let size = try note()
      #expect(size == last + 1, "\(step)")
      last = size
    }
    #expect(try workshop.data(batch.name(".checkpoint")).count > 100)
  }

  /// The database alone was restored; its workers and the folders are as they were.
  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func aRestoredDatabaseStopsTheWorkers() throws {
    let workshop = try QueueTests().office()
    let connection = try #require(QueueTests.connection)
    let configuration = String(decoding: try workshop.data("office.yaml"), as: UTF8.self)
    let schema = String(try #require(configuration.firstMatch(of: /schema: (office_[0-9a-f]+)/)).1)
    func work(_ seed: String) throws -> Run {
      let samples = try workshop.tamga("sample", "--count", "4", "--seed", seed)
      try workshop.write(seed + ".jsonl", samples.output)
      let added = try workshop.tamga("queue", "add", seed + ".jsonl", "--office", "office")
      #expect(added.status == 0, "\(added.errors)")
      return try workshop.tamga(
        "queue", "work", "--until-empty", "--office", "office", "--output", seed)
    }
    #expect(try work("61").status == 0)
    let dump = workshop.path("dump.sql")
    _ = try Tool.text("pg_dump", ["-n", schema, "-f", dump, connection])
    #expect(try work("62").status == 0)
    _ = try Tool.text("psql", ["-q", "-c", "DROP SCHEMA \(schema) CASCADE", connection])
    _ = try Tool.text("psql", ["-q", "-o", "/dev/null", "-f", dump, connection])
    let refused = try work("63")
    #expect(refused.status == 1 && refused.errors.contains("--accept-restore"), "\(refused.errors)")
    #expect(workshop.files("63").isEmpty)
    let accepted = try workshop.tamga(
      "queue", "work", "--until-empty", "--office", "office", "--output", "63",
      "--accept-restore", "disk lost")
    #expect(accepted.status == 0, "\(accepted.errors)")
    let audit = try workshop.tamga("register", "audit", "--office", "office", "--json")
    #expect(Set(try audit.lines().compactMap { $0["finding"]?.text }) == ["file-stray"])
  }

  /// What an insider does so that inspectors refuse every later bundle.
  @Test func aRaisedSequenceLeavesNoBundle() throws {
    let workshop = try Workshop()
    let export = ["trust", "export", "--office", "office", "--output", "bundle"]
    #expect(try workshop.tamga(export).status == 0)
    let raise = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      db.execute("UPDATE bundle_sequence SET last = " + sys.argv[2])
      db.commit()
      """
    func set(_ last: String) throws {
      _ = try Tool.text(
        "python3", ["-c", raise, workshop.path("office/register.sqlite"), last])
    }
    try set("9223372036854775806")
    let run = try workshop.tamga(export)
    #expect(run.status == 1 && run.errors.contains("register audit"), "\(run.errors)")
    let audit = try workshop.tamga("register", "audit", "--office", "office")
    #expect(audit.status == 1 && audit.text.contains("bundle-sequence: "), "\(audit.text)")
    try set("1")
    #expect(try workshop.tamga(export).status == 0)
  }

  /// Another office's papers in the same folder say nothing of this one's register.
  @Test func papersOfAnotherOfficeAreNoSign() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "6", "--seed", "51")
    try workshop.write("a.jsonl", samples.output)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    let made = try workshop.tamga("init", "other", "--config", Place.contract + "/office.yaml")
    #expect(made.status == 0)
    let more = try workshop.tamga("sample", "--count", "6", "--seed", "52")
    try workshop.write("b.jsonl", more.output)
    let run = try workshop.tamga("issue", "b.jsonl", "--office", "other", "--output", "out")
    #expect(run.status == 0, "\(run.errors)")
  }
}

extension Batch {
  /// A file of the batch as its workshop names it.
  fileprivate func name(_ file: String) -> String {
    folder.split(separator: "/").suffix(2).joined(separator: "/") + "/" + file
  }
}
