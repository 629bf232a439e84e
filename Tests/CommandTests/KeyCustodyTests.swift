import Foundation
import Testing

/// Keys under a passphrase: its sources, and what nobody finds afterwards.
@Suite struct KeyCustodyTests {
  private static let decisions = Place.contract + "/decisions.jsonl"

  private func issue(
    _ workshop: Workshop, _ door: [String] = [], environment: [String: String] = [:],
    input: String = "", output: String = "out"
  ) throws -> Run {
    try workshop.tamga(
      ["issue", Self.decisions, "--office", "office", "--output", output] + door,
      environment: environment, input: Data(input.utf8))
  }

  @Test func anEncryptedOffice() throws {
    let workshop = try Workshop()
    let secrets = try workshop.secrets()
    #expect(secrets.count == 3 && Set(secrets).count == 3)
    #expect(try workshop.files(with: secrets).count == 3, "the search finds the plain files")
    let encrypted = try workshop.encrypt()
    #expect(encrypted.status == 0, "\(encrypted.errors)")
    #expect(encrypted.text.split(separator: "\n").count == 3)
    #expect(try workshop.keyRows().allSatisfy { $0["custody"] == "encrypted" })
    // Nothing is reserved before the key is open.
    let without = try issue(workshop)
    #expect(without.status == 1)
    #expect(without.errors.contains("tamga: hint: ") && without.errors.contains("--passphrase-fd"))
    let wrong = try issue(workshop, ["--passphrase-fd", "0"], input: "another passphrase\n")
    #expect(wrong.status == 1 && wrong.errors.split(separator: "\n").count == 1)
    #expect(!wrong.errors.contains("another"))
    let rows = try workshop.tamga("register", "list", "--office", "office")
    #expect(rows.status == 0 && rows.output.isEmpty, "\(rows.text)")
    let good = try issue(
      workshop, ["--passphrase-fd", "0"], input: Workshop.passphrase + "\n", output: "good")
    #expect(good.status == 0, "\(good.errors)")
    let export = try workshop.unlocked("trust", "export", "--output", "trust")
    #expect(export.status == 0, "\(export.errors)")
    let verdicts = try workshop.tamga(
      "verify", "good", "--recursive", "--json", "--trust", "trust", "--on", "2021-03-01")
    #expect(try verdicts.lines().filter { $0["genuine"] == true }.count >= 7)
    // Papers of before and the register need no passphrase.
    let doctor = try workshop.tamga("doctor", "--office", "office")
    #expect(doctor.status == 0 && doctor.errors.contains("encrypted"), "\(doctor.errors)")
    let runs = [encrypted, without, wrong, good, export, verdicts, doctor]
    for (index, run) in runs.enumerated() {
      try workshop.write("run-\(index)", run.output + Data(run.errors.utf8))
    }
    #expect(try workshop.files(with: secrets).isEmpty, "no key byte in output, office or papers")
    #expect(try workshop.files(with: [Array(Workshop.passphrase.utf8)]).isEmpty)
  }

