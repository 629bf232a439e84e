import Foundation
import Testing

/// Signatures that were kept, wherever the register goes: on PostgreSQL, moved there, backed up, upgraded.
@Suite(.serialized) struct SignatureKeepingTests {
  private static let count = 8

  /// SHA-256 of each kept signature by the number of its paper's row, from a register in a file.
  private static func keptInFile(_ path: String) throws -> String {
    let script = """
      import hashlib, sqlite3, sys
      db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
      for row in db.execute("SELECT serial, room, cms FROM document_signature ORDER BY serial"):
          print(*row[:2], hashlib.sha256(row[2]).hexdigest(), sep="|")
      """
    return try Tool.text("python3", ["-c", script, path])
  }

  /// The same from a schema of the server.
  private static func kept(_ schema: String) throws -> String {
    try sql(
      "SELECT serial, room, encode(sha256(cms), 'hex') FROM \(schema).document_signature ORDER BY serial"
    )
  }

  private static func sql(_ text: String) throws -> String {
    try Tool.text("psql", ["-q", "-A", "-t", "-c", text, QueueTests.connection ?? ""])
  }

  private static func newSchema() -> String {
    "signed_" + UUID().uuidString.lowercased().filter { $0 != "-" }
  }

  private static func expectSound(_ office: SigningOffice) throws {
    let audit = try office.tamga(
      "register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 0, "\(audit.text)\(audit.errors)")
  }

  private static func killer(_ office: SigningOffice) throws -> String {
    let path = office.workshop.path("asked.so")
    _ = try Tool.text(
      "cc", ["-O1", "-shared", "-fPIC", "-o", path, Place.judges + "/asked.c", "-ldl"])
    return path
  }

  /// On the server from the beginning: killed between signing and confirming, gone on with, looked through,
  /// lost and restored.
  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent)) func onTheServer() throws {
    let schema = Self.newSchema()
    let office = try SigningOffice(
      "ec", papers: Self.count,
      settings: "register: {postgresql: \"\(QueueTests.connection ?? "")\", schema: \(schema)}")
    let killer = try Self.killer(office)
    var seen: [String: Data] = [:]
    for naming in [1, 3, 8, 2] {
      let run = try office.issue(environment: [
        "LD_PRELOAD": killer, "ASKED_SIGNAL": "\(SIGKILL)", "ASKED_AT": "\(naming)",
        "ASKED_TIMES": "1",
      ])
      #expect(run.status == 128 + SIGKILL, "\(run.errors)")
      for (name, file) in try office.papers() {
        #expect(seen[name] == nil || seen[name] == file, "\(name)")
        seen[name] = file
      }
    }
    #expect(seen.count == Self.count)
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(try office.papers() == seen)
    let kept = try Self.kept(schema)
    #expect(kept.split(separator: "\n").count == Self.count, "\(kept)")
    try Self.expectSound(office)
    let judged = try SignatureTests.judged(try batch.results.map { try batch.pdf($0) })
    #expect(judged.allSatisfy { $0.hasPrefix("1 1 1 1 1") }, "\(judged)")

    let backup = try office.tamga("backup", "backup", "--office", "office", "--with-keys")
    #expect(backup.status == 0, "\(backup.errors)")
    _ = try Tool.text("rm", ["-r", office.workshop.path("office")])
    _ = try Self.sql("SET client_min_messages = error; DROP SCHEMA \(schema) CASCADE")
    let restored = try office.tamga(
      "restore", "backup", "--office", "office", "--issued-since", "0")
    #expect(restored.status == 0, "\(restored.text)\(restored.errors)")
    #expect(try Self.kept(schema) == kept)
    try Self.expectSound(office)
  }

  /// From a file to the server: the very signatures, and the same command goes on there.
  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent)) func moved() throws {
    let office = try SigningOffice("ec", papers: Self.count)
    let killer = try Self.killer(office)
    let run = try office.issue(environment: [
      "LD_PRELOAD": killer, "ASKED_SIGNAL": "\(SIGKILL)", "ASKED_AT": "3", "ASKED_TIMES": "1",
    ])
    #expect(run.status == 128 + SIGKILL, "\(run.errors)")
    let files = try office.papers()
    #expect(!files.isEmpty)
    // A run that was killed leaves rows that are not in the file proper yet.
    _ = try office.tamga("register", "list", "--office", "office")
    let kept = try Self.keptInFile(office.workshop.path("office/register.sqlite"))
    #expect(kept.split(separator: "\n").count == Self.count, "\(kept)")
    let schema = Self.newSchema()
    let move = try office.tamga(
      "move", "--to", QueueTests.connection ?? "", "--schema", schema, "--office", "office")
    #expect(move.status == 0, "\(move.text)\(move.errors)")
    #expect(try Self.kept(schema) == kept)
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(try Self.kept(schema) == kept)
    let later = try office.papers()
    for (name, file) in files { #expect(later[name] == file, "\(name)") }
    try Self.expectSound(office)
    try office.exportBundle()
    let verdict = try office.verdict(try batch.pdf(batch.results[0]))
    #expect(verdict["signature"]?["state"] == "valid", "\(verdict.line)")
  }

  /// Lost with its disk, and made again from a backup.
  @Test func restored() throws {
    let office = try SigningOffice("rsa", papers: Self.count)
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    let register = office.workshop.path("office/register.sqlite")
    let kept = try Self.keptInFile(register)
    let backup = try office.tamga("backup", "backup", "--office", "office", "--with-keys")
    #expect(backup.status == 0, "\(backup.errors)")
    _ = try Tool.text("rm", ["-r", office.workshop.path("office")])
    let run = try office.tamga("restore", "backup", "--office", "office", "--issued-since", "0")
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(try Self.keptInFile(register) == kept)
    #expect(kept.split(separator: "\n").count == Self.count)
    try Self.expectSound(office)
    // The signer's file came along with the keys.
    #expect(office.workshop.files("office/signing").contains("akim.p12"))
  }

  /// A register of the oldest schema, in an office that signs from now on.
  @Test func upgraded() throws {
    let office = try SigningOffice("ec", papers: 2)
    let fixture = Place.root + "/Tests/Fixtures/register/schema-1/register.sql"
    let script = """
      import os, sqlite3, sys
      for end in ("", "-wal", "-shm"):
          if os.path.exists(sys.argv[1] + end): os.remove(sys.argv[1] + end)
      db = sqlite3.connect(sys.argv[1])
      db.executescript(open(sys.argv[2], encoding="utf-8").read())
      """
    let register = office.workshop.path("office/register.sqlite")
    _ = try Tool.text("python3", ["-c", script, register, fixture])
    try? FileManager.default.removeItem(atPath: office.workshop.path("office/checkpoint"))
    let batch = try office.batch()
    #expect(batch.outcomes == ["issued", "issued"], "\(batch.run.errors)")
    #expect(try Self.keptInFile(register).split(separator: "\n").count == 2)
    let audit = try office.tamga(
      "register", "audit", "--office", "office", "--output", "out", "--json")
    // Of the former papers neither files nor keys are kept here.
    for number in batch.numbers { #expect(!audit.text.contains(number), "\(audit.text)") }
    #expect(!audit.text.contains("signature"), "\(audit.text)")
    try office.exportBundle()
    for result in batch.results {
      let verdict = try office.verdict(try batch.pdf(result))
      #expect(verdict["signature"]?["state"] == "valid", "\(verdict.line)")
    }
  }
}
