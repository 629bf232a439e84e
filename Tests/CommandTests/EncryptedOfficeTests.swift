import Foundation
import Testing

/// An office whose keys are under a passphrase serves every command.
@Suite struct EncryptedOfficeTests {
  @Test func everyCommandOnAnOfficeTakesAPassphrase() throws {
    let commands = try LeafCommand.all()
    let onOffices = commands.filter(Self.opensKeys)
    #expect(onOffices.count > 25, "the tree is read")
    for command in onOffices {
      #expect(command.options.contains("passphrase-fd"), "\(command.name)")
    }
  }

  /// Accounts lie beside the office's papers, and what is kept or moved is copied as it is: their commands
  /// open no key.
  private static func opensKeys(_ command: LeafCommand) -> Bool {
    let isOfAccounts = ["users ", "clients "].contains { command.name.hasPrefix($0) }
    let isCopied = ["backup", "restore", "move"].contains(command.name)
    return command.options.contains("office") && !isOfAccounts && !isCopied
  }

  /// A command line for every command on an office, in an order in which each has something to do.
  private static func lines(number: String, other: String, kid: String) -> [(
    String, [String], Int32?
  )] {
    [
      ("check", ["in.jsonl"], 0), ("doctor", [], 0), ("sample", ["--count", "1"], 0),
      ("form", ["labour-immigrant-application", "--output", "form.pdf"], 0),
      ("keys list", [], 0), ("register list", [], 0), ("register show", [number], 0),
      ("register export", ["--number", number], 0), ("find", [number], 0),
      ("register checkpoint", [], 0),
      ("register prove", [number, "--output", "proof"], 0), ("register audit", [], 0),
      ("register purge", ["--dry-run"], 0), ("verify", ["out", "--recursive", "--json"], nil),
      ("reprint", [number, "--reason", "lost", "--output", "again"], 0),
      ("spoil", [number, "--reason", "torn"], 0), ("handover", [number, "--reason", "holder"], 0),
      ("status", [number, "--set", "suspended", "--reason", "order"], 0),
      ("void", [other, "--reason", "mistyped"], 0), ("trust export", ["--output", "trust"], 0),
      ("register accept-form", ["labour-immigrant-permit/2021-01-30", "--reason", "meant"], 0),
      ("register accept-restore", ["--reason", "meant"], 0),
      ("signer", [], 0), ("keys sign", [], 0), ("keys retire", [kid], 0), ("keys rotate", [], 0),
      ("keys compromise", [kid], 0), ("keys encrypt", ["--cost", "15"], 0),
      ("keys passphrase", ["--new-passphrase-fd", "0", "--cost", "15"], 0),
    ]
  }

  @Test func everyCommandWorks() throws {
    let workshop = try Workshop()
    let decisions = try Data(contentsOf: URL(filePath: Place.contract + "/decisions.jsonl"))
    try workshop.write("in.jsonl", decisions)
    try #require(try workshop.encrypt().status == 0)
    let issued = try workshop.unlocked("issue", "in.jsonl", "--output", "out")
    try #require(issued.status == 0, "\(issued.errors)")
    let papers = try workshop.tamga("register", "list", "--office", "office").lines()
    let numbers = papers.filter { $0["status"] == "valid" && $0["copy"] == nil }
      .compactMap { $0["number"]?.text }
    let lines = Self.lines(
      number: try #require(numbers.first), other: try #require(numbers.last),
      kid: try workshop.kid())
    for (name, words, status) in lines {
      let run = try workshop.tamga(
        name.split(separator: " ").map(String.init) + words
          + ["--passphrase-fd", "0", "--office", "office"],
        input: Data((Workshop.passphrase + "\n" + Workshop.passphrase + "\n").utf8))
      // Verdicts have statuses of their own.
      #expect(status.map { run.status == $0 } ?? (run.status != 1), "\(name): \(run.errors)")
    }
    let away = try workshop.unlocked("keys", "root-away", "root.key")
    #expect(away.status == 0, "\(away.errors)")
    // What needs a register on PostgreSQL says so, and not that a key is closed.
    let queue = [
      "queue add in.jsonl", "queue work --until-empty", "queue status", "queue results b",
      "queue remove b",
    ]
    for line in queue {
      let run = try workshop.tamga(
        line.split(separator: " ").map(String.init) + [
          "--passphrase-fd", "0", "--office", "office",
        ],
        input: Data((Workshop.passphrase + "\n").utf8))
      #expect(run.status == 1 && run.errors.contains("PostgreSQL"), "\(line): \(run.errors)")
    }
    let told = Set(lines.map(\.0) + ["issue", "keys root-away", "serve"])
      .union(queue.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
    let known = Set(try LeafCommand.all().filter(Self.opensKeys).map(\.name))
    // `serve` opens keys by `signer` alone.
    #expect(told == known, "a new command stands here as well")
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func aWorkerOpensEncryptedKeys() throws {
    let workshop = try QueueTests().office()
    try workshop.write(
      "in.jsonl", Data(contentsOf: URL(filePath: Place.contract + "/decisions.jsonl")))
    try #require(try workshop.encrypt().status == 0)
    #expect(try workshop.unlocked("queue", "add", "in.jsonl").status == 0)
    let work = try workshop.unlocked("queue", "work", "--until-empty", "--jobs", "1")
    #expect(work.status == 0, "\(work.errors)")
    let papers = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(!papers.isEmpty && papers.allSatisfy { $0["state"] == "issued" })
  }
}