  @Test func theDoors() throws {
    let workshop = try Workshop()
    try #require(try workshop.encrypt().status == 0)
    let credentials = workshop.path("credentials")
    try FileManager.default.createDirectory(
      atPath: credentials, withIntermediateDirectories: true)
    try workshop.write("credentials/tamga-passphrase-issuing", Data(Workshop.passphrase.utf8))
    let service = ["CREDENTIALS_DIRECTORY": credentials]
    #expect(try issue(workshop, environment: service).status == 0)
    let export = ["trust", "export", "--output", "b", "--office", "office"]
    #expect(
      try workshop.tamga(export, environment: service).status == 1, "it is the issuing key's alone")
    try workshop.write("credentials/tamga-passphrase", Data(Workshop.passphrase.utf8))
    #expect(try workshop.tamga(export, environment: service).status == 0)
    // A variable with the passphrase itself opens nothing.
    for name in ["TAMGA_PASSPHRASE", "TAMGA_PIN", "PASSPHRASE"] {
      let run = try workshop.tamga(export, environment: [name: Workshop.passphrase])
      #expect(run.status == 1, "\(name)")
    }
    struct Source {
      let words: [String]
      let input: String
      let status: Int32
      let why: String
    }
    let good = Workshop.passphrase
    let sources = [
      Source(words: ["status:0"], input: good, status: 0, why: "a role of its own"),
      Source(words: ["root:0", "status:0"], input: "x\n\(good)\n", status: 0, why: "two lines"),
      Source(
        words: ["0", "root:0"], input: "\(good)\r\nx\r\n", status: 0, why: "lines of Windows"),
      Source(
        words: ["status:0", "root:0"], input: "x\n\(good)\n", status: 1, why: "the other order"),
      Source(words: ["issuing:0"], input: good, status: 1, why: "another role"),
      Source(words: ["0"], input: "", status: 1, why: "nothing"),
      Source(words: ["0"], input: good + " ", status: 1, why: "a blank more"),
      Source(words: ["77"], input: good, status: 1, why: "a descriptor that is not open"),
      Source(words: ["x"], input: good, status: 64, why: "no number"),
      Source(words: ["-1"], input: good, status: 64, why: "a negative number"),
      Source(words: ["clerk:0"], input: good, status: 64, why: "no role"),
      Source(words: ["root:status:0"], input: good, status: 64, why: "two roles"),
      Source(words: [Workshop.passphrase], input: good, status: 64, why: "the passphrase itself"),
    ]
    for source in sources {
      let options = source.words.flatMap { ["--passphrase-fd=" + $0] }
      let run = try workshop.tamga(export + options, input: Data(source.input.utf8))
      #expect(run.status == source.status, "\(source.why): \(run.errors)")
      #expect(run.status == 0 || run.errors.hasPrefix("tamga: error: "), "\(source.why)")
    }
  }

  @Test func theChangeOfAPassphrase() throws {
    let workshop = try Workshop()
    try #require(try workshop.encrypt().status == 0)
    let next = "өткен іске өкінбе, жаңа кілт"
    func change(_ lines: String, _ options: String...) throws -> Run {
      try workshop.tamga(
        [
          "keys", "passphrase", "--cost", "15", "--office", "office", "--passphrase-fd", "0",
          "--new-passphrase-fd", "0",
        ] + options, input: Data(lines.utf8))
    }
    let before = try workshop.files("office/keys").map { try workshop.data("office/keys/" + $0) }
    for lines in [
      "wrong passphrase\n\(next)\n", "\(Workshop.passphrase)\nshort\n",
      "\(Workshop.passphrase)\n",
    ] {
      #expect(try change(lines).status == 1)
    }
    let after = try workshop.files("office/keys").map { try workshop.data("office/keys/" + $0) }
    #expect(before == after, "no partial state")
    let changed = try change("\(Workshop.passphrase)\n\(next)\n")
    #expect(changed.status == 0 && changed.text.split(separator: "\n").count == 3)
    #expect(try issue(workshop, ["--passphrase-fd", "0"], input: Workshop.passphrase).status == 1)
    #expect(try issue(workshop, ["--passphrase-fd", "0"], input: next).status == 0)
  }

  @Test func rotationWithTheRootKeyAway() throws {
    let workshop = try Workshop()
    try #require(try workshop.encrypt().status == 0)
    let stick = try Workshop(office: false)
    let inside = try workshop.tamga("keys", "root-away", "office/root.key", "--office", "office")
    #expect(inside.status == 1 && inside.errors.hasPrefix("tamga: error: "))
    let away = try workshop.tamga("keys", "root-away", stick.path("root.key"), "--office", "office")
    #expect(away.status == 0 && away.errors.isEmpty, "an encrypted key is no worry")
    #expect(try !workshop.keyRows().contains { $0["role"] == "root" })
    let rotate = try workshop.unlocked("keys", "rotate")
    #expect(rotate.status == 1 && rotate.errors.contains("--root-key"))
    for role in ["issuing", "status"] {
      let run = try workshop.unlocked(
        "keys", "new", "--role", role, "--root-key", stick.path("root.key"))
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.text.wholeMatch(of: /[0-9a-f]{16}\n/) != nil)
    }
    let rows = try workshop.keyRows()
    #expect(rows.map { $0["state"] } == ["retired", "active", "active"])
    #expect(rows.map { $0["custody"] } == ["none", "encrypted", "encrypted"])
    #expect(try issue(workshop, ["--passphrase-fd", "0"], input: Workshop.passphrase).status == 0)
    let plain = try Workshop()
    let warned = try plain.tamga("keys", "root-away", stick.path("second"), "--office", "office")
    #expect(warned.status == 0 && warned.errors.contains("tamga: warning: "))
  }

  @Test func wordsThatAreNotUnderstood() throws {
    let workshop = try Workshop()
    let rows: [[String]] = [
      ["encrypt", "--cost", "14"], ["encrypt", "--cost", "21"], ["encrypt", "--role", "clerk"],
      ["rotate", "--token", "office"], ["rotate", "--module", "/x.so"],
      ["rotate", "--role", "root"], ["rotate", "--overlap", "0"], ["rotate", "--overlap", "99999"],
      ["compromise", "xyz"], ["compromise", "0011223344556677", "--at", "yesterday"],
      ["retire"], ["passphrase"], ["root-away"],
    ]
    for row in rows {
      let run = try workshop.tamga(["keys"] + row + ["--office", "office"])
      #expect(run.status == 64, "\(row): \(run.errors)")
    }
    #expect(try workshop.keyRows().count == 3)
    let unknown = try workshop.tamga(
      "keys", "compromise", "0011223344556677", "--office", "office")
    #expect(unknown.status == 1 && unknown.errors.contains("tamga: hint: "))
    let future = try workshop.tamga(
      "keys", "compromise", workshop.kid(), "--at", "2999-01-01T00:00:00+05:00", "--office",
      "office")
    #expect(future.status == 1)
    #expect(try workshop.kid().isEmpty == false)
  }

  /// What another process and a core file would see of a run that has opened its key.
  @Test func theMemoryOfARun() throws {
    let workshop = try Workshop()
    let secrets = try workshop.secrets()
    let samples = try workshop.tamga("sample", "--count", "400", "--seed", "5")
    try workshop.write("samples.jsonl", samples.output)
    try #require(try workshop.encrypt().status == 0)
    let answer = try JSON.one(
      Tool.run(
        "python3",
        [
          Place.judges + "/memory_judge.py", Place.tamga, Place.templates, workshop.folder,
          Workshop.passphrase,
        ], in: workshop.folder
      ).output)
    #expect(answer["issued"] == true, "the run was at work: \(answer.line)")
    #expect(answer["coreLimit"] == "0", "\(answer.line)")
    #expect(answer["core"] == false, "no core file: \(answer.line)")
    #expect(answer["traced"] != true, "no other process of the user looks in: \(answer.line)")
    #expect(try workshop.files(with: secrets).isEmpty)
  }
}
